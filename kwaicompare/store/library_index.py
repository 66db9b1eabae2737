"""The index of a library: blocks of text in SQLite, found by their pairs of neighbouring characters.

Takes documents, returns the places of a phrase. A text is cut into blocks between two word characters; a block is kept
as written, compressed, and as folded and squeezed (see `keywords.concordance`), as it is: many blocks are read to
confirm one key press, and unpacking them would be most of the time. FTS5 holds for each block only which characters and
which pairs of neighbours occur in it: a query of any length, from one character, is a conjunction of those, and every
block that has them all is read to confirm. A block's pairs reach `_OVERLAP` characters into what follows, so that a
place across the border is found with the block where it begins. It leaves out files and folders.

    index.add(..., prepare(text)); index.find("知识产权", limit=50)
"""

import re
import sqlite3
import string
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress, count
from operator import add, ne, sub
from pathlib import Path
from typing import NamedTuple

from kwaicompare.errors import BadQuery
from kwaicompare.keywords.concordance import REACH, Searcher, context, squeeze, squeezed_places
from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Document, Outline, Source
from kwaicompare.model.keyword import Query
from kwaicompare.model.library import LibraryHit
from kwaicompare.model.span import Span
from kwaicompare.progress import Progress, silent
from kwaicompare.text.normalize import Folded, fold

_VERSION = 2
_PATIENCE = 30.0  # seconds for another process to finish its writing
_BLOCK = 4000  # characters: larger blocks share more pairs (a smaller index), smaller ones are confirmed faster
_OVERLAP = 64
_CUT = re.compile(r"[^\W_](?=[^\W_])")  # neither side is white space or vanishes in folding
_SPACE_AND_BELOW = re.compile(r"[\x00- ]+")
_PAIR = 2
_ASCII_RUN = re.compile("[0-9a-z]{3,}")  # few characters, so that pairs tell little: threes and fours do
# SQLite works through a statement without Python's lock, so that the next document is prepared meanwhile: rows in each.
_ROWS = 100
_PUNCTUATION = string.punctuation.replace("'", "''")
# The ascii tokenizer takes every character beyond ASCII as part of a word, and by this option punctuation too.
_SCHEMA = f"""
CREATE TABLE document (id INTEGER PRIMARY KEY, path TEXT UNIQUE, title TEXT, size INTEGER, modified INTEGER,
    sha256 TEXT, chars INTEGER);
CREATE TABLE block (id INTEGER PRIMARY KEY, document INTEGER, start INTEGER, offset INTEGER, squeezed BLOB,
    written BLOB, shifts BLOB);
CREATE INDEX block_of_document ON block (document);
CREATE VIRTUAL TABLE pair USING fts5(chars, content='', detail=none, columnsize=0,
    tokenize="ascii tokenchars '{_PUNCTUATION.replace('"', '""')}'");
INSERT INTO pair (pair, rank) VALUES ('hashsize', {64 << 20});
PRAGMA user_version = {_VERSION};
"""
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


@dataclass(frozen=True, slots=True)
class Indexed:
    """A document as the index knows it: the file's size in bytes, its time of change in ns, and its digest."""

    id: int
    path: str
    size: int
    modified: int
    sha256: str
    chars: int = 0


def is_broken(error: sqlite3.DatabaseError) -> bool:
    """Tell a damaged index file from other trouble (a full disk, a lock)."""
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) in _BROKEN


class LibraryIndex:
    """An open index; one that another version wrote is begun anew. Raises sqlite3.DatabaseError."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False)
        (version,) = self._database.execute("PRAGMA user_version").fetchone()
        if version not in (0, _VERSION):
            self._database.close()
            path.unlink()
            self._database = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False)
            version = 0
        if version == 0:
            self._database.executescript(_SCHEMA)
        self._database.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768;"
        )

    def close(self) -> None:
        """Close the file; what was not committed is gone."""
        self._database.close()

    def commit(self) -> None:
        """Keep what was done since the last commit."""
        self._database.commit()

    def rollback(self) -> None:
        """Undo what was done since the last commit."""
        self._database.rollback()

    def documents(self) -> list[Indexed]:
        """Return all documents in library order."""
        rows = self._database.execute("SELECT id, path, size, modified, sha256, chars FROM document ORDER BY id")
        return [Indexed(*row) for row in rows]

    def add(self, document: Indexed, title: str, prepared: "Prepared") -> None:
        """Take a document in (its id and chars are given here)."""
        number = self._database.execute(
            "INSERT INTO document (path, title, size, modified, sha256, chars) VALUES (?, ?, ?, ?, ?, ?)",
            (document.path, title, document.size, document.modified, document.sha256, prepared.chars),
        ).lastrowid
        (last,) = self._database.execute("SELECT coalesce(max(id), 0) FROM block").fetchone()
        blocks = [(last + at, number, *block) for at, block in enumerate(prepared.blocks, 1)]
        self._insert("block (id, document, start, offset, squeezed, written, shifts)", blocks)
        self._insert("pair (rowid, chars)", [(last + at, pairs) for at, pairs in enumerate(prepared.pairs, 1)])

    def _insert(self, into: str, rows: Sequence[tuple]) -> None:
        for at in range(0, len(rows), _ROWS):
            some = rows[at : at + _ROWS]
            places = ", ".join(["(" + ", ".join("?" * len(some[0])) + ")"] * len(some))
            self._database.execute(f"INSERT INTO {into} VALUES {places}", [*chain.from_iterable(some)])

    def update(self, document: Indexed) -> None:
        """Note another path, size or time of a document whose text is the same."""
        self._database.execute(
            "UPDATE document SET path = ?, size = ?, modified = ? WHERE id = ?",
            (document.path, document.size, document.modified, document.id),
        )

    def remove(self, document: Indexed) -> None:
        """Forget a document. A contentless FTS table wants back what it was given."""
        rows = self._database.execute(
            "SELECT id, squeezed FROM block WHERE document = ? ORDER BY id", (document.id,)
        ).fetchall()
        squeezed = [_decoded(stored) for _, stored in rows]
        for at, (block, _) in enumerate(rows):
            values = ("delete", block, _pairs(squeezed, at))
            self._database.execute("INSERT INTO pair (pair, rowid, chars) VALUES (?, ?, ?)", values)
        self._database.execute("DELETE FROM block WHERE document = ?", (document.id,))
        self._database.execute("DELETE FROM document WHERE id = ?", (document.id,))

    def find(self, phrase: str) -> Iterator[LibraryHit]:
        """Yield the places of ``phrase`` (any script, width, case and spacing), in library order. Raises BadQuery."""
        if not phrase.strip():
            raise BadQuery("error.empty_query")
        wanted = squeeze(fold(phrase).text.strip())[0]
        done = (0, 0)  # the document and where in it the last place ended: places do not overlap
        for block in self._candidates(wanted) if wanted else ():
            squeezed = _decoded(block.squeezed)
            begin = max(0, done[1] - block.offset) if done[0] == block.document else 0
            searched = squeezed + self._tail(block, squeezed, wanted)
            places = [place for place in squeezed_places(searched, wanted, begin) if place[0] < len(squeezed)]
            if places:
                done = (block.document, block.offset + places[-1][1])
                yield from self._hits(block, places)

    def search(self, query: Query, progress: Progress = silent) -> Iterator[LibraryHit | None]:
        """Yield the places of a query that is no phrase, in library order, and None after each document looked at.

        A document is looked at whole, if it holds all words of the query; for patterns, pinyin and figures all are.
        Raises BadQuery.
        """
        look = _look_up(query, progress)
        words = query.text.split() if query.mode == "all" else []
        for name, path, title in self._documents_with([squeeze(fold(word).text)[0] for word in words]):
            text = self._text(name)
            for span in look(Edition(Document(Source(path, "", "utf-8", title), text, ()), Outline((), ()))):
                yield LibraryHit(path, title, span, *context(text, span))
            yield None

    def _documents_with(self, words: Sequence[str]) -> list[tuple[int, str, str]]:
        """Return number, path and title of the documents in which every word can stand."""
        rows = self._database.execute("SELECT id, path, title FROM document ORDER BY id").fetchall()
        held = [{document for (document,) in self._holding(word, "DISTINCT document")} for word in words]
        return [row for row in rows if all(row[0] in documents for documents in held)]

    def _text(self, document: int) -> str:
        sql = "SELECT written FROM block WHERE document = ? ORDER BY id"
        return "".join(_unpacked(written) for (written,) in self._database.execute(sql, (document,)))

    def _candidates(self, wanted: str) -> Iterator["_Block"]:
        return (_Block(*row) for row in self._holding(wanted, "id, document, start, offset, squeezed"))

    def _holding(self, wanted: str, columns: str) -> Iterator[tuple]:
        """Return these columns of the blocks that have all pairs of a squeezed phrase, in library order."""
        terms = _query(wanted[:_OVERLAP])
        if not terms:
            return self._database.execute(f"SELECT {columns} FROM block ORDER BY id")
        sql = f"SELECT {columns} FROM block JOIN pair ON pair.rowid = block.id WHERE pair MATCH ? ORDER BY pair.rowid"
        return self._database.execute(sql, (terms,))

    def _tail(self, block: "_Block", squeezed: str, wanted: str) -> str:
        """Return what follows a block, as far as a place that begins in it may reach."""
        longest = min(len(wanted) - 1, len(squeezed))
        if not any(squeezed.endswith(wanted[:size]) for size in range(longest, 0, -1)):
            return ""
        rows = self._database.execute(
            "SELECT squeezed FROM block WHERE document = ? AND id > ? ORDER BY id", (block.document, block.id)
        )
        tail = ""
        for (stored,) in rows:
            tail += _decoded(stored)
            if len(tail) >= len(wanted):
                break
        return tail

    def _hits(self, block: "_Block", places: list[tuple[int, int]]) -> Iterator[LibraryHit]:
        path, title = self._database.execute(
            "SELECT path, title FROM document WHERE id = ?", (block.document,)
        ).fetchone()
        before, text, origin = self._as_written(block, places[-1][1] + REACH, places[0][0] < REACH)
        for first, last in places:
            start, end = origin(first), origin(last - 1) + 1
            here = Span(len(before) + start, len(before) + end)
            yield LibraryHit(path, title, Span(block.start + start, block.start + end), *context(before + text, here))

    def _as_written(self, block: "_Block", least: int, beginning: bool) -> tuple[str, str, "_Origins"]:
        """Return the text before a block (if its ``beginning`` matters), the text from it on, and where that came from.

        It goes on for ``least`` squeezed characters.
        """
        rows = self._database.execute(
            "SELECT id, written, shifts FROM block WHERE document = ? AND id >= ? ORDER BY id",
            (block.document, block.id - beginning),
        )
        before = text = ""
        origins = _Origins()
        for name, written, stored in rows:
            if name < block.id:
                before = _unpacked(written)[-REACH:]
                continue
            origins.add(array("i", stored), len(text))
            text += _unpacked(written)
            if origins.size >= least:
                break
        return before, text, origins


class _Origins:
    """Where the squeezed characters of neighbouring blocks stand in the text as written."""

    def __init__(self) -> None:
        self.size = 0
        self._starts: list[int] = []
        self._shifts: list[int] = []

    def add(self, shifts: array, written: int) -> None:
        """Go on with a block that begins at ``written``; ``shifts`` are as `_blocks` gives them."""
        behind = written - self.size
        self._starts += [self.size + start for start in shifts[:-1:2]]
        self._shifts += [shift + behind for shift in shifts[1::2]]
        self.size += shifts[-1]

    def __call__(self, place: int) -> int:
        """Return where a squeezed character stands."""
        return place + self._shifts[bisect_right(self._starts, place) - 1]


class _Block(NamedTuple):
    """A block: its first character in the text as written (``start``) and as squeezed (``offset``)."""

    id: int
    document: int
    start: int
    offset: int
    squeezed: bytes


def _look_up(query: Query, progress: Progress) -> Callable[[Edition], Iterable[Span]]:
    """Return what looks a query up in one text. Raises BadQuery where no figure can be read in it."""
    if query.mode != "figure":
        return lambda edition: Searcher(edition).spans(query)
    from kwaicompare.metrics.look_up import find_figures_like
    from kwaicompare.metrics.quantities import find_mentions

    find_figures_like(query.text, ())

    def figures(edition: Edition) -> Iterable[Span]:
        mentions = find_mentions(edition.document, edition.outline, progress)
        return [mention.span for mention in find_figures_like(query.text, mentions)]

    return figures


class Prepared(NamedTuple):
    """A text ready to be taken in: its length, its blocks as they are stored, and their pairs."""

    chars: int
    blocks: list[tuple[int, int, bytes, bytes, bytes]]
    pairs: list[str]


def prepare(text: str) -> Prepared:
    """Cut, fold and pack a text."""
    blocks = list(_blocks(text))
    squeezed = [squeezed for _, _, squeezed, _ in blocks]
    offsets = accumulate(map(len, squeezed), initial=0)
    stored = [
        (start, offset, _encoded(folded), _packed(written), shifts.tobytes())
        for offset, (start, written, folded, shifts) in zip(offsets, blocks, strict=False)
    ]
    return Prepared(len(text), stored, [_pairs(squeezed, at) for at in range(len(squeezed))])


def _blocks(text: str) -> Iterator[tuple[int, str, str, array]]:
    """Yield where each block starts, its text as written and as squeezed, and the shifts between the two.

    A shift is how far behind its place in the squeezed text a character stands in the text as written. Given are the
    first place of each shift and the shift, in turn, and at last the size of the squeezed text.
    """
    whole = fold(text)
    in_step = whole if whole.origins is None else None  # character by character, so that parts of it are folded parts
    start = 0
    while start < len(text):
        cut = _CUT.search(text, start + _BLOCK)
        end = cut.end() if cut is not None else len(text)
        written = text[start:end]
        folded = Folded(in_step.text[start:end], end - start) if in_step else fold(written)
        squeezed, origins = squeeze(folded.text)
        in_written = origins if folded.origins is None else map(folded.origins.__getitem__, origins)
        yield start, written, squeezed, _changes(array("i", map(sub, in_written, range(len(origins)))))
        start += len(written)


def _changes(shifts: array) -> array:
    """Return where a shift begins and what it is, in turn, and the number of them all."""
    firsts = [0, *compress(count(1), map(ne, shifts[1:], shifts))] if shifts else []
    return array("i", [*chain.from_iterable((at, shifts[at]) for at in firsts), len(shifts)])


def _pairs(blocks: list[str], at: int) -> str:
    """Return the characters and the pairs of neighbours of a block, parted by spaces; white space is in none."""
    text = blocks[at]
    for following in blocks[at + 1 :]:
        if len(text) >= len(blocks[at]) + _OVERLAP:
            break
        text += following
    return " ".join(_terms(text[: len(blocks[at]) + _OVERLAP], (1, 2, 3, 4)))


def _terms(text: str, sizes: Iterable[int]) -> set[str]:
    """Return pieces of these sizes; of three and four characters only Latin letters and digits."""
    terms: set[str] = set()
    for run in _SPACE_AND_BELOW.split(text):
        for size in sizes:
            if size == 1:
                terms.update(run)
            elif size == _PAIR:
                terms.update(map(add, run, run[1:]))
            else:
                for part in _ASCII_RUN.findall(run):
                    terms.update(part[at : at + size] for at in range(len(part) - size + 1))
    return terms


def _query(wanted: str) -> str:
    """Return the conjunction of the pairs of a phrase, of its character where there is but one; "" for neither."""
    terms = _terms(wanted, (2, 3, 4)) or _terms(wanted, (1,))
    return " AND ".join('"' + term.replace('"', '""') + '"' for term in sorted(terms))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _decoded(stored: bytes) -> str:
    return stored.decode("utf-8", "surrogatepass")


def _packed(text: str) -> bytes:
    return zlib.compress(_encoded(text), 1)


def _unpacked(packed: bytes) -> str:
    return _decoded(zlib.decompress(packed))

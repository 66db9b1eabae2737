"""PDF: a document → its text, with the lines of a paragraph joined again.

Takes the file's bytes; returns text, lines and furniture (running heads, page numbers). A line that fills the column
and ends no sentence goes on with the next one, over the page's end too; what is set larger than the text is a heading,
the larger the higher. Leaves out pictures, and what was scanned: there is no text to be read.

    创新居现代化↵建设的核心。      →  创新居现代化建设的核心。
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref
from math import hypot
from typing import Any, NamedTuple

from kwaicompare.errors import UnreadableDocument
from kwaicompare.model.document import FurnitureKind
from kwaicompare.progress import Progress, silent
from kwaicompare.read.page import Block, Page, PageWriter
from kwaicompare.read.plain_text import begins_item

_EDGE = 2  # rows at the top and at the bottom of a page that may be its running head or foot
_FEWEST, _OFTEN = 3, 0.3  # pages, and their share, that a running head stands on
_LARGER = 1.15  # times the size of the text, of a heading
_ALIKE = 0.08  # of a size, between rows of one paragraph
_FULL = 0.8  # of the usual width, of a row that the column ended: a long word may have gone to the next one
_LONGEST = 60  # characters of a heading
_LEVELS = 6
_NUMBERS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—·/|\s第页共of]*#[-–—·/|\s第页共of#]*", re.I)
_ENDED = re.compile(r"[。！？；：.!?;:…]['”’」』）)]*$")
_BEGINS = re.compile(
    r"第[一二三四五六七八九十百\d]{1,4}[章节条部编]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．](?!\d)|[•●◆■▪○–-]\s"
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_WIDE = frozenset("WF")


class _Row(NamedTuple):
    words: str
    size: float  # in points


def extract_pdf(data: bytes, given: str, progress: Progress = silent) -> Page:
    """Return the text of a document. Raises UnreadableDocument; ``given`` is the path to name in it."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages = [_rows(page, progress, at / len(document)) for at, page in enumerate(document)]
        document.close()
    except pypdfium2.PdfiumError as fault:
        raise UnreadableDocument("error.pdf", given) from fault
    if not any(pages):
        raise UnreadableDocument("error.pdf_scan", given)
    return _Writing(pages).page()


def _rows(page: Any, progress: Progress, done: float) -> list[_Row]:
    """Return the lines of a page in the order they are drawn."""
    progress("read", done)
    text, at, rows = page.get_textpage(), 0, []
    for words in text.get_text_range().replace("\ufffe", "").replace("\r\n", "\n").split("\n"):
        if words.strip():
            rows.append(_Row(" ".join(words.split()), _size(text, at + len(words) // 2)))
        at += len(words) + 2  # the carriage return and the line feed are characters of the page like any other
    return rows


def _size(text: Any, at: int) -> float:
    """Return the size in points that a character is set in: that of its font, as the page scales it."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, at, byref(matrix))
    return round(pdfium.FPDFText_GetFontSize(text, at) * (hypot(matrix.c, matrix.d) or 1.0), 1)


class _Writing:
    """Joins the rows of all pages to paragraphs."""

    def __init__(self, pages: Sequence[Sequence[_Row]]) -> None:
        self._pages = pages
        everything = [row for page in pages for row in page]
        sizes = Counter[float]()
        for row in everything:
            sizes[row.size] += len(row.words)
        self._usual = max(sizes, key=lambda size: (sizes[size], -size))
        widths = sorted(_width(row.words) for row in everything if row.size == self._usual)
        self._full = _FULL * widths[int(0.9 * (len(widths) - 1))]
        self._larger = _apart({row.size for row in everything if self._is_heading(row)})
        self._writer = PageWriter()
        self._open: list[_Row] = []
        self._held: list[tuple[str, FurnitureKind]] = []  # furniture in the middle of a paragraph: it follows

    def page(self) -> Page:
        """Return the text."""
        kinds = _running(self._pages)
        for page, rows in enumerate(self._pages):
            for at, row in enumerate(rows):
                kind = kinds.get((page, at))
                if kind is not None:
                    self._held.append((row.words, kind))
                    continue
                if self._open and not self._goes_on(self._open[-1], row):
                    self._end()
                self._open.append(row)
        self._end()
        return self._writer.page("")

    def _is_heading(self, row: _Row) -> bool:
        short = len(row.words) <= _LONGEST and not _ENDED.search(row.words)
        return row.size >= _LARGER * self._usual and short and _LETTERS.search(row.words) is not None

    def _goes_on(self, row: _Row, following: _Row) -> bool:
        if abs(row.size - following.size) > _ALIKE * row.size or _BEGINS.match(following.words):
            return False
        if self._is_heading(row):
            return self._is_heading(following)
        return _width(row.words) >= self._full and not _ENDED.search(row.words)

    def _end(self) -> None:
        if self._open:
            first = self._open[0]
            heading = self._is_heading(first)
            level = min(_LEVELS, sum(size >= first.size for size in self._larger)) if heading else None
            role = "heading" if heading else "list" if begins_item(first.words) else "text"
            self._write("".join(_joined(self._open)), Block(role, level))
            self._open = []
        for words, kind in self._held:
            self._write(words, Block("text", None, kind))
        self._held = []

    def _write(self, words: str, block: Block) -> None:
        self._writer.add(words, block)
        self._writer.end_block()


def _running(pages: Sequence[Sequence[_Row]]) -> dict[tuple[int, int], FurnitureKind]:
    """Return which rows are running heads or page numbers: alike at the edge of many pages, but for figures."""
    edges = {
        (page, at): _NUMBERS.sub("#", rows[at].words)
        for page, rows in enumerate(pages)
        for at in {*range(min(_EDGE, len(rows))), *range(max(0, len(rows) - _EDGE), len(rows))}
    }
    counts = Counter(key for _, key in {(page, key) for (page, _), key in edges.items()})
    often = max(_FEWEST, _OFTEN * len(pages))
    return {
        place: "page_number" if _PAGE_NUMBER.fullmatch(key) else "running_head"
        for place, key in edges.items()
        if counts[key] >= often
    }


def _apart(sizes: Iterable[float]) -> list[float]:
    """Return the sizes that differ to the eye, the smaller of those that do not."""
    found: list[float] = []
    for size in sorted(sizes):
        if not found or size > (1 + _ALIKE) * found[-1]:
            found.append(size)
    return found


def _joined(rows: Sequence[_Row]) -> Iterator[str]:
    """Yield the words of rows, between them a space where none of both is a wide character."""
    for at, row in enumerate(rows):
        if at and not (_is_wide(rows[at - 1].words[-1]) or _is_wide(row.words[0])):
            yield " "
        yield row.words


def _width(words: str) -> int:
    """Return the width of a row in halves of a Chinese character."""
    return sum(2 if _is_wide(char) else 1 for char in words)


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in _WIDE

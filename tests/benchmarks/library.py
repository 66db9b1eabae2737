"""A library of 100 MB: indexing speed, size, and look-up at each key press, beside SQLite's trigrams and a plain scan.

The text is invented: words of one to four characters drawn at random, their frequencies falling as in prose, put into
sentences. Key presses are the beginnings of phrases that occur, from one character on, and of some that do not.
"""

import random
import sqlite3
import statistics
import time
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

from kwaicompare.model.keyword import Query
from kwaicompare.store.library import Library
from tests.benchmarks.measuring import Outcome, Row

_SIZE = 100_000_000
_FILE = 1_000_000
_WORDS = 60_000
_CHARACTERS = [chr(code) for code in range(0x4E00, 0x4E00 + 3500)]
_FRAME = 0.016
_SHOWN = 100
_PHRASES = 40
_MEGABYTE = 1_000_000
_SPEED = 3.0
_LARGEST = 2.5


class _Varied:
    """Prose without sense whose words and pairs of characters are as many as in a language."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        weights = list(accumulate(1 / (rank + 20) for rank in range(len(_CHARACTERS))))
        sizes = self._random.choices((1, 2, 3, 4), (1, 12, 4, 3), k=_WORDS)
        self._words = ["".join(self._random.choices(_CHARACTERS, cum_weights=weights, k=size)) for size in sizes]
        self._weights = list(accumulate(1 / (rank + 5) for rank in range(_WORDS)))

    def text(self, size: int) -> str:
        """Return about ``size`` bytes in UTF-8: sentences of 8 to 30 words, five a paragraph."""
        parts: list[str] = []
        written = 0
        while written < size:
            words = self._random.choices(self._words, cum_weights=self._weights, k=self._random.randint(8, 30))
            words.insert(len(words) // 2, f"，{self._random.randint(2, 99999)}")
            parts.append("".join(words) + ("。\n\n" if len(parts) % 5 == 4 else "。"))
            written += 3 * len(parts[-1])
        return "".join(parts)


def library(_: int, folder: Path) -> Outcome:
    """Index the library once, then press keys."""
    reports, size = _reports(folder / "reports")
    ours = Library(folder / "library")
    busy = time.process_time()
    indexing = _wall(lambda: ours.add(reports))
    busy = time.process_time() - busy
    ours.close()
    stored = sum(path.stat().st_size for path in (folder / "library").iterdir())
    trigrams, trigram_indexing = _trigrams(reports, folder / "trigram.sqlite")
    texts = [path.read_text(encoding="utf-8") for path in sorted(reports.iterdir())]
    queries = _key_presses(texts)
    look = _percentile([_wall(lambda query=query: ours.find(Query(query), _SHOWN)) for query in queries])
    found = _percentile(
        [_wall(lambda query=query: _by_trigram(trigrams, query)) for query in queries if len(query) > 2]
    )
    scans = _percentile([_wall(lambda query=query: _scan(texts, query)) for query in queries])
    megabytes = size / _MEGABYTE
    return [
        Row("look-up in a 100 MB library, 95th percentile / 16 ms", look, _FRAME, 1),
        Row("  the same / SQLite trigrams, three characters and more", look, found, None),
        Row("  the same / a plain scan", look, scans, None),
        Row("indexing it / 1 s for every 3 MB", indexing, megabytes / _SPEED, 1),
        Row("  the same, CPU", busy, megabytes / _SPEED, None),
        Row("  the same / SQLite trigrams", indexing, trigram_indexing, None),
        Row("size of the index and kept text / the files", stored, size, _LARGEST),
        Row("  the same / SQLite trigrams", stored, (folder / "trigram.sqlite").stat().st_size, None),
    ]


def _reports(folder: Path) -> tuple[Path, int]:
    folder.mkdir()
    varied = _Varied(seed=11)
    size = 0
    while size < _SIZE:
        text = varied.text(_FILE).encode()
        (folder / f"{size:09}.txt").write_bytes(text)
        size += len(text)
    return folder, size


def _key_presses(texts: list[str]) -> list[str]:
    """Return every beginning of phrases of 2 to 12 characters; one in four phrases is written backwards."""
    chosen = random.Random(5)
    queries = []
    for number in range(_PHRASES):
        text = chosen.choice(texts)
        start = chosen.randrange(len(text) - 12)
        phrase = text[start : start + chosen.randint(2, 12)].split("\n")[0]
        phrase = phrase[::-1] if number % 4 == 3 else phrase
        queries += [phrase[:size] for size in range(1, len(phrase) + 1) if phrase[:size].strip()]
    return queries


def _trigrams(reports: Path, file: Path) -> tuple[sqlite3.Connection, float]:
    database = sqlite3.connect(file)
    database.execute("CREATE VIRTUAL TABLE paragraph USING fts5(text, tokenize='trigram')")

    def index() -> None:
        for path in sorted(reports.iterdir()):
            paragraphs = path.read_text(encoding="utf-8").split("\n\n")
            database.executemany("INSERT INTO paragraph VALUES (?)", ((text,) for text in paragraphs))
            database.commit()

    return database, _wall(index)


def _by_trigram(database: sqlite3.Connection, query: str) -> list[tuple[str]]:
    quoted = '"' + query.replace('"', '""') + '"'
    sql = "SELECT text FROM paragraph WHERE paragraph MATCH ? LIMIT ?"
    return database.execute(sql, (quoted, _SHOWN)).fetchall()


def _scan(texts: list[str], query: str) -> int:
    found = 0
    for text in texts:
        at = text.find(query)
        while at >= 0 and found < _SHOWN:
            found += 1
            at = text.find(query, at + len(query))
    return found


def _wall(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _percentile(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]

"""What is open: two editions and their comparison, and the work that gets them.

Takes: names of documents and queries. Returns: signals with values. Leaves out: everything to be seen.

Reading, comparing and looking up run on the worker thread. Trouble is told and changes nothing:
what was open stays open.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kwaicompare.errors import KwaiError
from kwaicompare.gui.models.rows import Order, Row, comparison_rows
from kwaicompare.progress import Progress, part

if TYPE_CHECKING:
    from kwaicompare.gui.tasks import Job, Worker
    from kwaicompare.model.comparison import Comparison, Edition
    from kwaicompare.model.keyword import Hit, Query

# The core is imported inside the jobs: the window is painted before any of it is loaded.
HIT_LIMIT = 5000


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison and its rows in an order."""

    comparison: Comparison
    order: Order
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class OpenPair:
    """Two editions as opened, with the names they were opened by, their lines side by side, and a kept comparison."""

    names: tuple[str, str]
    a: Edition
    b: Edition
    rows: list[Row]
    kept: Compared | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found, and the query that found it (pinyin, where plain text found nothing)."""

    query: Query
    hits: tuple[Hit, ...]


class Session(QObject):
    """The open pair.

    Signals: ``opened(OpenPair)``, ``compared(Compared)``, ``ordered(Compared)`` with rows in another order,
    ``found(Found)``, ``saved(path)``, ``troubled(KwaiError)``,
    ``cancelled()`` by the user.
    """

    opened = Signal(object)
    compared = Signal(object)
    ordered = Signal(object)
    found = Signal(object)
    saved = Signal(str)
    troubled = Signal(object)
    cancelled = Signal()

    def __init__(self, worker: Worker, parent: QObject | None = None, results: Path | None = None) -> None:
        """Keep comparisons in the folder ``results``, where there is one."""
        super().__init__(parent)
        self._results = results
        self.work = worker.lane()
        self.keeping = worker.lane()
        self.look_ups = worker.lane()
        self.orderings = worker.lane()
        self.pair: OpenPair | None = None
        self.comparison: Comparison | None = None
        self.order: Order = "old"

    def open_default(self) -> None:
        """Open the corpus's own pair."""
        self._start(_opening(None, self.order, self._results), self._on_opened)

    def open(self, a: str, b: str) -> None:
        """Open two documents and compare them."""
        self._start(_opening((a, b), self.order, self._results), self._on_opened)

    def open_one(self, name: str, side: str) -> None:
        """Open one document on a side; the other side stays."""
        if self.pair is None:
            self.open(name, name)
            return
        a, b = self.pair.names
        self.open(*((name, b) if side == "a" else (a, name)))

    def swap(self) -> None:
        """Exchange the sides."""
        if self.pair is not None:
            self.open(*reversed(self.pair.names))

    def reload(self) -> None:
        """Read both files again."""
        if self.pair is not None:
            self.open(*self.pair.names)

    def cancel(self) -> None:
        """Stop the work under way; documents already open stay, compared or not."""
        if self.work.busy:
            self.work.cancel()
            self.cancelled.emit()

    def set_order(self, order: Order) -> None:
        """Put the rows in another order."""
        self.order = order
        if self.comparison is not None:
            self.orderings.start(_ordering(self.comparison, order), self.ordered.emit, self._on_trouble)

    def look_up(self, query: Query | None, pinyin_too: bool) -> None:
        """Look something up in both editions; None finds nothing. Waits for work that is under way."""
        if self.pair is None or query is None:
            self.look_ups.cancel()
            from kwaicompare.model.keyword import Query

            self.found.emit(Found(query or Query(""), ()))
            return
        self.look_ups.start(_looking_up(query, pinyin_too, self.editions()), self.found.emit, self._on_trouble)

    def editions(self) -> tuple[Edition, ...]:
        """Return both editions as far as they are known."""
        if self.comparison is not None:
            return self.comparison.a, self.comparison.b
        return (self.pair.a, self.pair.b) if self.pair else ()

    def save_report(self, path: str, language: str) -> None:
        """Write a report of the comparison."""
        if self.comparison is not None:
            self._start(_saving(self.comparison, path, language), self.saved.emit)

    def _start(self, job: Job, done: object) -> None:
        self.work.start(job, done, self._on_trouble)  # type: ignore[arg-type]

    def _on_opened(self, pair: OpenPair) -> None:
        self.pair, self.comparison = pair, None
        self.orderings.cancel()
        self.opened.emit(pair)
        if pair.kept is not None:
            self._on_compared(pair.kept)
        else:
            self._start(_comparing(pair, self.order), self._on_new)

    def _on_new(self, result: Compared) -> None:
        self._on_compared(result)
        if self._results is not None:
            self.keeping.start(_keeping(result.comparison, self._results), lambda _: None, self._on_trouble)

    def _on_compared(self, result: Compared) -> None:
        self.comparison = result.comparison
        self.compared.emit(result)
        if result.order != self.order:
            self.set_order(self.order)

    def _on_trouble(self, error: Exception) -> None:
        if not isinstance(error, KwaiError):
            raise error
        self.troubled.emit(error)


def _opening(names: tuple[str, str] | None, order: Order, results: Path | None) -> Job:
    def job(progress: Progress) -> OpenPair:
        from kwaicompare import workspace
        from kwaicompare.gui.models.plain_rows import plain_rows

        pair = names or workspace.default_pair()
        known = workspace.stored(*pair, results) if results is not None else None
        if known is not None:
            kept = Compared(known, order, comparison_rows(known, order))
            return OpenPair(pair, known.a, known.b, plain_rows(known.a, known.b), kept)
        a = workspace.open_edition(pair[0], part(progress, 0.0, 0.15))
        b = workspace.open_edition(pair[1], part(progress, 0.15, 0.3))
        return OpenPair(pair, a, b, plain_rows(a, b))

    return job


def _comparing(pair: OpenPair, order: Order) -> Job:
    def job(progress: Progress) -> Compared:
        from kwaicompare import workspace

        comparison = workspace.compare(pair.a, pair.b, progress=part(progress, 0.3, 1.0))
        return Compared(comparison, order, comparison_rows(comparison, order))

    return job


def _keeping(comparison: Comparison, results: Path) -> Job:
    def job(progress: Progress) -> None:
        from kwaicompare import workspace

        try:
            workspace.keep(comparison, results)
        except OSError:
            return  # a full or read-only disk costs the next start its time, nothing more

    return job


def _ordering(comparison: Comparison, order: Order) -> Job:
    return lambda progress: Compared(comparison, order, comparison_rows(comparison, order))


def _looking_up(query: Query, pinyin_too: bool, editions: tuple[Edition, ...]) -> Job:
    def job(progress: Progress) -> Found:
        from kwaicompare import workspace
        from kwaicompare.model.keyword import Query

        progress("find", 0.0)
        found = Found(query, workspace.search(query, editions, HIT_LIMIT))
        letters = query.text.replace(" ", "").isascii() and query.text.replace(" ", "").isalpha()
        if not found.hits and pinyin_too and letters:
            pinyin = Query(query.text, "pinyin")
            found = Found(pinyin, workspace.search(pinyin, editions, HIT_LIMIT))
        return found

    return job


def _saving(comparison: Comparison, path: str, language: str) -> Job:
    def job(progress: Progress) -> str:
        from kwaicompare import workspace

        progress("report", 0.0)
        workspace.save_report(comparison, Path(path), language)
        return path

    return job

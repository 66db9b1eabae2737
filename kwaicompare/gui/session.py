"""What is open: two editions and their comparison, and the work that gets them.

Takes: names of documents and queries. Returns: signals with values. Leaves out: everything to be seen.

Reading, comparing and looking up run on the worker thread. Trouble is told and changes nothing:
what was open stays open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kwaicompare.errors import BadQuery, BadReview, KwaiError
from kwaicompare.gui.models.rows import Arrangement, Order
from kwaicompare.gui.review_history import ReviewHistory
from kwaicompare.gui.tasks import ignore
from kwaicompare.model.edit import DEFAULT_LENSES, Lens
from kwaicompare.model.review import NO_REVIEW, Review
from kwaicompare.progress import Progress, part

if TYPE_CHECKING:
    from kwaicompare.gui.models.compared import Compared, Numbers
    from kwaicompare.gui.models.sheet import Sheet
    from kwaicompare.gui.tasks import Job, Worker
    from kwaicompare.keywords.concordance import Searcher
    from kwaicompare.model.comparison import Comparison, Edition
    from kwaicompare.model.decision import Opinion, Standing
    from kwaicompare.model.edit import Passage
    from kwaicompare.model.keyword import Hit, Query

# The core is imported inside the jobs: the window is painted before any of it is loaded.
HIT_LIMIT = 5000


@dataclass(frozen=True, slots=True)
class Places:
    """Where things are kept: the folder of comparisons and the file of reviews; None where there is no such place."""

    results: Path | None = None
    reviews: Path | None = None


NO_PLACES = Places()


@dataclass(frozen=True, slots=True)
class OpenPair:
    """Two editions as opened, with the names they were opened by, their lines side by side, the numbers
    printed in their headings, and a kept comparison.

    ``review`` is what was decided about them before; ``trouble`` says why that could not be read.
    """

    names: tuple[str, str]
    a: Edition
    b: Edition
    sheet: Sheet
    numbers: Numbers
    kept: Compared | None = None
    review: Review = NO_REVIEW
    trouble: BadReview | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found, and the query that found it (pinyin, where plain text found nothing)."""

    query: Query
    hits: tuple[Hit, ...]


class Session(QObject):
    """The open pair.

    Signals: ``opened(OpenPair)``, ``compared(Compared)``, ``ordered(Compared)`` with rows in another order,
    ``found(Found)``, ``refused(KwaiError)`` of a query that cannot be looked up, ``saved(path)``,
    ``troubled(KwaiError)``, ``cancelled()`` by the user, ``judged(tuple[Standing, ...])``: what the reviewer thinks.
    """

    opened = Signal(object)
    compared = Signal(object)
    ordered = Signal(object)
    found = Signal(object)
    refused = Signal(object)
    saved = Signal(str)
    troubled = Signal(object)
    cancelled = Signal()
    judged = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None, places: Places = NO_PLACES) -> None:
        super().__init__(parent)
        self._places = places
        self.history = ReviewHistory(self)
        self.history.changed.connect(self._on_review)
        self.work = worker.lane()
        self.keeping = worker.lane()
        self.reviewing = worker.lane(finishing=True)
        self.look_ups = worker.lane()
        self.orderings = worker.lane()
        self.judging = worker.lane()
        self._searched = _Searched(())
        self.pair: OpenPair | None = None
        self.comparison: Comparison | None = None
        self.standings: tuple[Standing, ...] = ()
        self._decided = NO_REVIEW
        self.arrangement = Arrangement()
        self.lenses: frozenset[Lens] = DEFAULT_LENSES

    def open_default(self) -> None:
        """Open the corpus's own pair."""
        self.run(_opening(None, self.arrangement, self.lenses, self._places), self._on_opened)

    def open(self, a: str, b: str) -> None:
        """Open two documents and compare them."""
        self.run(_opening((a, b), self.arrangement, self.lenses, self._places), self._on_opened)

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
        self.arrangement = self.arrangement._replace(order=order)
        if self.comparison is not None:
            self.orderings.start(_ordering(self.comparison, self.arrangement), self.ordered.emit, self._on_trouble)

    def set_folded(self, folded: bool) -> None:
        """Fold unchanged stretches of what is laid out from now on."""
        self.arrangement = self.arrangement._replace(folded=folded)

    def set_lenses(self, lenses: frozenset[Lens]) -> None:
        """Hide other kinds of difference."""
        self.lenses = lenses
        if self.pair is not None:
            self._compare(self.pair)

    def diff_anyway(self, passage: Passage) -> None:
        """Diff a pair word by word that was too long or too different for it."""
        if self.comparison is not None and (passage.rewritten or passage.limited):
            self.run(_diffing_anyway(self.comparison, passage, self.arrangement), self._on_compared)

    def decide(self, decide: Callable[[Review, Comparison], Review]) -> None:
        """Put the review in force that follows from the one in force and the comparison shown."""
        if self.comparison is not None:
            self.history.decide(decide(self.history.review, self.comparison))

    def look_up(self, query: Query | None, pinyin_too: bool) -> None:
        """Look something up in both editions; None finds nothing. Waits for work that is under way."""
        if self.pair is None or query is None:
            self.look_ups.cancel()
            from kwaicompare.model.keyword import Query

            self.found.emit(Found(query or Query(""), ()))
            return
        if self._searched.editions != self.editions():
            self._searched = _Searched(self.editions())
        self.look_ups.start(_looking_up(query, pinyin_too, self._searched), self.found.emit, self._on_refusal)

    def editions(self) -> tuple[Edition, ...]:
        """Return both editions as far as they are known."""
        if self.comparison is not None:
            return self.comparison.a, self.comparison.b
        return (self.pair.a, self.pair.b) if self.pair else ()

    def save_report(self, path: str, language: str) -> None:
        """Write a report of the comparison."""
        if self.comparison is not None:
            said = replace(self.comparison, standings=self.standings)
            self.run(_saving(said, path, language), self.saved.emit)

    def run(self, job: Job, done: object) -> None:
        """Run a job as the work of the session: with progress, to be cancelled, its trouble told."""
        self.work.start(job, done, self._on_trouble)  # type: ignore[arg-type]

    def _on_opened(self, pair: OpenPair) -> None:
        self.pair, self.comparison = pair, None
        self._decided = pair.review.deciding
        self.orderings.cancel()
        self.judging.cancel()
        self.history.begin(pair.names, pair.review)
        self.opened.emit(pair)
        if self.standings:
            self._on_judged(())
        if pair.kept is not None:
            self._on_compared(pair.kept)
        else:
            self._compare(pair)
        if pair.trouble is not None:
            self.troubled.emit(pair.trouble)

    def _on_review(self, review: Review) -> None:
        """Keep what was decided and compare again; what could not be read before is never written over."""
        if self.pair is None:
            return
        if self._places.reviews is not None and self.pair.trouble is None:
            self.reviewing.start(_reviewing(self.pair, review, self._places.reviews), ignore, self._on_trouble)
        if review.deciding != self._decided:
            self._compare(self.pair)
        else:
            self._judge()

    def _compare(self, pair: OpenPair) -> None:
        self._decided = self.history.review.deciding
        self.run(_comparing(pair, self.arrangement, self._decided, self.lenses), self._on_new)

    def _on_new(self, result: Compared) -> None:
        self._on_compared(result)
        if self._places.results is not None:
            job = _keeping(result.comparison, self._places.results, self._decided)
            self.keeping.start(job, ignore, self._on_trouble)

    def _on_compared(self, result: Compared) -> None:
        self.comparison = result.comparison
        self.compared.emit(result)
        self._judge()
        if result.order != self.arrangement.order:
            self.set_order(self.arrangement.order)

    def _judge(self) -> None:
        """Find again what the reviewer thinks anything of."""
        opinions = self.history.review.opinions
        if self.comparison is not None and (opinions or self.standings):
            self.judging.start(_judging(opinions, self.comparison), self._on_judged, self._on_trouble)

    def _on_judged(self, standings: tuple[Standing, ...]) -> None:
        self.standings = standings
        self.judged.emit(standings)

    def _on_refusal(self, error: Exception) -> None:
        if isinstance(error, BadQuery):
            self.refused.emit(error)
        else:
            self._on_trouble(error)

    def _on_trouble(self, error: Exception) -> None:
        if not isinstance(error, KwaiError):
            raise error
        self.troubled.emit(error)


def _opening(names: tuple[str, str] | None, arrangement: Arrangement, lenses: frozenset[Lens], places: Places) -> Job:
    def job(progress: Progress) -> OpenPair:
        from kwaicompare import workspace
        from kwaicompare.gui.models.compared import numbers_of, plain_sheet
        from kwaicompare.gui.models.sheet import Sheet

        pair = names or workspace.default_pair()
        known = workspace.stored(*pair, places.results) if places.results is not None else None
        a = known.a if known is not None else workspace.open_edition(pair[0], part(progress, 0.0, 0.15))
        b = known.b if known is not None else workspace.open_edition(pair[1], part(progress, 0.15, 0.3))
        review, trouble = _known_review(a, b, places.reviews)
        decided = review.deciding
        if places.results is not None and (decided or lenses != DEFAULT_LENSES):
            known = workspace.stored(*pair, places.results, decided, lenses)
        kept = _laid_out(known, arrangement) if known is not None else None
        sheet = Sheet([]) if kept is not None else plain_sheet(a, b)
        numbers = numbers_of(a, b) if kept is None else kept.numbers
        return OpenPair(pair, a, b, sheet, numbers, kept, review, trouble)

    return job


def _known_review(a: Edition, b: Edition, reviews: Path | None) -> tuple[Review, BadReview | None]:
    from kwaicompare import workspace

    if reviews is None:
        return NO_REVIEW, None
    try:
        return workspace.load_review(a.document.source, b.document.source, reviews), None
    except BadReview as trouble:
        return NO_REVIEW, trouble


def _reviewing(pair: OpenPair, review: Review, reviews: Path) -> Job:
    def job(progress: Progress) -> None:
        from kwaicompare import workspace

        workspace.save_review(pair.a.document.source, pair.b.document.source, review, reviews)

    return job


def _comparing(pair: OpenPair, arrangement: Arrangement, review: Review, lenses: frozenset[Lens]) -> Job:
    def job(progress: Progress) -> Compared:
        from kwaicompare import workspace
        from kwaicompare.compare import CompareOptions
        from kwaicompare.diff.options import DiffOptions

        options = CompareOptions(diff=DiffOptions(lenses), review=review)
        comparison = workspace.compare(pair.a, pair.b, options, part(progress, 0.3, 1.0))
        return _laid_out(comparison, arrangement)

    return job


def _diffing_anyway(comparison: Comparison, passage: Passage, arrangement: Arrangement) -> Job:
    def job(progress: Progress) -> Compared:
        from kwaicompare import workspace

        return _laid_out(workspace.diff_anyway(comparison, passage, progress), arrangement)

    return job


def _judging(opinions: Sequence[Opinion], comparison: Comparison) -> Job:
    def job(progress: Progress) -> tuple[Standing, ...]:
        from kwaicompare.text.opinions import standings

        return standings(opinions, comparison.a, comparison.b, progress)

    return job


def _keeping(comparison: Comparison, results: Path, review: Review) -> Job:
    def job(progress: Progress) -> None:
        from kwaicompare import workspace

        try:
            workspace.keep(comparison, results, review)
        except OSError:
            return  # a full or read-only disk costs the next start its time, nothing more

    return job


def _ordering(comparison: Comparison, arrangement: Arrangement) -> Job:
    return lambda progress: _laid_out(comparison, arrangement)


def _laid_out(comparison: Comparison, arrangement: Arrangement) -> Compared:
    from kwaicompare.gui.models.compared import laid_out

    return laid_out(comparison, arrangement)


class _Searched:
    """Editions that are looked up in; the worker thread, which alone asks, folds them once for all key presses."""

    def __init__(self, editions: tuple[Edition, ...]) -> None:
        self.editions = editions

    @cached_property
    def searchers(self) -> tuple[Searcher, ...]:
        """The editions made ready."""
        from kwaicompare import workspace

        return workspace.prepare(self.editions)


def _looking_up(query: Query, pinyin_too: bool, searched: _Searched) -> Job:
    def job(progress: Progress) -> Found:
        from kwaicompare import workspace
        from kwaicompare.model.keyword import Query

        progress("find", 0.0)
        found = Found(query, workspace.search(query, searched.searchers, HIT_LIMIT))
        letters = query.text.replace(" ", "").isascii() and query.text.replace(" ", "").isalpha()
        if not found.hits and pinyin_too and letters:
            pinyin = Query(query.text, "pinyin")
            found = Found(pinyin, workspace.search(pinyin, searched.searchers, HIT_LIMIT))
        return found

    return job


def _saving(comparison: Comparison, path: str, language: str) -> Job:
    def job(progress: Progress) -> str:
        from kwaicompare import workspace

        progress("report", 0.0)
        workspace.save_report(comparison, Path(path), language)
        return path

    return job

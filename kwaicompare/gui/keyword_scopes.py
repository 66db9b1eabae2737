"""Words counted in a part of the comparison: the pair of sections being read, or what is selected in the panes.

Takes: the keyword view, once it is built, and the panes. Returns: terms, handed to the view. Leaves out: counting
(`keywords/keyness.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kwaicompare.gui.models.rows import Row, sections_of
from kwaicompare.gui.views.look_up import LookUp
from kwaicompare.model.span import SIDES, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kwaicompare.gui.main_window import MainWindow
    from kwaicompare.gui.tasks import Job
    from kwaicompare.gui.views.keywords import KeywordsView
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.document import Section
    from kwaicompare.model.keyword import Term
    from kwaicompare.model.review import Review
    from kwaicompare.progress import Progress

Within = tuple[list[Span], list[Span]]
_LEAST = 2  # occurrences: in a section, three would leave few words


class KeywordScopes(QObject):
    """Connects the keyword view with what is read."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._lane = window.worker.lane()
        self._shown: Within | None = None
        window.docks["keywords"].built.connect(self._adopt)

    def _adopt(self, view: KeywordsView) -> None:
        self._view = view
        view.scope_wanted.connect(lambda _: self._count(anew=True))
        view.look_up_wanted.connect(lambda words: self._window.look_up.take(LookUp(words, "all")))
        self._window.page.row_chosen.connect(lambda _: self._count())
        self._window.page.panes.selection_changed.connect(self._count)

    def _count(self, anew: bool = False) -> None:
        """Count what is read now, where a part is wanted and it is another part than before."""
        comparison = self._window.session.comparison
        if self._view.scope == "whole" or comparison is None or not self._view.isVisible():
            return
        rows = self._window.page.panes.chosen_rows()
        pair = self._view.scope == "pair"
        within, words = _sections(comparison, rows) if pair else (_places(rows), self.tr("the selection"))
        if within != self._shown or anew:
            self._shown = within
            job = _counting(comparison, within, self._window.session.history.review)
            self._lane.start(job, lambda terms: self._view.show_part(terms, words), self._window.session.troubled.emit)


def _sections(comparison: Comparison, rows: list[Row]) -> tuple[Within, str]:
    """Return the places of the sections in which the first row stands, and their titles."""
    ids = sections_of(comparison, rows[0]) if rows else ("", "")
    found = [
        next((section for section in edition.sections if section.id == wanted), None)
        for edition, wanted in zip((comparison.a, comparison.b), ids, strict=True)
    ]
    titles = " ~ ".join(section.title for section in found if section is not None)
    return (_of_section(found[0]), _of_section(found[1])), titles


def _of_section(section: Section | None) -> list[Span]:
    return [section.span] if section is not None else []


def _places(rows: list[Row]) -> Within:
    """Return what rows hold of either text, sorted and joined where it touches."""
    a, b = (_joined(row.on(side) for row in rows if row.kind != "ghost") for side in SIDES)
    return a, b


def _joined(spans: Iterable[Span | None]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(each for each in spans if each is not None):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _counting(comparison: Comparison, within: Within, review: Review) -> Job:
    def job(progress: Progress) -> tuple[Term, ...]:
        from kwaicompare import workspace

        return workspace.keywords_within(comparison, within, _LEAST, review)

    return job

"""Indicators and terms through more than the two open editions: asked for, read, compared, shown in the plots.

Takes: the action and the window. Returns: series handed to the ledger, trends to the keyword view. Leaves
out: joining figures into series (`metrics/series.py`) and drawing them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from kwaicompare.gui.dialogs import ask_documents
from kwaicompare.progress import Progress, part

if TYPE_CHECKING:
    from kwaicompare.gui.main_window import MainWindow
    from kwaicompare.gui.tasks import Job
    from kwaicompare.model.comparison import Comparison, Edition
    from kwaicompare.model.keyword import Trend, WordRule
    from kwaicompare.model.metric import Series


@dataclass(frozen=True, slots=True)
class Followed:
    """Indicators and terms through editions, and the editions' names in their order."""

    names: tuple[str, ...]
    series: tuple[Series, ...]
    trends: tuple[Trend, ...]


class FurtherEditions(QObject):
    """Connects the action with asking for files and showing what they add."""

    def __init__(self, action: QAction, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        action.triggered.connect(lambda: ask_documents(window, self.follow))

    def follow(self, names: Sequence[str]) -> None:
        """Read these documents and follow the indicators of the open pair through all of them."""
        session = self._window.session
        if session.comparison is not None and names:
            job = _following(session.comparison, session.history.review.words, tuple(names))
            session.run(job, self._show)

    def _show(self, followed: Followed) -> None:
        for tool in ("keywords", "metrics"):
            self._window.show_view(tool)
        self._window.docks["keywords"].view.show_trends(followed.names, followed.trends)
        self._window.docks["metrics"].view.show_series(followed.names, followed.series)


def _following(comparison: Comparison, rules: Sequence[WordRule], names: Sequence[str]) -> Job:
    def job(progress: Progress) -> Followed:
        from kwaicompare import workspace

        progress("read", 0.0)
        further = [workspace.open_edition(name) for name in names]
        editions = _ordered([comparison.a, *further, comparison.b])
        _ledger, series = workspace.series(editions, part(progress, 0.3, 0.8))
        _terms, trends = workspace.trends(editions, rules, comparison.keywords)
        return Followed(tuple(map(_name, editions)), series, trends)

    return job


def _ordered(editions: list[Edition]) -> list[Edition]:
    """Return the editions by year where each names one, else as given: the old one, what was added, the new one."""
    years = [edition.document.source.edition for edition in editions]
    return sorted(editions, key=lambda each: each.document.source.edition) if all(map(str.isdigit, years)) else editions


def _name(edition: Edition) -> str:
    source = edition.document.source
    return source.edition or source.title or source.path

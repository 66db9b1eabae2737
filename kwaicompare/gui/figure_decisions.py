"""What the editor decides about figures in the window: from an action on rows of the ledger to the next review.

Takes: actions, the dock of the ledger and the session. Returns: reviews, handed to the session's history. Leaves out:
what a decision is (`metrics/decided.py`) and what follows from it (`session.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from kwaicompare.model.span import SIDES

if TYPE_CHECKING:
    from kwaicompare.gui.docks import ToolDock
    from kwaicompare.gui.models.ledger import Figures
    from kwaicompare.gui.models.table import Row
    from kwaicompare.gui.session import Session
    from kwaicompare.gui.views.ledger import LedgerView
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.metric import Mention, Verdict
    from kwaicompare.model.review import Review

FIGURES = ("pair_figures", "unpair_figures", "comparable", "rename_indicator", "not_a_figure", "release_figures")


class FigureDecisions(QObject):
    """Connects the actions with what they decide about the selected rows, once the ledger has been built."""

    def __init__(self, actions: dict[str, QAction], session: Session, dock: ToolDock) -> None:
        super().__init__(session)
        self._actions, self._session = actions, session
        self._view: LedgerView | None = None
        doings: dict[str, Callable[[], None]] = {
            "pair_figures": lambda: self._rule(self._chosen_pair(), "paired"),
            "unpair_figures": lambda: self._rule(self._paired(), "apart"),
            "comparable": lambda: self._rule(self._paired(), "comparable"),
            "rename_indicator": self._rename,
            "not_a_figure": lambda: self._name(self._rows(), None),
            "release_figures": self._release,
        }
        for name, do in doings.items():
            actions[name].triggered.connect(lambda _=False, do=do: do())
        dock.built.connect(self._adopt)
        self.refresh()

    def refresh(self) -> None:
        """Offer what can be decided about the selected rows."""
        rows, paired = self._rows(), self._paired()
        self._actions["pair_figures"].setEnabled(len(self._chosen_pair()) == 1)
        self._actions["unpair_figures"].setEnabled(bool(paired))
        self._actions["comparable"].setEnabled(any(row.decided != "comparable" for row in rows if row.delta))
        self._actions["rename_indicator"].setEnabled(len(rows) == 1 and not rows[0].excluded)
        self._actions["not_a_figure"].setEnabled(any(not row.excluded for row in rows))
        review = self._session.history.review
        self._actions["release_figures"].setEnabled(bool(rows) and bool(review.figures or review.pairings))

    def _adopt(self, view: LedgerView) -> None:
        self._view = view
        view.offer([self._actions[name] for name in FIGURES])
        view.table.selectionModel().selectionChanged.connect(self.refresh)
        view.table.rows.modelReset.connect(self.refresh)
        view.table.rows.edited.connect(lambda row, written: self._named(row, written))

    def _rows(self) -> list[Figures]:
        return [] if self._view is None else [row.item for row in self._view.table.selected_rows()]

    def _paired(self) -> list[tuple[Mention, Mention]]:
        return [(row.a, row.b) for row in self._rows() if row.a is not None and row.b is not None]

    def _chosen_pair(self) -> list[tuple[Mention, Mention]]:
        """Return the old edition's figure of one selected row and the new edition's of the other."""
        rows = self._rows()
        if len(rows) != 2 or any(row.excluded for row in rows):
            return []
        found = [(one.a, other.b) for one, other in (rows, rows[::-1]) if one.a is not None and other.b is not None]
        return found[:1]

    def _rule(self, pairs: list[tuple[Mention, Mention]], verdict: Verdict) -> None:
        from kwaicompare.metrics.decided import rule

        def decide(review: Review, comparison: Comparison) -> Review:
            for old, new in pairs:
                review = rule(review, comparison.a, comparison.b, old, new, verdict)
            return review

        self._session.decide(decide)

    def _rename(self) -> None:
        if self._view is not None:
            self._view.table.write_current(0)

    def _named(self, row: Row, written: str) -> None:
        self._name([row.item], written)

    def _name(self, rows: list[Figures], indicator: str | None) -> None:
        from kwaicompare.metrics.decided import rename

        def decide(review: Review, comparison: Comparison) -> Review:
            for side, edition in zip(SIDES, (comparison.a, comparison.b), strict=True):
                figures = [each for row in rows if not row.excluded for each in row.on(side)]
                review = rename(review, side, edition, figures, indicator)
            return review

        self._session.decide(decide)

    def _release(self) -> None:
        from kwaicompare.metrics.decided import release

        def decide(review: Review, comparison: Comparison) -> Review:
            for side, edition in zip(SIDES, (comparison.a, comparison.b), strict=True):
                review = release(review, side, edition, [each for row in self._rows() for each in row.on(side)])
            return review

        self._session.decide(decide)

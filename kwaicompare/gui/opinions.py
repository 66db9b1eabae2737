"""What the reviewer thinks, in the window: a status or a note for the change, section or figure at hand.

Takes: the window. Returns: reviews, handed to the session's history; standings, handed to the views. Leaves out: what
an opinion is (`text/opinions.py`), and keeping it (`session.py`).

At hand is what has the focus: the passage in the panes, the line of the section map, the row of the ledger, and in the
notes themselves what was at hand before.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from kwaicompare.gui.models.standings import STATUS_SIGNS, figure_target, row_target, section_target, standings_of
from kwaicompare.model.standings import Standings, Target

if TYPE_CHECKING:
    from kwaicompare.gui.main_window import MainWindow
    from kwaicompare.gui.views.ledger import LedgerView
    from kwaicompare.gui.views.notes import NotesView
    from kwaicompare.model.decision import ReviewStatus, Standing

_LONGEST = 80


class Opinions(QObject):
    """Connects the actions and views with what is thought."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._standings = Standings()
        self._target: Target | None = None
        self._view: NotesView | None = None
        self._ledger: LedgerView | None = None
        actions = window.actions_by_name
        for status in STATUS_SIGNS:
            actions[f"status_{status}"].triggered.connect(partial(self._judge, status))
        actions["note"].triggered.connect(self._write)
        actions["next_open"].triggered.connect(self._next_open)
        window.session.judged.connect(self._show)
        window.session.compared.connect(lambda _: self._take(self._reading()))
        window.page.row_chosen.connect(lambda _: self._take(self._reading()))
        window.section_map.node_chosen.connect(lambda _: self._follow())
        window.docks["notes"].built.connect(self._adopt)
        window.docks["metrics"].built.connect(self._adopt_ledger)

    def _adopt(self, view: NotesView) -> None:
        self._view = view
        view.status_wanted.connect(self._say)
        view.note_wanted.connect(lambda note: self._say(note=note))
        view.chosen.connect(lambda standing: self._take(_target_of(standing)))
        view.attach_wanted.connect(self._attach)
        view.withdraw_wanted.connect(self._withdraw)
        view.left.connect(self._window.page.panes.setFocus)
        view.show_standings(self._standings)
        self._take(self._target)

    def _adopt_ledger(self, view: LedgerView) -> None:
        self._ledger = view
        view.show_standings(self._standings)
        view.table.selectionModel().selectionChanged.connect(self._follow)

    def _show(self, standings: tuple[Standing, ...]) -> None:
        """Hand on what is thought now."""
        self._standings = Standings(standings)
        self._window.page.show_standings(self._standings)
        self._window.section_map.show_standings(self._standings)
        self._window.work_bar.show_judged(self._standings.judged)
        for view in (self._view, self._ledger):
            if view is not None:
                view.show_standings(self._standings)
        self._take(self._target)

    # What is at hand

    def _aimed(self) -> Target | None:
        """Return what has the focus; elsewhere than in map, ledger or panes, what was at hand."""
        window, focus = self._window, QApplication.focusWidget()
        if focus is window.section_map.tree:
            node = window.section_map.node
            return section_target(node) if node is not None and (node.a or node.b) else None
        if self._ledger is not None and focus is self._ledger.table:
            rows = self._ledger.table.selected_rows()
            return figure_target(rows[0].item) if rows else None
        return self._reading() if focus is window.page.panes else self._target

    def _reading(self) -> Target | None:
        row = self._window.page.current_row()
        return row_target(row, self._window.page.panes.side) if row is not None and row.passage >= 0 else None

    def _follow(self) -> None:
        self._take(self._aimed())

    def _take(self, target: Target | None) -> None:
        self._target = target
        if self._view is not None:
            standing = self._standings.of(target) if target is not None else None
            self._view.show_target(target, self._worded(target), standing)

    def _worded(self, target: Target | None) -> str:
        comparison = self._session.comparison
        if target is None or comparison is None:
            return self.tr("No change, section or figure is at hand.")
        from kwaicompare.gui.models.quotation import one_line
        from kwaicompare.gui.models.vocabulary import vocabulary

        places = zip((comparison.a, comparison.b), target.places, strict=True)
        quoted = (one_line(place.of(edition.text), _LONGEST) for edition, place in places if place is not None)
        words = " → ".join(quoted)
        return f"{vocabulary()(f'subject.{target.subject}')}  {words}"

    # What is said

    def _judge(self, status: ReviewStatus) -> None:
        self._follow()
        self._say(status)

    def _say(self, status: ReviewStatus | None = None, note: str | None = None) -> None:
        target = self._target
        if target is None:
            return
        from kwaicompare.text.opinions import opine

        known = self._standings.of(target)
        self._session.decide(lambda review, both: opine(review, target, both.a, both.b, status, note, known))

    def _attach(self, standing: Standing) -> None:
        target = self._target
        if target is None:
            return
        from kwaicompare.text.opinions import attach

        self._session.decide(lambda review, both: attach(review, standing.opinion, target, both.a, both.b))

    def _withdraw(self, standing: Standing) -> None:
        from kwaicompare.text.opinions import withdraw

        self._session.decide(lambda review, _: withdraw(review, standing.opinion))

    def _write(self) -> None:
        self._follow()
        self._window.show_view("notes")
        if self._view is not None:
            self._view.write()

    def _next_open(self) -> None:
        """Go to the next change that is not judged yet, from the end on from the beginning."""
        panes = self._window.page.panes
        starts = [change.first for change in panes.sheet.changes]
        here = bisect_right(starts, panes.current)
        for row in (*starts[here:], *starts[:here]):
            if all(
                each is None or each.status == "open" for each in standings_of(self._standings, panes.sheet.shown[row])
            ):
                panes.go_to_row(row)
                return


def _target_of(standing: Standing) -> Target | None:
    return None if standing.state == "lost" else Target(standing.opinion.subject, *standing.places)

"""Looking something up in the open editions: the box, what it finds, and the look-ups of before.

Takes: the window. Returns: hits handed to the panes and the concordance. Leaves out: searching (`session.py`), and the
library (`library_look_ups.py`).

The latest look-ups and those kept by the reader are found again in the menu of the box, in every session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from kwaicompare.gui.notices import error_notice
from kwaicompare.gui.views.look_up import LookUp, LookUpMode
from kwaicompare.gui.views.pane_headers import captions

if TYPE_CHECKING:
    from kwaicompare.gui.main_window import MainWindow
    from kwaicompare.gui.session import Found

_MOST = 20


class LookUps(QObject):
    """Connects the box with the session, the panes and the concordance."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._box, self._settings = window, window.look_up, window.settings
        self._box.query_changed.connect(window.session.look_up)
        self._box.next_wanted.connect(lambda: self._step(1))
        self._box.previous_wanted.connect(lambda: self._step(-1))
        self._box.left.connect(window.page.panes.setFocus)
        self._box.menu_wanted.connect(self._fill)
        window.session.found.connect(self._show)
        window.session.refused.connect(lambda error: self._box.show_trouble(error_notice(error)()))

    def ask_again(self) -> None:
        """Look up what stands in the box, in editions that are new."""
        query = self._box.query()
        if query is not None:
            self._window.session.look_up(query, self._box.mode == "auto")

    def _step(self, step: int) -> None:
        self._remember()
        self._window.page.step_hit(step)

    def _show(self, found: Found) -> None:
        window = self._window
        window.page.show_hits(found.hits)
        editions = window.session.editions()
        window.docks["find"].show_hits(found.query, found.hits, editions)
        words = ""
        if found.query.text and editions:
            counts = [sum(1 for hit in found.hits if hit.document == side) for side in (0, 1)]
            names = captions(*(edition.document.source for edition in editions))
            words = "   ".join(f"{name}: {count}" for name, count in zip(names, counts, strict=True))
        self._box.show_counts(words)
        window.hits_shown.emit()

    # Look-ups of before

    def _remember(self) -> None:
        """Put what is looked up at the head of the latest ones."""
        asked = self._box.look_up()
        if asked is not None:
            self._put("look_ups", [asked, *(each for each in self._known("look_ups") if each != asked)][:_MOST])

    def _fill(self, menu: QMenu) -> None:
        """List the kept and the latest look-ups, a click takes one up; and the ways to keep and to forget."""
        asked, kept, latest = self._box.look_up(), self._known("kept_look_ups"), self._known("look_ups")
        for title, look_ups in ((self.tr("Kept"), kept), (self.tr("Latest"), latest)):
            if look_ups:
                menu.addSection(title)
            for each in look_ups:
                menu.addAction(each.text, lambda each=each: self._box.take(each))
        menu.addSeparator()
        keep = menu.addAction(self.tr("Keep this look-up"), lambda: self._keep(asked))
        keep.setCheckable(True)
        keep.setChecked(asked in kept)
        keep.setEnabled(asked is not None)
        forget = menu.addAction(self.tr("Forget the latest"), lambda: self._put("look_ups", []))
        forget.setEnabled(bool(latest))

    def _keep(self, asked: LookUp | None) -> None:
        """Keep a look-up, or no longer."""
        kept = self._known("kept_look_ups")
        if asked is not None:
            self._put("kept_look_ups", [each for each in kept if each != asked] if asked in kept else [*kept, asked])

    def _known(self, key: str) -> list[LookUp]:
        known = (each.partition(" ") for each in self._settings.get(key))
        return [LookUp(text, mode) for mode, _, text in known if mode in get_args(LookUpMode) and text]

    def _put(self, key: str, look_ups: list[LookUp]) -> None:
        self._settings.put(key, [f"{each.mode} {each.text}" for each in look_ups])

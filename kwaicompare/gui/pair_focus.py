"""One pair of sections alone: from the map or its action to the page, and what the banner says meanwhile.

Takes: the action, the section map and the reading page. Returns: nothing. Leaves out: which rows are left
(`models/focus.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from kwaicompare.gui.notices import FOCUS, worded

if TYPE_CHECKING:
    from kwaicompare.gui.views.compare_page import ComparePage
    from kwaicompare.gui.views.section_map import SectionMapView


class PairFocus(QObject):
    """Keeps action, page and banner in step."""

    def __init__(self, action: QAction, section_map: SectionMapView, page: ComparePage) -> None:
        super().__init__(page)
        self._action, self._map, self._page = action, section_map, page
        action.triggered.connect(self._switch)
        section_map.focus_wanted.connect(page.show_focus)
        page.focus_changed.connect(self._tell)

    def _switch(self, wanted: bool) -> None:
        node = self._map.node
        self._page.show_focus(node.link if wanted and node is not None else None)
        self._action.setChecked(self._page.focus is not None)

    def _tell(self) -> None:
        link, comparison = self._page.focus, self._page.comparison
        self._action.setChecked(link is not None)
        if link is None or comparison is None:
            self._page.banner.hide()
            return
        a, b = comparison.a.outline.by_id(), comparison.b.outline.by_id()
        self._page.banner.say(worded(FOCUS, a=a[link.a].title, b=b[link.b].title))

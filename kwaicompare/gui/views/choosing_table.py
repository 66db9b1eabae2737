"""What every table of whole rows does: Enter or a double-click chooses, an empty one says why.

Leaves out the model, the columns and the colours of its cells.
"""

from __future__ import annotations

from PySide6.QtCore import QMargins, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kwaicompare.gui.theme import LIGHT
from kwaicompare.gui.views.painting import painting

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoosingTable(QTableView):
    """A calm table without grid. Signal: ``chosen`` on Enter or double-click, with what `_choose` makes of the row."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_text = ""
        self.muted = LIGHT.muted
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0 and self.empty_text:
            with painting(self.viewport()) as painter:
                painter.setPen(self.muted)
                inside = self.viewport().rect().marginsRemoved(QMargins(24, 16, 24, 16))
                painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty_text)

    def _choose(self, index: QModelIndex) -> None:
        raise NotImplementedError

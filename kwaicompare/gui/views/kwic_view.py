"""One edition's side of the concordance: lines with the match in the middle.

Takes arranged lines, shows them. Leaves out searching and order.

    … 持续加强  专利  布局 …    ⏎ → ``chosen`` with the hit
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kwaicompare.gui.models.kwic_table import LEFT, LINE_ROLE, MATCH, RIGHT, KwicModel
from kwaicompare.gui.theme import LIGHT, Theme
from kwaicompare.gui.views.choosing_table import ChoosingTable

if TYPE_CHECKING:
    from kwaicompare.gui.models.concordance import KwicLine

_WIDEST_MATCH = 220


class KwicView(ChoosingTable):
    """Table of concordance lines. Signal: ``chosen(Hit)`` on Enter or double-click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = KwicModel(self)
        self.setModel(self.lines)
        self.painting = _KwicDelegate(self)
        self.setItemDelegate(self.painting)
        self._settle()
        self.set_theme(LIGHT)

    def show_lines(self, lines: tuple[KwicLine, ...]) -> None:
        """Replace all lines."""
        self.clearSpans()
        self.lines.show(lines)
        for row, line in enumerate(lines):
            if line.hit is None:
                self.setSpan(row, 0, 1, RIGHT + 1)
        widest = max(lines, key=lambda line: len(line.match), default=None)
        match = self.fontMetrics().horizontalAdvance(widest.match) if widest is not None else 0
        self.setColumnWidth(MATCH, min(_WIDEST_MATCH, int(match * 1.15) + 20))
        self._centre()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painting.theme = theme
        self.muted = theme.muted
        self.setStyleSheet(
            f"QTableView {{ background: {theme.background.name()}; color: {theme.text.name()}; border: 0;"
            f" selection-background-color: {theme.accent_tint.name()}; selection-color: {theme.text.name()}; }}"
        )
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    def _settle(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)

    def _centre(self) -> None:
        """Share what the match leaves between both contexts."""
        room = max(0, self.viewport().width() - self.columnWidth(MATCH))
        self.setColumnWidth(LEFT, room // 2)
        self.setColumnWidth(RIGHT, room - room // 2)

    def _choose(self, index: QModelIndex) -> None:
        line: KwicLine = index.data(LINE_ROLE)
        if line.hit is not None:
            self.chosen.emit(line.hit)


class _KwicDelegate(QStyledItemDelegate):
    """Cuts the left context at its left end, sets the match off, greys headings."""

    theme: Theme = LIGHT

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        line: KwicLine = index.data(LINE_ROLE)
        if line.hit is None:
            option.palette.setColor(QPalette.ColorRole.Text, self.theme.muted)
        elif index.column() == LEFT:
            option.textElideMode = Qt.TextElideMode.ElideLeft
        elif index.column() == MATCH:
            option.font.setBold(True)
            option.backgroundBrush = QBrush(self.theme.hit_tint)

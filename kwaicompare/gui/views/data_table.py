"""The table of every list view: rows, calm lines, one signal when a row is chosen, a sentence when it is empty.

Takes a `TableModel` behind a `RowFilter`, shows it. Leaves out what rows mean.

    Enter or double-click on a row    → ``chosen`` with the row's `Row`
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kwaicompare.gui.models.table import ROW_ROLE, Row, RowFilter, TableModel
from kwaicompare.gui.models.table_text import as_tsv
from kwaicompare.gui.theme import LIGHT, Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PADDING = 6
_READABLE = 150
_MEASURED_ROWS = 60  # all rows of a long table take half a second to measure


class DataTable(QTableView):
    """A sortable table of whole rows.

    Signals: ``chosen(Row)`` on Enter or double-click, ``current_row(Row)`` when another row becomes current.
    """

    chosen = Signal(object)
    current_row = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TableModel(self)
        self.filter = RowFilter(self)
        self.filter.setSourceModel(self.rows)
        self.setModel(self.filter)
        self.empty_text = ""
        self._stretch = 0
        self._theme = LIGHT
        self._settle()
        self.copying = QAction(self)
        self.copying.setShortcut(QKeySequence.StandardKey.Copy)
        self.copying.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copying.triggered.connect(self.copy)
        self.addAction(self.copying)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.doubleClicked.connect(self._choose)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.set_theme(LIGHT)

    def show_rows(self, headers: Sequence[str], rows: Sequence[Row], tips: Sequence[str] = ()) -> None:
        """Replace all rows, keep the order of sorting; ``tips`` explain the headers."""
        self.rows.show(headers, rows, tips)

    def fit_columns(self, stretch: int, widest: int = 320) -> None:
        """Fit columns to their content, none wider than ``widest``; the column ``stretch`` takes what is left."""
        self._stretch = stretch
        self.resizeColumnsToContents()
        for column in range(len(self.rows.headers)):
            self.setColumnWidth(column, min(widest, self.columnWidth(column) + _PADDING))
        self._take_room()

    def selected_rows(self) -> list[Row]:
        """Return the selected rows in the order shown."""
        picked = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [index.data(ROW_ROLE) for index in picked]

    def copy(self) -> None:
        """Put the selected rows (all rows where none is selected) on the clipboard as a table."""
        rows = self.selected_rows() or self.filter.shown_rows()
        QGuiApplication.clipboard().setText(as_tsv(self.rows.headers, rows))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.rows.set_theme(theme)
        name = {key: getattr(theme, key).name() for key in ("background", "text", "muted", "line", "accent_tint")}
        self.setStyleSheet(
            "QTableView {{ background: {background}; color: {text}; border: 0;"
            " selection-background-color: {accent_tint}; selection-color: {text}; }}"
            "QTableView::item {{ padding: 2px 6px; }}"
            "QHeaderView {{ background: {background}; border: 0; }}"
            "QHeaderView::section {{ background: {background}; color: {muted}; border: 0;"
            " border-bottom: 1px solid {line}; padding: 4px 9px; }}".format(**name)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.filter.rowCount() == 0 and self.empty_text:
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.muted)
            inside = self.viewport().rect().marginsRemoved(QMargins(24, 16, 24, 16))
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty_text)
            painter.end()

    def _take_room(self) -> None:
        """Give the stretched column what the others leave, but never so little that it cannot be read."""
        if self.rows.headers:
            others = self.horizontalHeader().length() - self.columnWidth(self._stretch)
            self.setColumnWidth(self._stretch, max(_READABLE, self.viewport().width() - others))

    def _settle(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(28)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED_ROWS)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ROW_ROLE))

    def _tell_current(self, index: QModelIndex, _previous: QModelIndex) -> None:
        self.current_row.emit(index.data(ROW_ROLE) if index.isValid() else None)

    def row_at(self, position: QPoint) -> Row | None:
        """Return the row under a point of the viewport."""
        index = self.indexAt(position)
        return index.data(ROW_ROLE) if index.isValid() else None

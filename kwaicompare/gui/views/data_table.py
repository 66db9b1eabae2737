"""The table of every list view: rows, calm lines, one signal when a row is chosen, a sentence when it is empty.

Takes a `TableModel` behind a `RowFilter`, shows it. Leaves out what rows mean.

    Enter or double-click on a row    → ``chosen`` with the row's `Row`
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from kwaicompare.gui.models.table import ROW_ROLE, Row, RowFilter, TableModel
from kwaicompare.gui.models.table_text import as_tsv
from kwaicompare.gui.theme import LIGHT, Theme
from kwaicompare.gui.views.choosing_table import ChoosingTable

_PADDING = 6
_MARGINS = 12  # pixels on both sides of a cell's text together
_READABLE = 150
_MEASURED_ROWS = 2000  # later ones are hardly wider


class DataTable(ChoosingTable):
    """A sortable table of whole rows.

    Signals: ``chosen(Row)`` on Enter or double-click, ``current_row(Row)`` when another row becomes current.
    """

    current_row = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TableModel(self)
        self.filter = RowFilter(self)
        self.filter.setSourceModel(self.rows)
        self.setModel(self.filter)
        self._stretch = 0
        self._settle()
        self.copying = QAction(self)
        self.copying.setShortcut(QKeySequence.StandardKey.Copy)
        self.copying.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copying.triggered.connect(self.copy)
        self.addAction(self.copying)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.set_theme(LIGHT)

    def show_rows(self, headers: Sequence[str], rows: Sequence[Row], tips: Sequence[str] = ()) -> None:
        """Replace all rows, keep the order of sorting; ``tips`` explain the headers."""
        self.rows.show(headers, rows, tips)

    def fit_columns(self, stretch: int, widest: int = 320) -> None:
        """Fit columns to their content, none wider than ``widest``; the column ``stretch`` takes what is left.

        Only the longest text of a column is measured: to let Qt measure all takes longer than all else of a table.
        """
        self._stretch = stretch
        font = QFont(self.font())
        font.setBold(True)
        letters, header = QFontMetrics(font), self.horizontalHeader()
        for column in range(len(self.rows.headers)):
            texts = (row.cells[column].text for row in self.rows.rows[:_MEASURED_ROWS])
            wide = letters.horizontalAdvance(max(texts, key=_width, default="")) + _MARGINS
            self.setColumnWidth(column, min(widest, max(header.sectionSizeHint(column), wide) + _PADDING))
        self._take_room()

    def selected_rows(self) -> list[Row]:
        """Return the selected rows in the order shown."""
        picked = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [index.data(ROW_ROLE) for index in picked]

    def select_like(self, wanted: Callable[[Row], bool]) -> None:
        """Select the first row shown that is wanted, and bring it into sight."""
        at = next((at for at, row in enumerate(self.filter.shown_rows()) if wanted(row)), None)
        if at is not None:
            self.selectRow(at)
            self.scrollTo(self.filter.index(at, 0))

    def write_current(self, column: int) -> None:
        """Let the user write into a column of the current row."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex().siblingAtColumn(column))

    def copy(self) -> None:
        """Put the selected rows (all rows where none is selected) on the clipboard as a table."""
        rows = self.selected_rows() or self.filter.shown_rows()
        QGuiApplication.clipboard().setText(as_tsv(self.rows.headers, rows))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.muted = theme.muted
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        """Give the stretched column what the others leave, but never so little that it cannot be read."""
        if self.rows.headers:
            others = self.horizontalHeader().length() - self.columnWidth(self._stretch)
            self.setColumnWidth(self._stretch, max(_READABLE, self.viewport().width() - others))

    def _settle(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(28)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ROW_ROLE))

    def _tell_current(self, index: QModelIndex, _previous: QModelIndex) -> None:
        self.current_row.emit(index.data(ROW_ROLE) if index.isValid() else None)

    def row_at(self, position: QPoint) -> Row | None:
        """Return the row under a point of the viewport."""
        index = self.indexAt(position)
        return index.data(ROW_ROLE) if index.isValid() else None


def _width(text: str) -> int:
    """Return about how wide a text is: a Chinese character has two bytes or more in this encoding, a letter one."""
    return len(text.encode("gb18030", "replace"))

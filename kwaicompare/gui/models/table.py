"""Rows worded beforehand, and the thin Qt adapter that hands them to a table.

Takes rows of cells from the modules beside this one; returns Qt item data. ``data`` only looks up. Leaves out what the
cells mean: sorting goes by ``Cell.order``, filtering by ``Row.kinds`` and ``Row.words``.

    Row((Cell("专利申请"), Cell("7321件", 7321.0)))    → one line of a table
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from kwaicompare.gui.theme import LIGHT, Theme

Tone = Literal["", "muted", "insert", "delete", "move", "change", "accent"]
Index = QModelIndex | QPersistentModelIndex
ORDER_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a row: what is shown, what it sorts by (its text unless given), and how it looks."""

    text: str
    order: float | str | None = None
    tone: Tone = ""
    right: bool = False
    bold: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table. ``kinds`` are what a filter can pick, ``words`` what a text filter looks through."""

    cells: tuple[Cell, ...]
    kinds: frozenset[str] = frozenset()
    words: str = ""
    item: Any = field(default=None, compare=False)


class TableModel(QAbstractTableModel):
    """Rows behind a table view. Signal: ``edited(Row, str)`` when the user wrote into the column ``editable``."""

    edited = Signal(object, str)
    editable: int | None = None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headers: tuple[str, ...] = ()
        self.rows: tuple[Row, ...] = ()
        self._tips: tuple[str, ...] = ()
        self._theme = LIGHT
        self._bold = QFont()
        self._bold.setBold(True)

    def show(self, headers: Sequence[str], rows: Sequence[Row], tips: Sequence[str] = ()) -> None:
        """Replace everything; ``tips`` explain the headers."""
        self.beginResetModel()
        self._tips = tuple(tips)
        self.headers, self.rows = tuple(headers), tuple(rows)
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Colour the tones anew."""
        self._theme = theme
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self.headers) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.ForegroundRole])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.headers):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            numeric = bool(self.rows) and self.rows[0].cells[section].right
            return _alignment(numeric)
        if role == Qt.ItemDataRole.ToolTipRole and section < len(self._tips):
            return self._tips[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        return row if role == ROW_ROLE else self._of(row.cells[index.column()], role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == self.editable else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was written; whoever hears it shows other rows."""
        row, written = self.rows[index.row()], str(value).strip()
        if role == Qt.ItemDataRole.EditRole and written and written != row.cells[index.column()].text:
            self.edited.emit(row, written)
        return False

    def _of(self, cell: Cell, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cell.text
        if role == ORDER_ROLE:
            return cell.text if cell.order is None else cell.order
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(cell.right)
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if cell.bold else None
        if role == Qt.ItemDataRole.ForegroundRole and cell.tone:
            return getattr(self._theme, cell.tone)
        return None


class RowFilter(QSortFilterProxyModel):
    """Shows the rows of one kind ("" for all) whose words hold the filter text; sorts by ``Cell.order``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind, self._text = "", ""
        self._passes: Callable[[Row], bool] = lambda _: True
        self.setSortRole(ORDER_ROLE)

    def pick(self, kind: str, text: str, passes: Callable[[Row], bool] = lambda _: True) -> None:
        """Filter anew; ``passes`` is asked of the rows that pass otherwise."""
        self._kind, self._text, self._passes = kind, text.strip().casefold(), passes
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        model = self.sourceModel()
        if not isinstance(model, TableModel):
            return True
        row = model.rows[source_row]
        return (not self._kind or self._kind in row.kinds) and self._text in row.words and self._passes(row)

    def shown_rows(self) -> list[Row]:
        """Return the rows that pass, in the order shown."""
        return [self.index(at, 0).data(ROW_ROLE) for at in range(self.rowCount())]


def _alignment(right: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter

"""The Qt adapter of concordance lines.

Takes arranged lines, returns item data: left context, match, right context. Leaves out their order, and the drawing.

    KwicLine("…加强", "专利", "布局…")    → one row of three columns
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

if TYPE_CHECKING:
    from kwaicompare.gui.models.concordance import KwicLine
    from kwaicompare.gui.models.table import Index

LEFT, MATCH, RIGHT = range(3)
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_SIDES = {
    LEFT: Qt.AlignmentFlag.AlignRight,
    MATCH: Qt.AlignmentFlag.AlignHCenter,
    RIGHT: Qt.AlignmentFlag.AlignLeft,
}


class KwicModel(QAbstractTableModel):
    """Lines and headings of one edition's concordance; a heading stands in the first column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[KwicLine, ...] = ()

    def show(self, lines: tuple[KwicLine, ...]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(_SIDES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.section}\n{line.left}{line.match}{line.right}".strip() if line.hit else line.section
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = _SIDES[index.column()] if line.hit else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = index.isValid() and self.lines[index.row()].hit is None
        return Qt.ItemFlag.ItemIsEnabled if heading else super().flags(index)


def _text(line: KwicLine, column: int) -> str:
    if line.hit is None:
        return f"{line.section}  ({line.count})" if column == LEFT else ""
    return (line.left, line.match, line.right)[column]

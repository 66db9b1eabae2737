"""How a line of the section map is drawn: badge, old title, the new one below where it is another, and figures.

Takes: the `MapNode` of an index. Returns: painting and the height of a line. Leaves out: the tree (`section_map.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from kwaicompare.gui.models.rows import FIGURE_SIGN
from kwaicompare.gui.models.section_map import NODE_ROLE, badge_of
from kwaicompare.gui.models.standings import sign_of, tone_of
from kwaicompare.gui.views.row_painter import colour_of

if TYPE_CHECKING:
    from kwaicompare.gui.models.rows import RowKind
    from kwaicompare.gui.models.section_nodes import MapKind, MapNode
    from kwaicompare.gui.theme import Theme

DECIDED_SIGN, DOUBT_SIGN = "◆", "?"
_BADGE = 20
_PAD = 5
_BAR = 3
_GAP = 6
_COLOURED_AS: dict[MapKind, RowKind] = {
    "edited": "edited",
    "rewritten": "rewritten",
    "moved": "moved",
    "dropped": "dropped",
    "new": "new",
    "same": "same",
    "parent": "same",
}


class SectionDelegate(QStyledItemDelegate):
    """Draws one line or two; ``marked`` is the section taken up to be linked."""

    def __init__(self, theme: Theme, tree: QTreeView) -> None:
        super().__init__(tree)
        self.theme = theme
        self.marked: MapNode | None = None
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return room for one line or two."""
        node: MapNode = index.data(NODE_ROLE)
        lines = 2 if node.counterpart else 1
        return QSize(120, lines * (option.fontMetrics.height() + 1) + 2 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line of the map."""
        node: MapNode = index.data(NODE_ROLE)
        painter.save()
        self._paint_ground(painter, option, index)
        height = option.fontMetrics.height()
        area = option.rect.adjusted(0, _PAD, -_PAD, -_PAD)
        badge = QRect(area.left(), area.top(), _BADGE, height)
        line = QRect(area.left() + _BADGE + 2, area.top(), area.width() - _BADGE - 2, height)
        kind = _COLOURED_AS.get(node.kind, "new" if node.lead == "a" else "dropped")
        painter.setPen(colour_of(kind, self.theme))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, badge_of(node))
        line.setRight(self._paint_signs(painter, line, node))
        bold = node.parent is not None and node.parent.parent is None
        title = index.data() if node.kind == "group" else node.title
        muted = node.kind == "same" or node.further
        self._draw(painter, option.font, line, "〃" if node.further else title, muted, bold)
        if node.counterpart:
            below = line.translated(0, height + 1)
            below.setRight(area.right())
            arrow = "→ " if node.lead == "a" else "← "
            self._draw(painter, option.font, below, arrow + node.counterpart, True, False)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what tells the chosen lines and the one taken up."""
        chosen = self._tree.selectionModel().isSelected(index)  # pyright: ignore[reportArgumentType]
        if chosen:
            painter.fillRect(option.rect, self.theme.accent_tint)
        if self._tree.currentIndex() == index and self._tree.hasFocus():
            painter.fillRect(QRect(0, option.rect.top(), _BAR, option.rect.height()), self.theme.accent)
        if index.data(NODE_ROLE) is self.marked:
            painter.setPen(self.theme.accent)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def _paint_signs(self, painter: QPainter, line: QRect, node: MapNode) -> int:
        """Paint at the right what is to be known of a line, and return where that begins."""
        signs: list[tuple[str, QColor]] = []
        if node.standing is not None:
            signs.append((sign_of(node.standing), getattr(self.theme, tone_of(node.standing))))
        if node.figures:
            signs.append((f"{FIGURE_SIGN}{node.figures}", self.theme.change))
        if node.doubt:
            signs.append((DOUBT_SIGN, self.theme.delete))
        if node.decided:
            signs.append((DECIDED_SIGN, self.theme.accent))
        right = line.right()
        for words, colour in signs:
            painter.setPen(colour)
            painter.drawText(
                QRect(line.left(), line.top(), right - line.left(), line.height()), Qt.AlignmentFlag.AlignRight, words
            )
            right -= painter.fontMetrics().horizontalAdvance(words) + _GAP
        return right

    def _draw(self, painter: QPainter, font: QFont, line: QRect, text: str, muted: bool, bold: bool) -> None:
        font = QFont(font)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self.theme.muted if muted else self.theme.text)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

"""The section map: both outlines as one tree, with a badge per line, a filter, and the way to the text.

Takes: a `Comparison`. Returns: signals with the place to lead to.
Leaves out: the tree itself (`models/section_map.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from kwaicompare.gui.models.section_map import (
    BADGES,
    FILTERS,
    NODE_ROLE,
    MapKind,
    MapNode,
    SectionMapFilter,
    SectionMapModel,
    build_section_map,
)
from kwaicompare.gui.models.vocabulary import vocabulary
from kwaicompare.gui.views.row_painter import colour_of

if TYPE_CHECKING:
    from kwaicompare.gui.models.rows import RowKind
    from kwaicompare.gui.theme import Theme
    from kwaicompare.model.comparison import Comparison

_BADGE = 20
_PAD = 5
_BAR = 3
_COLOURED_AS: dict[MapKind, RowKind] = {
    "edited": "edited",
    "rewritten": "rewritten",
    "moved": "moved",
    "dropped": "dropped",
    "new": "new",
    "group": "new",
    "same": "same",
    "parent": "same",
}


class SectionDelegate(QStyledItemDelegate):
    """Draws badge, old title, and below it the new title where it is another."""

    def __init__(self, theme: Theme, tree: QTreeView) -> None:
        super().__init__(tree)
        self.theme = theme
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
        chosen = self._tree.currentIndex() == index
        painter.save()
        if chosen:
            painter.fillRect(option.rect, self.theme.accent_tint)
            if self._tree.hasFocus():
                painter.fillRect(QRect(0, option.rect.top(), _BAR, option.rect.height()), self.theme.accent)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if node.parent and node.parent.parent is None else QFont.Weight.Normal)
        painter.setFont(font)
        height = option.fontMetrics.height()
        area = option.rect.adjusted(0, _PAD, -_PAD, -_PAD)
        painter.setPen(colour_of(_COLOURED_AS[node.kind], self.theme))
        badge = QRect(area.left(), area.top(), _BADGE, height)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, BADGES[node.kind])
        line = QRect(area.left() + _BADGE + 2, area.top(), area.width() - _BADGE - 2, height)
        title = index.data() if node.kind == "group" else node.title
        title = title.lstrip("+ ") if node.kind == "group" else title
        painter.setPen(self.theme.muted if node.kind == "same" or node.further else self.theme.text)
        self._draw(painter, line, "〃" if node.further else title)
        if node.counterpart:
            font.setWeight(QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(self.theme.muted)
            self._draw(painter, line.translated(0, height + 1), "→ " + node.counterpart)
        painter.restore()

    def _draw(self, painter: QPainter, line: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class SectionMapView(QWidget):
    """The map with its filter.

    Signals: ``place_requested(side, start, end)`` when a line is chosen; ``node_chosen(node)`` with it.
    """

    place_requested = Signal(str, int, int)
    node_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SectionMapModel(self)
        self.filter = SectionMapFilter(self)
        self.filter.setSourceModel(self.model)
        self.tree = QTreeView(self)
        self.tree.setModel(self.filter)
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QTreeView.Shape.NoFrame)
        self.tree.setIndentation(14)
        self.tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self._delegate = SectionDelegate(theme, self.tree)
        self.tree.setItemDelegate(self._delegate)
        self.tree.selectionModel().currentChanged.connect(self._choose)
        self.tree.clicked.connect(self._lead)
        self.tree.activated.connect(self._lead)
        self.text = QLineEdit(self)
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._narrow)
        self.kind = QComboBox(self)
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(5)
        self.kind.currentIndexChanged.connect(self._narrow)
        self._following = False
        self._arrange()
        self.retranslate()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the map of a comparison, wholly open where it is short."""
        self.model.set_root(build_section_map(comparison))
        if not self.kind.count():
            self._word_kinds()
        if len(comparison.a.sections) + len(comparison.b.sections) < 400:
            self.tree.expandAll()

    def clear(self) -> None:
        """Show no map."""
        self.model.set_root(MapNode("parent"))

    def follow(self, section_a: str, section_b: str) -> None:
        """Select the line of the section being read, without leading anywhere."""
        found = self.model.find(section_a) if section_a else QModelIndex()
        index = self.filter.mapFromSource(found if found.isValid() else self.model.find(section_b))
        if index.isValid() and index != self.tree.currentIndex():
            self._following = True
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
            self._following = False

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._delegate.theme = theme
        self.tree.viewport().update()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.text.setPlaceholderText(self.tr("Filter sections"))
        self.text.setAccessibleName(self.tr("Filter sections"))
        self.kind.setAccessibleName(self.tr("Kind of change"))
        self.tree.setAccessibleName(self.tr("Section map"))
        if self.kind.count():
            self._word_kinds()
        self.tree.viewport().update()

    def _word_kinds(self) -> None:
        """Word the kinds of change; the vocabulary is not read before there is a map to filter."""
        chosen = max(0, self.kind.currentIndex())
        words = vocabulary()
        self.kind.blockSignals(True)
        self.kind.clear()
        self.kind.addItem(self.tr("All"), None)
        for kind in FILTERS:
            self.kind.addItem(f"{BADGES[kind]} {words('relation.' + kind)}".strip(), kind)
        self.kind.setCurrentIndex(chosen)
        self.kind.view().setMinimumWidth(self.kind.view().sizeHintForColumn(0) + 24)
        self.kind.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 6, 8, 6)
        top.addWidget(self.text, 1)
        top.addWidget(self.kind)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(self.tree, 1)

    def _narrow(self) -> None:
        self.filter.narrow(self.text.text(), self.kind.currentData())
        if self.text.text() or self.kind.currentData():
            self.tree.expandAll()

    def _choose(self, index: QModelIndex) -> None:
        if self._following or not index.isValid():
            return
        self.node_chosen.emit(index.data(NODE_ROLE))
        if self.tree.hasFocus():
            self._lead(index)

    def _lead(self, index: QModelIndex) -> None:
        node: MapNode = index.data(NODE_ROLE)
        place = node.places()
        if place is not None:
            self.place_requested.emit(*place)

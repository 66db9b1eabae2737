"""The section map: both outlines as one tree, with a filter, the way to the text, and what to decide about sections.

Takes: a `Comparison` and an order. Returns: signals with the place to lead to, and with what the editor wants linked.
Leaves out: the tree itself (`models/section_map.py`), its lines (`section_delegate.py`), and what a decision does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QTreeView, QVBoxLayout, QWidget

from kwaicompare.gui.models.section_detail import describe_node
from kwaicompare.gui.models.section_map import (
    BADGES,
    FILTERS,
    NODE_ROLE,
    SectionMapFilter,
    SectionMapModel,
)
from kwaicompare.gui.models.section_nodes import MapNode, joined
from kwaicompare.gui.models.standings import section_target
from kwaicompare.gui.models.vocabulary import vocabulary
from kwaicompare.gui.views.controls import bar_of, reword
from kwaicompare.gui.views.section_delegate import SectionDelegate
from kwaicompare.gui.views.section_panel import SectionPanel
from kwaicompare.model.standings import Standings

if TYPE_CHECKING:
    from kwaicompare.gui.models.compared import Compared
    from kwaicompare.gui.theme import Theme
    from kwaicompare.model.comparison import Comparison

_SHORT = 400


class SectionMapView(QWidget):
    """The map with its filter.

    Signals: ``place_requested(side, start, end)`` when a line is chosen; ``node_chosen(node)`` when another line is
    the current one; ``focus_wanted(link)`` when a line is opened; ``link_wanted(section of the old edition, section of
    the new)``.
    """

    place_requested = Signal(str, int, int)
    node_chosen = Signal(object)
    focus_wanted = Signal(object)
    link_wanted = Signal(str, str)

    def __init__(self, theme: Theme, decisions: Sequence[QAction], parent: QWidget | None = None) -> None:
        """Offer ``decisions`` below the map and in the menu of a line."""
        super().__init__(parent)
        self.model = SectionMapModel(self._describe, self)
        self.filter = SectionMapFilter(self)
        self.filter.setSourceModel(self.model)
        self.tree = QTreeView(self)
        self.tree.setModel(self.filter)
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QTreeView.Shape.NoFrame)
        self.tree.setIndentation(14)
        self.tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.tree.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.tree.setDragDropMode(QTreeView.DragDropMode.DragDrop)
        self.tree.setDropIndicatorShown(True)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._offer)
        self.model.link_wanted.connect(self.link_wanted)
        self._decisions = decisions
        self._standings = Standings()
        self.panel = SectionPanel(theme, decisions, self)
        self._comparison: Comparison | None = None
        self._delegate = SectionDelegate(theme, self.tree)
        self.tree.setItemDelegate(self._delegate)
        self.tree.selectionModel().currentChanged.connect(self._choose)
        self.tree.clicked.connect(self._lead)
        self.tree.activated.connect(self._open)
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

    @property
    def node(self) -> MapNode | None:
        """The current line."""
        index = self.tree.currentIndex()
        return index.data(NODE_ROLE) if index.isValid() else None

    def show_comparison(self, compared: Compared) -> None:
        """Show the map of a comparison, wholly open where it is short; the current section stays where it is known."""
        before, scrolled = self.node, self.tree.verticalScrollBar().value()
        self._comparison = comparison = compared.comparison
        self._show_root(compared.sections)
        self._mark_standings()
        if not self.kind.count():
            self._word_kinds()
        if len(comparison.a.sections) + len(comparison.b.sections) < _SHORT:
            self.tree.expandAll()
        if before is not None:
            self.follow(before.a.id if before.a else "", before.b.id if before.b else "")
            self.tree.verticalScrollBar().setValue(scrolled)

    def clear(self) -> None:
        """Show no map."""
        self._comparison = None
        self._standings = Standings()
        self._show_root(MapNode("parent"))

    def chosen_pair(self) -> tuple[str, str] | None:
        """Return the sections to be linked: those of two chosen lines, or of the one taken up before and this one.

        With one line chosen and none taken up, that one is taken up and nothing returned.
        """
        chosen = [index.data(NODE_ROLE) for index in self.tree.selectionModel().selectedIndexes()]
        taken = self._delegate.marked
        if len(chosen) == 1 and taken is not None and taken is not chosen[0]:
            chosen.insert(0, taken)
        pair = joined(*chosen) if len(chosen) == 2 else None
        self._take_up(chosen[0] if len(chosen) == 1 and taken is not chosen[0] else None)
        return pair

    def follow(self, section_a: str, section_b: str) -> None:
        """Select the line of the section being read, without leading anywhere."""
        found = self.model.find(section_a, "a") if section_a else QModelIndex()
        index = self.filter.mapFromSource(found if found.isValid() else self.model.find(section_b, "b"))
        if index.isValid() and index != self.tree.currentIndex():
            self._following = True
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
            self._following = False

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._delegate.theme = theme
        self.panel.set_theme(theme)
        self._repaint()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.text.setPlaceholderText(self.tr("Filter sections"))
        self.text.setAccessibleName(self.tr("Filter sections"))
        self.kind.setAccessibleName(self.tr("Kind of change"))
        self.tree.setAccessibleName(self.tr("Section map"))
        if self.kind.count():
            self._word_kinds()
        self._repaint()

    def _word_kinds(self) -> None:
        """Word the kinds of change; the vocabulary is not read before there is a map to filter."""
        words = vocabulary()
        names = [f"{BADGES.get(kind, '')} {words('relation.' + kind)}".strip() for kind in FILTERS]
        reword(self.kind, (self.tr("All"), *names), (None, *FILTERS))
        self.kind.view().setMinimumWidth(self.kind.view().sizeHintForColumn(0) + 24)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _arrange(self) -> None:
        top = bar_of(self.text, self.kind)
        top.setStretchFactor(self.text, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(self.tree, 1)
        outer.addWidget(self.panel)

    def _narrow(self) -> None:
        self.filter.narrow(self.text.text(), self.kind.currentData())
        if self.text.text() or self.kind.currentData():
            self.tree.expandAll()

    def _choose(self, index: QModelIndex) -> None:
        self.panel.show_node(self._comparison, self.node)
        self.node_chosen.emit(self.node)
        if index.isValid() and self.tree.hasFocus() and not self._following:
            self._lead(index)

    def _open(self, index: QModelIndex) -> None:
        self._lead(index)
        node: MapNode = index.data(NODE_ROLE)
        if node.link is not None:
            self.focus_wanted.emit(node.link)

    def _lead(self, index: QModelIndex) -> None:
        node: MapNode = index.data(NODE_ROLE)
        place = node.places()
        if place is not None:
            self.place_requested.emit(*place)

    def _show_root(self, root: MapNode) -> None:
        self._delegate.marked = None
        self.model.set_root(root)
        self.panel.show_node(None, None)

    def _describe(self, node: MapNode) -> str:
        return "\n".join((node.title, *describe_node(self._comparison, node))) if self._comparison else ""

    def _take_up(self, node: MapNode | None) -> None:
        """Mark a section to be linked with the one chosen next."""
        self._delegate.marked = node
        self.panel.show_taken(node)
        self._repaint()

    def show_standings(self, standings: Standings) -> None:
        """Show what the reviewer thinks of the sections."""
        self._standings = standings
        self._mark_standings()
        if self.kind.currentData() in ("judged", "unjudged"):
            self._narrow()
        self._repaint()

    def _mark_standings(self) -> None:
        for node in self.model.node(QModelIndex()).below():
            node.standing = self._standings.of(section_target(node))

    def _repaint(self) -> None:
        """Paint the lines anew; before there are any, the tree's viewport is not asked for (see `RowScrollArea`)."""
        if self._comparison is not None:
            self.tree.viewport().update()

    def _offer(self, at: QPoint) -> None:
        """Offer what can be decided about a line."""
        if self.tree.indexAt(at).isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(list(self._decisions))
            menu.popup(self.tree.viewport().mapToGlobal(at))

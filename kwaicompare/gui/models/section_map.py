"""What became of each section, as one tree of both outlines.

Takes: a `Comparison`. Returns: `MapNode` values, and a Qt item model over them.
Leaves out: painting (`views/section_map.py`).

The old outline gives the tree; a section linked to several is followed by one further node per extra link. A new
section stands under the counterpart of its parent, after its predecessor's, else in a group at the end.

    old: 1 甲 (1.1 乙)   new: 1 甲′ (1.1 丙)   ->   1 甲 → 甲′ (− 乙, + 丙)
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

if TYPE_CHECKING:
    from kwaicompare.gui.models.pieces import Side
    from kwaicompare.model.alignment import Link
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.document import Section

MapKind = Literal["same", "edited", "rewritten", "moved", "dropped", "new", "parent", "group"]
BADGES: dict[MapKind, str] = {
    "same": "",
    "edited": "≈",
    "rewritten": "≈",
    "moved": "⇄",
    "dropped": "−",
    "new": "+",
    "parent": "",
    "group": "+",
}
FILTERS: tuple[MapKind, ...] = ("edited", "rewritten", "moved", "dropped", "new", "same")
NODE_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(eq=False, slots=True)
class MapNode:
    """One line of the map; ``parent`` None at the top. ``a``/``b`` are the sections it stands for."""

    kind: MapKind
    a: Section | None = None
    b: Section | None = None
    link: Link | None = None
    further: bool = False
    parent: MapNode | None = None
    children: list[MapNode] = field(default_factory=list)

    def add(self, node: MapNode, at: int | None = None) -> None:
        """Take ``node`` as a child, last unless ``at`` says otherwise."""
        node.parent = self
        self.children.insert(len(self.children) if at is None else at, node)

    @property
    def title(self) -> str:
        """The old title, or of a new section the new one."""
        section = self.a or self.b
        return titled(section) if section else ""

    @property
    def counterpart(self) -> str:
        """The new title where it differs from the old one."""
        if self.a is None or self.b is None or (not self.further and self.a.title == self.b.title):
            return ""
        return titled(self.b)

    def places(self) -> tuple[Side, int, int] | None:
        """Return side, start and end of the heading to lead to."""
        if self.a is not None and not self.further:
            return "a", self.a.heading.start, self.a.heading.end
        section = self.b
        return ("b", section.heading.start, section.heading.end) if section else None


def titled(section: Section) -> str:
    """Return a section's number and title as one line."""
    return f"{section.number} {section.title}" if section.number else section.title


def build_section_map(comparison: Comparison) -> MapNode:
    """Return the invisible root of the map."""
    return _MapBuilder(comparison).build()


class _MapBuilder:
    def __init__(self, comparison: Comparison) -> None:
        self._a, self._b = comparison.a.sections, comparison.b.sections
        self._by_id = {section.id: section for section in self._b}
        self._links: dict[str, list[Link]] = defaultdict(list)
        for link in comparison.alignment.pairs:
            self._links[link.a].append(link)
        self._dropped = set(comparison.alignment.dropped)
        self._new = set(comparison.alignment.new)
        self._of_b: dict[str, MapNode] = {}

    def build(self) -> MapNode:
        root = MapNode("parent")
        nodes: dict[str, MapNode] = {}
        for section in self._a:
            holder = nodes[section.parent] if section.parent else root
            nodes[section.id] = self._add_old(section, holder)
        group = MapNode("group")
        for section in self._b:
            if section.id in self._new:
                self._add_new(section, group)
        if group.children:
            root.add(group)
        return root

    def _add_old(self, section: Section, holder: MapNode) -> MapNode:
        links = self._links.get(section.id, [])
        if not links:
            node = MapNode("dropped" if section.id in self._dropped else "parent", a=section)
            holder.add(node)
            return node
        nodes = []
        for link in links:
            node = MapNode(_kind(link), section, self._by_id[link.b], link, further=bool(nodes))
            holder.add(node)
            self._of_b.setdefault(link.b, node)
            nodes.append(node)
        return nodes[0]

    def _add_new(self, section: Section, group: MapNode) -> None:
        node = MapNode("new", b=section)
        holder = self._of_b.get(section.parent or "")
        self._of_b[section.id] = node
        if holder is None:
            group.add(node)
            return
        before = [self._start(child) < section.span.start for child in holder.children]
        holder.add(node, len(before) - before[::-1].index(True) if True in before else 0)

    @staticmethod
    def _start(node: MapNode) -> int:
        return node.b.span.start if node.b else -1


def _kind(link: Link) -> MapKind:
    return "moved" if link.moved else link.relation


class SectionMapModel(QAbstractItemModel):
    """The map as an item model of one column; `NODE_ROLE` gives the node, the display role both titles."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = MapNode("parent")

    def set_root(self, root: MapNode) -> None:
        """Show another map."""
        self.beginResetModel()
        self._root = root
        self.endResetModel()

    def node(self, index: Index) -> MapNode:
        """Return the node of an index; of an invalid one, the root."""
        return index.internalPointer() if index.isValid() else self._root

    def index_of(self, node: MapNode) -> QModelIndex:
        """Return the index of a node."""
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.children.index(node), 0, node)

    def find(self, section_id: str) -> QModelIndex:
        """Return the first line that stands for a section of either edition."""
        waiting = [self._root]
        while waiting:
            node = waiting.pop(0)
            if section_id in {section.id for section in (node.a, node.b) if section}:
                return self.index_of(node)
            waiting.extend(node.children)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a child."""
        children = self.node(parent).children
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, child: Index = QModelIndex()) -> Any:  # noqa: B008 # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the parent's index."""
        holder = self.node(child).parent
        return QModelIndex() if holder is None else self.index_of(holder)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of children."""
        return len(self.node(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return 1."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Look a line up."""
        if not index.isValid():
            return None
        node = self.node(index)
        if role == NODE_ROLE:
            return node
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            if node.kind == "group":
                return self.tr("New ({count})").format(count=_size(node))
            titles = f"{node.title} → {node.counterpart}" if node.counterpart else node.title
            return f"{BADGES[node.kind]} {titles}".strip()
        return None


def _size(node: MapNode) -> int:
    return sum(1 + _size(child) for child in node.children)


class SectionMapFilter(QSortFilterProxyModel):
    """Keeps lines whose titles hold a text and whose kind is wanted, and the lines above them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._kind: MapKind | None = None
        self.setRecursiveFilteringEnabled(True)

    def narrow(self, text: str, kind: MapKind | None) -> None:
        """Filter by text and kind; None is every kind."""
        self._text, self._kind = text.strip().casefold(), kind
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Tell whether a line itself is wanted."""
        model = self.sourceModel()
        node: MapNode = model.data(model.index(source_row, 0, source_parent), NODE_ROLE)
        if node.kind == "group":
            return not (self._text or self._kind)
        moved = self._kind == "moved" and node.link is not None and node.link.moved
        wanted = self._kind is None or moved or node.kind == self._kind
        return wanted and self._text in f"{node.title} {node.counterpart}".casefold()

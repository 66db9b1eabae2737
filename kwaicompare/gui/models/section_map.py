"""The section map as a Qt item model that can be filtered, and whose lines can be put onto each other.

Takes: the root of a map (`section_nodes.py`). Returns: items. Leaves out: painting (`views/section_map.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from kwaicompare.gui.models.section_nodes import MapFilter, MapNode, joined

if TYPE_CHECKING:
    from kwaicompare.model.span import Side

BADGES: dict[str, str] = {
    "same": "",
    "edited": "≈",
    "rewritten": "≈",
    "moved": "⇄",
    "dropped": "−",
    "new": "+",
    "parent": "",
    "group": "",
}
FILTERS: tuple[MapFilter, ...] = (
    "edited", "rewritten", "moved", "split", "merged", "dropped", "new", "same", "figures", "decided", "doubtful",
    "judged", "unjudged",
)  # fmt: skip
NODE_ROLE = Qt.ItemDataRole.UserRole + 1
_MIME = "application/x-kwaicompare-section"
Index = QModelIndex | QPersistentModelIndex


def badge_of(node: MapNode) -> str:
    """Return the sign of a line; a group is what the other edition alone has."""
    return BADGES[("new" if node.lead == "a" else "dropped") if node.kind == "group" else node.kind]


class SectionMapModel(QAbstractItemModel):
    """The map as an item model of one column; `NODE_ROLE` gives the node, the display role both titles.

    Signal: ``link_wanted(section of the old edition, section of the new)`` when a line is dropped onto another.
    """

    link_wanted = Signal(str, str)

    def __init__(self, describe: Callable[[MapNode], str], parent: QObject | None = None) -> None:
        """Let ``describe`` say in the tip of a line what became of it and why."""
        super().__init__(parent)
        self._describe = describe
        self._root = MapNode("parent")
        self._dragged: MapNode | None = None

    def set_root(self, root: MapNode) -> None:
        """Show another map."""
        self.beginResetModel()
        self._root, self._dragged = root, None
        self.endResetModel()

    def node(self, index: Index) -> MapNode:
        """Return the node of an index; of an invalid one, the root."""
        return index.internalPointer() if index.isValid() else self._root

    def index_of(self, node: MapNode) -> QModelIndex:
        """Return the index of a node."""
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.children.index(node), 0, node)

    def find(self, section_id: str, side: Side) -> QModelIndex:
        """Return the first line that stands for a section of an edition."""
        found = (node for node in self._root.below() if (section := node.on(side)) and section.id == section_id)
        node = next(found, None)
        return self.index_of(node) if node is not None else QModelIndex()

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
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._describe(node)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if node.kind == "group":
                count = sum(1 for _ in node.below())
                words = self.tr("New ({count})") if node.lead == "a" else self.tr("Only in the old edition ({count})")
                return words.format(count=count)
            titles = f"{node.title} → {node.counterpart}" if node.counterpart else node.title
            return f"{badge_of(node)} {titles}".strip()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let lines that stand for a section be taken up and put down."""
        flags = super().flags(index)
        if index.isValid() and self.node(index).kind != "group":
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        """Name what is dragged: a line of this very map."""
        return [_MIME]

    def mimeData(self, indexes: Any) -> QMimeData:
        """Take up the first of the lines."""
        self._dragged = self.node(indexes[0]) if indexes else None
        data = QMimeData()
        data.setData(_MIME, b"section")
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that a drop links and moves nothing."""
        return Qt.DropAction.LinkAction

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell whether the line taken up and the one below the pointer can be counterparts."""
        return self._dropped(data, parent) is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Ask for the link of the two; the map itself changes with the next comparison."""
        pair = self._dropped(data, parent)
        if pair is not None:
            self.link_wanted.emit(*pair)
        return False

    def _dropped(self, data: QMimeData, parent: Index) -> tuple[str, str] | None:
        if self._dragged is None or not parent.isValid() or not data.hasFormat(_MIME):
            return None
        return joined(self._dragged, self.node(parent))


class SectionMapFilter(QSortFilterProxyModel):
    """Keeps lines whose titles hold a text and whose kind is wanted, and the lines above them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._kind: MapFilter | None = None
        self.setRecursiveFilteringEnabled(True)

    def narrow(self, text: str, kind: MapFilter | None) -> None:
        """Filter by text and kind; None is every kind."""
        self._text, self._kind = text.strip().casefold(), kind
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Tell whether a line itself is wanted."""
        model = self.sourceModel()
        node: MapNode = model.data(model.index(source_row, 0, source_parent), NODE_ROLE)
        if node.kind == "group":
            return not (self._text or self._kind)
        return (
            self._kind is None or node.is_a(self._kind)
        ) and self._text in f"{node.title} {node.counterpart}".casefold()

"""What became of each section, as one tree of both outlines.

Takes: a `Comparison` and an order. Returns: `MapNode` values. Leaves out: the Qt model over them (`section_map.py`).

The leading outline gives the tree: the old one, for the order "new" the new one. A section linked to several is
followed by one further node per extra link. A section that only the other edition has stands under the counterpart of
its parent, after its predecessor's, else in a group at the end. By weight, what changed most stands first on every
level.

    old: 1 甲 (1.1 乙)   new: 1 甲′ (1.1 丙)   ->   1 甲 → 甲′ (− 乙, + 丙)
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from kwaicompare.gui.models.moved_figures import figure_moved
from kwaicompare.model.span import SIDES, other_side

if TYPE_CHECKING:
    from kwaicompare.gui.models.rows import Order
    from kwaicompare.model.alignment import Link
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.decision import Standing
    from kwaicompare.model.document import Section
    from kwaicompare.model.edit import Passage
    from kwaicompare.model.span import Side

MapKind = Literal["same", "edited", "rewritten", "moved", "dropped", "new", "parent", "group"]
MapFilter = MapKind | Literal["split", "merged", "figures", "decided", "doubtful", "judged", "unjudged"]


@dataclass(eq=False, slots=True)
class MapNode:
    """One line of the map; ``parent`` None at the top.

    ``a``/``b`` are the sections it stands for, ``lead`` the side whose outline gives the tree. ``further``: one more
    counterpart of the line before. ``links`` counts the counterparts of ``a`` and of ``b``; ``figures`` the figures in
    here that moved; ``weight`` the characters that changed, with all below; ``doubt`` is a kind of reason;
    ``standing`` is what the reviewer thinks.
    """

    kind: MapKind
    a: Section | None = None
    b: Section | None = None
    link: Link | None = None
    further: bool = False
    lead: Side = "a"
    links: tuple[int, int] = (0, 0)
    figures: int = 0
    weight: int = 0
    doubt: str = ""
    standing: Standing | None = None
    parent: MapNode | None = None
    children: list[MapNode] = field(default_factory=list)

    def add(self, node: MapNode, at: int | None = None) -> None:
        """Take ``node`` as a child, last unless ``at`` says otherwise."""
        node.parent = self
        self.children.insert(len(self.children) if at is None else at, node)

    def on(self, side: Side) -> Section | None:
        """Return the section of one side."""
        return self.a if side == "a" else self.b

    @property
    def title(self) -> str:
        """The title in the leading edition, or of a section that only the other has, there."""
        section = self.on(self.lead) or self.a or self.b
        return titled(section) if section else ""

    @property
    def counterpart(self) -> str:
        """The title in the other edition where it differs."""
        own, other = (self.a, self.b) if self.lead == "a" else (self.b, self.a)
        if own is None or other is None or (not self.further and own.title == other.title):
            return ""
        return titled(other)

    @property
    def decided(self) -> bool:
        """Whether the editor linked the two."""
        return self.link is not None and any(reason.kind == "pinned" for reason in self.link.why)

    def is_a(self, kind: MapFilter) -> bool:
        """Tell whether the line is what a filter asks for."""
        if kind == "moved":
            return self.link is not None and self.link.moved
        if kind == "split":
            return self.links[0] > 1
        if kind == "merged":
            return self.links[1] > 1
        if kind == "figures":
            return self.figures > 0
        if kind == "decided":
            return self.decided
        if kind == "doubtful":
            return bool(self.doubt)
        if kind in ("judged", "unjudged"):
            judged = self.standing is not None and self.standing.status != "open"
            return self.kind not in ("parent", "group") and judged == (kind == "judged")
        return self.kind == kind

    def places(self) -> tuple[Side, int, int] | None:
        """Return side, start and end of the heading to lead to."""
        side: Side = other_side(self.lead)
        if self.on(self.lead) is not None and not self.further:
            side = self.lead
        section = self.on(side)
        return (side, section.heading.start, section.heading.end) if section else None

    def below(self) -> Iterator[MapNode]:
        """Yield every node below this one."""
        for child in self.children:
            yield child
            yield from child.below()


def titled(section: Section) -> str:
    """Return a section's number and title as one line."""
    return f"{section.number} {section.title}" if section.number else section.title


def joined(dragged: MapNode, target: MapNode) -> tuple[str, str] | None:
    """Return the sections of both editions that one line put onto another makes counterparts, None for none."""
    lead = dragged.lead
    for side in (lead, other_side(lead)):
        own, other = dragged.on(side), target.on(other_side(side))
        if own is not None and other is not None:
            pair = (own.id, other.id) if side == "a" else (other.id, own.id)
            return None if dragged.link is not None and (dragged.link.a, dragged.link.b) == pair else pair
    return None


def build_section_map(comparison: Comparison, order: Order = "old") -> MapNode:
    """Return the invisible root of the map."""
    return _MapBuilder(comparison, order).build()


class _MapBuilder:
    def __init__(self, comparison: Comparison, order: Order) -> None:
        self._lead: Side = "b" if order == "new" else "a"
        self._order = order
        a, b = comparison.a, comparison.b
        self._own, self._other = (a.sections, b.sections) if self._lead == "a" else (b.sections, a.sections)
        alignment = comparison.alignment
        self._alone = {*alignment.dropped, *alignment.new}
        self._alone_there = set(alignment.new if self._lead == "a" else alignment.dropped)
        self._by_id = {section.id: section for section in self._other}
        self._links: dict[str, list[Link]] = defaultdict(list)
        for link in alignment.pairs:
            self._links[link.a if self._lead == "a" else link.b].append(link)
        self._counts = (Counter(link.a for link in alignment.pairs), Counter(link.b for link in alignment.pairs))
        self._figures = _figures(comparison)
        self._changes = _changes(comparison)
        self._doubts = _doubts(comparison)
        self._at_counterpart: dict[str, MapNode] = {}

    def build(self) -> MapNode:
        root = MapNode("parent", lead=self._lead)
        nodes: dict[str, MapNode] = {}
        for section in self._own:
            holder = nodes[section.parent] if section.parent else root
            nodes[section.id] = self._add_own(section, holder)
        group = MapNode("group", lead=self._lead)
        for section in self._other:
            if section.id in self._alone_there:
                self._add_other(section, group)
        if group.children:
            root.add(group)
        _weigh(root, self._order == "weight")
        return root

    def _node(
        self, kind: MapKind, own: Section | None, other: Section | None = None, link: Link | None = None
    ) -> MapNode:
        a, b = (own, other) if self._lead == "a" else (other, own)
        keys: list[tuple[Side, str]] = [
            (side, section.id) for side, section in zip(SIDES, (a, b), strict=True) if section is not None
        ]
        return MapNode(
            kind, a, b, link,
            lead=self._lead,
            links=(self._counts[0][a.id] if a else 0, self._counts[1][b.id] if b else 0),
            figures=max(self._figures[key] for key in keys),
            weight=sum(self._changes[key] for key in keys),
            doubt=next((self._doubts[key] for key in keys if key in self._doubts), ""),
        )  # fmt: skip

    def _add_own(self, section: Section, holder: MapNode) -> MapNode:
        links = self._links.get(section.id, [])
        if not links:
            alone: MapKind = "dropped" if self._lead == "a" else "new"
            node = self._node(alone if section.id in self._alone else "parent", section)
            holder.add(node)
            return node
        nodes = []
        for link in links:
            other = self._by_id[link.b if self._lead == "a" else link.a]
            node = self._node("moved" if link.moved else link.relation, section, other, link)
            node.further = bool(nodes)
            holder.add(node)
            self._at_counterpart.setdefault(other.id, node)
            nodes.append(node)
        return nodes[0]

    def _add_other(self, section: Section, group: MapNode) -> None:
        node = self._node("new" if self._lead == "a" else "dropped", None, section)
        holder = self._at_counterpart.get(section.parent or "")
        self._at_counterpart[section.id] = node
        if holder is None:
            group.add(node)
            return
        before = [self._start(child) < section.span.start for child in holder.children]
        holder.add(node, len(before) - before[::-1].index(True) if True in before else 0)

    def _start(self, child: MapNode) -> int:
        section = child.on(other_side(self._lead))
        return section.span.start if section else -1


def _figures(comparison: Comparison) -> Counter[tuple[Side, str]]:
    """Count the figures that moved by the sections that state them."""
    counts: Counter[tuple[Side, str]] = Counter()
    for delta in filter(figure_moved, comparison.ledger.deltas):
        counts.update({("a", mention.section) for mention in (delta.a, *delta.also_a)})
        counts.update({("b", mention.section) for mention in (delta.b, *delta.also_b)})
    return counts


def _changes(comparison: Comparison) -> Counter[tuple[Side, str]]:
    """Count the changed characters of every section, in each edition."""
    counts: Counter[tuple[Side, str]] = Counter()
    for passage in comparison.passages:
        if passage.a is not None:
            counts["a", passage.section_a] += _changed(passage, "a")
        if passage.b is not None:
            counts["b", passage.section_b] += _changed(passage, "b")
    return counts


def _changed(passage: Passage, side: Side) -> int:
    span = passage.a if side == "a" else passage.b
    if passage.a is None or passage.b is None:
        return len(span or ())
    return sum(len(edit.a if side == "a" else edit.b) for edit in passage.edits if edit.op != "equal")


def _doubts(comparison: Comparison) -> dict[tuple[Side, str], str]:
    """Return the kind of doubt about every heading that could be read otherwise."""
    found: dict[tuple[Side, str], str] = {}
    for side, edition in zip(SIDES, (comparison.a, comparison.b), strict=True):
        starts = [section.heading.start for section in edition.sections]
        for doubt in edition.outline.doubts:
            at = bisect_left(starts, doubt.span.end) - 1
            if at >= 0 and edition.sections[at].heading.meets(doubt.span):
                found.setdefault((side, edition.sections[at].id), doubt.reason)
    return found


def _weigh(node: MapNode, sort: bool) -> None:
    """Add to every node the weight of what is below it; with ``sort``, put the heaviest first."""
    for child in node.children:
        _weigh(child, sort)
    node.weight += sum(child.weight for child in node.children)
    if sort:
        _sort_families(node)


def _sort_families(node: MapNode) -> None:
    """Sort the children by weight; further counterparts stay behind their line, a group stays last."""
    families: list[list[MapNode]] = []
    for child in node.children:
        if child.further:
            families[-1].append(child)
        else:
            families.append([child])
    families.sort(key=lambda family: (family[0].kind == "group", -max(each.weight for each in family)))
    node.children = [child for family in families for child in family]

"""Rows of the reading panes: what stands beside what, in which order, and what kind of change it is.

Takes: a `Comparison` and an order ("old", "new", "weight"), or two documents not yet compared. Returns: a list of
`Row`. Leaves out: which passage stands where (`arrangement.py`), folding and look-up of rows (`sheet.py`), painting.

A passage is one row, a very long one several. A moved passage stands once, with both texts, where the order has it;
where the other edition has it a "ghost" row points there.

    passages  old: 甲 乙 丙, 丙 moved to the front of the new edition
    rows      ghost(→丙)  甲|甲  乙|乙  丙|丙 moved
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import Literal, NamedTuple

from kwaicompare.gui.models.arrangement import Side, Slot, arrange, in_order_of
from kwaicompare.model.comparison import Comparison
from kwaicompare.model.document import Document, Line
from kwaicompare.model.edit import Edit, Passage, PassageRole
from kwaicompare.model.metric import Bounds, Delta
from kwaicompare.model.span import Span

Order = Literal["old", "new", "weight"]
RowKind = Literal["same", "edited", "rewritten", "moved", "moved-edited", "dropped", "new", "apart", "ghost", "fold"]

ORDERS: tuple[Order, ...] = ("old", "new", "weight")
SIGNS: dict[RowKind, str] = {
    "same": "",
    "edited": "≈",
    "rewritten": "≈",
    "moved": "⇄",
    "moved-edited": "⇄",
    "dropped": "−",
    "new": "+",
    "apart": "−+",
    "ghost": "⇄",
    "fold": "⋯",
}
FIGURE_SIGN = "Δ"
LONGEST_ROW = 3000
_FIGURE_WEIGHT = 40
_NOTHING = Bounds(Decimal(0), Decimal(0))
_LINE_ROLES: dict[str, PassageRole] = {"heading": "heading", "list": "list", "table": "table"}


class Row(NamedTuple):
    """One row. ``passage`` is an index into the comparison's passages, -1 before there is one.

    Kind "apart": a passage that only the old edition has beside one (``other``) that only the new one has; they share
    the row, nothing more. ``figures``: holds a figure that moved. ``level``: of a heading, else 0. ``paragraph``:
    begins one. ``passages``: of a ghost or fold, how many it stands for; ``gone``: the side on which a ghost's text
    stands elsewhere.
    """

    passage: int
    a: Span | None
    b: Span | None
    kind: RowKind
    role: PassageRole = "text"
    figures: bool = False
    level: int = 0
    paragraph: bool = True
    passages: int = 1
    gone: str = ""
    other: int = -1

    @property
    def changed(self) -> bool:
        """Whether the row is a change to step to; a ghost only points to one."""
        return self.kind not in ("same", "ghost", "fold")

    def on(self, side: Side) -> Span | None:
        """Return the span of one side."""
        return self.a if side == "a" else self.b

    @property
    def extent(self) -> int:
        """Return the characters of the longer side."""
        return max(len(self.a) if self.a else 0, len(self.b) if self.b else 0)


def plain_rows(a: Document, b: Document) -> list[Row]:
    """Lay two documents side by side line by line, before anything is known of them."""
    rows = []
    for left, right in zip_longest(_content_lines(a), _content_lines(b)):
        line = left or right
        assert line is not None
        role = _LINE_ROLES.get(line.role, "text")
        level = (line.level or 1) if role == "heading" else 0
        for span_a, span_b in _cut_evenly(left.span if left else None, right.span if right else None):
            rows.append(Row(-1, span_a, span_b, "same", role, level=level))
    return rows


def comparison_rows(comparison: Comparison, order: Order) -> list[Row]:
    """Lay the passages out in ``order``; counterpart sections stand side by side in any of them."""
    build = _RowBuilder(comparison)
    blocks = arrange(comparison, "b" if order == "new" else "a")
    if order == "weight":
        blocks.sort(key=lambda block: -sum(build.weight(slot) for slot in block))
        return [row for block in blocks for slot in block for row in build.rows(slot)]
    ghosts = _ghosts(comparison, "b" if order == "old" else "a")
    rows = list(ghosts.get(-1, ()))
    for slot in (slot for block in blocks for slot in block):
        rows.extend(build.rows(slot))
        rows.extend(ghosts.get(slot.passage, ()))
        rows.extend(ghosts.get(slot.other, ()) if slot.other >= 0 else ())
    return rows


def figure_moved(delta: Delta) -> bool:
    """Tell whether the figure is stated with another value now; the same bounds again (超3亿, 超3亿) are no change."""
    if delta.a.bounds == delta.b.bounds and delta.a.unit == delta.b.unit:
        return False
    return delta.absolute != _NOTHING


def moved_figures(comparison: Comparison, side: Side) -> list[Span]:
    """Return the places of figures that moved, in text order."""
    spans = set()
    for delta in comparison.ledger.deltas:
        if figure_moved(delta):
            mentions = (delta.a, *delta.also_a) if side == "a" else (delta.b, *delta.also_b)
            spans.update(mention.span for mention in mentions)
    return sorted(spans)


def kind_of(passage: Passage) -> RowKind:
    """Return the kind of change a passage is."""
    if passage.rewritten and passage.relation == "edited":
        return "rewritten"
    return passage.relation


def touches(spans: Sequence[Span], place: Span | None) -> bool:
    """Tell whether any of the sorted, disjoint ``spans`` meets ``place``."""
    if place is None:
        return False
    at = bisect_left(spans, place.end, key=lambda span: span.start)
    return at > 0 and spans[at - 1].end > place.start


def _content_lines(document: Document) -> Iterator[Line]:
    return (line for line in document.lines if document.text[line.span.start : line.span.end].strip())


class _RowBuilder:
    """Makes the rows of single passages."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._figures_a = moved_figures(comparison, "a")
        self._figures_b = moved_figures(comparison, "b")
        self._levels_a = {section.id: section.level for section in comparison.a.sections}
        self._levels_b = {section.id: section.level for section in comparison.b.sections}

    def rows(self, slot: Slot) -> Iterator[Row]:
        """Return the row of a slot, or several of very long passages."""
        if slot.other >= 0:
            row = self._apart(slot)
            if row.extent <= LONGEST_ROW:
                yield row
                return
            yield from self.rows(Slot(slot.other))
        passage = self._comparison.passages[slot.passage]
        paragraph = self._opens(passage)
        for a, b in _cut(passage):
            figures = touches(self._figures_a, a) or touches(self._figures_b, b)
            yield Row(slot.passage, a, b, kind_of(passage), passage.role, figures, self._level(passage), paragraph)
            paragraph = False

    def weight(self, slot: Slot) -> int:
        """Count changed characters; a figure that moved weighs as much as a changed sentence."""
        return sum(self._weight(self._comparison.passages[at]) for at in slot if at >= 0)

    def _weight(self, passage: Passage) -> int:
        moved = touches(self._figures_a, passage.a) or touches(self._figures_b, passage.b)
        figures = _FIGURE_WEIGHT if moved else 0
        if passage.a is None or passage.b is None:
            return len(passage.a or passage.b or ()) + figures
        return sum(max(len(edit.a), len(edit.b)) for edit in passage.edits if edit.op != "equal") + figures

    def _apart(self, slot: Slot) -> Row:
        old, new = self._comparison.passages[slot.passage], self._comparison.passages[slot.other]
        figures = touches(self._figures_a, old.a) or touches(self._figures_b, new.b)
        role = old.role if old.role == new.role else "text"
        level = self._level(old) if role == "heading" else 0
        paragraph = self._opens(old) or self._opens(new)
        return Row(slot.passage, old.a, new.b, "apart", role, figures, level, paragraph, other=slot.other)

    def _opens(self, passage: Passage) -> bool:
        return _opens(self._comparison.a.text, passage.a) or _opens(self._comparison.b.text, passage.b)

    def _level(self, passage: Passage) -> int:
        if passage.role != "heading":
            return 0
        return self._levels_a.get(passage.section_a) or self._levels_b.get(passage.section_b) or 1


def _opens(text: str, span: Span | None) -> bool:
    """Tell whether only blanks stand between the span and the line's beginning."""
    if span is None:
        return False
    return not text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()


def _cut(passage: Passage) -> Iterable[tuple[Span | None, Span | None]]:
    """Cut a passage into pieces of at most `LONGEST_ROW` characters, at the same places of both sides."""
    if Row(0, passage.a, passage.b, "same").extent <= LONGEST_ROW:
        return ((passage.a, passage.b),)
    if passage.a is None or passage.b is None:
        return _cut_evenly(passage.a, passage.b)
    return _cut_edits(passage.edits)


def _cut_edits(edits: Sequence[Edit]) -> Iterator[tuple[Span, Span]]:
    pieces = [piece for edit in edits for piece in _cut_evenly(edit.a, edit.b)]
    first: tuple[Span, Span] | None = None
    for a, b in pieces:
        assert a is not None
        assert b is not None
        if first is None:
            first = a, b
        elif max(a.end - first[0].start, b.end - first[1].start) > LONGEST_ROW:
            yield first
            first = a, b
        else:
            first = Span(first[0].start, a.end), Span(first[1].start, b.end)
    if first is not None:
        yield first


def _cut_evenly(a: Span | None, b: Span | None) -> list[tuple[Span | None, Span | None]]:
    parts = max(1, -(-max(len(a) if a else 0, len(b) if b else 0) // LONGEST_ROW))
    return [(_share(a, part, parts), _share(b, part, parts)) for part in range(parts)]


def _share(span: Span | None, part: int, parts: int) -> Span | None:
    if span is None or parts == 1:
        return span
    return Span(span.start + len(span) * part // parts, span.start + len(span) * (part + 1) // parts)


def _ghosts(comparison: Comparison, far: Side) -> dict[int, list[Row]]:
    """Return the ghost rows by the passage they follow (-1: at the top). ``far``: the side not in order.

    What moved along with its section needs none: counterpart sections stand side by side.
    """
    passages = comparison.passages
    linked = {(link.a, link.b) for link in comparison.alignment.pairs}
    ghosts: dict[int, list[Row]] = {}
    anchor, last = -1, -2
    for index in in_order_of(passages, far):
        passage = passages[index]
        if "moved" not in passage.relation or (passage.section_a, passage.section_b) in linked:
            anchor, last = index, -2
            continue
        held = ghosts.setdefault(anchor, [])
        if last == index - 1 and held:
            held[-1] = held[-1]._replace(passages=held[-1].passages + 1)
        else:
            a, b = (None, passage.b) if far == "b" else (passage.a, None)
            held.append(Row(index, a, b, "ghost", gone=far))
        last = index
    return ghosts

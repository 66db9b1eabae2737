"""Rows of the reading panes: what kind of change each one is, and what a comparison says about it.

Takes: passages and figures of a `Comparison`. Returns: `Row` values and facts about them. Leaves out: laying the rows
out (`row_building.py`), which takes the diff stage that is not loaded before there is a comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from kwaicompare.model.span import meeting

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.edit import Edit, Passage, PassageRelation, PassageRole
    from kwaicompare.model.span import Side, Span

Order = Literal["old", "new", "weight"]
RowKind = Literal[
    "same", "edited", "rewritten", "moved", "moved-edited", "dropped", "new", "apart", "ghost", "see", "fold"
]

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
    "see": "",
    "fold": "⋯",
}
QUIET: tuple[RowKind, ...] = ("ghost", "see", "fold")
FIGURE_SIGN = "Δ"


class Arrangement(NamedTuple):
    """How rows are shown: in which order, and whether unchanged stretches are folded."""

    order: Order = "old"
    folded: bool = False


class Lead(NamedTuple):
    """A way to a counterpart that stands elsewhere: its side, its place and its title."""

    side: Side
    place: Span
    title: str


class Row(NamedTuple):
    """One row. ``passage`` is an index into the comparison's passages, -1 before there is one.

    Kind "apart": a passage that only the old edition has beside one (``other``) that only the new one has; they share
    the row, nothing more. ``figures``: holds a figure that moved. ``level``: of a heading, else 0. ``paragraph``:
    begins one. ``passages``: of a ghost or fold, how many it stands for; ``gone``: the side on which a ghost's text
    stands elsewhere. ``members``: the passages of a heading, if not ``passage`` alone. ``rewritten``: too different
    for word marks. ``leads``: of a "see" row, what the old and the new pane lead to.
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
    members: tuple[int, ...] = ()
    rewritten: bool = False
    leads: tuple[Lead | None, Lead | None] = (None, None)

    @property
    def changed(self) -> bool:
        """Whether the row is a change to step to; a ghost only points to one."""
        return self.kind != "same" and self.kind not in QUIET

    def on(self, side: Side) -> Span | None:
        """Return the span of one side."""
        return self.a if side == "a" else self.b

    @property
    def extent(self) -> int:
        """Return the characters of the longer side."""
        return max(len(self.a) if self.a else 0, len(self.b) if self.b else 0)


def edits_on(passages: Sequence[Passage], row: Row, side: Side, texts: tuple[str, str] | None = None) -> list[Span]:
    """Return the places of a row's word edits on one side; of a rewritten row, none.

    With both ``texts``, what differs inside replaced words, character by character.
    """
    if row.passage < 0 or row.rewritten or row.kind in ("same", "moved", "apart", *QUIET):
        return []
    found: list[Span] = []
    for passage in (passages[at] for at in row.members or (row.passage,)):
        place = passage.a if side == "a" else passage.b
        if passage.rewritten or passage.limited:
            continue
        if passage.a is not None and passage.b is not None:
            edits = passage.edits if texts is None else _by_character(passage.edits, texts)
            places = ((edit.a if side == "a" else edit.b) for edit in edits if edit.op != "equal")
            found.extend(place for place in places if len(place))
        elif place is not None and row.members and row.a is not None and row.b is not None:
            found.append(place)
    whole = row.on(side)
    return [place for place in found if whole is not None and place.meets(whole)]


def _by_character(edits: Sequence[Edit], texts: tuple[str, str]) -> Iterator[Edit]:
    from kwaicompare.diff.characters import character_edits  # not needed before somebody asks for it

    for edit in edits:
        if edit.op == "replace":
            yield from character_edits(texts[0], edit.a, texts[1], edit.b)
        else:
            yield edit


def sections_of(comparison: Comparison, row: Row) -> tuple[str, str]:
    """Return the sections in which the two sides of a row stand, "" for none."""
    places = [comparison.passages[at] for at in row.members or (row.passage, max(row.other, row.passage))]
    a = next((passage.section_a for passage in places if passage.a and passage.section_a), "")
    b = next((passage.section_b for passage in reversed(places) if passage.b and passage.section_b), "")
    return a, b


def kind_of(passage: Passage) -> RowKind:
    """Return the kind of change a passage is."""
    return relation_kind(passage.relation, passage.rewritten)


def touches(spans: Sequence[Span], place: Span | None) -> bool:
    """Tell whether any of the sorted, disjoint ``spans`` meets ``place``."""
    if place is None:
        return False
    found = meeting(spans, place)
    return found.start < found.stop


def relation_kind(relation: PassageRelation, rewritten: bool) -> RowKind:
    """Return the kind of change of a relation."""
    return "rewritten" if rewritten and relation == "edited" else relation

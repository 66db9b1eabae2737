"""Rows of the reading panes from a comparison: what stands beside what, in which order.

Takes: a `Comparison` and an order ("old", "new", "weight"). Returns: a list of `Row`. Leaves out: which lines are one
piece and which piece stands where (`diff/pieces.py`, `diff/arrangement.py`), folding and look-up of rows (`sheet.py`).

A piece is one row, a very long passage several. A moved passage stands once, with both texts, where the order has it;
where the other edition has it a "ghost" row points there. Where a section has counterparts that stand beside another
one (split, merged), a "see" row under its heading names them.

    passages  old: 甲 乙 丙, 丙 moved to the front of the new edition
    rows      ghost(→丙)  甲|甲  乙|乙  丙|丙 moved
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kwaicompare.diff.arrangement import Slot, arrange, homes_of, in_order_of
from kwaicompare.diff.pieces import Piece, pieces_of
from kwaicompare.gui.models.long_rows import LONGEST_ROW, cut
from kwaicompare.gui.models.moved_figures import MovedFigures
from kwaicompare.gui.models.rows import Lead, Order, Row, relation_kind, touches
from kwaicompare.model.span import Side, other_side

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.document import Section
    from kwaicompare.model.edit import Passage
    from kwaicompare.model.span import Span

_FIGURE_WEIGHT = 40


def comparison_rows(comparison: Comparison, order: Order, figures: MovedFigures | None = None) -> list[Row]:
    """Lay the passages out in ``order``; counterpart sections stand side by side in any of them.

    ``figures`` of the comparison are worked out unless given.
    """
    lead: Side = "b" if order == "new" else "a"
    build = _RowBuilder(comparison, lead, figures or MovedFigures(comparison))
    pieces = build.pieces
    blocks = arrange(pieces, comparison.alignment, lead)
    if order == "weight":
        blocks.sort(key=lambda block: -sum(build.weight(slot) for slot in block))
        return [row for block in blocks for slot in block for row in build.rows(slot)]
    ghosts = _ghosts(comparison, pieces, other_side(lead))
    rows = list(ghosts.get(-1, ()))
    for slot in (slot for block in blocks for slot in block):
        rows.extend(build.rows(slot))
        rows.extend(ghosts.get(slot.piece, ()))
        rows.extend(ghosts.get(slot.other, ()) if slot.other >= 0 else ())
    return rows


class _RowBuilder:
    """Makes the rows of single slots."""

    def __init__(self, comparison: Comparison, lead: Side, figures: MovedFigures) -> None:
        self._comparison = comparison
        homes = homes_of(comparison.alignment, lead)
        self._together = {(near, far) if lead == "a" else (far, near) for far, near in homes.items()}
        self.pieces = pieces_of(comparison)
        self._figures_a = figures.spans["a"]
        self._figures_b = figures.spans["b"]
        self._sections_a = {section.id: section for section in comparison.a.sections}
        self._sections_b = {section.id: section for section in comparison.b.sections}
        self._counterparts_a, self._counterparts_b = _counterparts(comparison)

    def rows(self, slot: Slot) -> Iterator[Row]:
        """Return the row of a slot, or several of very long passages; under a heading, where else it has parts."""
        if slot.other >= 0:
            row = self._apart(slot)
            if row.extent <= LONGEST_ROW:
                yield row
                return
            yield from self.rows(Slot(slot.other))
        piece = self.pieces[slot.piece]
        at, members = piece.passages[0], piece.passages if piece.role == "heading" else ()
        kind, level, opens = relation_kind(piece.relation, piece.rewritten), self._level(piece), self._opens(piece)
        for a, b in cut(piece, self._comparison.passages[at].edits):
            figures = touches(self._figures_a, a) or touches(self._figures_b, b)
            yield Row(
                at, a, b, kind, piece.role, figures, level, opens, members=members, rewritten=piece.rewritten
            )  # fmt: skip
            opens = False
        if members:
            yield from self._sees(piece)

    def weight(self, slot: Slot) -> int:
        """Count changed characters; a figure that moved weighs as much as a changed sentence."""
        passages = self._comparison.passages
        return sum(self._weight(passages[at]) for place in slot if place >= 0 for at in self.pieces[place].passages)

    def _sees(self, heading: Piece) -> Iterator[Row]:
        """Name the counterparts of a heading's sections that stand neither beside it nor right below."""
        a, b = heading.section_a, heading.section_b
        near = {(a, b), *self._together}
        far_b = [far for far in self._counterparts_a.get(a, ()) if heading.a and (a, far) not in near]
        far_a = [far for far in self._counterparts_b.get(b, ()) if heading.b and (far, b) not in near]
        for at in range(max(len(far_b), len(far_a))):
            lead_b = _lead("b", self._sections_b[far_b[at]]) if at < len(far_b) else None
            lead_a = _lead("a", self._sections_a[far_a[at]]) if at < len(far_a) else None
            yield Row(heading.passages[0], None, None, "see", passages=0, leads=(lead_b, lead_a))

    def _weight(self, passage: Passage) -> int:
        moved = touches(self._figures_a, passage.a) or touches(self._figures_b, passage.b)
        figures = _FIGURE_WEIGHT if moved else 0
        if passage.a is None or passage.b is None:
            return len(passage.a or passage.b or ()) + figures
        return sum(max(len(edit.a), len(edit.b)) for edit in passage.edits if edit.op != "equal") + figures

    def _apart(self, slot: Slot) -> Row:
        old, new = self.pieces[slot.piece], self.pieces[slot.other]
        figures = touches(self._figures_a, old.a) or touches(self._figures_b, new.b)
        role = old.role if old.role == new.role else "text"
        paragraph = self._opens(old) or self._opens(new)
        return Row(old.passages[0], old.a, new.b, "apart", role, figures, 0, paragraph, other=new.passages[0])

    def _opens(self, piece: Piece) -> bool:
        return _opens(self._comparison.a.text, piece.a) or _opens(self._comparison.b.text, piece.b)

    def _level(self, piece: Piece) -> int:
        if piece.role != "heading":
            return 0
        section = self._sections_a.get(piece.section_a) or self._sections_b.get(piece.section_b)
        return section.level if section else 1


def _counterparts(comparison: Comparison) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the sections linked to each section of A, and of B."""
    of_a: dict[str, list[str]] = {}
    of_b: dict[str, list[str]] = {}
    for link in comparison.alignment.pairs:
        of_a.setdefault(link.a, []).append(link.b)
        of_b.setdefault(link.b, []).append(link.a)
    return of_a, of_b


def _lead(side: Side, section: Section) -> Lead:
    return Lead(side, section.heading, section.title)


def _opens(text: str, span: Span | None) -> bool:
    """Tell whether only blanks stand between the span and the line's beginning."""
    if span is None:
        return False
    return not text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()


def _ghosts(comparison: Comparison, pieces: Sequence[Piece], far: Side) -> dict[int, list[Row]]:
    """Return the ghost rows by the piece they follow (-1: at the top). ``far``: the side not in order.

    What moved along with its section needs none: counterpart sections stand side by side.
    """
    linked = {(link.a, link.b) for link in comparison.alignment.pairs}
    ghosts: dict[int, list[Row]] = {}
    anchor, last = -1, -2
    for index in in_order_of(pieces, far):
        piece = pieces[index]
        if "moved" not in piece.relation or (piece.section_a, piece.section_b) in linked:
            anchor, last = index, -2
            continue
        held = ghosts.setdefault(anchor, [])
        if last == piece.passages[0] - 1 and held:
            held[-1] = held[-1]._replace(passages=held[-1].passages + 1)
        else:
            a, b = (None, piece.b) if far == "b" else (piece.a, None)
            held.append(Row(piece.passages[0], a, b, "ghost", gone=far))
        last = piece.passages[0]
    return ghosts

"""In which order pieces stand, so that counterpart sections stand side by side whatever their order in the texts.

Takes: pieces, an `Alignment` and the side that leads. Returns: blocks of slots; a slot is one piece, or two that only
one edition each has and that share a row. Leaves out: rows, spans and folding.

The leading edition keeps its order. What only the other one has stands with the section its own section is linked
to; the pieces of an unlinked section stand after the block of what precedes them there. A heading shares its row with
its counterpart alone, furniture with furniture.

    old: 甲 [a1 a2]  乙 [a3]        new: 乙′ [b1]  新 [b2]  甲′ [b3]       linked: 甲~甲′, 乙~乙′, no sentence alike
    ->   [(a1, b3), a2]  [(a3, b1)]  [b2]
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from kwaicompare.model.span import other_side

if TYPE_CHECKING:
    from kwaicompare.diff.pieces import Piece
    from kwaicompare.model.alignment import Alignment
    from kwaicompare.model.span import Side


class Slot(NamedTuple):
    """What stands in one row: a piece, or a piece of A alone beside one of B alone (``other``), by their places."""

    piece: int
    other: int = -1


@dataclass(slots=True)
class _Block:
    """The pieces of one section of the leading edition, and what of the other one belongs there."""

    leading: list[int] = field(default_factory=list)
    homed: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)


def arrange(pieces: Sequence[Piece], alignment: Alignment, lead: Side) -> list[list[Slot]]:
    """Return the blocks in the order of the leading edition; every piece stands in exactly one slot."""
    return _Arranger(pieces, lead).blocks(homes_of(alignment, lead))


def in_order_of(pieces: Sequence[Piece], side: Side) -> list[int]:
    """Return the pieces that a side has, in its order."""
    found = [(span.start, at) for at, piece in enumerate(pieces) if (span := piece.on(side)) is not None]
    return [at for _, at in sorted(found)]


def homes_of(alignment: Alignment, lead: Side) -> dict[str, str]:
    """Return for each linked section of the other edition its best counterpart in the leading one."""
    best: dict[str, tuple[float, str]] = {}
    for link in alignment.pairs:
        far, near = (link.b, link.a) if lead == "a" else (link.a, link.b)
        if far not in best or link.score > best[far][0]:
            best[far] = link.score, near
    # What stands before the first heading ("") belongs to what stands there in the other edition.
    return {"": "", **{far: near for far, (_, near) in best.items()}}


class _Arranger:
    def __init__(self, pieces: Sequence[Piece], lead: Side) -> None:
        self._pieces = pieces
        self._lead: Side = lead
        self._far: Side = other_side(lead)

    def blocks(self, homes: dict[str, str]) -> list[list[Slot]]:
        """Return the blocks of slots."""
        front = _Block()
        blocks: list[_Block] = [front]
        by_section: dict[str, _Block] = {}
        block_of: dict[int, _Block] = {}
        leading = in_order_of(self._pieces, self._lead)
        for section, group in groupby(leading, key=lambda at: self._section(at, self._lead)):
            block = _Block(list(group))
            blocks.append(block)
            by_section.setdefault(section, block)
            block_of.update(dict.fromkeys(block.leading, block))
        current = front
        for at in in_order_of(self._pieces, self._far):
            home = block_of.get(at)
            if home is None:
                section = homes.get(self._section(at, self._far))
                home = by_section.get(section) if section is not None else None
                (home.homed if home else current.after).append(at)
            current = home or current
        return [slots for block in blocks for slots in self._slots(block)]

    def _slots(self, block: _Block) -> list[list[Slot]]:
        found = [self._merged(block)]
        for _, group in groupby(block.after, key=lambda at: self._section(at, self._far)):
            found.append([Slot(at) for at in group])
        return [slots for slots in found if slots]

    def _merged(self, block: _Block) -> list[Slot]:
        """Put what is homed after the pair that precedes it there, beside what the leading edition alone has."""
        waiting = deque(block.homed)
        slots: list[Slot] = []
        alone: list[int] = []
        for at in block.leading:
            piece = self._pieces[at]
            if piece.a is None or piece.b is None:
                alone.append(at)
                continue
            slots.extend(self._beside(alone, self._taken(waiting, piece, len(alone))))
            slots.append(Slot(at))
            alone = []
        slots.extend(self._beside(alone, list(waiting)))
        return slots

    def _taken(self, waiting: deque[int], pair: Piece, beside: int) -> list[int]:
        """Take what stands before a pair; a moved pair's place says nothing: take as much as there is room beside."""
        if "moved" in pair.relation:
            return [waiting.popleft() for _ in range(min(beside, len(waiting)))]
        limit, taken = self._start(pair), []
        while waiting and self._start(self._pieces[waiting[0]]) < limit:
            taken.append(waiting.popleft())
        return taken

    def _start(self, piece: Piece) -> int:
        span = piece.on(self._far)
        assert span is not None
        return span.start

    def _beside(self, leading: list[int], homed: list[int]) -> list[Slot]:
        """Let text share rows with text and furniture with furniture, in the order of both."""
        near, far, slots = deque(leading), deque(homed), []
        while near and far:
            roles = self._pieces[near[0]].role, self._pieces[far[0]].role
            alike = (roles[0] == "furniture") == (roles[1] == "furniture")
            if "heading" in roles:
                slots.append(Slot((near if roles[0] == "heading" else far).popleft()))
            elif alike:
                pair = near.popleft(), far.popleft()
                slots.append(Slot(*pair) if self._lead == "a" else Slot(*reversed(pair)))
            else:
                slots.append(Slot((near if roles[0] == "furniture" else far).popleft()))
        return slots + [Slot(at) for at in (*near, *far)]

    def _section(self, at: int, side: Side) -> str:
        return self._pieces[at].section_a if side == "a" else self._pieces[at].section_b

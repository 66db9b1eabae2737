"""In which order passages stand, so that counterpart sections stand side by side whatever their order in the texts.

Takes: a `Comparison` and the side that leads. Returns: blocks of slots; a slot is one passage, or two that only one
edition each has and that share a row. Leaves out: rows, spans and folding.

The leading edition keeps its order. What only the other one has stands with the section its own section is linked
to; the passages of an unlinked section stand after the block of what precedes them there.

    old: 甲 [a1 a2]  乙 [a3]        new: 乙′ [b1]  新 [b2]  甲′ [b3]       linked: 甲~甲′, 乙~乙′, no sentence alike
    ->   [(a1, b3), a2]  [(a3, b1)]  [b2]
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, NamedTuple

from kwaicompare.model.alignment import Alignment
from kwaicompare.model.comparison import Comparison
from kwaicompare.model.edit import Passage

Side = Literal["a", "b"]


class Slot(NamedTuple):
    """What stands in one row: a passage, or a passage of A alone beside one of B alone (``other``)."""

    passage: int
    other: int = -1


@dataclass(slots=True)
class _Block:
    """The passages of one section of the leading edition, and what of the other one belongs there."""

    leading: list[int] = field(default_factory=list)
    homed: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)


def arrange(comparison: Comparison, lead: Side) -> list[list[Slot]]:
    """Return the blocks in the order of the leading edition; every passage stands in exactly one slot."""
    arranger = _Arranger(comparison.passages, lead)
    return arranger.blocks(_homes(comparison.alignment, lead))


def start_on(passage: Passage, side: Side) -> int:
    """Return where a passage begins on a side that it has."""
    span = passage.a if side == "a" else passage.b
    assert span is not None
    return span.start


def in_order_of(passages: Sequence[Passage], side: Side) -> list[int]:
    """Return the passages that a side has, in its order."""
    found = [at for at, passage in enumerate(passages) if (passage.a if side == "a" else passage.b) is not None]
    return sorted(found, key=lambda at: start_on(passages[at], side))


def _homes(alignment: Alignment, lead: Side) -> dict[str, str]:
    """Return for each linked section of the other edition its best counterpart in the leading one."""
    best: dict[str, tuple[float, str]] = {}
    for link in alignment.pairs:
        far, near = (link.b, link.a) if lead == "a" else (link.a, link.b)
        if far not in best or link.score > best[far][0]:
            best[far] = link.score, near
    # What stands before the first heading ("") belongs to what stands there in the other edition.
    return {"": "", **{far: near for far, (_, near) in best.items()}}


class _Arranger:
    def __init__(self, passages: Sequence[Passage], lead: Side) -> None:
        self._passages = passages
        self._lead: Side = lead
        self._far: Side = "b" if lead == "a" else "a"

    def blocks(self, homes: dict[str, str]) -> list[list[Slot]]:
        """Return the blocks of slots."""
        front = _Block()
        blocks: list[_Block] = [front]
        by_section: dict[str, _Block] = {}
        block_of: dict[int, _Block] = {}
        leading = in_order_of(self._passages, self._lead)
        for section, group in groupby(leading, key=lambda at: self._section(at, self._lead)):
            block = _Block(list(group))
            blocks.append(block)
            by_section.setdefault(section, block)
            block_of.update(dict.fromkeys(block.leading, block))
        current = front
        for at in in_order_of(self._passages, self._far):
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
            passage = self._passages[at]
            if passage.a is None or passage.b is None:
                alone.append(at)
                continue
            slots.extend(self._beside(alone, self._taken(waiting, passage, len(alone))))
            slots.append(Slot(at))
            alone = []
        slots.extend(self._beside(alone, list(waiting)))
        return slots

    def _taken(self, waiting: deque[int], pair: Passage, beside: int) -> list[int]:
        """Take what stands before a pair; a moved pair's place says nothing: take as much as there is room beside."""
        if "moved" in pair.relation:
            return [waiting.popleft() for _ in range(min(beside, len(waiting)))]
        limit, taken = start_on(pair, self._far), []
        while waiting and start_on(self._passages[waiting[0]], self._far) < limit:
            taken.append(waiting.popleft())
        return taken

    def _beside(self, leading: list[int], homed: list[int]) -> list[Slot]:
        slots = []
        for near, far in zip(leading, homed, strict=False):
            slots.append(Slot(near, far) if self._lead == "a" else Slot(far, near))
        rest = leading[len(homed) :] or homed[len(leading) :]
        return slots + [Slot(at) for at in rest]

    def _section(self, at: int, side: Side) -> str:
        return self._passages[at].section_a if side == "a" else self._passages[at].section_b

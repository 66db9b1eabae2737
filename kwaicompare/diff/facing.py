"""What stands beside what when two texts are shown in two columns.

Takes passages in the order they are shown and the alignment, returns groups of indices: a pair is a group of its own;
between two pairs, what one section has alone faces what its counterpart has alone; the rest stands beside nothing.
Leaves out drawing.

    old: 甲1 甲2 | new: 甲3, in counterpart sections  →  Facing(left=(0, 1), right=(2,))
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kwaicompare.model.alignment import Alignment
from kwaicompare.model.edit import Passage


@dataclass(frozen=True, slots=True)
class Facing:
    """Indices of the passages shown on the left and on the right of one stretch."""

    left: tuple[int, ...]
    right: tuple[int, ...]


def facing(passages: Sequence[Passage], alignment: Alignment) -> Iterator[Facing]:
    """Yield the stretches from top to bottom; every passage stands in exactly one of them."""
    links = {(link.a, link.b) for link in alignment.pairs} | {("", "")}
    for paired, run in groupby(range(len(passages)), key=lambda index: _paired(passages[index])):
        if paired:
            yield from (Facing((index,), (index,)) for index in run)
        else:
            yield from _facing_sections(_by_section(passages, run), links)


def _paired(passage: Passage) -> bool:
    return passage.a is not None and passage.b is not None


_Group = tuple[tuple[bool, str], tuple[int, ...]]


def _by_section(passages: Sequence[Passage], run: Iterator[int]) -> list[_Group]:
    """Group one-sided passages by side and section: ``((on the left, section id), indices)``."""

    def section(index: int) -> tuple[bool, str]:
        passage = passages[index]
        return (True, passage.section_a) if passage.b is None else (False, passage.section_b)

    return [(key, tuple(group)) for key, group in groupby(run, key=section)]


def _facing_sections(groups: Sequence[_Group], links: set[tuple[str, str]]) -> Iterator[Facing]:
    used: set[int] = set()
    for at, ((left, section), indices) in enumerate(groups):
        if at in used:
            continue
        other = next(
            (
                k
                for k in range(at + 1, len(groups))
                if k not in used
                and groups[k][0][0] != left
                and ((section, groups[k][0][1]) if left else (groups[k][0][1], section)) in links
            ),
            None,
        )
        beside: tuple[int, ...] = ()
        if other is not None:
            used.add(other)
            beside = groups[other][1]
        yield Facing(indices, beside) if left else Facing(beside, indices)

"""Edit scripts between two sequences, with difflib's opcode vocabulary.

Takes two sequences of strings (or one string each), returns `Opcode` tuples that cover both in order. The longest
common subsequence is found by rapidfuzz (bit-parallel LCS, Hyyrö 2004); making its output readable is the caller's.

>>> opcodes(["专利", "7321", "件"], ["专利", "1.4万", "件"])
[('equal', 0, 1, 0, 1), ('replace', 1, 2, 1, 2), ('equal', 2, 3, 2, 3)]
"""

from collections.abc import Sequence
from typing import Literal

from rapidfuzz.distance import Indel, LCSseq

from kwaicompare.progress import Progress, reported, silent

Opcode = tuple[Literal["equal", "delete", "insert", "replace"], int, int, int, int]


def opcodes(a: Sequence[str], b: Sequence[str]) -> list[Opcode]:
    """Return the edit script from ``a`` to ``b``; a deletion beside an insertion is one ``replace``."""
    script: list[Opcode] = []
    at_a = at_b = 0
    for op in LCSseq.opcodes(a, b):
        if op.tag != "equal":
            continue
        _change(script, at_a, op.src_start, at_b, op.dest_start)
        script.append(("equal", op.src_start, op.src_end, op.dest_start, op.dest_end))
        at_a, at_b = op.src_end, op.dest_end
    _change(script, at_a, len(a), at_b, len(b))
    return script


def _change(script: list[Opcode], a1: int, a2: int, b1: int, b2: int) -> None:
    if a1 < a2 and b1 < b2:
        script.append(("replace", a1, a2, b1, b2))
    elif a1 < a2:
        script.append(("delete", a1, a2, b1, b2))
    elif b1 < b2:
        script.append(("insert", a1, a2, b1, b2))


def similarity(a: Sequence[str], b: Sequence[str], at_least: float = 0.0) -> float:
    """Return twice the common subsequence over the sum of lengths, 0..1; 0 when it would fall below ``at_least``."""
    return Indel.normalized_similarity(a, b, score_cutoff=at_least)


def common(a: Sequence[str], b: Sequence[str]) -> int:
    """Return the length of the longest common subsequence."""
    return LCSseq.similarity(a, b)


def heaviest_chain(places: Sequence[int], weights: Sequence[float], progress: Progress = silent) -> set[int]:
    """Return the indices of the heaviest subsequence whose ``places`` never fall (what is not in it has moved).

    A Fenwick tree over the places keeps the heaviest chain that ends at or before each: O(n log n).
    """
    ranks = {place: rank for rank, place in enumerate(sorted(set(places)), 1)}
    tree = _Heaviest(len(ranks))
    before: list[int] = []
    for index, place in enumerate(reported(places, "diff", progress, every=4096)):
        weight, last = tree.up_to(ranks[place])
        before.append(last)
        tree.add(ranks[place], weight + weights[index], index)
    at = tree.up_to(len(ranks))[1]
    chain: set[int] = set()
    while at >= 0:
        chain.add(at)
        at = before[at]
    return chain


class _Heaviest:
    """The heaviest chain that ends at or before each rank, and its last index (-1: none)."""

    def __init__(self, ranks: int) -> None:
        self._weights = [0.0] * (ranks + 1)
        self._last = [-1] * (ranks + 1)

    def up_to(self, rank: int) -> tuple[float, int]:
        weights, best = self._weights, 0
        while rank:
            if weights[rank] > weights[best]:
                best = rank
            rank &= rank - 1
        return weights[best], self._last[best]

    def add(self, rank: int, weight: float, index: int) -> None:
        weights, size = self._weights, len(self._weights)
        while rank < size:
            if weight > weights[rank]:
                weights[rank], self._last[rank] = weight, index
            rank += rank & -rank

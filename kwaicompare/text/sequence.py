"""Edit scripts between two sequences, with difflib's opcode vocabulary.

Takes two sequences of strings (or one string each), returns `Opcode` tuples that cover both in order. The longest
common subsequence is found by rapidfuzz (bit-parallel LCS, Hyyrö 2004); making its output readable is the caller's.

>>> opcodes(["专利", "7321", "件"], ["专利", "1.4万", "件"])
[('equal', 0, 1, 0, 1), ('replace', 1, 2, 1, 2), ('equal', 2, 3, 2, 3)]
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from rapidfuzz.distance import Indel, LCSseq

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


def heaviest_chain(places: Sequence[int], weights: Sequence[float]) -> set[int]:
    """Return the indices of the heaviest subsequence whose ``places`` never fall (what is not in it has moved).

    A Fenwick tree over the places keeps the heaviest chain that ends at or before each: O(n log n).
    """
    ranks = sorted(set(places))
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(ranks) + 1)
    before: list[int] = []
    for index, place in enumerate(places):
        rank = bisect_left(ranks, place) + 1
        weight, last = _heaviest(tree, rank)
        before.append(last)
        _raise(tree, rank, (weight + weights[index], index))
    at = _heaviest(tree, len(ranks))[1]
    chain: set[int] = set()
    while at >= 0:
        chain.add(at)
        at = before[at]
    return chain


def _heaviest(tree: Sequence[tuple[float, int]], rank: int) -> tuple[float, int]:
    found = (0.0, -1)
    while rank:
        found = max(found, tree[rank], key=lambda entry: entry[0])
        rank -= rank & -rank
    return found


def _raise(tree: list[tuple[float, int]], rank: int, entry: tuple[float, int]) -> None:
    while rank < len(tree):
        if entry[0] > tree[rank][0]:
            tree[rank] = entry
        rank += rank & -rank

"""The edit script between two token lists of any length.

Takes two lists of keys, returns opcodes. A pair too large for one table of the longest common subsequence is cut at
runs of words that stand once on either side (after Cohen's patience diff) and solved between them. Leaves out what
reads well (see `cleanup`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kwaicompare.text.sequence import Opcode, heaviest_chain, opcodes

# The bit-parallel LCS keeps a table of len(a) x len(b) bits: 2^28 of them are 32 MB.
_TABLE = 1 << 28
# Runs of so many words are looked for, the longer ones first: they are the surer.
_RUNS = (8, 3, 1)
_ANCHORS = 4000

_Block = tuple[int, int, int, int]


def edit_script(a: Sequence[str], b: Sequence[str], anyway: bool) -> tuple[list[Opcode], bool]:
    """Return the script, and whether some part was too large and is one ``replace`` of both sides.

    ``anyway`` cuts such a part into pieces in proportion: every word is compared, if not with every other.
    """
    script: list[Opcode] = []
    limited = False
    for a1, a2, b1, b2 in _blocks(a, b, (0, len(a), 0, len(b)), _RUNS, anyway):
        if _fits(a2 - a1, b2 - b1):
            found = opcodes(a[a1:a2], b[b1:b2])
        else:
            found, limited = [("replace", 0, a2 - a1, 0, b2 - b1)], True
        script.extend((op, i1 + a1, i2 + a1, j1 + b1, j2 + b1) for op, i1, i2, j1, j2 in found)
    return _joined(script), limited


def _fits(count_a: int, count_b: int) -> bool:
    return count_a * count_b <= _TABLE


def _blocks(a: Sequence[str], b: Sequence[str], block: _Block, runs: Sequence[int], anyway: bool) -> Iterator[_Block]:
    """Cut both sides into blocks that stand beside each other."""
    a1, a2, b1, b2 = block
    if _fits(a2 - a1, b2 - b1):
        yield block
    elif runs:
        cuts = [(a1, b1), *_anchors(a[a1:a2], b[b1:b2], runs[0], a1, b1), (a2, b2)]
        for (i1, j1), (i2, j2) in pairwise(cuts):
            yield from _blocks(a, b, (i1, i2, j1, j2), runs[1:], anyway)
    elif anyway and min(a2 - a1, b2 - b1) > 1:
        i, j = (a1 + a2) // 2, (b1 + b2) // 2
        yield from _blocks(a, b, (a1, i, b1, j), (), anyway)
        yield from _blocks(a, b, (i, a2, j, b2), (), anyway)
    else:
        yield block


def _anchors(a: Sequence[str], b: Sequence[str], run: int, at_a: int, at_b: int) -> list[tuple[int, int]]:
    """Return where runs of words that stand once on either side begin, those that keep their order."""
    runs_a, runs_b = (list(zip(*(keys[at:] for at in range(run)), strict=False)) for keys in (a, b))
    count_a, count_b = Counter(runs_a), Counter(runs_b)
    place_b = {words: at for at, words in enumerate(runs_b) if count_b[words] == 1}
    found = [(at, place_b[words]) for at, words in enumerate(runs_a) if count_a[words] == 1 and words in place_b]
    found = found[:: len(found) // _ANCHORS + 1]
    kept = heaviest_chain([j for _, j in found], [1.0] * len(found))
    return [(at_a + i, at_b + j) for index, (i, j) in enumerate(found) if index in kept]


def _joined(script: Sequence[Opcode]) -> list[Opcode]:
    """Join opcodes of one kind that follow each other, and changes beside changes."""
    joined: list[Opcode] = []
    for code in script:
        last = joined[-1] if joined else None
        if last is None or (last[0] == "equal") != (code[0] == "equal"):
            joined.append(code)
        elif last[0] == code[0]:
            joined[-1] = (code[0], last[1], code[2], last[3], code[4])
        else:
            joined[-1] = ("replace", last[1], code[2], last[3], code[4])
    return joined

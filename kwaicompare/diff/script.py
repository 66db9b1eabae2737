"""The edit script between two token lists of any length.

Takes two lists of keys, returns opcodes. A pair too large for one table of the longest common subsequence is cut at
runs of words that stand once on either side (after Cohen's patience diff) and solved between them. Leaves out what
reads well (see `cleanup`).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from kwaicompare.text.sequence import Opcode, heaviest_chain, opcodes

# The bit-parallel LCS keeps a table of len(a) x len(b) bits: 2^28 of them are 32 MB.
_TABLE = 1 << 28
# Runs of so many words are looked for, the longer ones first: they are the surer.
_RUNS = (8, 3, 1)
_ANCHORS = 4000


def edit_script(
    a: Sequence[str], b: Sequence[str], anyway: bool, pulse: Callable[[], None]
) -> tuple[list[Opcode], bool]:
    """Return the script, and whether some part was too large and is one ``replace`` of both sides.

    ``anyway`` cuts such a part into pieces in proportion: every word is compared, if not with every other. ``pulse`` is
    called between the steps of a long comparison.
    """
    solver = _Solver(a, b, anyway, pulse)
    return _joined(solver.solved(0, len(a), 0, len(b), _RUNS)), solver.limited


class _Solver:
    """Solves blocks, a stretch of either side beside each other; ``limited`` is set when one had to be given up."""

    def __init__(self, a: Sequence[str], b: Sequence[str], anyway: bool, pulse: Callable[[], None]) -> None:
        self._a, self._b, self._anyway, self._pulse = a, b, anyway, pulse
        self.limited = False

    def solved(self, a1: int, a2: int, b1: int, b2: int, runs: Sequence[int]) -> Iterator[Opcode]:
        """Yield the script of a block; ``runs`` are the lengths of anchors not tried yet."""
        if (a2 - a1) * (b2 - b1) <= _TABLE:
            for op, i1, i2, j1, j2 in opcodes(self._a[a1:a2], self._b[b1:b2]):
                yield op, i1 + a1, i2 + a1, j1 + b1, j2 + b1
            return
        head = _common(zip(self._a[a1:a2], self._b[b1:b2], strict=False))
        yield "equal", a1, a1 + head, b1, b1 + head
        a1, b1 = a1 + head, b1 + head
        tail = _common(zip(reversed(self._a[a1:a2]), reversed(self._b[b1:b2]), strict=False))
        yield from self._cut(a1, a2 - tail, b1, b2 - tail, runs)
        yield "equal", a2 - tail, a2, b2 - tail, b2

    def _cut(self, a1: int, a2: int, b1: int, b2: int, runs: Sequence[int]) -> Iterator[Opcode]:
        """Cut a block at anchors; without any, in halves if it has to be, else give it up."""
        if (a2 - a1) * (b2 - b1) <= _TABLE:
            yield from self.solved(a1, a2, b1, b2, runs)
        elif runs:
            anchors = _anchors(self._a[a1:a2], self._b[b1:b2], runs[0], self._pulse)
            cuts = [(a1, b1), *((a1 + i, b1 + j) for i, j in anchors), (a2, b2)]
            for (i1, j1), (i2, j2) in pairwise(cuts):
                self._pulse()
                yield from self.solved(i1, i2, j1, j2, runs[1:])
        elif self._anyway and min(a2 - a1, b2 - b1) > 1:
            self._pulse()
            i, j = (a1 + a2) // 2, (b1 + b2) // 2
            yield from self.solved(a1, i, b1, j, ())
            yield from self.solved(i, a2, j, b2, ())
        else:
            self.limited = True
            yield "replace", a1, a2, b1, b2


def _common(pairs: Iterable[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _anchors(a: Sequence[str], b: Sequence[str], run: int, pulse: Callable[[], None]) -> list[tuple[int, int]]:
    """Return where runs of words that stand once on either side begin, those that keep their order."""
    once_a, once_b = _once(a, run, pulse), _once(b, run, pulse)
    found = [(at, once_b[words]) for words, at in once_a.items() if words in once_b]
    found = found[:: len(found) // _ANCHORS + 1]
    kept = heaviest_chain([j for _, j in found], [1.0] * len(found))
    return [anchor for index, anchor in enumerate(found) if index in kept]


def _once(keys: Sequence[str], run: int, pulse: Callable[[], None]) -> dict[tuple[str, ...], int]:
    """Return where each run of words that stands once begins, in order."""
    runs = list(zip(*(keys[at:] for at in range(run)), strict=False))
    pulse()
    counts = Counter(runs)
    pulse()
    return {words: at for at, words in enumerate(runs) if counts[words] == 1}


def _joined(script: Iterable[Opcode]) -> list[Opcode]:
    """Join opcodes of one kind that follow each other, and changes beside changes."""
    joined: list[Opcode] = []
    for code in script:
        last = joined[-1] if joined else None
        if code[1] == code[2] and code[3] == code[4]:
            continue
        if last is None or (last[0] == "equal") != (code[0] == "equal"):
            joined.append(code)
        elif last[0] == code[0]:
            joined[-1] = (code[0], last[1], code[2], last[3], code[4])
        else:
            joined[-1] = ("replace", last[1], code[2], last[3], code[4])
    return joined

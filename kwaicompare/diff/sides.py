"""Both sides of a pair as tokens, and what the lenses make equal on them.

Takes two token lists with their texts; tells whether two places are equal under the lenses, and cuts an equal run at
the places where its texts differ. Leaves out the edit script.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kwaicompare.diff.lenses import Folding
from kwaicompare.diff.tokens import Tokens
from kwaicompare.model.edit import Edit, Lens
from kwaicompare.model.span import Span
from kwaicompare.text.sequence import Opcode


@dataclass(frozen=True, slots=True)
class Sides:
    """The two passages of a pair."""

    a: Tokens
    b: Tokens
    text_a: str
    text_b: str
    folding: Folding

    def without_hidden(self, script: Sequence[Opcode]) -> list[Opcode]:
        """Make replacements equal whose texts are equal when folded; a word may be cut differently on either side."""
        a, b = self.a, self.b
        if script and self.needed(a.span(0, len(a.keys)), b.span(0, len(b.keys))) is not None:
            return [("equal", 0, len(a.keys), 0, len(b.keys))]
        return [
            ("equal", *code[1:])
            if code[0] == "replace" and self.needed(a.span(*code[1:3]), b.span(*code[3:])) is not None
            else code
            for code in script
        ]

    def equal(self, a1: int, a2: int, b1: int, b2: int) -> Iterator[Edit]:
        """Yield an equal run as edits, the places where the texts differ told apart."""
        whole_a, whole_b = self.a.span(a1, a2), self.b.span(b1, b2)
        if whole_a.of(self.text_a) == whole_b.of(self.text_b):
            yield Edit("equal", whole_a, whole_b)
            return
        for i1, i2, j1, j2 in _in_step(self.a.keys[a1:a2], self.b.keys[b1:b2]):
            span_a, span_b = self.a.span(a1 + i1, a1 + i2), self.b.span(b1 + j1, b1 + j2)
            yield Edit("equal", span_a, span_b, self.needed(span_a, span_b) or ())

    def needed(self, span_a: Span, span_b: Span) -> tuple[Lens, ...] | None:
        """Return the lenses that it takes to make two places equal; None where they differ."""
        return self.folding.needed(span_a.of(self.text_a), span_b.of(self.text_b))


def _in_step(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Cut two runs of keys at the shortest pieces that read the same; one piece where the keys do not."""
    if "".join(a) != "".join(b):
        return [(0, len(a), 0, len(b))]
    ends_a, ends_b = list(accumulate(map(len, a))), list(accumulate(map(len, b)))
    at_b = {end: index for index, end in enumerate(ends_b, 1)}
    cuts = [(0, 0), *((index, at_b[end]) for index, end in enumerate(ends_a, 1) if end in at_b)]
    return [(i1, i2, j1, j2) for (i1, j1), (i2, j2) in pairwise(cuts)]

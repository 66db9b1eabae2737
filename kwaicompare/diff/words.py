"""Word edits between the two sides of a passage pair.

Takes two token lists, returns edits that cover both spans fully, and how alike the two are. A pair too large gets one
``replace`` where it is, and says so. Leaves out the decision whether a word diff is honest.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kwaicompare.diff.cleanup import readable
from kwaicompare.diff.lenses import Folding
from kwaicompare.diff.margins import tight
from kwaicompare.diff.script import edit_script
from kwaicompare.diff.tokens import Tokens, is_word
from kwaicompare.model.edit import Edit, Lens
from kwaicompare.model.span import Span
from kwaicompare.text.sequence import Opcode

# A name, a date or a figure is one word, however many characters it takes to write.
_LONGEST_WORD = 4
# One side stands nearly whole in the other: most of it, in runs of a clause's length.
_CONTAINED = 0.8
_CLAUSE = 4


@dataclass(frozen=True, slots=True)
class WordDiff:
    """Edits covering both passages.

    ``score`` is the share of characters in equal runs (0..1), ``contained`` whether one side stands nearly whole in the
    other, ``limited`` whether some part was too large to be compared.
    """

    edits: tuple[Edit, ...]
    score: float
    contained: bool = False
    limited: bool = False


def diff_words(
    a: Tokens, b: Tokens, text_a: str, text_b: str, folding: Folding, pulse: Callable[[], None], anyway: bool
) -> WordDiff:
    """Compare two passages word by word; ``anyway`` leaves no part out. ``pulse`` is called while it takes long."""
    sides = _Sides(a, b, text_a, text_b, folding)
    raw, limited = edit_script(a.keys, b.keys, anyway, pulse)
    script = readable(sides.without_hidden(raw), a.keys, b.keys)
    edits: list[Edit] = []
    for op, a1, a2, b1, b2 in script:
        if op == "equal":
            edits.extend(sides.equal(a1, a2, b1, b2))
        else:
            edits.extend(tight(Edit(op, a.span(a1, a2), b.span(b1, b2)), text_a, text_b, a.starts, b.starts, folding))
    return WordDiff(tuple(_merged(edits)), *_alike(script, a, b), limited)


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both passages, to tell what the lenses hide."""

    a: Tokens
    b: Tokens
    text_a: str
    text_b: str
    folding: Folding

    def without_hidden(self, script: Sequence[Opcode]) -> list[Opcode]:
        """Make replacements equal whose texts are equal when folded; a word may be cut differently on either side."""
        a, b = self.a, self.b
        if script and self._needed(a.span(0, len(a.keys)), b.span(0, len(b.keys))) is not None:
            return [("equal", 0, len(a.keys), 0, len(b.keys))]
        return [
            ("equal", *code[1:])
            if code[0] == "replace" and self._needed(a.span(*code[1:3]), b.span(*code[3:])) is not None
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
            yield Edit("equal", span_a, span_b, self._needed(span_a, span_b) or ())

    def _needed(self, span_a: Span, span_b: Span) -> tuple[Lens, ...] | None:
        return self.folding.needed(span_a.of(self.text_a), span_b.of(self.text_b))


def _in_step(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Cut two runs of keys at the shortest pieces that read the same; one piece where the keys do not."""
    if "".join(a) != "".join(b):
        return [(0, len(a), 0, len(b))]
    ends_a, ends_b = list(accumulate(map(len, a))), list(accumulate(map(len, b)))
    at_b = {end: index for index, end in enumerate(ends_b, 1)}
    cuts = [(0, 0), *((index, at_b[end]) for index, end in enumerate(ends_a, 1) if end in at_b)]
    return [(i1, i2, j1, j2) for (i1, j1), (i2, j2) in pairwise(cuts)]


def _merged(edits: Sequence[Edit]) -> list[Edit]:
    merged: list[Edit] = []
    for edit in edits:
        last = merged[-1] if merged else None
        if last is not None and edit.op == last.op == "equal" and edit.lenses == last.lenses:
            merged[-1] = Edit("equal", Span(last.a.start, edit.a.end), Span(last.b.start, edit.b.end), edit.lenses)
        else:
            merged.append(edit)
    return merged


def _alike(script: Sequence[Opcode], a: Tokens, b: Tokens) -> tuple[float, bool]:
    """Return the score, and whether one side is contained in the other."""
    equal = [code for code in script if code[0] == "equal"]
    if len(equal) == len(script):
        return 1.0, True
    weights, size_b = _weights(a.keys), sum(_weights(b.keys))
    kept, size_a = sum(sum(weights[code[1] : code[2]]) for code in equal), sum(weights)
    contained = kept >= _CONTAINED * min(size_a, size_b) and kept >= _CLAUSE * len(equal)
    return (min(1.0, 2 * kept / (size_a + size_b)) if kept else 0.0), contained and kept > 0


def _weights(keys: Sequence[str]) -> list[int]:
    """Weigh tokens by their characters, marks not at all."""
    return [min(len(key), _LONGEST_WORD) if is_word(key) else 0 for key in keys]

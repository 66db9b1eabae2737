"""Word edits between the two sides of a passage pair.

Takes two token lists, returns edits that cover both spans fully, and how alike the two are. Too large a pair gets its
common beginning and end and one ``replace`` between them, and says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kwaicompare.diff.cleanup import readable
from kwaicompare.diff.lenses import Folding
from kwaicompare.diff.tokens import Tokens, is_word
from kwaicompare.model.edit import Edit, Lens
from kwaicompare.model.span import Span
from kwaicompare.text.sequence import Opcode, opcodes

# The bit-parallel LCS keeps a table of len(a) x len(b) bits: 2^28 of them are 32 MB.
_TABLE = 1 << 28


@dataclass(frozen=True, slots=True)
class WordDiff:
    """Edits covering both passages; ``score`` is the share of characters in equal runs (0..1)."""

    edits: tuple[Edit, ...]
    score: float
    limited: bool = False


def diff_words(a: Tokens, b: Tokens, text_a: str, text_b: str, folding: Folding) -> WordDiff:
    """Compare two passages word by word."""
    sides = _Sides(a, b, text_a, text_b, folding)
    script, limited = _script(a.keys, b.keys)
    edits: list[Edit] = []
    for op, a1, a2, b1, b2 in readable(sides.without_hidden(script), a.keys):
        if op == "equal":
            edits.extend(sides.equal(a1, a2, b1, b2))
        else:
            edits.append(Edit(op, a.span(a1, a2), b.span(b1, b2)))
    return WordDiff(tuple(_merged(edits)), _score(edits, a, b), limited)


def _script(a: Sequence[str], b: Sequence[str]) -> tuple[list[Opcode], bool]:
    head = _common(a, b)
    tail = _common(a[head:][::-1], b[head:][::-1])
    inner_a, inner_b = a[head : len(a) - tail], b[head : len(b) - tail]
    limited = len(inner_a) * len(inner_b) > _TABLE
    inner: list[Opcode] = [("replace", 0, len(inner_a), 0, len(inner_b))] if limited else opcodes(inner_a, inner_b)
    script: list[Opcode] = [("equal", 0, head, 0, head)] if head else []
    script.extend((op, a1 + head, a2 + head, b1 + head, b2 + head) for op, a1, a2, b1, b2 in inner)
    if tail:
        script.append(("equal", len(a) - tail, len(a), len(b) - tail, len(b)))
    return script, limited


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    count = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        count += 1
    return count


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


def _score(edits: Sequence[Edit], a: Tokens, b: Tokens) -> float:
    if all(edit.op == "equal" for edit in edits):
        return 1.0
    total = _weight(a.keys) + _weight(b.keys)
    if not total:
        return 0.0
    starts = {start: index for index, start in enumerate(a.starts)}
    equal = 0
    for edit in edits:
        if edit.op == "equal":
            equal += _weight(a.keys[starts[edit.a.start] : starts[edit.a.end]])
    return min(1.0, 2 * equal / total)


def _weight(keys: Sequence[str]) -> int:
    return sum(len(key) for key in keys if is_word(key))

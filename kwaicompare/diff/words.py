"""Word edits between the two sides of a passage pair.

Takes two token lists, returns edits that cover both spans fully, and how alike the two are. Too large a pair gets its
common beginning and end and one ``replace`` between them, and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kwaicompare.diff.cleanup import readable
from kwaicompare.diff.tokens import Tokens, is_word
from kwaicompare.model.edit import Edit
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


def diff_words(a: Tokens, b: Tokens, text_a: str, text_b: str) -> WordDiff:
    """Compare two passages word by word."""
    script, limited = _script(a.keys, b.keys)
    edits = []
    for op, a1, a2, b1, b2 in readable(script, a.keys):
        if op == "equal":
            edits.extend(_equal(a, b, a1, a2, b1, text_a, text_b))
        else:
            edits.append(Edit(op, a.span(a1, a2), b.span(b1, b2)))
    return WordDiff(tuple(_merged(edits)), _score(edits, a, b), limited)


def whole(a: Tokens, b: Tokens) -> tuple[Edit, ...]:
    """Return the one edit that replaces a whole passage by another."""
    return (Edit("replace", a.span(0, len(a.keys)), b.span(0, len(b.keys))),)


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


def _equal(a: Tokens, b: Tokens, a1: int, a2: int, b1: int, text_a: str, text_b: str) -> list[Edit]:
    """Return an equal run as edits, those that differ in white space alone marked as ignored."""
    span_a, span_b = a.span(a1, a2), b.span(b1, b1 + a2 - a1)
    if span_a.of(text_a) == span_b.of(text_b):
        return [Edit("equal", span_a, span_b)]
    found = []
    for i in range(a2 - a1):
        left, right = a.span(a1 + i, a1 + i + 1), b.span(b1 + i, b1 + i + 1)
        found.append(Edit("equal", left, right, ignored=left.of(text_a) != right.of(text_b)))
    return found


def _merged(edits: Sequence[Edit]) -> list[Edit]:
    merged: list[Edit] = []
    for edit in edits:
        last = merged[-1] if merged else None
        if last is not None and edit.op == last.op == "equal" and edit.ignored == last.ignored:
            merged[-1] = Edit("equal", Span(last.a.start, edit.a.end), Span(last.b.start, edit.b.end), edit.ignored)
        else:
            merged.append(edit)
    return merged


def _score(edits: Sequence[Edit], a: Tokens, b: Tokens) -> float:
    total = _weight(a.keys) + _weight(b.keys)
    if not total:
        return 1.0 if a.keys == b.keys else 0.0
    starts = {start: index for index, start in enumerate(a.starts)}
    equal = 0
    for edit in edits:
        if edit.op == "equal":
            equal += _weight(a.keys[starts[edit.a.start] : starts[edit.a.end]])
    return min(1.0, 2 * equal / total)


def _weight(keys: Sequence[str]) -> int:
    return sum(len(key) for key in keys if is_word(key))

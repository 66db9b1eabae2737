"""Word edits between the two sides of a passage pair.

Takes two token lists, returns edits that cover both spans fully, and how alike the two are. A pair too large gets one
``replace`` where it is, and says so. Leaves out the decision whether a word diff is honest.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kwaicompare.diff.cleanup import readable
from kwaicompare.diff.margins import tight
from kwaicompare.diff.script import edit_script
from kwaicompare.diff.sides import Sides
from kwaicompare.diff.tokens import Tokens, is_word
from kwaicompare.model.edit import Edit
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


def diff_words(sides: Sides, pulse: Callable[[], None], anyway: bool) -> WordDiff:
    """Compare two passages word by word; ``anyway`` leaves no part out. ``pulse`` is called while it takes long."""
    a, b = sides.a, sides.b
    raw, limited = edit_script(a.keys, b.keys, anyway, pulse)
    script = readable(sides.without_hidden(raw), a.keys, b.keys)
    edits: list[Edit] = []
    for op, a1, a2, b1, b2 in script:
        if op == "equal":
            edits.extend(sides.equal(a1, a2, b1, b2))
        else:
            edits.extend(tight(Edit(op, a.span(a1, a2), b.span(b1, b2)), sides))
    return WordDiff(tuple(_merged(edits)), *_alike(script, a, b), limited)


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

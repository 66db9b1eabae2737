"""Take from the ends of a word edit what both sides have alike.

Takes one edit and both sides, returns edits that cover the same. White space at the end of a replaced word is no part
of the change; a word that one side alone knows as a part of a longer one is none either. Figures and Latin words are
never cut. Leaves out the inside of an edit.

    [−严格执行][+全面|执行]  →  [−严格][+全面] =执行
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kwaicompare.diff.sides import Sides
from kwaicompare.model.edit import Edit
from kwaicompare.model.span import Span
from kwaicompare.text.cutting import is_han
from kwaicompare.text.numerals import DIGIT, SCALE

_SHORTEST = 2
_NUMERALS = frozenset(DIGIT + SCALE)


def tight(edit: Edit, sides: Sides) -> Iterator[Edit]:
    """Yield what of an edit is alike at its beginning, the change, and what is alike at its end."""
    if edit.op != "replace":
        yield edit
        return
    a, b = _without_blanks(edit.a, sides.text_a), _without_blanks(edit.b, sides.text_b)
    blanks = Span(a.end, edit.a.end), Span(b.end, edit.b.end)
    lenses = sides.needed(*blanks)
    if lenses is None:
        a, b = edit.a, edit.b
    head = _common(sides, range(a.start, a.end), range(b.start, b.end), 1)
    tail = _common(sides, range(a.start + head, a.end), range(b.start + head, b.end), -1)
    if head:
        yield Edit("equal", Span(a.start, a.start + head), Span(b.start, b.start + head))
    yield from _change(Span(a.start + head, a.end - tail), Span(b.start + head, b.end - tail))
    if tail:
        yield Edit("equal", Span(a.end - tail, a.end), Span(b.end - tail, b.end))
    if lenses is not None and (len(blanks[0]) or len(blanks[1])):
        yield Edit("equal", *blanks, lenses)


def _change(a: Span, b: Span) -> Iterator[Edit]:
    if len(a) and len(b):
        yield Edit("replace", a, b)
    elif len(a) or len(b):
        yield Edit("delete" if len(a) else "insert", a, b)


def _without_blanks(span: Span, text: str) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip()))


def _common(sides: Sides, a: range, b: range, step: int) -> int:
    """Return how many characters both ends share up to a place where one side has a word boundary, 0 for too few."""
    best = 0
    for count, (i, j) in enumerate(zip(a[::step], b[::step], strict=False), 1):
        char = sides.text_a[i]
        if char != sides.text_b[j] or not is_han(char) or char in _NUMERALS:
            break
        cut_a, cut_b = (i + 1, j + 1) if step > 0 else (i, j)
        if _bounds(sides.a.starts, cut_a) or _bounds(sides.b.starts, cut_b):
            best = count
    return best if best >= _SHORTEST else 0


def _bounds(starts: Sequence[int], place: int) -> bool:
    at = bisect_left(starts, place)
    return at < len(starts) and starts[at] == place

"""Take from the ends of a word edit what both sides have alike.

Takes one edit and the word boundaries of both sides, returns edits that cover the same. White space at the end of a
replaced word is no part of the change; a word that one side alone knows as a part of a longer one is none either.
Figures and Latin words are never cut. Leaves out the inside of an edit.

    [−严格执行][+全面|执行]  →  [−严格][+全面] =执行
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kwaicompare.diff.lenses import Folding
from kwaicompare.model.edit import Edit
from kwaicompare.model.span import Span
from kwaicompare.text.cutting import is_han
from kwaicompare.text.numerals import DIGIT, SCALE

_SHORTEST = 2
_NUMERALS = frozenset(DIGIT + SCALE)


def tight(
    edit: Edit, text_a: str, text_b: str, starts_a: Sequence[int], starts_b: Sequence[int], folding: Folding
) -> Iterator[Edit]:
    """Yield what of an edit is alike at its beginning, the change, and what is alike at its end."""
    if edit.op != "replace":
        yield edit
        return
    (a1, a2), (b1, b2) = (edit.a.start, edit.a.end), (edit.b.start, edit.b.end)
    end_a, end_b = (_end(text, start, end) for text, start, end in ((text_a, a1, a2), (text_b, b1, b2)))
    blanks = Span(end_a, a2), Span(end_b, b2)
    lenses = folding.needed(blanks[0].of(text_a), blanks[1].of(text_b))
    if lenses is None:
        end_a, end_b, blanks = a2, b2, (Span(a2, a2), Span(b2, b2))
    head = _common(text_a, text_b, range(a1, end_a), range(b1, end_b), starts_a, starts_b, 1)
    tail = _common(text_a, text_b, range(a1 + head, end_a), range(b1 + head, end_b), starts_a, starts_b, -1)
    if head:
        yield Edit("equal", Span(a1, a1 + head), Span(b1, b1 + head))
    yield from _change(Span(a1 + head, end_a - tail), Span(b1 + head, end_b - tail))
    if tail:
        yield Edit("equal", Span(end_a - tail, end_a), Span(end_b - tail, end_b))
    if len(blanks[0]) or len(blanks[1]):
        yield Edit("equal", *blanks, lenses or ())


def _change(a: Span, b: Span) -> Iterator[Edit]:
    if len(a) and len(b):
        yield Edit("replace", a, b)
    elif len(a) or len(b):
        yield Edit("delete" if len(a) else "insert", a, b)


def _end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _common(
    text_a: str, text_b: str, a: range, b: range, starts_a: Sequence[int], starts_b: Sequence[int], step: int
) -> int:
    """Return how many characters both ends share up to a place where one side has a word boundary, 0 for too few."""
    best = 0
    for count, (i, j) in enumerate(zip(a[::step], b[::step], strict=False), 1):
        if text_a[i] != text_b[j] or not is_han(text_a[i]) or text_a[i] in _NUMERALS:
            break
        cut_a, cut_b = (i + 1, j + 1) if step > 0 else (i, j)
        if _bounds(starts_a, cut_a) or _bounds(starts_b, cut_b):
            best = count
    return best if best >= _SHORTEST else 0


def _bounds(starts: Sequence[int], place: int) -> bool:
    at = bisect_left(starts, place)
    return at < len(starts) and starts[at] == place

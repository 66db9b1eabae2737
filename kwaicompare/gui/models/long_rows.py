"""Very long passages in parts: a row is laid out as a whole, so none may be of any length.

Takes: a piece or two spans. Returns: spans that cover them in order, none longer than `LONGEST_ROW`.
Leaves out: rows themselves.

    7000 characters beside 10  ->  three parts of each, cut at the same shares
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kwaicompare.model.span import Span

if TYPE_CHECKING:
    from kwaicompare.diff.pieces import Piece
    from kwaicompare.model.edit import Edit

LONGEST_ROW = 3000


def cut(piece: Piece, edits: Sequence[Edit]) -> Iterable[tuple[Span | None, Span | None]]:
    """Cut a piece at the same places of both sides; ``edits`` are those of its first passage."""
    if max(len(piece.a or ()), len(piece.b or ())) <= LONGEST_ROW:
        return ((piece.a, piece.b),)
    if piece.a is None or piece.b is None or len(piece.passages) > 1:
        return cut_evenly(piece.a, piece.b)
    return _cut_edits(edits)


def cut_evenly(a: Span | None, b: Span | None) -> list[tuple[Span | None, Span | None]]:
    """Cut two spans into as many parts as the longer one needs."""
    parts = max(1, -(-max(len(a or ()), len(b or ())) // LONGEST_ROW))
    return [(_share(a, part, parts), _share(b, part, parts)) for part in range(parts)]


def _cut_edits(edits: Sequence[Edit]) -> Iterator[tuple[Span, Span]]:
    first: tuple[Span, Span] | None = None
    for a, b in (part for edit in edits for part in cut_evenly(edit.a, edit.b)):
        assert a is not None
        assert b is not None
        if first is None:
            first = a, b
        elif max(a.end - first[0].start, b.end - first[1].start) > LONGEST_ROW:
            yield first
            first = a, b
        else:
            first = Span(first[0].start, a.end), Span(first[1].start, b.end)
    if first is not None:
        yield first


def _share(span: Span | None, part: int, parts: int) -> Span | None:
    if span is None or parts == 1:
        return span
    return Span(span.start + len(span) * part // parts, span.start + len(span) * (part + 1) // parts)

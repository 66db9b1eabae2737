"""A stretch of one pane's text that the reader selected, over one row or many.

Takes: two places (row and offset) of one side. Returns: the selected span of any row, and all of them.
Leaves out: mouse and clipboard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kwaicompare.model.span import Span

if TYPE_CHECKING:
    from kwaicompare.gui.models.rows import Row
    from kwaicompare.gui.models.sheet import Sheet
    from kwaicompare.model.span import Side


class Place(NamedTuple):
    """A row as shown and an offset into the document."""

    row: int
    offset: int


class TextSelection(NamedTuple):
    """From where the reader pressed to where the pointer is."""

    side: Side
    pressed: Place
    reached: Place

    @property
    def first(self) -> Place:
        """The earlier end, in the order of rows."""
        return min(self.pressed, self.reached)

    @property
    def last(self) -> Place:
        """The later end."""
        return max(self.pressed, self.reached)

    def span_in(self, index: int, row: Row) -> Span | None:
        """Return what is selected of a row."""
        whole = row.on(self.side)
        if whole is None or row.kind in ("ghost", "fold") or not self.first.row <= index <= self.last.row:
            return None
        start = self.first.offset if index == self.first.row else whole.start
        end = self.last.offset if index == self.last.row else whole.end
        return Span(start, end) if start < end else None

    def spans(self, sheet: Sheet, source: str) -> list[Span]:
        """Return what is selected of the source, in the order of the rows; what joins there is one."""
        spans: list[Span] = []
        for index in range(self.first.row, self.last.row + 1):
            span = self.span_in(index, sheet.shown[index])
            if span is None:
                continue
            if spans and span.start >= spans[-1].end and not source[spans[-1].end : span.start].strip():
                spans[-1] = Span(spans[-1].start, span.end)
            else:
                spans.append(span)
        return spans

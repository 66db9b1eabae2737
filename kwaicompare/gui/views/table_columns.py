"""Where the columns of a table stand, so that the rows of one table, each laid out by itself, stand in line.

Takes: a document and the place of a table row. Returns: the left edges of its columns, for tab stops.
Leaves out: painting, and tables too wide for the pane, whose rows are wrapped with their bars.

    | 名次 | 厂商 |   and   | 1 | 某公司 |   ->   edges 48, 130
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFont

    from kwaicompare.model.document import Document, Line
    from kwaicompare.model.span import Span

NO_WIDTH = "\u200b"
"""Stands for a character that is not shown, so that a shown text is as long as its source."""
_BORDER = re.compile(r"[|\t]")
_BORDERS = re.compile(r"[^\S\n\t]*[|\t][^\S\n\t]*")
_RULE = re.compile(r"[-=_*|:+\s]+")
_PADDING = 18  # pixels between columns
_MOST_ROWS = 200  # of a table that are measured; a longer one hardly widens


def is_rule(words: str) -> bool:
    """Tell whether a line is nothing but drawn: the rule below the head of a table, or between paragraphs."""
    return bool(_RULE.fullmatch(words))


def in_columns(shown: str, source: str) -> str:
    """Return a table row as ``shown``, a tab for each border between cells and no blanks beside it, as long as before.

    >>> in_columns("1 | 某公司", "1 | 某公司").replace("\u200b", "")
    '1\\t某公司'
    """
    cells = list(shown)
    for border in _BORDERS.finditer(source):
        if NO_WIDTH not in cells[border.start() : border.end()]:  # a border of the table itself is hidden already
            cells[border.start() : border.end()] = ["\t", *NO_WIDTH * (len(border[0]) - 1)]
    return "".join(cells)


class TableColumns:
    """The columns of a document's tables, worked out when a table is first seen."""

    def __init__(self, document: Document) -> None:
        self._text, self._lines = document.text, document.lines
        self._known: dict[tuple[int, str], tuple[float, ...]] = {}

    def edges(self, span: Span, font: QFont, width: int) -> tuple[float, ...]:
        """Return the left edges in pixels of all columns but the first; () where the row does not fit ``width``."""
        at = max(0, bisect_right(self._lines, span.start, key=lambda line: line.span.start) - 1)
        line = self._lines[at]
        if line.role != "table" or span.start > line.content.start or span.end < line.content.end:
            return ()
        first = self._first(at)
        key = (first, font.key())
        if key not in self._known:
            self._known[key] = self._measured(first, QFontMetricsF(font))
        edges = self._known[key]
        return edges[:-1] if edges and edges[-1] <= width else ()

    def _first(self, at: int) -> int:
        """Return the first line of the table that holds line ``at``."""
        while at and self._belongs(self._lines[at - 1]):
            at -= 1
        return at

    def _belongs(self, line: Line) -> bool:
        return line.role == "table" or (line.role == "markup" and is_rule(line.span.of(self._text)))

    def _rows(self, first: int) -> Iterator[list[str]]:
        for line in self._lines[first : first + _MOST_ROWS]:
            if not self._belongs(line):
                return
            if line.role == "table":
                yield [words.strip() for words in _BORDER.split(line.content.of(self._text))]

    def _measured(self, first: int, metrics: QFontMetricsF) -> tuple[float, ...]:
        """Return the right edges of all columns, the space between them included."""
        widths: list[float] = []
        for row in self._rows(first):
            widths += [0.0] * (len(row) - len(widths))
            for at, words in enumerate(row):
                widths[at] = max(widths[at], metrics.horizontalAdvance(words))
        return tuple(accumulate(wide + _PADDING for wide in widths))

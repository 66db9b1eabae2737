"""Two editions side by side line by line, before anything is known of their counterparts.

Takes: two editions as read. Returns: rows, headings and furniture as in a comparison. Leaves out: every change.

    old: 甲 乙      new: 甲 丙 丁      ->  甲|甲  乙|丙  |丁
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from kwaicompare.gui.models.long_rows import cut_evenly
from kwaicompare.gui.models.rows import Row

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Edition
    from kwaicompare.model.document import Line, Section
    from kwaicompare.model.edit import PassageRole
    from kwaicompare.model.span import Span

_ROLES: dict[str, PassageRole] = {"list": "list", "table": "table", "image": "furniture", "markup": "furniture"}
_READ: dict[str, PassageRole] = {"callout": "callout", "caption": "caption"}


class _Shown(NamedTuple):
    span: Span
    role: PassageRole
    level: int


def plain_rows(a: Edition, b: Edition) -> list[Row]:
    """Lay two editions side by side; only furniture stands in rows of its own."""
    rows = []
    for left, right in zip_longest(_lines(a), _lines(b)):
        shown = left or right
        assert shown is not None
        for span_a, span_b in cut_evenly(left.span if left else None, right.span if right else None):
            rows.append(Row(-1, span_a, span_b, "same", shown.role, level=shown.level))
    return rows


def _lines(edition: Edition) -> Iterator[_Shown]:
    """Return the lines that hold anything, the lines of one heading as one."""
    text = edition.text
    filled = (line for line in edition.document.lines if text[line.span.start : line.span.end].strip())
    placed = _Places(edition)
    for section, lines in groupby(filled, key=placed.heading_at):
        if section is None:
            yield from (_Shown(line.span, placed.role_of(line), 0) for line in lines)
        else:
            yield _Shown(section.heading, "heading", section.level)


class _Places:
    """Walks along headings and furniture with the lines of an edition."""

    def __init__(self, edition: Edition) -> None:
        self._headings = sorted(edition.sections, key=lambda section: section.heading.start, reverse=True)
        self._furniture = sorted(edition.outline.furniture, key=lambda piece: piece.span.start, reverse=True)

    def heading_at(self, line: Line) -> Section | None:
        """Return the section whose heading holds a line."""
        while self._headings and self._headings[-1].heading.end <= line.span.start:
            self._headings.pop()
        held = self._headings and self._headings[-1].heading.start < line.span.end
        return self._headings[-1] if held else None

    def role_of(self, line: Line) -> PassageRole:
        """Return what a line is, furniture found by the outline included."""
        while self._furniture and self._furniture[-1].span.end <= line.span.start:
            self._furniture.pop()
        if self._furniture and self._furniture[-1].span.start < line.span.end:
            return _READ.get(self._furniture[-1].kind, "furniture")
        return _ROLES.get(line.role, "text")

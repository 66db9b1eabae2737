"""The lines of a two-sided concordance.

Takes hits and an edition, returns lines in the order asked for: in text order with a heading before each section, or
sorted by what follows or precedes the match. The context is read anew from the edition, wider than a hit
carries it. Leaves out searching, and Qt.

    …加强 | 专利 | 布局…    → one line: left context, match, right context
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kwaicompare.gui.models.quotation import unmarked

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Edition
    from kwaicompare.model.keyword import Hit
    from kwaicompare.model.library import LibraryHit

REACH = 60
Order = Literal["text", "right", "left"]


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A line: a hit in its context, or (``hit`` None) the heading of a group with its number of hits."""

    left: str
    match: str
    right: str
    section: str
    hit: Hit | LibraryHit | None = None
    count: int = 0


def kwic_lines(hits: Sequence[Hit], edition: Edition, order: Order) -> tuple[KwicLine, ...]:
    """Arrange the hits of one edition."""
    titles = {section.id: section.title for section in edition.sections}
    lines = [_line(hit, edition.text, titles) for hit in hits]
    if order == "right":
        return tuple(sorted(lines, key=lambda line: (line.right.lstrip().casefold(), _start(line))))
    if order == "left":
        return tuple(sorted(lines, key=lambda line: (line.left.rstrip().casefold()[::-1], _start(line))))
    return _grouped(sorted(lines, key=_start))


def _line(hit: Hit, text: str, titles: dict[str, str]) -> KwicLine:
    left, right = text[max(0, hit.span.start - REACH) : hit.span.start], text[hit.span.end : hit.span.end + REACH]
    section = titles.get(hit.section, hit.section)
    return KwicLine(unmarked(left), unmarked(hit.match), unmarked(right), section, hit)


def _grouped(lines: list[KwicLine]) -> tuple[KwicLine, ...]:
    grouped: list[KwicLine] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].section == lines[at].section:
            end += 1
        if lines[at].section:
            grouped.append(KwicLine("", "", "", lines[at].section, None, end - at))
        grouped.extend(lines[at:end])
        at = end
    return tuple(grouped)


def _start(line: KwicLine) -> int:
    return line.hit.span.start if line.hit is not None else 0

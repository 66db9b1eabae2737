"""The lines of a two-sided concordance.

Takes hits and an edition, returns lines in the order asked for: in text order with a heading before each section, or
sorted by what follows or precedes the match. Leaves out searching, and Qt.

    …加强 | 专利 | 布局…    → one line: left context, match, right context
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kwaicompare.model.comparison import Edition
from kwaicompare.model.keyword import Hit

Order = Literal["text", "right", "left"]


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A line: a hit in its context, or (``hit`` None) the heading of a group with its number of hits."""

    left: str
    match: str
    right: str
    section: str
    hit: Hit | None = None
    count: int = 0


def kwic_lines(hits: Sequence[Hit], edition: Edition, order: Order) -> tuple[KwicLine, ...]:
    """Arrange the hits of one edition."""
    titles = {section.id: section.title for section in edition.sections}
    lines = [_line(hit, titles) for hit in hits]
    if order == "right":
        return tuple(sorted(lines, key=lambda line: (line.right.lstrip().casefold(), _start(line))))
    if order == "left":
        return tuple(sorted(lines, key=lambda line: (line.left.rstrip().casefold()[::-1], _start(line))))
    return _grouped(sorted(lines, key=_start))


def _line(hit: Hit, titles: dict[str, str]) -> KwicLine:
    section = titles.get(hit.section, hit.section)
    return KwicLine(_flat(hit.left), _flat(hit.match), _flat(hit.right), section, hit)


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


def _flat(text: str) -> str:
    return " ".join(text.split("\n"))

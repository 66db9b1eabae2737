"""Cut a text into passages: headings, sentences, list items, table rows, and furniture line by line.

Takes an edition, returns its `Sentence` values in text order; together they cover every non-blank character once.
Lines are never joined; a text line is cut after 。！？；… and the closing quotes behind them, never inside a short
quotation or bracket. Leaves out the pairing.

    "甲做了。“乙！丙？”丁说。"  →  "甲做了。" + "“乙！丙？”丁说。"
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Furniture, Line, Section
from kwaicompare.model.edit import PassageRole
from kwaicompare.model.span import Span
from kwaicompare.progress import Progress, reported, silent

# A quotation or bracket is taken whole when it closes within this many characters; a longer one is a text of its own.
_WHOLE = 120
_WHOLE_OR_END = re.compile(
    rf"""“[^“”\n]{{0,{_WHOLE}}}”|‘[^‘’\n]{{0,{_WHOLE}}}’|（[^（）\n]{{0,{_WHOLE}}}）|\([^()\n]{{0,{_WHOLE}}}\)
        |《[^《》\n]{{0,{_WHOLE}}}》|「[^「」\n]{{0,{_WHOLE}}}」
        |(?P<end>(?:[。！？!?；;…]|[.]{{3,}}|[.](?=\s+["“(]?[A-Z]))+[”’」』）)】》]*)""",
    re.VERBOSE,
)

_FURNITURE_ROLES: dict[str, PassageRole] = {"callout": "callout", "caption": "caption"}
_LINE_ROLES: dict[str, PassageRole] = {"list": "list", "table": "table", "image": "furniture", "markup": "furniture"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading, row or line: its span without blanks around, its role, the innermost section it is in."""

    span: Span
    role: PassageRole
    section: str


def sentences(edition: Edition, progress: Progress = silent) -> list[Sentence]:
    """Return the passages of an edition in text order."""
    text = edition.text
    sections = _Innermost(edition.sections)
    furniture = _Cover(edition.outline.furniture)
    headings = _Cover([Furniture("callout", section.heading) for section in edition.sections])
    found: list[Sentence] = []
    for line in reported(edition.document.lines, "diff", progress, every=2000):
        aside = furniture.at(line.span.start)
        heading = headings.at(line.span.start)
        # An article's number at the head of its text (第九条 …) does not make the whole line a heading.
        role = _role(line, aside, heading is not None and heading.span.end >= line.content.end)
        whole = role != "text" and role != "list"
        spans = [line.span] if whole else _sentences(text, line.span)
        for span in spans:
            trimmed = _trim(text, span)
            if trimmed is not None:
                found.append(Sentence(trimmed, role, sections.at(trimmed.start)))
    return found


def _role(line: Line, furniture: Furniture | None, heading: bool) -> PassageRole:
    if heading and line.role != "blank":
        return "heading"
    if furniture is not None:
        return _FURNITURE_ROLES.get(furniture.kind, "furniture")
    return _LINE_ROLES.get(line.role, "text")


def _sentences(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for match in _WHOLE_OR_END.finditer(text, span.start, span.end):
        if match["end"]:
            yield Span(at, match.end())
            at = match.end()
    if at < span.end:
        yield Span(at, span.end)


def _trim(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


class _Cover:
    """Looks up which of some non-overlapping ranges holds a place."""

    def __init__(self, ranges: Sequence[Furniture]) -> None:
        self._ranges = sorted(ranges, key=lambda held: held.span)
        self._starts = [held.span.start for held in self._ranges]

    def at(self, place: int) -> Furniture | None:
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return None
        held = self._ranges[index]
        return held if place < held.span.end else None


class _Innermost:
    """Looks up the innermost section of a place; sections nest, so the last one to start before it is innermost."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections
        self._starts = [section.span.start for section in sections]

    def at(self, place: int) -> str:
        index = bisect_right(self._starts, place) - 1
        return self._sections[index].id if index >= 0 and place < self._sections[index].span.end else ""

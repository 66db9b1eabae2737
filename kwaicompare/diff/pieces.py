"""What stands in a row as one: a passage, or all lines of a section's heading in both editions.

Takes: a `Comparison`. Returns: pieces, each with the passages it shows; every side of every passage stands in exactly
one of them. Leaves out: order (`arrangement.py`) and rows.

A printed heading is often several lines (a number, a name, a tagline); they are read as one title. Headings share a
piece where their sections are counterparts or, without a better one, where their words were paired.

    old: 专利体系        new: 001 / 专利保护 / 构筑壁垒    ->  one piece, rewritten, beside each other
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kwaicompare.model.span import Side, Span

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Comparison, Edition
    from kwaicompare.model.document import Section
    from kwaicompare.model.edit import PassageRelation, PassageRole

_LINKED = 100.0
_LONGEST_BARE = 80
_BARE = re.compile(r"</?[A-Za-z][^<>]*>|[\s\u200b-\u200f\u2060\ufeff]")
_SHARED = 0.5


class Piece(NamedTuple):
    """One or several passages to be shown as one; ``rewritten``: too different for an honest word diff."""

    passages: tuple[int, ...]
    a: Span | None
    b: Span | None
    relation: PassageRelation
    rewritten: bool
    role: PassageRole
    section_a: str
    section_b: str

    def on(self, side: Side) -> Span | None:
        """Return the span of one side."""
        return self.a if side == "a" else self.b


def pieces_of(comparison: Comparison) -> list[Piece]:
    """Return the pieces, in the order of their first passages."""
    return _Headings(comparison).pieces()


def printed_numbers(edition: Edition) -> list[Span]:
    """Return the places in headings that are no part of the title: a number, a label of the part."""
    found = []
    for section in edition.sections:
        at, heading = section.heading.start, section.heading.of(edition.text)
        if "\n" not in heading and not (section.number and section.number.isascii()):
            continue
        for line in heading.splitlines(keepends=True):
            words = line.strip().lstrip("#").strip()
            number = section.number or ""
            if number and number.isascii() and words.startswith(number):
                words = number
            if (words and not set(words) & set(section.title)) or words == number != "":
                start = at + line.index(words)
                found.append(Span(start, start + len(words)))
            at += len(line)
    return found


def _alone(comparison: Comparison, at: int) -> Piece:
    passage = comparison.passages[at]
    bare = all(
        span is None or (len(span) <= _LONGEST_BARE and _says_nothing(span.of(text)))
        for span, text in ((passage.a, comparison.a.text), (passage.b, comparison.b.text))
    )
    role, sections = "furniture" if bare else passage.role, (passage.section_a, passage.section_b)
    return Piece((at,), passage.a, passage.b, passage.relation, passage.rewritten, role, *sections)


def _says_nothing(words: str) -> bool:
    """Tell whether a passage is tags or characters without a shape only."""
    return not _BARE.sub("", words)


class _Headings:
    """Finds which passages are lines of a heading, and which headings stand beside each other."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._passages = comparison.passages
        self._sections_a = {section.id: section for section in comparison.a.sections}
        self._sections_b = {section.id: section for section in comparison.b.sections}
        self._linked = {(link.a, link.b): link.score for link in comparison.alignment.pairs}
        self._moved = {(link.a, link.b) for link in comparison.alignment.pairs if link.moved}
        self._lines_a: dict[str, list[int]] = defaultdict(list)
        self._lines_b: dict[str, list[int]] = defaultdict(list)
        for at, passage in enumerate(self._passages):
            if _in_heading(passage.a, passage.section_a, self._sections_a):
                self._lines_a[passage.section_a].append(at)
            if _in_heading(passage.b, passage.section_b, self._sections_b):
                self._lines_b[passage.section_b].append(at)

    def pieces(self) -> list[Piece]:
        """Return headings as single pieces, and every other passage as it is."""
        partners = self._partners()
        pieces = [self._heading(a, partners.get(a, "")) for a in self._lines_a]
        taken = set(partners.values())
        pieces += [self._heading("", b) for b in self._lines_b if b not in taken]
        pieces += self._rest()
        return sorted(pieces, key=lambda piece: piece.passages[0])

    def _partners(self) -> dict[str, str]:
        """Pair headings one to one: counterparts first, the likest before the others, then those whose words pair."""
        votes: dict[tuple[str, str], float] = defaultdict(float)
        for pair, score in self._linked.items():
            if pair[0] in self._lines_a and pair[1] in self._lines_b:
                votes[pair] += _LINKED * score
        for a, lines in self._lines_a.items():
            for at in lines:
                b = self._passages[at].section_b
                if at in self._lines_b.get(b, ()):
                    votes[a, b] += 1
        partners: dict[str, str] = {}
        taken: set[str] = set()
        for a, b in sorted(votes, key=lambda pair: -votes[pair]):
            if a not in partners and b not in taken:
                partners[a] = b
                taken.add(b)
        return partners

    def _heading(self, a: str, b: str) -> Piece:
        lines_a, lines_b = self._lines_a.get(a, []), self._lines_b.get(b, [])
        members = tuple(sorted({*lines_a, *lines_b}))
        span_a = _hull([self._passages[at].a for at in lines_a])
        span_b = _hull([self._passages[at].b for at in lines_b])
        relation, rewritten = self._became(a, b, lines_a, lines_b)
        return Piece(members, span_a, span_b, relation, rewritten, "heading", a, b)

    def _became(self, a: str, b: str, lines_a: list[int], lines_b: list[int]) -> tuple[PassageRelation, bool]:
        """Say what became of a heading; rewritten where less than half of the shorter was paired."""
        if not lines_b:
            return "dropped", False
        if not lines_a:
            return "new", False
        both = set(lines_a) & set(lines_b)
        moved = (a, b) in self._moved or any("moved" in self._passages[at].relation for at in both)
        if both == {*lines_a, *lines_b} and all(self._passages[at].relation in ("same", "moved") for at in both):
            return ("moved" if moved else "same"), False
        honest = sum(_length(self._passages[at].a) for at in both if not self._passages[at].rewritten)
        whole_a = sum(_length(self._passages[at].a) for at in lines_a)
        whole_b = sum(_length(self._passages[at].b) for at in lines_b)
        return ("moved-edited" if moved else "edited"), honest < _SHARED * min(whole_a, whole_b)

    def _rest(self) -> Iterator[Piece]:
        """Return what is not in a heading; of a pair with one side in a heading, the other side."""
        in_a = {at for lines in self._lines_a.values() for at in lines}
        in_b = {at for lines in self._lines_b.values() for at in lines}
        for at, passage in enumerate(self._passages):
            piece = _alone(self._comparison, at)
            if at in in_a and passage.b is not None and at not in in_b:
                yield piece._replace(a=None, section_a="", relation="new", role="text")
            elif at in in_b and passage.a is not None and at not in in_a:
                yield piece._replace(b=None, section_b="", relation="dropped", role="text")
            elif at not in in_a and at not in in_b:
                yield piece


def _in_heading(span: Span | None, section_id: str, sections: dict[str, Section]) -> bool:
    section = sections.get(section_id)
    return span is not None and section is not None and section.heading.holds(span)


def _length(span: Span | None) -> int:
    return len(span) if span is not None else 0


def _hull(spans: Sequence[Span | None]) -> Span | None:
    found = [span for span in spans if span is not None]
    return Span(min(span.start for span in found), max(span.end for span in found)) if found else None

"""Count the terms of an edition and say how evenly they are spread over it.

Takes an edition cut into words; returns how often each term stands in its content. Furniture that repeats or lists
(contents table, navigation, front matter, page numbers, running heads, images) is not content. A term has two
characters or more, one of them a letter; punctuation, figures, addresses and stop words are no terms. It leaves out
parts of speech and what a term means.

    count_terms(edition, stop_words()).counts["知识产权"] == 41
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Section

_NOT_CONTENT = frozenset({"contents", "navigation", "front_matter", "page_number", "running_head", "image"})
_ENOUGH_PARTS = 5
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER_WORD = re.compile(
    r"[\d.,]+\D{0,2}|[〇零一二两三四五六七八九十百千万亿几数多第余.\d]+[年月日个项件家次种倍大条]?"
)


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where a term stands: how often in each part of the text, and in which sections (by index; -1 before the first)."""

    by_part: Counter[int] = field(default_factory=Counter)
    sections: set[int] = field(default_factory=set)

    @property
    def count(self) -> int:
        """How often the term stands in the text."""
        return self.by_part.total()


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Terms of one edition: ``parts`` are words of content by part, ``characters`` those of content, blanks apart."""

    terms: dict[str, Occurrences]
    parts: tuple[int, ...]
    characters: int

    @property
    def tokens(self) -> int:
        """Words of content, stop words included."""
        return sum(self.parts)


def count_terms(edition: Edition, excluded: Collection[str] = frozenset()) -> Frequencies:
    """Count the terms in the content of ``edition``; ``excluded`` are folded forms that are no terms."""
    starts = _part_starts(edition.sections)
    section_starts = [section.span.start for section in edition.sections]
    parts = [0] * (len(starts) + 1)
    terms: dict[str, Occurrences] = {}
    known: dict[str, Occurrences | None] = {}
    characters = 0
    for start, form in _content_words(edition):
        characters += len(form)
        if form not in known:
            known[form] = Occurrences() if _is_term(form, excluded) else None
        part = bisect_right(starts, start)
        parts[part] += _is_word(form)
        found = known[form]
        if found is not None:
            found.by_part[part] += 1
            found.sections.add(bisect_right(section_starts, start) - 1)
            terms[form] = found
    return Frequencies(terms, tuple(parts), characters)


def dispersion(by_part: Counter[int], parts: Sequence[int]) -> float:
    """Return Gries' DP: half the sum of |share of the term - share of the text| over the parts; 0 even, 1 lumped.

    Gries, S. Th. (2008), Dispersions and adjusted frequencies in corpora, IJCL 13(4). 0.0 for a term that is not there.
    """
    total, size = by_part.total(), sum(parts)
    if not total or not size:
        return 0.0
    return sum(abs(by_part[part] / total - words / size) for part, words in enumerate(parts)) / 2


def _content_words(edition: Edition) -> Iterator[tuple[int, str]]:
    words = edition.words
    aside = [f.span for f in edition.outline.furniture if f.kind in _NOT_CONTENT]
    at = 0
    for start, form in zip(words.starts, words.forms, strict=True):
        while at < len(aside) and aside[at].end <= start:
            at += 1
        if (at == len(aside) or start < aside[at].start) and form and not form.isspace():
            yield start, form


def _part_starts(sections: Sequence[Section]) -> list[int]:
    """Return where the parts begin: sections of the highest levels that make enough parts to speak of a spread."""
    for level in sorted({section.level for section in sections}):
        starts = [section.span.start for section in sections if section.level <= level]
        if len(starts) >= _ENOUGH_PARTS:
            return starts
    return [section.span.start for section in sections]


@lru_cache
def _is_word(form: str) -> bool:
    return form[0].isalnum() or form[-1].isalnum()


def _is_term(form: str, excluded: Collection[str]) -> bool:
    if len(form) < 2 or form in excluded or "://" in form or not _LETTER.search(form):
        return False
    return form[0].isalnum() and not _NUMBER_WORD.fullmatch(form)

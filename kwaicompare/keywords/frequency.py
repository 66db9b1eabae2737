"""Count the terms of an edition and say how evenly they are spread over it.

Takes an edition cut into words; returns how often each term stands in its content. Furniture that repeats or lists
(contents table, navigation, front matter, page numbers, running heads, images) is not content. A term has two
characters or more, one of them a letter; punctuation, figures, addresses and stop words are no terms. It leaves out
parts of speech and what a term means.

    count_terms(edition, stop_words()).terms["知识产权"].count == 41
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Section

_NOT_CONTENT = frozenset({"contents", "navigation", "front_matter", "page_number", "running_head", "image"})
_ENOUGH_PARTS = 5
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER_WORD = re.compile(
    r"第?[〇零一二两三四五六七八九十百千万亿几数多余.\d]+[年月日天个项件家次种倍大条款章节名届批期人元万亿]{0,2}|.*分之.*"
)


@dataclass(frozen=True, slots=True)
class Occurrences:
    """How often a term stands in the text, how often in each part of it, and in how many sections."""

    count: int
    by_part: dict[int, int]
    sections: int


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
    part_starts = _part_starts(edition.sections)
    section_starts = [section.span.start for section in edition.sections]
    places: dict[str, list[int]] = defaultdict(list)
    word_starts: list[int] = []
    characters = 0
    for start, form in _content(edition):
        characters += len(form)
        if form[0].isalnum():
            word_starts.append(start)
            places[form].append(start)
    terms = {
        form: Occurrences(
            len(starts),
            Counter(bisect_right(part_starts, start) for start in starts),
            len({bisect_right(section_starts, start) for start in starts}),
        )
        for form, starts in places.items()
        if is_term(form, excluded)
    }
    borders = [0, *(bisect_left(word_starts, start) for start in part_starts), len(word_starts)]
    parts = tuple(end - start for start, end in pairwise(borders))
    return Frequencies(terms, parts, characters)


def is_term(form: str, excluded: Collection[str] = frozenset()) -> bool:
    """Tell whether a word of this folded form can be a keyword."""
    if len(form) < 2 or form in excluded or "://" in form or not _LETTER.search(form):
        return False
    return not _NUMBER_WORD.fullmatch(form)


def dispersion(by_part: dict[int, int], parts: Sequence[int]) -> float:
    """Return Gries' DP: half the sum of |share of the term - share of the text| over the parts; 0 even, 1 lumped.

    Gries, S. Th. (2008), Dispersions and adjusted frequencies in corpora, IJCL 13(4). 0.0 for a term that is not there.
    """
    total, size = sum(by_part.values()), sum(parts)
    if not total or not size:
        return 0.0
    return sum(abs(by_part.get(part, 0) / total - words / size) for part, words in enumerate(parts)) / 2


def _content(edition: Edition) -> Iterator[tuple[int, str]]:
    """Yield start and form of the words that are neither white space nor inside furniture."""
    starts, forms = edition.words.starts, edition.words.forms
    at = 0
    for furniture in sorted(edition.outline.furniture, key=lambda item: item.span):
        if furniture.kind in _NOT_CONTENT:
            first = bisect_left(starts, furniture.span.start)
            yield from _words(starts[at:first], forms[at:first])
            at = max(at, bisect_left(starts, furniture.span.end))
    yield from _words(starts[at:], forms[at:])


def _words(starts: Sequence[int], forms: Sequence[str]) -> Iterator[tuple[int, str]]:
    return ((start, form) for start, form in zip(starts, forms, strict=True) if form and not form.isspace())


def _part_starts(sections: Sequence[Section]) -> list[int]:
    """Return where the parts begin: sections of the highest levels that make enough parts to speak of a spread."""
    for level in sorted({section.level for section in sections}):
        starts = [section.span.start for section in sections if section.level <= level]
        if len(starts) >= _ENOUGH_PARTS:
            return starts
    return [section.span.start for section in sections]

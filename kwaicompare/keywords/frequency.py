"""Count the terms of an edition and say how evenly they are spread over it.

Takes an edition cut into words; returns how often each term stands in its content. Furniture that repeats or lists
(contents table, navigation, front matter, page numbers, running heads, images) is not content. A term has two
characters or more, one of them a letter; punctuation, figures, addresses and stop words are no terms. It leaves out
parts of speech and what a term means.

    count_terms(edition, stop_words()).count("知识产权") == 41
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Section
from kwaicompare.model.span import Span
from kwaicompare.progress import Progress, silent

_NOT_CONTENT = frozenset({"contents", "navigation", "front_matter", "page_number", "running_head", "image"})
_ENOUGH_PARTS = 5
_PORTION = 50_000
_PER = 10_000
_LETTER = re.compile(r"[^\W\d_]")
_NUMERALS = "第〇零一二两三四五六七八九十百千万亿几数多"
_NUMBER_WORD = re.compile(
    rf"[{_NUMERALS}余.\d]+[年月日天个项件家次种倍大条款章节名届批期人元万亿]{{0,2}}|.*分之.*"
).fullmatch


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Terms of one edition and where each begins; words of its content by part and in all; its characters."""

    places: dict[str, list[int]]
    parts: tuple[int, ...]
    tokens: int
    characters: int
    part_starts: tuple[int, ...]
    section_starts: tuple[int, ...]

    def count(self, term: str) -> int:
        """Return how often the term stands in the content."""
        return len(self.places.get(term, ()))

    def per_10k(self, term: str) -> float:
        """Return how often the term stands in 10,000 characters of the content."""
        return self.count(term) * _PER / self.characters if self.characters else 0.0

    def by_part(self, term: str) -> dict[int, int]:
        """Return how often the term stands in each part; part 0 is what comes before the first section."""
        return Counter([bisect_right(self.part_starts, place) for place in self.places.get(term, ())])

    def sections(self, term: str) -> int:
        """Return in how many sections (the innermost ones) the term stands."""
        return len({bisect_right(self.section_starts, place) for place in self.places.get(term, ())})


def count_terms(
    edition: Edition,
    excluded: Collection[str] = frozenset(),
    progress: Progress = silent,
    within: Sequence[Span] | None = None,
) -> Frequencies:
    """Count the terms in the content of ``edition``; ``excluded`` are folded forms that are no terms.

    ``within`` takes only the words that begin in one of these sorted, disjoint places.
    """
    part_starts = _part_starts(edition.sections)
    places: dict[str, list[int]] = defaultdict(list)
    word_starts: list[int] = []
    characters = 0
    for first, end in _in_portions(content_ranges(edition, within)):
        progress("keywords", first / len(edition.words.forms))
        forms = edition.words.forms[first:end]
        characters += len("".join("".join(forms).split()))
        starts = edition.words.starts[first:end]
        words = [pair for pair in zip(starts, forms, strict=True) if pair[1][:1].isalnum()]
        word_starts += [start for start, _ in words]
        for start, form in words:
            places[form].append(start)
    borders = [0, *(bisect_left(word_starts, start) for start in part_starts), len(word_starts)]
    return Frequencies(
        {form: starts for form, starts in places.items() if is_term(form, excluded)},
        tuple(end - start for start, end in pairwise(borders)),
        len(word_starts),
        characters,
        part_starts,
        tuple(section.span.start for section in edition.sections),
    )


def is_term(form: str, excluded: Collection[str] = frozenset()) -> bool:
    """Tell whether a word of this folded form can be a keyword."""
    if len(form) < 2 or form in excluded:
        return False
    if not form.isalpha() and ("://" in form or not _LETTER.search(form)):
        return False
    number = form[0] in _NUMERALS or form[0].isdigit() or "分之" in form
    return not (number and _NUMBER_WORD(form))


def dispersion(by_part: dict[int, int], parts: Sequence[int]) -> float:
    """Return Gries' DP: half the sum of |share of the term - share of the text| over the parts; 0 even, 1 lumped.

    Gries, S. Th. (2008), Dispersions and adjusted frequencies in corpora, IJCL 13(4). 0.0 for a term that is not there.
    """
    total, size = sum(by_part.values()), sum(parts)
    if not total or not size:
        return 0.0
    seen = sum([abs(count / total - parts[part] / size) for part, count in by_part.items()])
    elsewhere = size - sum([parts[part] for part in by_part])
    return (seen + elsewhere / size) / 2


def content_ranges(edition: Edition, within: Sequence[Span] | None = None) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words that are not inside furniture; ``within`` some places only, sorted and disjoint."""
    if within is None:
        yield from _content(edition)
        return
    starts = edition.words.starts
    ranges = [(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in within]
    for first, end in _content(edition):
        cut = ((max(first, low), min(end, high)) for low, high in ranges)
        yield from ((low, high) for low, high in cut if low < high)


def _content(edition: Edition) -> Iterator[tuple[int, int]]:
    starts = edition.words.starts
    at = 0
    for furniture in sorted(edition.outline.furniture, key=lambda item: item.span):
        if furniture.kind in _NOT_CONTENT:
            first = bisect_left(starts, furniture.span.start)
            if first > at:
                yield at, first
            at = max(at, bisect_left(starts, furniture.span.end))
    yield at, len(starts)


def _in_portions(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cut ranges into portions, so that progress is reported often."""
    for first, end in ranges:
        yield from ((at, min(end, at + _PORTION)) for at in range(first, end, _PORTION))


def _part_starts(sections: Sequence[Section]) -> tuple[int, ...]:
    """Return where the parts begin: sections of the highest levels that make enough parts to speak of a spread."""
    for level in sorted({section.level for section in sections}):
        starts = tuple(section.span.start for section in sections if section.level <= level)
        if len(starts) >= _ENOUGH_PARTS:
            return starts
    return tuple(section.span.start for section in sections)

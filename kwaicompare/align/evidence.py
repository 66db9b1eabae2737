"""What each section says, as weighted evidence that two sections can share.

Takes an edition's sections and words, returns one `Profile` a section; `Weights` says how much a shared term is worth.
A term that stands in few sections of the two editions weighs much, boilerplate (a publisher's name in every section)
next to nothing: inverse section frequency, after Spärck Jones (1972). Leaves out every decision.

    a section on data centres in both editions  →  both profiles hold 乌兰察布, weighted ln(units / sections holding it)
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from zlib import crc32

from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Section
from kwaicompare.model.keyword import Words
from kwaicompare.model.span import Span
from kwaicompare.text.lexicon import stop_words

Vector = dict[str, float]

_CONTENT_FREE = frozenset({"contents", "page_number", "running_head", "image", "navigation", "front_matter"})


# How many runs of words sample a section: of two that kept a third, five are expected to agree.
_SKETCH = 16
# A term of the title stands for the whole section: it counts like so many mentions in the text.
_TITLE = 3
# Sections that reports have whatever they are about.
_ROLES = {
    "foreword": ("引言", "前言", "序言", "导言", "导语", "卷首语", "foreword", "preface", "introduction"),
    "conclusion": ("结语", "结束语", "结论", "后记", "总结", "conclusion", "closing", "afterword"),
    "appendix": ("附录", "附件", "appendix", "annex"),
}


@dataclass(slots=True)
class Profile:
    """A section as evidence.

    ``counts`` are the terms of its own text (its subsections left out) with those of its title, ``heading`` the
    title's alone, ``role`` what kind of section its title, or one above it, says it is ("" for most), ``size`` its own
    text in characters, ``share`` that text's share of the whole section (1 without subsections), ``sketch`` a sample
    of its runs of words. The vectors hold the weighted, unit-length forms of ``counts`` and ``heading``.
    """

    section: Section
    counts: Counter[str]
    heading: Counter[str]
    role: str
    size: int
    share: float
    sketch: tuple[int, ...]
    body: Vector = field(default_factory=dict)
    title: Vector = field(default_factory=dict)


def profiles(edition: Edition) -> list[Profile]:
    """Return the profile of each section, in text order."""
    furniture = [piece.span for piece in edition.outline.furniture if piece.kind in _CONTENT_FREE]
    found: list[Profile] = []
    roles: dict[str | None, str] = {None: ""}
    for section, own in zip(edition.sections, own_spans(edition.sections), strict=True):
        heading = _title_terms(section, edition)
        counts = Counter({term: _TITLE * count for term, count in heading.items()})
        size = 0
        forms: list[str] = []
        for span in _outside(own, furniture):
            forms.extend(filter(is_term, _forms(edition.words, span)))
            size += len(span)
        counts.update(forms)
        size = max(0, size - len(section.heading))
        roles[section.id] = _role(section.title) or roles[section.parent]
        share = len(own) / len(section.span)
        found.append(Profile(section, counts, heading, roles[section.id], size, share, _sketch(forms)))
    return found


def _sketch(forms: Sequence[str]) -> tuple[int, ...]:
    """Sample the runs of three words by their smallest checksums: kept sentences share some (Broder 1997)."""
    runs = {crc32("".join(run).encode()) for run in zip(forms, forms[1:], forms[2:], strict=False)}
    return tuple(nsmallest(_SKETCH, runs))


def own_spans(sections: Sequence[Section]) -> list[Span]:
    """Return for each section the part that none of its subsections covers.

    Sections nest and follow one another without gap, so that is the part before the next section in text order.
    """
    following = [section.span.start for section in sections[1:]]
    ends = [min(section.span.end, start) for section, start in zip(sections, following, strict=False)]
    ends.extend(section.span.end for section in sections[-1:])
    return [Span(section.span.start, end) for section, end in zip(sections, ends, strict=True)]


def _role(title: str) -> str:
    return next((role for role, names in _ROLES.items() if title.lower().startswith(names)), "")


def is_term(form: str) -> bool:
    """Tell whether a folded word can be evidence: two characters or more, neither punctuation nor a stop word."""
    return len(form) > 1 and form not in stop_words() and any(character.isalnum() for character in form)


def _title_terms(section: Section, edition: Edition) -> Counter[str]:
    """Count the terms of a printed title; an article named by its own first words has none."""
    first = section.title.split(" ", 1)[0]
    if not first or first not in section.heading.of(edition.text):
        return Counter()
    terms: Counter[str] = Counter()
    for form in _forms(edition.words, section.heading):
        if is_term(form):
            terms.update(_with_parts(form))
    return terms


def _forms(words: Words, span: Span) -> tuple[str, ...]:
    return words.forms[bisect_left(words.starts, span.start) : bisect_left(words.starts, span.end)]


def _with_parts(form: str) -> set[str]:
    """Return a word with the two-character words inside it: 标准化 and 标准 name one matter."""
    if form.isascii():
        return {form}
    return {form} | {form[at : at + 2] for at in range(len(form) - 1)}


def weigh(profiles_a: Sequence[Profile], profiles_b: Sequence[Profile]) -> None:
    """Fill the vectors of all profiles with weights that fit these two editions."""
    everything = [*profiles_a, *profiles_b]
    body = _inverse_frequency([profile.counts for profile in everything])
    title = _inverse_frequency([profile.heading for profile in everything])
    for profile in everything:
        profile.body = _unit(profile.counts, body)
        profile.title = _unit(profile.heading, title)


def cosine(a: Vector, b: Vector) -> float:
    """Return the cosine of two unit vectors, 0 when either is empty."""
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[term] for term, weight in a.items() if term in b)


def shared_terms(a: Vector, b: Vector, count: int) -> list[str]:
    """Name the terms that contribute most to the cosine, heaviest first."""
    common = {term: weight * b[term] for term, weight in a.items() if term in b}
    return sorted(common, key=lambda term: (-common[term], term))[:count]


def _inverse_frequency(bags: Iterable[Mapping[str, int]]) -> Vector:
    seen: Counter[str] = Counter()
    bags = list(bags)
    for bag in bags:
        seen.update(bag.keys())
    total = len(bags) + 1
    return {term: math.log(total / count) for term, count in seen.items()}


def _unit(counts: Mapping[str, int], weights: Vector) -> Vector:
    # Damped counts: the tenth mention of a term says little more than the third.
    vector = {term: (1.0 + math.log(count)) * weights[term] for term, count in counts.items()}
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {term: value / length for term, value in vector.items()} if length else {}


def _outside(span: Span, furniture: Sequence[Span]) -> list[Span]:
    """Cut the furniture (in text order) out of the span."""
    left: list[Span] = []
    at = span.start
    for piece in furniture[max(0, bisect_left(furniture, span) - 1) :]:
        if piece.start >= span.end:
            break
        if piece.start > at:
            left.append(Span(at, piece.start))
        at = max(at, min(piece.end, span.end))
    if at < span.end:
        left.append(Span(at, span.end))
    return left

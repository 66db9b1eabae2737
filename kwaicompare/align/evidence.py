"""What each section says, as evidence that two sections can share.

Takes an edition, returns one `Profile` a section: its terms, its title, its kind, its place in the outline. Leaves out
what a shared term is worth (see ``weights``) and every decision.

    # 机房 / 乌兰察布的机房  →  Profile(counts={乌兰察布: 1, 机房: 2}, heading={机房: 1})
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from zlib import crc32

from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Section
from kwaicompare.model.keyword import Words
from kwaicompare.model.span import Span
from kwaicompare.text.lexicon import stop_words

Vector = dict[str, float]
Weigh = Callable[[Mapping[str, int]], Vector]

_CONTENT_FREE = frozenset({"contents", "page_number", "running_head", "image", "navigation", "front_matter"})
# How many runs of words sample a section: of two that kept a third, five are expected to agree.
_SKETCH = 16
# Sections that reports have whatever they are about.
_ROLES = {
    "foreword": ("引言", "前言", "序言", "导言", "导语", "卷首语", "foreword", "preface", "introduction"),
    "conclusion": ("结语", "结束语", "结论", "后记", "总结", "conclusion", "closing", "afterword"),
    "appendix": ("附录", "附件", "appendix", "annex"),
}


@dataclass(slots=True)
class Profile:
    """A section as evidence.

    ``counts`` are the words of its own text (its subsections left out) with its title; ``heading`` the title's alone,
    with their parts; ``role`` what kind of section its title, or one above it, says it is ("" for most);
    ``size`` its own text in characters; ``share`` that text's share of the whole section (1 without subsections);
    ``sketch`` a sample of its runs of words; ``above`` the place of its parent, ``below`` its subsections. What
    ``weights.weigh`` fills in: the weighing of counts, which is done when it is first asked for, and ``pull``, how much
    its parent's ``whole`` counts beside ``body``.
    """

    section: Section
    counts: Counter[str]
    heading: Counter[str]
    role: str
    size: int
    share: float
    sketch: tuple[int, ...]
    above: int | None
    below: list["Profile"] = field(default_factory=list)
    weigh_body: Weigh | None = None
    weigh_title: Weigh | None = None
    pull: float = 0.0
    _body: Vector | None = None
    _title: Vector | None = None
    _whole: Vector | None = None

    @property
    def body(self) -> Vector:
        """The weighted unit-length form of ``counts``."""
        if self._body is None:
            self._body = self.weigh_body(self.counts) if self.weigh_body else {}
        return self._body

    @property
    def title(self) -> Vector:
        """The weighted unit-length form of ``heading``."""
        if self._title is None:
            self._title = self.weigh_title(self.heading) if self.weigh_title else {}
        return self._title

    @property
    def whole(self) -> Vector:
        """The weighted unit-length form of the section with all below it."""
        if self._whole is None:
            self._whole = self.weigh_body(self.counts_of_whole()) if self.weigh_body else {}
        return self._whole

    def counts_of_whole(self) -> Counter[str]:
        """Count the words of the section with all below it."""
        counts = Counter(self.counts)
        for profile in self.below:
            counts.update(profile.counts_of_whole() if profile.below else profile.counts)
        return counts


def profiles(edition: Edition) -> list[Profile]:
    """Return the profile of each section, in text order."""
    furniture = [piece.span for piece in edition.outline.furniture if piece.kind in _CONTENT_FREE]
    found: list[Profile] = []
    places: dict[str | None, int] = {}
    terms = _Terms()
    for section, own in zip(edition.sections, own_spans(edition.sections), strict=True):
        spans = _outside(own, furniture)
        forms = [form for span in spans for form in _forms(edition.words, span) if terms[form]]
        above = places.get(section.parent)
        role = _role(section.title) or ("" if above is None else found[above].role)
        size = max(0, sum(map(len, spans)) - len(section.heading))
        heading = _title_terms(section, edition)
        counts = Counter(forms)
        counts.update(heading)
        share = len(own) / len(section.span)
        places[section.id] = len(found)
        sketch = _sketch([terms[form] for form in forms])
        profile = Profile(section, counts, heading, role, size, share, sketch, above)
        if above is not None:
            found[above].below.append(profile)
        found.append(profile)
    return found


class _Terms(dict[str, int]):
    """A checksum for each folded word that can be evidence, 0 for any other; each is looked at once."""

    def __missing__(self, form: str) -> int:
        self[form] = found = crc32(form.encode()) | 1 if is_term(form) else 0
        return found


def _sketch(marks: Sequence[int]) -> tuple[int, ...]:
    """Sample the runs of three words by their smallest checksums: kept sentences share some (Broder 1997)."""
    runs = {((a * 31 + b) * 31 + c) & 0xFFFFFFFF for a, b, c in zip(marks, marks[1:], marks[2:], strict=False)}
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
    return len(form) > 1 and form not in stop_words() and (form.isalnum() or any(map(str.isalnum, form)))


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

"""What became of each section.

Takes two editions with words and the editor's pins, returns the `Alignment`: counterparts, related sections, dropped
and new ones, each link with its reasons. No order is assumed. Only the finest sections that have a counterpart are
linked: a parent only where none of its subsections is. Leaves out the passages.

    甲 养蜂, 乙 渡口 | 甲 渡口(改写), 乙 养蜂  →  养蜂~养蜂 same moved, 渡口~渡口 rewritten
"""

from collections.abc import Sequence, Set

from kwaicompare.align.decided import decided_by
from kwaicompare.align.decision import decide, distinctions_of, finest, related_pairs
from kwaicompare.align.evidence import Profile, profiles
from kwaicompare.align.options import AlignOptions
from kwaicompare.align.scores import Scores, score_pairs
from kwaicompare.align.weights import cosine, shared_terms, weigh
from kwaicompare.model.alignment import Alignment, Link, Pin, Reason, Relation
from kwaicompare.model.comparison import Edition
from kwaicompare.progress import Progress, silent
from kwaicompare.text.sequence import heaviest_chain, similarity

# Titles that have less in common than this are no reason to name.
_SPEAKING = 0.3


def align_sections(
    a: Edition,
    b: Edition,
    pins: Sequence[Pin] = (),
    options: AlignOptions | None = None,
    progress: Progress = silent,
) -> Alignment:
    """Find the counterparts of every section."""
    options = options or AlignOptions()
    progress("align", 0.0)
    own, other = profiles(a), profiles(b)
    weigh(own, other, options.chapter)
    progress("align", 0.3)
    decided = decided_by(pins, own, other)
    resemblance = score_pairs(own, other, options, decided)
    progress("align", 0.7)
    scores, distinctions = resemblance.scores, distinctions_of(resemblance, options)
    found = decide(own, other, scores, distinctions, options)
    chosen = finest(own, other, found | decided.linked) | decided.linked
    pairs = _links(a, b, own, other, distinctions, chosen, decided.linked)
    related = _links(a, b, own, other, distinctions, related_pairs(distinctions, chosen, options))
    progress("align", 1.0)
    return _result(own, other, pairs, related, pins)


def _links(
    a: Edition, b: Edition, own: Sequence[Profile], other: Sequence[Profile], distinctions: Scores,
    pairs: Set[tuple[int, int]], by_hand: Set[tuple[int, int]] = frozenset(),
) -> list[Link]:  # fmt: skip
    moved = _moved(pairs, distinctions)
    links = []
    for i, j in sorted(pairs):
        left, right = own[i], other[j]
        relation, alike = _relation(left.section.span.of(a.text), right.section.span.of(b.text))
        # Twice as much as usual is two chances against one; what kept its words needs no such estimate.
        # What kept its words needs no list of them.
        said = _why_alike(left, right) if relation == "rewritten" else [Reason("wording", alike)]
        why = (*_why_named(left, right), *said, *_why_around(own, other, i, j, pairs))
        distinction = distinctions.get((i, j), 0.0)
        chance = distinction / (1.0 + distinction)
        score = chance if relation == "rewritten" else max(alike, chance)
        if (i, j) in by_hand:
            why, score = (Reason("pinned", 1.0), *why), 1.0
        links.append(Link(left.section.id, right.section.id, score, relation, (i, j) in moved, why))
    return links


def _relation(left: str, right: str) -> tuple[Relation, float]:
    """Tell same, edited (half of the characters or more are kept in order) or rewritten, with the share kept."""
    left, right = "".join(left.split()), "".join(right.split())
    if left == right:
        return "same", 1.0
    alike = similarity(left, right, 0.5)
    return ("edited", alike) if alike >= 0.5 else ("rewritten", alike)


def _why_named(a: Profile, b: Profile) -> list[Reason]:
    """Name what two titles share, for people."""
    heading = cosine(a.title, b.title)
    return [Reason("heading", heading, tuple(shared_terms(a.title, b.title, 4)))] if heading >= _SPEAKING else []


def _why_alike(a: Profile, b: Profile) -> list[Reason]:
    """Name what the texts of two sections share, for people."""
    reasons = []
    shared = shared_terms(a.body, b.body, 24)
    figures = [term for term in shared if any(character.isdigit() for character in term)]
    terms = [term for term in shared if term not in figures]
    if terms:
        reasons.append(Reason("terms", cosine(a.body, b.body), tuple(terms[:6])))
    if figures:
        reasons.append(Reason("figures", 0.0, tuple(figures[:4])))
    return reasons


def _why_around(
    own: Sequence[Profile], other: Sequence[Profile], i: int, j: int, pairs: Set[tuple[int, int]]
) -> list[Reason]:
    """Name what the place of two sections says for them: their kind, the titles above, the sections beside them."""
    a, b = own[i], other[j]
    reasons = []
    if a.role and a.role == b.role:
        reasons.append(Reason("role", 1.0))
    if a.above is not None and b.above is not None:
        above = own[a.above].title, other[b.above].title
        if cosine(*above) >= _SPEAKING:
            reasons.append(Reason("parents", cosine(*above), tuple(shared_terms(*above, 4))))
    beside = [own[i + step].section.title for step in (-1, 1) if (i + step, j + step) in pairs]
    if beside:
        reasons.append(Reason("neighbours", len(beside) / 2, tuple(beside)))
    return reasons


def _moved(pairs: Set[tuple[int, int]], distinctions: Scores) -> set[tuple[int, int]]:
    """Return the pairs outside the heaviest chain that keeps the order of both editions."""
    ordered = sorted(pairs)
    kept = heaviest_chain([j for _, j in ordered], [distinctions.get(pair, 1.0) for pair in ordered])
    return {pair for index, pair in enumerate(ordered) if index not in kept}


def _result(
    own: Sequence[Profile], other: Sequence[Profile], pairs: list[Link], related: list[Link], pins: Sequence[Pin]
) -> Alignment:
    """Gather the links; a section is dropped or new when neither it nor anything below or above it is linked."""
    place_a = {profile.section.id: index for index, profile in enumerate(own)}
    place_b = {profile.section.id: index for index, profile in enumerate(other)}
    pairs.sort(key=lambda link: (place_a[link.a], place_b[link.b]))
    related.sort(key=lambda link: (place_a[link.a], place_b[link.b]))
    dropped = _alone(own, {link.a for link in pairs})
    new = _alone(other, {link.b for link in pairs})
    return Alignment(tuple(pairs), tuple(related), dropped, new, tuple(pins))


def _alone(found: Sequence[Profile], linked: set[str]) -> tuple[str, ...]:
    above = {profile.section.id: profile.section.parent for profile in found}
    touched = set(linked)
    for name in linked:
        at = above[name]
        while at is not None and at not in touched:
            touched.add(at)
            at = above[at]
    return tuple(profile.section.id for profile in found if profile.section.id not in touched)

"""What became of each section.

Takes two editions with words and the editor's pins, returns the `Alignment`: counterparts, related sections, dropped and
new ones. Evidence of each pair is added up (`similarity`): shared terms, headings, the headings above, then neighbours
and parents that are counterparts already. A pair is judged against what is usual in its row and column, since rewritten
sections share little in absolute terms; nothing is forced into a pair and no order is assumed. Only the finest sections
that have a counterpart are linked: a parent only where none of its subsections is. Leaves out the passages.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kwaicompare.align.evidence import Profile, cosine, profiles, shared_terms, weigh
from kwaicompare.model.alignment import Alignment, Link, Pin, Reason, Relation
from kwaicompare.model.comparison import Edition
from kwaicompare.progress import Progress, silent
from kwaicompare.text.sequence import heaviest_chain, similarity

Scores = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class AlignOptions:
    """The shares of evidence and the limits of decision.

    ``title`` and ``path`` are the shares of heading and headings above in a pair's score, the rest is shared terms.
    ``context`` is how far agreeing neighbours and parents lift a score towards 1. A pair is a counterpart from
    ``sure`` upwards when it is the best of row and column, below that only when it stands out from the row's and
    column's second best by ``margin``, and never under ``least``. A split or merge must reach ``branch`` of the best.
    """

    title: float = 0.25
    path: float = 0.05
    context: float = 0.12
    sure: float = 0.30
    least: float = 0.12
    margin: float = 1.25
    branch: float = 0.75
    related: float = 0.10
    candidates: int = 12
    rarest: int = 40


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
    weigh(own, other)
    progress("align", 0.3)
    scores = _with_context(own, other, _scores(own, other, options), options)
    progress("align", 0.7)
    chosen = _finest(own, other, _decide(scores, options))
    pairs = _links(a, b, own, other, scores, chosen)
    related = _links(a, b, own, other, scores, _related(scores, chosen, options))
    progress("align", 1.0)
    return _result(own, other, *_pinned(pairs, related, pins), pins)


def similarity_of(a: Profile, b: Profile, options: AlignOptions) -> float:
    """Return how much two sections share in terms, heading and headings above, 0..1."""
    parts = [(1.0 - options.title - options.path, cosine(a.body, b.body), bool(a.body and b.body))]
    parts.append((options.title, cosine(a.title, b.title), bool(a.title and b.title)))
    parts.append((options.path, cosine(a.path, b.path), bool(a.path and b.path)))
    there = [(weight, value) for weight, value, both in parts if both]
    total = sum(weight for weight, _ in there)
    return sum(weight * value for weight, value in there) / total if total else 0.0


def _scores(own: Sequence[Profile], other: Sequence[Profile], options: AlignOptions) -> Scores:
    """Score the pairs that share rare terms or headings; a search by rare terms instead of a dense matrix."""
    scores: Scores = {}
    found = _candidates(own, other, options) | {(i, j) for j, i in _candidates(other, own, options)}
    for i, j in sorted(found):
        score = similarity_of(own[i], other[j], options)
        if score > 0.0:
            scores[i, j] = score
    return scores


def _candidates(own: Sequence[Profile], other: Sequence[Profile], options: AlignOptions) -> set[tuple[int, int]]:
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, profile in enumerate(other):
        for term, weight in _features(profile, options):
            postings[term].append((j, weight))
    found: set[tuple[int, int]] = set()
    for i, profile in enumerate(own):
        shares: defaultdict[int, float] = defaultdict(float)
        for term, weight in _features(profile, options):
            for j, there in postings.get(term, ()):
                shares[j] += weight * there
        best = sorted(shares, key=lambda j: (-shares[j], j))[: options.candidates]
        found.update((i, j) for j in best)
    return found


def _features(profile: Profile, options: AlignOptions) -> list[tuple[str, float]]:
    heaviest = sorted(profile.body.items(), key=lambda item: (-item[1], item[0]))[: options.rarest]
    return heaviest + [(f"\0{term}", weight) for term, weight in profile.title.items()]


def _with_context(own: Sequence[Profile], other: Sequence[Profile], scores: Scores, options: AlignOptions) -> Scores:
    """Lift the scores of pairs whose neighbours and parents are each other's best."""
    best_of_a, best_of_b = _best(scores, 0), _best(scores, 1)
    anchors = {(i, j) for i, j in scores if best_of_a[i][0] == j and best_of_b[j][0] == i}
    places_a = {profile.section.id: i for i, profile in enumerate(own)}
    places_b = {profile.section.id: j for j, profile in enumerate(other)}
    lifted = {}
    for (i, j), score in scores.items():
        above = (places_a.get(own[i].section.parent or ""), places_b.get(other[j].section.parent or ""))
        witnesses = ((i - 1, j - 1), (i + 1, j + 1), above)
        support = sum(witness in anchors for witness in witnesses)
        lifted[i, j] = score + options.context * support * score * (1.0 - score)
    return lifted


def _best(scores: Mapping[tuple[int, int], float], side: int) -> dict[int, tuple[int, float, float]]:
    """Return for each row (or column) its best partner, that score, and the second best score."""
    best: dict[int, tuple[int, float, float]] = {}
    for pair in sorted(scores):
        here, there, score = pair[side], pair[1 - side], scores[pair]
        partner, first, second = best.get(here, (-1, 0.0, 0.0))
        if score > first:
            best[here] = (there, score, first)
        elif score > second:
            best[here] = (partner, first, score)
    return best


def _decide(scores: Scores, options: AlignOptions) -> set[tuple[int, int]]:
    """Choose the counterparts: mutual best pairs that are strong or stand out, then splits and merges beside them."""
    best_of_a, best_of_b = _best(scores, 0), _best(scores, 1)
    chosen: set[tuple[int, int]] = set()
    for (i, j), score in scores.items():
        if best_of_a[i][0] != j or best_of_b[j][0] != i or score < options.least:
            continue
        rival = max(best_of_a[i][2], best_of_b[j][2])
        if score >= options.sure or score >= options.margin * rival:
            chosen.add((i, j))
    rows, columns = {i for i, _ in chosen}, {j for _, j in chosen}
    for (i, j), score in scores.items():
        if (i, j) in chosen or score < options.sure:
            continue
        split = i in rows and j not in columns and best_of_b[j][0] == i and score >= options.branch * best_of_a[i][1]
        merge = j in columns and i not in rows and best_of_a[i][0] == j and score >= options.branch * best_of_b[j][1]
        if split or merge:
            chosen.add((i, j))
    return chosen


def _finest(own: Sequence[Profile], other: Sequence[Profile], chosen: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Leave out a pair of parents when some of their subsections are counterparts of each other."""
    above_a, above_b = _ancestors(own), _ancestors(other)
    covered = {(p, q) for i, j in chosen for p in above_a[i] for q in above_b[j]}
    return chosen - covered


def _ancestors(found: Sequence[Profile]) -> list[list[int]]:
    places = {profile.section.id: index for index, profile in enumerate(found)}
    above: list[list[int]] = []
    for profile in found:
        parent = profile.section.parent
        above.append([] if parent is None else [places[parent], *above[places[parent]]])
    return above


def _related(scores: Scores, chosen: set[tuple[int, int]], options: AlignOptions) -> set[tuple[int, int]]:
    """Name the best partner of each section that it is not a counterpart of, where there is something to it."""
    best_of_a, best_of_b = _best(scores, 0), _best(scores, 1)
    return {
        (i, j)
        for (i, j), score in scores.items()
        if (i, j) not in chosen and score >= options.related and (best_of_a[i][0] == j or best_of_b[j][0] == i)
    }


def _links(
    a: Edition, b: Edition, own: Sequence[Profile], other: Sequence[Profile], scores: Scores,
    pairs: set[tuple[int, int]],
) -> list[Link]:  # fmt: skip
    moved = _moved(pairs, scores)
    links = []
    for i, j in sorted(pairs):
        left, right = own[i], other[j]
        relation, alike = _relation(left.section.span.of(a.text), right.section.span.of(b.text))
        score = min(1.0, max(scores[i, j], alike if relation != "rewritten" else 0.0))
        links.append(Link(left.section.id, right.section.id, score, relation, (i, j) in moved, _why(left, right)))
    return links


def _relation(left: str, right: str) -> tuple[Relation, float]:
    """Tell same, edited (half of the characters or more are kept in order) or rewritten, with the share kept."""
    left, right = "".join(left.split()), "".join(right.split())
    if left == right:
        return "same", 1.0
    alike = similarity(left, right, 0.5)
    return ("edited", alike) if alike >= 0.5 else ("rewritten", alike)


def _why(a: Profile, b: Profile) -> tuple[Reason, ...]:
    """Name what two sections share, for people."""
    reasons = []
    heading = cosine(a.title, b.title)
    if heading >= 0.3:
        reasons.append(Reason("heading", heading, tuple(shared_terms(a.title, b.title, 4))))
    shared = shared_terms(a.body, b.body, 24)
    figures = [term for term in shared if any(character.isdigit() for character in term)]
    terms = [term for term in shared if term not in figures]
    if terms:
        reasons.append(Reason("terms", cosine(a.body, b.body), tuple(terms[:6])))
    if figures:
        reasons.append(Reason("figures", 0.0, tuple(figures[:4])))
    return tuple(reasons)


def _moved(pairs: set[tuple[int, int]], scores: Scores) -> set[tuple[int, int]]:
    """Return the pairs outside the heaviest chain that keeps the order of both editions."""
    ordered = sorted(pairs)
    kept = heaviest_chain([j for _, j in ordered], [scores[pair] for pair in ordered])
    return {pair for index, pair in enumerate(ordered) if index not in kept}


def _pinned(pairs: list[Link], related: list[Link], pins: Sequence[Pin]) -> tuple[list[Link], list[Link]]:
    """Apply the editor's decisions: links set by hand, links forbidden, sections pinned as absent."""
    linked = {(pin.a, pin.b) for pin in pins if pin.linked and pin.a is not None and pin.b is not None}
    forbidden = {(pin.a, pin.b) for pin in pins if not pin.linked}
    alone_a = {pin.a for pin in pins if pin.b is None}
    alone_b = {pin.b for pin in pins if pin.a is None}

    def allowed(link: Link) -> bool:
        key = (link.a, link.b)
        return key not in forbidden and key not in linked and link.a not in alone_a and link.b not in alone_b

    by_hand = [
        Link(a, b, 1.0, _known(pairs, related, a, b), False, (Reason("pinned", 1.0),))
        for a, b in sorted(linked)
        if a is not None and b is not None
    ]
    return [link for link in pairs if allowed(link)] + by_hand, [link for link in related if allowed(link)]


def _known(pairs: Sequence[Link], related: Sequence[Link], a: str, b: str) -> Relation:
    for link in (*pairs, *related):
        if (link.a, link.b) == (a, b):
            return link.relation
    return "rewritten"


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
    return Alignment(tuple(pairs), tuple(related), dropped, new)


def _alone(found: Sequence[Profile], linked: set[str]) -> tuple[str, ...]:
    above = {profile.section.id: profile.section.parent for profile in found}
    touched = set(linked)
    for name in linked:
        at = above[name]
        while at is not None and at not in touched:
            touched.add(at)
            at = above[at]
    return tuple(profile.section.id for profile in found if profile.section.id not in touched)

"""What became of each section.

Takes two editions with words and the editor's pins, returns the `Alignment`: counterparts, related sections, dropped
and new ones. Evidence of each pair is added up: shared terms, heading, kind of section, then neighbours and parents
that are each other's best. A pair is judged against what is usual in its row and column, since rewritten sections
share little in absolute terms; nothing is forced into a pair and no order is assumed. Only the finest sections that
have a counterpart are linked: a parent only where none of its subsections is. Leaves out the passages.

    甲 养蜂, 乙 渡口 | 甲 渡口(改写), 乙 养蜂  →  养蜂~养蜂 same moved, 渡口~渡口 rewritten
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from kwaicompare.align.evidence import Profile, cosine, profiles, shared_terms, weigh
from kwaicompare.model.alignment import Alignment, Link, Pin, Reason, Relation
from kwaicompare.model.comparison import Edition
from kwaicompare.progress import Progress, silent
from kwaicompare.text.sequence import heaviest_chain, similarity

Scores = dict[tuple[int, int], float]

# Where there are next to no rivals, what is usual is still not nothing: two texts of one house share a few words.
_FAINT = 0.03


@dataclass(frozen=True, slots=True)
class AlignOptions:
    """The shares of evidence and the limits of decision.

    ``title``, ``role`` and ``context`` are how far an equal heading, the same kind of section, and each agreeing
    neighbour or parent lift a score towards 1; ``unlike`` is what is lost between sections of different kinds (back
    matter beside body, a chapter's opening beside a whole section). A text of ``thin`` characters counts half.
    *Distinction* is a score over what is usual among the ``usual`` best rivals in its row and column. Counterparts
    score ``least`` or more. They are each other's best with ``mutual`` distinction, or the best of one side with
    ``single`` distinction and ``branch`` of the other side's best (splits and merges); from ``sure`` upwards each
    other's best are counterparts whatever their rivals. Where most sections kept their words, a pair with less than
    ``typical`` of the median score is chance unless its distinction is ``striking``. Only the ``candidates`` that share
    most of a section's ``rarest`` terms are scored; a term in more than ``common`` sections finds none.
    """

    title: float = 0.30
    role: float = 0.15
    unlike: float = 0.5
    context: float = 0.10
    thin: int = 20
    usual: int = 8
    least: float = 0.09
    typical: float = 0.35
    striking: float = 3.0
    mutual: float = 1.6
    single: float = 2.0
    branch: float = 0.60
    sure: float = 0.45
    related: float = 0.06
    candidates: int = 16
    rarest: int = 60
    common: int = 200


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
    distinctions = _distinctions(scores, options)
    chosen = _finest(own, other, _decide(scores, distinctions, options))
    pairs = _links(a, b, own, other, distinctions, chosen)
    related = _links(a, b, own, other, distinctions, _related(scores, chosen, options))
    progress("align", 1.0)
    return _result(own, other, *_pinned(pairs, related, pins), pins)


def similarity_of(a: Profile, b: Profile, options: AlignOptions) -> float:
    """Return how much two sections share in terms, heading and role, 0..1."""
    size = min(a.size, b.size)
    score = cosine(a.body, b.body) * (size / (size + options.thin))
    score += (1.0 - score) * options.title * cosine(a.title, b.title) ** 2
    if a.role == b.role:
        score += (1.0 - score) * (options.role if a.role else 0.0)
    else:
        score *= 1.0 - options.unlike
    # The opening of a chapter speaks for its subsections: set beside a section of another rank it proves less.
    return score * (1.0 - options.unlike * abs(a.share - b.share))


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
    """Name for each section of one edition those of the other that share the most of its rare features."""
    postings: defaultdict[str | int, list[tuple[int, float]]] = defaultdict(list)
    for j, profile in enumerate(other):
        for feature, weight in _features(profile, options):
            postings[feature].append((j, weight))
    found: set[tuple[int, int]] = set()
    for i, profile in enumerate(own):
        shares: defaultdict[int, float] = defaultdict(float)
        for feature, weight in _features(profile, options):
            places = postings.get(feature, ())
            if len(places) <= options.common:
                for j, there in places:
                    shares[j] += weight * there
        best = nsmallest(options.candidates, shares, key=lambda j: (-shares[j], j))
        found.update((i, j) for j in best)
    return found


def _features(profile: Profile, options: AlignOptions) -> list[tuple[str | int, float]]:
    """List the heaviest terms, the terms of the title, and the sampled runs of words, with their weights."""
    features: list[tuple[str | int, float]] = list(
        nsmallest(options.rarest, profile.body.items(), key=lambda item: (-item[1], item[0]))
    )
    features += [(f"\0{term}", weight) for term, weight in profile.title.items()]
    features += [(run, 1.0 / len(profile.sketch)) for run in profile.sketch]
    return features


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


def _distinctions(scores: Scores, options: AlignOptions) -> Scores:
    """Return how far each score stands out from what is usual in its row and column (1 = usual)."""
    usual_a, usual_b = _usual(scores, 0, options.usual), _usual(scores, 1, options.usual)
    return {
        (i, j): score / max((usual_a[i].without(score) + usual_b[j].without(score)) / 2, _FAINT)
        for (i, j), score in scores.items()
    }


def _decide(scores: Scores, distinctions: Scores, options: AlignOptions) -> set[tuple[int, int]]:
    """Choose the counterparts: pairs that stand out from what is usual in their row and column."""
    best_of_a, best_of_b = _best(scores, 0), _best(scores, 1)
    mutual = sorted(score for (i, j), score in scores.items() if best_of_a[i][0] == j and best_of_b[j][0] == i)
    typical = options.typical * mutual[len(mutual) // 2] if mutual else 0.0
    chosen: set[tuple[int, int]] = set()
    for (i, j), score in scores.items():
        first_a, first_b = best_of_a[i][0] == j, best_of_b[j][0] == i
        faint = score < options.least or (score < typical and distinctions[i, j] < options.striking)
        if faint or not (first_a or first_b):
            continue
        if first_a and first_b:
            accepted = distinctions[i, j] >= options.mutual or score >= options.sure
        else:
            rival = best_of_b[j][1] if first_a else best_of_a[i][1]
            accepted = distinctions[i, j] >= options.single and score >= options.branch * rival
        if accepted:
            chosen.add((i, j))
    return chosen


@dataclass(frozen=True, slots=True)
class _Usual:
    """The best scores of a row or column, one more than are averaged."""

    best: tuple[float, ...]
    count: int

    def without(self, score: float) -> float:
        """Average the best scores, leaving out one equal to ``score``; fewer rivals than ``count`` count as zeros."""
        rivals = list(self.best)
        if score in rivals:
            rivals.remove(score)
        return sum(rivals[: self.count]) / self.count


def _usual(scores: Scores, side: int, count: int) -> dict[int, _Usual]:
    gathered: defaultdict[int, list[float]] = defaultdict(list)
    for pair, score in scores.items():
        gathered[pair[side]].append(score)
    return {index: _Usual(tuple(sorted(row, reverse=True)[: count + 1]), count) for index, row in gathered.items()}


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
    a: Edition, b: Edition, own: Sequence[Profile], other: Sequence[Profile], distinctions: Scores,
    pairs: set[tuple[int, int]],
) -> list[Link]:  # fmt: skip
    moved = _moved(pairs, distinctions)
    links = []
    for i, j in sorted(pairs):
        left, right = own[i], other[j]
        relation, alike = _relation(left.section.span.of(a.text), right.section.span.of(b.text))
        # Twice as much as usual is two chances against one; what kept its words needs no such estimate.
        chance = distinctions[i, j] / (1.0 + distinctions[i, j])
        score = chance if relation == "rewritten" else max(alike, chance)
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

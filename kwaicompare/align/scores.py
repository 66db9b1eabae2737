"""How much each pair of sections shares.

Takes the profiles of both editions, returns a sparse table of scores: only pairs that share rare features are looked
at. Evidence is added up: shared terms, heading, kind of section, then neighbours and parents that are each other's
best. Leaves out what the scores mean (see ``decision``).

    芯片 算力 服务器 | 算力 服务器 机房  →  {(0, 0): 0.41}
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest

from kwaicompare.align.evidence import Profile, cosine
from kwaicompare.align.options import AlignOptions

Scores = dict[tuple[int, int], float]


def score_pairs(own: Sequence[Profile], other: Sequence[Profile], options: AlignOptions) -> Scores:
    """Score the pairs of sections that have something in common; keys are places in ``own`` and ``other``."""
    return _with_context(own, other, _scores(own, other, options), options)


def best_partners(scores: Mapping[tuple[int, int], float], side: int) -> dict[int, tuple[int, float]]:
    """Return for each row (side 0) or column (side 1) its best partner and that score."""
    best: dict[int, tuple[int, float]] = {}
    for pair in sorted(scores):
        here, there, score = pair[side], pair[1 - side], scores[pair]
        if score > best.get(here, (-1, 0.0))[1]:
            best[here] = (there, score)
    return best


def _similarity(a: Profile, b: Profile, options: AlignOptions) -> float:
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
        score = _similarity(own[i], other[j], options)
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
    best_of_a, best_of_b = best_partners(scores, 0), best_partners(scores, 1)
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

"""Which sections are worth comparing: those that share rare features, found without a dense matrix.

Takes profiles, returns for each section of one edition its nearest in another (or in its own). Linear in the sections,
since a feature that many of them hold finds nothing. Leaves out the exact comparing.

    芯片 算力 | 养蜂 槐花, 算力 机房  →  [[(-0.5, 1)]], {1: [(-0.5, 0)]}
"""

from collections import defaultdict
from collections.abc import Sequence
from heapq import nsmallest

from kwaicompare.align.evidence import Profile
from kwaicompare.align.options import AlignOptions

Features = list[tuple[str | int, float]]
Index = dict[str | int, list[tuple[int, float]]]
Near = list[tuple[float, int]]
"""What is shared, negative so that the most comes first, and with which section."""

# How much longer than asked for a list may grow before it is cut.
_ROOM = 8


def terms(profile: Profile, options: AlignOptions) -> Features:
    """List the heaviest terms with their weights."""
    if len(profile.body) <= options.rarest:
        return list(profile.body.items())
    return list(nsmallest(options.rarest, profile.body.items(), key=lambda item: (-item[1], item[0])))


def traces(profile: Profile) -> Features:
    """List the terms of the title and the sampled runs of words, with their weights."""
    found: Features = [(f"title {term}", weight) for term, weight in profile.title.items()]
    return found + [(run, 1.0 / len(profile.sketch)) for run in profile.sketch]


def index(edition: Sequence[Features], common: int) -> Index:
    """Tell which sections hold each feature; a feature that more than ``common`` hold is left out."""
    postings: defaultdict[str | int, list[tuple[int, float]]] = defaultdict(list)
    for place, held in enumerate(edition):
        for feature, weight in held:
            postings[feature].append((place, weight))
    return {feature: places for feature, places in postings.items() if len(places) <= common}


def nearest(edition: Sequence[Features], among: Index, count: int) -> list[Near]:
    """Return for each section those ``among`` the indexed ones that share most."""
    return [_most([(-share, place) for place, share in _shares(held, among).items()], count) for held in edition]


def nearest_both_ways(edition: Sequence[Features], among: Index, count: int) -> tuple[list[Near], dict[int, Near]]:
    """Return for each section those ``among`` the indexed ones that share most, and the same the other way round."""
    there: list[Near] = []
    back: defaultdict[int, Near] = defaultdict(list)
    for at, held in enumerate(edition):
        row = [(-share, place) for place, share in _shares(held, among).items()]
        there.append(_most(row, count))
        for share, place in row:
            kept = back[place]
            kept.append((share, at))
            if len(kept) > _ROOM * count:
                back[place] = _most(kept, count)
    return there, {place: _most(kept, count) for place, kept in back.items()}


def _shares(held: Features, among: Index) -> dict[int, float]:
    shares: defaultdict[int, float] = defaultdict(float)
    for feature, weight in held:
        if feature in among:
            for place, other in among[feature]:
                shares[place] += weight * other
    return shares


def _most(near: Near, count: int) -> Near:
    """Return those that share most; of equals the first."""
    return sorted(near)[:count]

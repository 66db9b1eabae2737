"""Which sections are worth comparing: those that share rare features, found without a dense matrix.

Takes profiles, returns for each section of one edition its nearest in another (or in its own). Linear in the sections,
since a feature that many of them hold finds nothing. Leaves out the exact comparing.

    芯片 算力 | 养蜂 槐花, 算力 机房  →  [[(-0.5, 1)]], {1: [(-0.5, 0)]}
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest

from kwaicompare.align.evidence import Profile
from kwaicompare.align.options import AlignOptions

Features = list[tuple[str | int, float]]
Index = dict[str | int, list[tuple[int, float]]]
Near = list[tuple[float, int]]
"""What is shared, negative so that the most comes first, and with which section."""

# Sections that hold a run of words which still tells them apart, runs that prove a kept text, times the next like it.
_FEW = 4


def terms(profile: Profile, options: AlignOptions) -> Features:
    """List the heaviest terms with their weights."""
    if len(profile.body) <= options.rarest:
        return list(profile.body.items())
    return list(nsmallest(options.rarest, profile.body.items(), key=lambda item: (-item[1], item[0])))


def traces(profile: Profile) -> Features:
    """List the terms of the title and the sampled runs of words, with their weights."""
    found: Features = [(f"title {term}", weight) for term, weight in profile.title.items()]
    return found + [(run, 1.0 / len(profile.sketch)) for run in profile.sketch]


def anchored(own: Sequence[Profile], other: Sequence[Profile]) -> dict[tuple[int, int], float]:
    """Return the pairs that kept their words and resemble nothing else, with the share of sampled runs they share.

    Of the runs that few sections hold they share four or more, and with any other section a quarter of that at most.
    """
    runs: defaultdict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, edition in enumerate((own, other)):
        for at, profile in enumerate(edition):
            for run in profile.sketch:
                runs[run][side].append(at)
    shared = Counter(
        (i, j) for a, b in runs.values() if 0 < len(a) <= _FEW and 0 < len(b) <= _FEW for i in a for j in b
    )
    most: tuple[defaultdict[int, list[int]], defaultdict[int, list[int]]] = defaultdict(list), defaultdict(list)
    for (i, j), count in shared.items():
        most[0][i].append(count)
        most[1][j].append(count)
    return {
        (i, j): min(1.0, count / min(len(own[i].sketch), len(other[j].sketch)))
        for (i, j), count in shared.items()
        if count >= _FEW and all(_alone(counts, count) for counts in (most[0][i], most[1][j]))
    }


def _alone(counts: Sequence[int], count: int) -> bool:
    """Tell whether ``count`` is the only one of its size."""
    return sum(_FEW * other > count for other in counts) == 1


def index(edition: Mapping[int, Features], common: int) -> Index:
    """Tell which sections hold each feature; a feature that more than ``common`` hold is left out."""
    postings: defaultdict[str | int, list[tuple[int, float]]] = defaultdict(list)
    for place, held in edition.items():
        for feature, weight in held:
            postings[feature].append((place, weight))
    return {feature: places for feature, places in postings.items() if len(places) <= common}


def nearest(edition: Mapping[int, Features], among: Index, count: int, looked_at: int) -> dict[int, Near]:
    """Return for each section those ``among`` the indexed ones that share most; of equals the first."""
    return {
        at: nsmallest(count, [(-share, place) for place, share in _shares(held, among, looked_at).items()])
        for at, held in edition.items()
    }


def _shares(held: Features, among: Index, looked_at: int) -> dict[int, float]:
    """Add up what is shared with each section, the rarest features first, as long as not too many are looked at."""
    known = [(among[feature], weight) for feature, weight in held if feature in among]
    if sum(len(places) for places, _ in known) > looked_at:
        known.sort(key=lambda item: len(item[0]))
    shares: defaultdict[int, float] = defaultdict(float)
    for places, weight in known:
        for place, other in places:
            shares[place] += weight * other
        looked_at -= len(places)
        if looked_at <= 0:
            break
    return shares

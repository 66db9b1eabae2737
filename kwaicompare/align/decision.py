"""Which of the scored pairs are counterparts.

Takes scores, returns the chosen pairs. A score means something only against what is usual: rewritten sections share
little in absolute terms, and a section that sums up others (an overview, a preface) shares something with everything.
*Distinction* is the score over what the two sections share with anything else, in either edition. Nothing is forced
into a pair. Leaves out names and reasons.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from statistics import median_high

from kwaicompare.align.evidence import Profile
from kwaicompare.align.options import AlignOptions
from kwaicompare.align.scores import Resemblance, Scores, best_partners, mutual_best
from kwaicompare.align.weights import unexplained

# Where there are next to no rivals, what is usual is still not nothing: two texts of one house share a few words.
_FAINT = 0.03


def distinctions_of(resemblance: Resemblance, options: AlignOptions) -> Scores:
    """Return how far each score stands out from what is usual for its two sections (1 = usual)."""
    scores = resemblance.scores
    usual_a, usual_b = (_usual(scores, side, resemblance.at_home[side], options.usual) for side in (0, 1))
    return {
        (i, j): score / max((usual_a[i].without(score) + usual_b[j].without(score)) / 2, _FAINT)
        for (i, j), score in scores.items()
    }


def decide(
    own: Sequence[Profile], other: Sequence[Profile], scores: Scores, distinctions: Scores, options: AlignOptions
) -> set[tuple[int, int]]:
    """Choose the counterparts: pairs that stand out, as each other's best or beside a better one."""
    mutual = mutual_best(distinctions)
    median = median_high([scores[pair] for pair in mutual] or [0.0])
    chosen = {
        pair
        for pair in mutual
        if (distinctions[pair] >= options.mutual or scores[pair] >= options.sure)
        and (scores[pair] >= options.typical * median or distinctions[pair] >= options.striking)
    }
    best_of_a, best_of_b = best_partners(distinctions, 0), best_partners(distinctions, 1)
    for pair, distinction in distinctions.items():
        i, j = pair
        (best_j, most_a), (best_i, most_b) = best_of_a[i], best_of_b[j]
        one_sided = i == best_i or j == best_j
        if pair in mutual or not (one_sided or distinction >= options.near * max(most_a, most_b)):
            continue
        if _kept(own[i], other[best_j]) or _kept(own[best_i], other[j]):
            continue
        if distinction >= options.single and scores[pair] >= options.branch * median:
            chosen.add(pair)
        elif one_sided and distinction >= options.news:
            # A merge tells what the better partner does not; a split is a merge seen from the other side.
            section, partner, rival = (
                (own[i], other[j], own[best_i]) if j == best_j else (other[j], own[i], other[best_j])
            )
            if distinction * unexplained(section.body, partner.body, rival.body) >= options.news:
                chosen.add(pair)
    return chosen


def _kept(a: Profile, b: Profile) -> bool:
    """Tell whether two sections have the same words: then neither was split or merged, whatever resembles them."""
    return a.counts == b.counts


@dataclass(frozen=True, slots=True)
class _Usual:
    """The best resemblances of a section, one more than are averaged."""

    best: tuple[float, ...]
    count: int

    def without(self, score: float) -> float:
        """Average the best, leaving out one equal to ``score``; fewer rivals than ``count`` count as zeros."""
        rivals = list(self.best)
        if score in rivals:
            rivals.remove(score)
        return sum(rivals[: self.count]) / self.count


def _usual(scores: Scores, side: int, at_home: Mapping[int, Sequence[float]], count: int) -> dict[int, _Usual]:
    gathered: defaultdict[int, list[float]] = defaultdict(list)
    for pair, score in scores.items():
        gathered[pair[side]].append(score)
    return {at: _Usual(tuple(nlargest(count + 1, [*row, *at_home.get(at, ())])), count) for at, row in gathered.items()}


def finest(own: Sequence[Profile], other: Sequence[Profile], chosen: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Leave out a pair of parents when some of their subsections are counterparts of each other."""
    above_a, above_b = _ancestors(own), _ancestors(other)
    covered = {(p, q) for i, j in chosen for p in above_a[i] for q in above_b[j]}
    return chosen - covered


def _ancestors(found: Sequence[Profile]) -> list[list[int]]:
    above: list[list[int]] = []
    for profile in found:
        above.append([] if profile.above is None else [profile.above, *above[profile.above]])
    return above


def related_pairs(distinctions: Scores, chosen: set[tuple[int, int]], options: AlignOptions) -> set[tuple[int, int]]:
    """Name the best partner of each section that it is not a counterpart of, where there is something to it."""
    best_of_a, best_of_b = best_partners(distinctions, 0), best_partners(distinctions, 1)
    return {
        (i, j)
        for (i, j), distinction in distinctions.items()
        if (i, j) not in chosen and distinction >= options.related and (best_of_a[i][0] == j or best_of_b[j][0] == i)
    }

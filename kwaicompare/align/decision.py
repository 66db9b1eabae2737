"""Which of the scored pairs are counterparts.

Takes scores, returns the chosen pairs. A score means something only against what is usual in its row and column, since
rewritten sections share little in absolute terms: *distinction* is that ratio. Nothing is forced into a pair. Leaves
out names and reasons.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kwaicompare.align.evidence import Profile
from kwaicompare.align.options import AlignOptions
from kwaicompare.align.scores import Scores, best_partners

# Where there are next to no rivals, what is usual is still not nothing: two texts of one house share a few words.
_FAINT = 0.03


def distinctions_of(scores: Scores, options: AlignOptions) -> Scores:
    """Return how far each score stands out from what is usual in its row and column (1 = usual)."""
    usual_a, usual_b = _usual(scores, 0, options.usual), _usual(scores, 1, options.usual)
    return {
        (i, j): score / max((usual_a[i].without(score) + usual_b[j].without(score)) / 2, _FAINT)
        for (i, j), score in scores.items()
    }


def decide(scores: Scores, distinctions: Scores, options: AlignOptions) -> set[tuple[int, int]]:
    """Choose the counterparts: pairs that stand out from what is usual in their row and column."""
    best_of_a, best_of_b = best_partners(scores, 0), best_partners(scores, 1)
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


def finest(own: Sequence[Profile], other: Sequence[Profile], chosen: set[tuple[int, int]]) -> set[tuple[int, int]]:
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


def related_pairs(scores: Scores, chosen: set[tuple[int, int]], options: AlignOptions) -> set[tuple[int, int]]:
    """Name the best partner of each section that it is not a counterpart of, where there is something to it."""
    best_of_a, best_of_b = best_partners(scores, 0), best_partners(scores, 1)
    return {
        (i, j)
        for (i, j), score in scores.items()
        if (i, j) not in chosen and score >= options.related and (best_of_a[i][0] == j or best_of_b[j][0] == i)
    }

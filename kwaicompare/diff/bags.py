"""The words of passages as evidence that two of them treat the same matter.

Takes lists of words, returns bags with weights (rare words weigh more, as in tf-idf), an index of the bags of one text,
and how alike two bags are. Leaves out the decision.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kwaicompare.text.sequence import common, similarity

# A sentence is looked up by its rarest words; a word that stands in very many sentences finds nothing.
_RAREST = 16
_COMMON = 64
_FOUND = 24
# A passage is kept in another when so many of its words are there in their order, of so many at least.
_CONTAINED = 0.8
_FEWEST = 3
# Passages longer than this together are no sentences, and their order would take long to compare.
_TABLE = 1 << 24


@dataclass(frozen=True, slots=True)
class Bag:
    """The words of a passage in order, what each weighs in it, and what they weigh together."""

    words: list[str]
    weights: dict[str, float]
    total: float

    @classmethod
    def of(cls, words: list[str], weights: Mapping[str, float]) -> "Bag":
        """Weigh the words of a passage."""
        own = {word: weights[word] for word in words}
        if len(own) < len(words):
            own = {word: weights[word] * count for word, count in Counter(words).items()}
        return cls(words, own, sum(own.values()))

    def alike(self, other: "Bag", at_least: float) -> float:
        """Return the larger of the words kept in order and the rare words shared in any order, 0..1.

        Below ``at_least`` the result may be too low; a passage that stands nearly whole in the other is no less alike.
        """
        own, theirs = self.weights, other.weights
        both = own.keys() & theirs.keys()
        if not both:
            return 0.0
        shared = 2 * math.fsum([min(own[word], theirs[word]) for word in both]) / (self.total + other.total)
        if shared < at_least and self._contains(other, len(both)):
            return at_least
        enough, sizes = max(shared, at_least), (len(self.words), len(other.words))
        repeated = min(sizes[0] - len(own), sizes[1] - len(theirs))
        if 2 * (len(both) + repeated) <= enough * sum(sizes) or sizes[0] * sizes[1] > _TABLE:
            return shared  # so few common words cannot be a larger share of the words in order
        return max(shared, similarity(self.words, other.words, enough))

    def _contains(self, other: "Bag", shared: int) -> bool:
        """Tell whether the shorter of two passages, long enough to say something, is kept in the longer, in order."""
        shorter = min(len(self.words), len(other.words))
        needed = _CONTAINED * shorter
        return shorter >= _FEWEST and shared >= needed and common(self.words, other.words) >= needed


def weights_of(passages: Collection[list[str]]) -> dict[str, float]:
    """Weigh each word by how few passages it stands in."""
    seen: Counter[str] = Counter()
    for words in passages:
        seen.update(set(words))
    total = len(passages) + 1
    by_count = {count: math.log(1.0 + total / count) for count in set(seen.values())}
    return {word: by_count[count] for word, count in seen.items()}


class Index:
    """Finds the bags that share rare words with another one."""

    def __init__(self, bags: Mapping[int, Bag]) -> None:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, bag in bags.items():
            for word in bag.weights:
                places[word].append(index)
        self._places = {word: found for word, found in places.items() if len(found) <= _COMMON}
        self._spread = {word: len(found) for word, found in self._places.items()}

    def found(self, bag: Bag) -> list[int]:
        """Return the indexed bags that share most of the rarest words with ``bag``, the best first."""
        rarest = sorted(filter(self._places.__contains__, bag.weights), key=self._spread.__getitem__)[:_RAREST]
        shares: defaultdict[int, float] = defaultdict(float)
        for word in rarest:
            weight = bag.weights[word]
            for index in self._places[word]:
                shares[index] += weight
        return sorted(shares, key=shares.__getitem__, reverse=True)[:_FOUND]

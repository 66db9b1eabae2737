"""Find for each passage of A its counterpart in B.

Takes the passages of both texts and the counterpart sections, returns pairs of indices. Identical passages first: those
that stand once in each text, then their identical neighbours (after Heckel 1978), then the rest section by section.
What is left is paired by shared words, inside counterpart sections with less evidence than across the document.
Leaves out the word diff and the order of rows.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from kwaicompare.diff.sentences import Piece
from kwaicompare.progress import Progress, part, reported, silent
from kwaicompare.text.sequence import similarity

# Alike = share of words in common order. Above a half, most of a sentence survived and a word diff is honest.
_ALIKE = 0.5
# Inside counterpart sections a third is enough to say that two sentences treat the same matter; elsewhere nothing
# below the honest limit is, and a few common words prove nothing: six characters are the shortest clause.
_SAME_MATTER = 0.34
_SHORTEST_MOVED = 6
# A sentence is looked up by its rarest words; a word that stands in very many sentences finds nothing.
_RAREST = 16
_COMMON = 64
_FOUND = 24
_CANDIDATES = 8


@dataclass(frozen=True, slots=True)
class Match:
    """Passage ``a`` of A and passage ``b`` of B belong together; ``alike`` in 0..1, 1 for identical text."""

    a: int
    b: int
    alike: float


class Pairing:
    """The pairs found so far, one counterpart a passage at most."""

    def __init__(self, count_a: int, count_b: int) -> None:
        self.b_of: list[int | None] = [None] * count_a
        self.a_of: list[int | None] = [None] * count_b
        self.alike: dict[int, float] = {}

    def add(self, a: int, b: int, alike: float) -> None:
        """Pair two passages that are both free."""
        self.b_of[a], self.a_of[b], self.alike[a] = b, a, alike

    def free(self, a: int, b: int) -> bool:
        """Tell whether both indices are in range and neither passage has a counterpart."""
        return 0 <= a < len(self.b_of) and 0 <= b < len(self.a_of) and self.b_of[a] is None and self.a_of[b] is None

    def matches(self) -> list[Match]:
        """Return the pairs in A's order."""
        return [Match(a, b, self.alike[a]) for a, b in enumerate(self.b_of) if b is not None]


def pair_identical(
    pieces_a: Sequence[Piece], pieces_b: Sequence[Piece], texts_a: Sequence[str], texts_b: Sequence[str],
    counterparts: Callable[[str, str], bool],
) -> Pairing:  # fmt: skip
    """Pair passages with the same text."""
    pairing = Pairing(len(texts_a), len(texts_b))
    count_a, count_b = Counter(texts_a), Counter(texts_b)
    place_b = {text: index for index, text in enumerate(texts_b)}
    for index, text in enumerate(texts_a):
        if count_a[text] == 1 == count_b[text]:
            pairing.add(index, place_b[text], 1.0)
    _spread(pairing, texts_a, texts_b)
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for index in range(len(texts_b) - 1, -1, -1):
        if pairing.a_of[index] is None:
            waiting[texts_b[index]].append(index)
    for index, text in enumerate(texts_a):
        if pairing.b_of[index] is None and waiting.get(text):
            section = pieces_a[index].section
            found = next((b for b in reversed(waiting[text]) if counterparts(section, pieces_b[b].section)), None)
            if found is not None:
                waiting[text].remove(found)
                pairing.add(index, found, 1.0)
    return pairing


def _spread(pairing: Pairing, texts_a: Sequence[str], texts_b: Sequence[str]) -> None:
    """Pair identical neighbours of pairs, forward from the start, then backward from the end."""
    for step, order in ((1, range(-1, len(texts_a))), (-1, range(len(texts_a), -1, -1))):
        for a in order:
            b = _partner(pairing, a, len(texts_a), len(texts_b))
            if b is None:
                continue
            a_next, b_next = a + step, b + step
            if pairing.free(a_next, b_next) and texts_a[a_next] == texts_b[b_next]:
                pairing.add(a_next, b_next, 1.0)


def _partner(pairing: Pairing, a: int, count_a: int, count_b: int) -> int | None:
    if a < 0:
        return -1
    return count_b if a >= count_a else pairing.b_of[a]


def pair_headings(pairing: Pairing, groups: Iterable[tuple[Sequence[int], Sequence[int]]]) -> None:
    """Pair the heading lines of counterpart sections, best counterparts first."""
    for own, other in groups:
        for a, b in zip(own, other, strict=False):
            if pairing.free(a, b):
                pairing.add(a, b, 0.0)


def pair_similar(
    pairing: Pairing, pieces_a: Sequence[Piece], pieces_b: Sequence[Piece],
    words_a: Callable[[int], list[str]], words_b: Callable[[int], list[str]],
    counterparts: Callable[[str, str], bool], progress: Progress = silent,
) -> None:  # fmt: skip
    """Pair what is left by shared words, the most alike first."""
    left_a = [i for i, b in enumerate(pairing.b_of) if b is None and pieces_a[i].role != "furniture"]
    left_b = [i for i, a in enumerate(pairing.a_of) if a is None and pieces_b[i].role != "furniture"]
    own = {i: words_a(i) for i in reported(left_a, "diff", part(progress, 0.0, 0.15))}
    other = {i: words_b(i) for i in reported(left_b, "diff", part(progress, 0.15, 0.3))}
    weights = _weights([*own.values(), *other.values()])
    bags_a = {i: _Bag.of(own[i], weights) for i in reported(left_a, "diff", part(progress, 0.3, 0.4))}
    bags_b = {i: _Bag.of(other[i], weights) for i in reported(left_b, "diff", part(progress, 0.4, 0.5))}
    postings = _postings(bags_b)
    rarity = _rarity(weights, postings)
    scored = []
    for a in reported(left_a, "diff", part(progress, 0.5, 1.0)):
        near = set(_beside(pairing, a))
        section = pieces_a[a].section
        found = _found(bags_a[a], postings, rarity)
        found.sort(key=lambda b: not counterparts(section, pieces_b[b].section))
        for b in near.union(found[:_CANDIDATES]):
            if b not in bags_b or (pieces_a[a].role == "heading") != (pieces_b[b].role == "heading"):
                continue
            akin = counterparts(section, pieces_b[b].section)
            alike = _alike(bags_a[a], bags_b[b])
            short = min(len(pieces_a[a].span), len(pieces_b[b].span)) < _SHORTEST_MOVED
            if alike >= (_SAME_MATTER if akin else _ALIKE) and (akin or not short):
                scored.append((-alike, not akin, b not in near, a, b))
    for alike, _, _, a, b in sorted(scored):
        if pairing.free(a, b):
            pairing.add(a, b, min(-alike, 0.99))


def _beside(pairing: Pairing, a: int) -> list[int]:
    """Name the passages of B beside the counterparts of A's neighbours."""
    found = []
    for step in (1, -1):
        neighbour = a - step
        b = _partner(pairing, neighbour, len(pairing.b_of), len(pairing.a_of))
        if b is not None:
            found.append(b + step)
    return found


@dataclass(frozen=True, slots=True)
class _Bag:
    """The words of a passage in order, what each weighs in it, and what they weigh together."""

    words: list[str]
    weights: dict[str, float]
    total: float

    @classmethod
    def of(cls, words: list[str], weights: dict[str, float]) -> "_Bag":
        if len(set(words)) == len(words):
            own = {word: weights[word] for word in words}
        else:
            own = {word: weights[word] * count for word, count in Counter(words).items()}
        return cls(words, own, sum(own.values()))


def _postings(bags: dict[int, _Bag]) -> dict[str, list[int]]:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for index, bag in bags.items():
        for word in bag.weights:
            postings[word].append(index)
    return postings


def _weights(passages: Collection[list[str]]) -> dict[str, float]:
    seen = Counter(chain.from_iterable(map(set, passages)))
    total = len(passages) + 1
    by_count = {count: math.log(1.0 + total / count) for count in set(seen.values())}
    return {word: by_count[count] for word, count in seen.items()}


def _rarity(words: Iterable[str], postings: dict[str, list[int]]) -> dict[str, int]:
    """Rank words by how few passages of B they stand in."""
    ranked = sorted(sorted(words), key=lambda word: len(postings.get(word, ())))
    return {word: place for place, word in enumerate(ranked)}


def _found(bag: _Bag, postings: dict[str, list[int]], rarity: dict[str, int]) -> list[int]:
    rarest = sorted(bag.weights, key=rarity.__getitem__)[:_RAREST]
    shares: defaultdict[int, float] = defaultdict(float)
    for word in rarest:
        places = postings.get(word, ())
        if len(places) <= _COMMON:
            for b in places:
                shares[b] += bag.weights[word]
    return sorted(sorted(shares), key=shares.__getitem__, reverse=True)[:_FOUND]


def _alike(a: _Bag, b: _Bag) -> float:
    """Return the larger of the words kept in order and the rare words shared in any order."""
    shared = 2 * sum([min(weight, b.weights[word]) for word, weight in a.weights.items() if word in b.weights])
    total = a.total + b.total
    return max(similarity(a.words, b.words), shared / total if total else 0.0)

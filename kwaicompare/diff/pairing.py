"""Find for each passage of A its counterpart in B.

Takes the passages of both texts and the counterpart sections, returns pairs of indices. Identical passages first: those
that stand once in each text, then their identical neighbours (after Heckel 1978), then the rest section by section.
What is left is paired by shared words, inside counterpart sections with less evidence than across the document.
Leaves out the word diff and the order of rows.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kwaicompare.diff.bags import Bag, Index, weights_of
from kwaicompare.diff.counterparts import Counterparts
from kwaicompare.diff.reading import Reading
from kwaicompare.diff.sentences import Sentence
from kwaicompare.model.alignment import Alignment
from kwaicompare.progress import Progress, part, reported, silent

# Alike = share of words in common order. Above a half, most of a sentence survived and a word diff is honest.
_ALIKE = 0.5
# Inside counterpart sections a third is enough to say that two sentences treat the same matter; elsewhere nothing
# below the honest limit is, and a few common words prove nothing: six characters are the shortest clause.
_SAME_MATTER = 0.34
_SHORTEST_MOVED = 6
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


def pair_identical(a: Reading, b: Reading, counterparts: Counterparts, progress: Progress = silent) -> Pairing:
    """Pair passages with the same text."""
    texts_a, texts_b = a.texts, b.texts
    pairing = Pairing(len(texts_a), len(texts_b))
    count_a, count_b = Counter(texts_a), Counter(texts_b)
    place_b = {text: index for index, text in enumerate(texts_b)}
    for index, text in enumerate(texts_a):
        if count_a[text] == 1 == count_b[text]:
            pairing.add(index, place_b[text], 1.0)
    _spread(pairing, texts_a, texts_b, part(progress, 0.0, 0.7))
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for index in range(len(texts_b) - 1, -1, -1):
        if pairing.a_of[index] is None:
            waiting[texts_b[index]].append(index)
    for index, text in enumerate(reported(texts_a, "diff", part(progress, 0.7, 1.0), every=10_000)):
        if pairing.b_of[index] is None and waiting.get(text):
            answers = counterparts[a.sentences[index].section]
            found = next((j for j in reversed(waiting[text]) if answers[b.sentences[j].section]), None)
            if found is not None:
                waiting[text].remove(found)
                pairing.add(index, found, 1.0)
    return pairing


def _spread(pairing: Pairing, texts_a: Sequence[str], texts_b: Sequence[str], progress: Progress) -> None:
    """Pair identical neighbours of pairs, forward from the start, then backward from the end."""
    for step, order in ((1, range(-1, len(texts_a))), (-1, range(len(texts_a), -1, -1))):
        for a in reported(order, "diff", progress, every=10_000):
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


def pair_headings(pairing: Pairing, a: Reading, b: Reading, alignment: Alignment) -> None:
    """Pair the heading lines of counterpart sections, best counterparts first."""
    own_a, own_b = _headings(a), _headings(b)
    for link in sorted(alignment.pairs, key=lambda link: (-link.score, link.a, link.b)):
        for i, j in zip(own_a.get(link.a, ()), own_b.get(link.b, ()), strict=False):
            if pairing.free(i, j):
                pairing.add(i, j, 0.0)


def _headings(side: Reading) -> dict[str, list[int]]:
    """Gather the heading lines of each section, lines that hold its number alone left out."""
    own: defaultdict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(side.sentences):
        if sentence.role == "heading" and sum(map(str.isalpha, side.texts[index])) > 1:
            own[sentence.section].append(index)
    return own


def pair_similar(
    pairing: Pairing, a: Reading, b: Reading, counterparts: Counterparts, progress: Progress = silent
) -> None:  # fmt: skip
    """Pair what is left by shared words, the most alike first."""
    left_a, left_b = a.left(pairing.b_of), b.left(pairing.a_of)
    own = {i: a.words(i) for i in reported(left_a, "diff", part(progress, 0.0, 0.15))}
    other = {i: b.words(i) for i in reported(left_b, "diff", part(progress, 0.15, 0.3))}
    weights = weights_of([*own.values(), *other.values()])
    bags_a = {i: Bag.of(own[i], weights) for i in reported(left_a, "diff", part(progress, 0.3, 0.4))}
    bags_b = {i: Bag.of(other[i], weights) for i in reported(left_b, "diff", part(progress, 0.4, 0.5))}
    index = Index(bags_b)
    scored: list[tuple[float, bool, bool, int, int]] = []
    for i in reported(left_a, "diff", part(progress, 0.5, 1.0)):
        sentence, near = a.sentences[i], _beside(pairing, i)
        answers = counterparts[sentence.section]
        for j in {*near, *_candidates(index.found(bags_a[i]), b.sentences, answers)}:
            other_sentence = b.sentences[j] if j in bags_b else None
            if other_sentence is None or (sentence.role == "heading") != (other_sentence.role == "heading"):
                continue
            akin = answers[other_sentence.section]
            alike, enough = bags_a[i].alike(bags_b[j], _SAME_MATTER), _SAME_MATTER if akin else _ALIKE
            if alike >= enough and (akin or _long_enough(sentence, other_sentence)):
                scored.append((-alike, not akin, j not in near, i, j))
    for alike, _, _, i, j in sorted(scored):
        if pairing.free(i, j):
            pairing.add(i, j, min(-alike, 0.99))


def _candidates(found: list[int], sentences: Sequence[Sentence], answers: Mapping[str, bool]) -> list[int]:
    """Return the first of the passages found, those of counterpart sections before the others."""
    if len(found) > _CANDIDATES:
        found.sort(key=lambda j: not answers[sentences[j].section])
    return found[:_CANDIDATES]


def _long_enough(own: Sentence, other: Sentence) -> bool:
    return min(len(own.span), len(other.span)) >= _SHORTEST_MOVED


def _beside(pairing: Pairing, a: int) -> list[int]:
    """Name the passages of B beside the counterparts of A's neighbours."""
    found = []
    for step in (1, -1):
        neighbour = a - step
        b = _partner(pairing, neighbour, len(pairing.b_of), len(pairing.a_of))
        if b is not None:
            found.append(b + step)
    return found

"""What a shared term is worth.

Takes the profiles of both editions, tells them how to weigh their counts. A term that stands in few sections of the
two editions weighs much, boilerplate (a publisher's name in every section) next to nothing: inverse section frequency,
after Spärck Jones (1972). Leaves out the comparing of sections.

    乌兰察布 in 2 of 90 sections, 技术 in 80  →  ln(91 / 2) = 3.8 and ln(91 / 80) = 0.1
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kwaicompare.align.evidence import Profile, Vector

# Counts are damped: the tenth mention of a term says little more than the third.
_DAMPED = (0.0, *(1.0 + math.log(count) for count in range(1, 64)))


@dataclass(frozen=True, slots=True)
class _Weights:
    """What each word and each letter pair of it is worth; ``alone`` is that of words that one section only holds."""

    words: Vector
    alone: Vector
    pairs: Vector
    pairs_of: Mapping[str, Sequence[str]]

    def unit(self, counts: Mapping[str, int]) -> Vector:
        """Return the weighted unit vector without what no other section holds: it has length, but nothing to share."""
        vector: Vector = {}
        square = 0.0
        paired: defaultdict[str, int] = defaultdict(int)
        for word, count in counts.items():
            damped = _DAMPED[count] if count < 64 else 1.0 + math.log(count)
            value = self.words.get(word)
            if value is None:
                value = damped * self.alone[word]
            else:
                vector[word] = value = damped * value
            square += value * value
            for pair in self.pairs_of.get(word, ()):
                paired[pair] += count
        for pair, count in paired.items():
            damped = _DAMPED[count] if count < 64 else 1.0 + math.log(count)
            vector[pair] = value = damped * self.pairs[pair]
            square += value * value
        length = math.sqrt(square)
        return {term: value / length for term, value in vector.items()} if length else {}


def weigh(own: Sequence[Profile], other: Sequence[Profile], chapter: float) -> None:
    """Give all profiles the weights that fit these two editions."""
    everything = [*own, *other]
    body = _weights([profile.counts for profile in everything], _shared_pairs(everything))
    title = _weights([profile.heading for profile in everything], {})
    for profile in everything:
        profile.weigh_body, profile.weigh_title = body.unit, title.unit
    for edition in (own, other):
        _weigh_chapters(edition, chapter)


def _shared_pairs(everything: Sequence[Profile]) -> dict[str, list[str]]:
    """Return the letter pairs of each word that some other word has too, marked so as not to be words.

    虚拟人 and 虚拟主播 have 虚拟 in common; a pair of one word only would say what the word says.
    """
    words = set().union(*(profile.counts for profile in everything))
    pairs = {word: [f"{word[at : at + 2]}\0" for at in range(len(word) - 1)] for word in words if not word.isascii()}
    holders = Counter(pair for held in pairs.values() for pair in set(held))
    return {word: [pair for pair in held if holders[pair] > 1] for word, held in pairs.items()}


def _weights(bags: Sequence[Mapping[str, int]], pairs_of: Mapping[str, Sequence[str]]) -> _Weights:
    words = _inverse_frequency(bags)
    pairs = _inverse_frequency([{pair for word in bag for pair in pairs_of.get(word, ())} for bag in bags])
    most = math.log(len(bags) + 1)
    alone: Vector = {}
    shared: Vector = {}
    for word, value in words.items():
        # Pairs that only this word has would say what it says: so many equal features are one, times their root.
        equal = math.sqrt(len(word) - len(pairs_of[word])) if word in pairs_of else 1.0
        (shared if value < most else alone)[word] = value * equal
    return _Weights(shared, alone, pairs, pairs_of)


def _weigh_chapters(edition: Sequence[Profile], chapter: float) -> None:
    """Fill in how much the parent of each section counts for it."""
    length = edition[-1].section.span.end if edition else 0
    for profile in edition:
        if profile.above is not None:
            profile.pull = chapter * _told(len(edition[profile.above].section.span), len(profile.section.span), length)


def _told(chapter: int, section: int, text: int) -> float:
    """Return how much being in the chapter tells, of what being in the section tells: both as information."""
    return math.log(text / chapter) / math.log(text / section) if section < chapter < text else 0.0


def cosine(a: Vector, b: Vector) -> float:
    """Return the cosine of two unit vectors, 0 when either is empty."""
    # The order of a set differs from run to run; an exact sum does not.
    return math.fsum([a[term] * b[term] for term in a.keys() & b.keys()])


def unexplained(a: Vector, b: Vector, rival: Vector) -> float:
    """Return the share of what ``a`` and ``b`` have in common that ``rival`` says less of than ``a``, 0..1."""
    common = [(weight, b[term], rival.get(term, 0.0)) for term, weight in a.items() if term in b]
    shared = math.fsum([here * there for here, there, _ in common])
    told = math.fsum([max(0.0, here - known) * there for here, there, known in common])
    return told / shared if shared else 0.0


def shared_terms(a: Vector, b: Vector, count: int) -> list[str]:
    """Name the words that contribute most to the cosine, heaviest first; letter pairs are no words."""
    common = {term: weight * b[term] for term, weight in a.items() if term in b and term[-1].isprintable()}
    return sorted(common, key=lambda term: (-common[term], term))[:count]


def _inverse_frequency(bags: Iterable[Iterable[str]]) -> Vector:
    """Return ln((bags + 1) / bags holding it) of each term."""
    seen: defaultdict[str, int] = defaultdict(int)
    total = 1
    for bag in bags:
        for term in bag:
            seen[term] += 1
        total += 1
    return {term: math.log(total / count) for term, count in seen.items()}

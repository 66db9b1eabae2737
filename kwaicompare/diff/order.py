"""The order in which passages stand below each other.

Takes the passages of both texts and their pairing, yields every passage once: in A's order, what only B has where B
has it. Leaves out the diff of a pair.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from kwaicompare.diff.choices import Choices
from kwaicompare.diff.counterparts import Counterparts
from kwaicompare.diff.pairing import Pairing
from kwaicompare.diff.reading import Reading
from kwaicompare.model.edit import Passage
from kwaicompare.progress import Progress, reported


class Rows:
    """Puts the passages into A's order, what only B has where B has it.

    Between two pairs, what is left of a section of A comes first and what its counterpart has alone right after it.
    """

    def __init__(
        self, a: Reading, b: Reading, pairing: Pairing, counterparts: Counterparts, choices: Choices
    ) -> None:  # fmt: skip
        self._sentences_a, self._sentences_b = a.sentences, b.sentences
        self._counterparts, self._choices = counterparts, choices
        self._after: defaultdict[int, list[int]] = defaultdict(list)
        place = -1
        for index, partner in enumerate(pairing.a_of):
            if partner is None:
                self._after[place].append(index)
            else:
                place = partner

    def ordered(self, pairs: dict[int, Passage], progress: Progress) -> Iterator[Passage]:
        """Yield every passage once; ``pairs`` by A's place."""
        place, alone = -1, []
        for index in reported(range(len(self._sentences_a)), "diff", progress, every=2000):
            if index in pairs:
                yield from self._between(alone, self._after.get(place, []))
                yield pairs[index]
                place, alone = index, []
            else:
                alone.append(index)
        yield from self._between(alone, self._after.get(place, []))

    def _between(self, own: list[int], other: list[int]) -> Iterator[Passage]:
        groups = [list(group) for _, group in groupby(own, key=lambda index: self._sentences_a[index].section)]
        beside: list[list[int]] = [[] for _ in range(len(groups) + 1)]
        at = 0
        for section, group in groupby(other, key=lambda index: self._sentences_b[index].section):
            homes = range(max(at - 1, 0), len(groups))
            akin = (k + 1 for k in homes if self._counterparts[self._sentences_a[groups[k][0]].section][section])
            at = next(akin, at)
            beside[at].extend(group)
        yield from map(self._new, beside[0])
        for group, following in zip(groups, beside[1:], strict=True):
            yield from map(self._dropped, group)
            yield from map(self._new, following)

    def _dropped(self, index: int) -> Passage:
        sentence = self._sentences_a[index]
        places = self._choices.destinations(index)
        return Passage(
            sentence.span, None, "dropped", 0.0, role=sentence.role, section_a=sentence.section, destinations=places
        )  # fmt: skip

    def _new(self, index: int) -> Passage:
        sentence = self._sentences_b[index]
        places = self._choices.origins(index)
        return Passage(None, sentence.span, "new", 0.0, role=sentence.role, section_b=sentence.section, origins=places)

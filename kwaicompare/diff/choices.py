"""Announce where a counterpart could as well be another passage.

Takes both sides, their pairing and which pairs kept their order; returns for a passage the other places that were as
good. A pair in its place is no guess: only what moved had a choice, among passages that are not in their place either.
What one text has alone may yet stand in the other, paired already: it was repeated, or one of several went. Leaves out
furniture, headings, and what is too short to be told from chance.

    old: 甲 … 甲   new: 甲 once, elsewhere  →  moved, and the other 甲 an origin as good
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from kwaicompare.diff.pairing import Pairing
from kwaicompare.diff.reading import Reading
from kwaicompare.model.span import Span
from kwaicompare.progress import Progress, part, reported, silent

_SHORTEST = 6
# A text that stands in more places is a formula; so many of them are named.
_MOST = 50


class Choices:
    """Looks up the places of both texts that say the same. ``kept``: the passages of A whose pair kept its order."""

    def __init__(
        self, a: Reading, b: Reading, pairing: Pairing, kept: Collection[int], progress: Progress = silent
    ) -> None:
        self._a, self._b = a, b
        self._in_place = kept, {pairing.b_of[index] for index in kept}
        self._same = _places(a, part(progress, 0.0, 0.5)), _places(b, part(progress, 0.5, 1.0))

    def of_pair(self, a: int, b: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return the other origins and destinations of a pair that moved."""
        kept_a, kept_b = self._in_place
        origins = (at for at in self._same[0].get(self._a.texts[a], ()) if at != a and at not in kept_a)
        destinations = (at for at in self._same[1].get(self._b.texts[b], ()) if at != b and at not in kept_b)
        return _spans(self._a, origins), _spans(self._b, destinations)

    def origins(self, b: int) -> tuple[Span, ...]:
        """Return where A has the words of a passage that B has alone."""
        return _spans(self._a, self._same[0].get(self._b.texts[b], ()))

    def destinations(self, a: int) -> tuple[Span, ...]:
        """Return where B has the words of a passage that A has alone."""
        return _spans(self._b, self._same[1].get(self._a.texts[a], ()))


def _places(side: Reading, progress: Progress) -> dict[str, list[int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(reported(side.texts, "diff", progress, every=10_000)):
        if len(text) >= _SHORTEST and side.sentences[index].role not in ("furniture", "heading"):
            places[text].append(index)
    return places


def _spans(side: Reading, places: Iterable[int]) -> tuple[Span, ...]:
    return tuple(side.sentences[at].span for at, _ in zip(places, range(_MOST), strict=False))

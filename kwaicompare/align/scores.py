"""How much each pair of sections shares.

Takes the weighted profiles of both editions, returns a sparse table of scores: only pairs that share rare features are
looked at. Evidence is added up: shared terms (a section's own and those of the chapter around it), heading, kind of
section, then neighbours, parents and subsections that are each other's best. Leaves out what the scores mean (see
``decision``).

    芯片 算力 服务器 | 算力 服务器 机房  →  {(0, 0): 0.41}
"""

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from kwaicompare.align.candidates import Near, anchored, index, nearest, terms, traces
from kwaicompare.align.decided import UNDECIDED, Decided
from kwaicompare.align.evidence import Profile
from kwaicompare.align.options import AlignOptions
from kwaicompare.align.weights import cosine

Scores = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Resemblance:
    """The scores of pairs, and for each section the resemblances to its nearest in its own edition."""

    scores: Scores
    at_home: tuple[dict[int, list[float]], dict[int, list[float]]]


def score_pairs(
    own: Sequence[Profile], other: Sequence[Profile], options: AlignOptions, decided: Decided = UNDECIDED
) -> Resemblance:
    """Score the pairs of sections that have something in common; keys are places in ``own`` and ``other``.

    What the editor ruled out has no score; what he linked speaks for what stands around it.
    """
    anchors = anchored(own, other) if len(own) + len(other) >= options.many else {}
    anchors = {pair: share for pair, share in anchors.items() if decided.allows(*pair)}
    words, held = [], []
    for side, edition in enumerate((own, other)):
        rest = dict(enumerate(edition))
        for pair in anchors:
            del rest[pair[side]]
        words.append({at: terms(profile, options) for at, profile in rest.items()})
        held.append({at: words[side][at] + traces(profile) for at, profile in rest.items()})
    indexes = [index(edition, options.common) for edition in held]
    there = nearest(held[0], indexes[1], options.candidates, options.looked_at)
    back = nearest(held[1], indexes[0], options.candidates, options.looked_at)
    found = {(i, j) for i, row in there.items() for _, j in row} | {(i, j) for j, row in back.items() for _, i in row}
    chapters = _Chapters(own, other)
    scores = {(i, j): _similarity(chapters, i, j, options) for i, j in sorted(found) if decided.allows(i, j)}
    scores = {pair: score for pair, score in scores.items() if score > 0.0} | anchors
    at_home = [nearest(words[side], indexes[side], options.usual + 1, options.looked_at) for side in (0, 1)]
    lifted = with_context(own, other, scores, options.context, decided.linked)
    return Resemblance(lifted, (_without_self(at_home[0]), _without_self(at_home[1])))


def best_partners(scores: Mapping[tuple[int, int], float], side: int) -> dict[int, tuple[int, float]]:
    """Return for each row (side 0) or column (side 1) its best partner and that score."""
    best: dict[int, tuple[int, float]] = {}
    for pair in sorted(scores):
        here, there, score = pair[side], pair[1 - side], scores[pair]
        if score > best.get(here, (-1, 0.0))[1]:
            best[here] = (there, score)
    return best


def mutual_best(scores: Mapping[tuple[int, int], float]) -> set[tuple[int, int]]:
    """Return the pairs that are each other's best."""
    of_a, of_b = best_partners(scores, 0), best_partners(scores, 1)
    return {(i, j) for i, (j, _) in of_a.items() if of_b[j][0] == i}


def _similarity(chapters: "_Chapters", i: int, j: int, options: AlignOptions) -> float:
    """Return how much two sections share in terms, heading and role, 0..1."""
    a, b = chapters.own[i], chapters.other[j]
    size = min(a.size, b.size)
    score = chapters.cosine(i, j) * (size / (size + options.thin))
    if not a.title.keys().isdisjoint(b.title):
        score += (1.0 - score) * options.title * cosine(a.title, b.title) ** 2
    if a.role == b.role:
        score += (1.0 - score) * (options.role if a.role else 0.0)
    else:
        score *= 1.0 - options.unlike
    # The opening of a chapter speaks for its subsections: set beside a section of another rank it proves less.
    return score * (1.0 - options.unlike * abs(a.share - b.share))


@dataclass(slots=True)
class _Chapters:
    """Sections seen in their chapters: each vector is ``body + pull * parent.whole``, never written out."""

    own: Sequence[Profile]
    other: Sequence[Profile]
    known: dict[tuple[bool, int, bool, int], float] = field(default_factory=dict)
    lengths: dict[tuple[bool, int], float] = field(default_factory=dict)

    def cosine(self, i: int, j: int) -> float:
        """Return the cosine of two sections seen in their chapters."""
        a, b = self.own[i], self.other[j]
        parts = [cosine(a.body, b.body)]
        if b.above is not None and b.pull:
            parts.append(b.pull * self._against(False, i, b.above))
        if a.above is not None and a.pull:
            parts.append(a.pull * self._against(True, j, a.above))
            if b.above is not None and b.pull:
                parts.append(a.pull * b.pull * self._wholes(a.above, b.above))
        lengths = self._length(self.own, False, i) * self._length(self.other, True, j)
        # An exact sum is the same with the sides swapped.
        return math.fsum(parts) / lengths if lengths else 0.0

    def _against(self, flipped: bool, section: int, chapter: int) -> float:
        key = (flipped, section, True, chapter)
        if key not in self.known:
            bodies, wholes = (self.other, self.own) if flipped else (self.own, self.other)
            self.known[key] = cosine(bodies[section].body, wholes[chapter].whole)
        return self.known[key]

    def _wholes(self, a: int, b: int) -> float:
        key = (False, a, False, b)
        if key not in self.known:
            self.known[key] = cosine(self.own[a].whole, self.other[b].whole)
        return self.known[key]

    def _length(self, edition: Sequence[Profile], flipped: bool, at: int) -> float:
        key = (flipped, at)
        if key not in self.lengths:
            profile = edition[at]
            square = 1.0 if profile.counts else 0.0
            if profile.above is not None and profile.pull:
                square += 2.0 * profile.pull * cosine(profile.body, edition[profile.above].whole) + profile.pull**2
            self.lengths[key] = math.sqrt(square)
        return self.lengths[key]


def _without_self(nearest_of: Mapping[int, Near]) -> dict[int, list[float]]:
    return {at: [-shared for shared, near in row if near != at] for at, row in nearest_of.items()}


def with_context(
    own: Sequence[Profile],
    other: Sequence[Profile],
    scores: Scores,
    context: float,
    linked: Set[tuple[int, int]] = frozenset(),
) -> Scores:
    """Lift pairs whose neighbours, parents or subsections are each other's best, or ``linked`` by hand."""
    anchors = mutual_best(scores) | linked
    above = {(own[i].above, other[j].above) for i, j in anchors}
    lifted = {}
    for (i, j), score in scores.items():
        witnesses = ((i - 1, j - 1), (i + 1, j + 1), (own[i].above, other[j].above))
        support = sum(witness in anchors for witness in witnesses) + ((i, j) in above)
        lifted[i, j] = score + context * support * score * (1.0 - score)
    return lifted

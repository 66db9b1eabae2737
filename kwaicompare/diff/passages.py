"""Two editions as passages side by side.

Takes two editions with words and the alignment of their sections, returns `Passage` values in A's order, those only B
has where B has them. Together they cover every non-blank character of both texts exactly once. A pair is *moved* when
it is not in the heaviest chain of pairs that keep their order. One sentence may stand beside two.

    甲。乙。丙。 | 丙。甲改。丁。  →  甲~甲改 edited, 丁 new, 乙 dropped, 丙~丙 moved
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kwaicompare.diff.atoms import atoms
from kwaicompare.diff.choices import Choices
from kwaicompare.diff.counterparts import Counterparts
from kwaicompare.diff.joining import join_parts
from kwaicompare.diff.lenses import Folding
from kwaicompare.diff.options import DiffOptions
from kwaicompare.diff.order import Rows
from kwaicompare.diff.pairing import pair_headings, pair_identical, pair_similar
from kwaicompare.diff.reading import Reading
from kwaicompare.diff.sides import Sides
from kwaicompare.diff.tokens import tokenize
from kwaicompare.diff.words import WordDiff, diff_words
from kwaicompare.model.alignment import Alignment
from kwaicompare.model.comparison import Edition
from kwaicompare.model.edit import Edit, Passage, PassageRelation
from kwaicompare.model.span import Span
from kwaicompare.progress import Progress, part, reported, silent
from kwaicompare.text.sequence import heaviest_chain

_RELATIONS: dict[tuple[bool, bool], PassageRelation] = {
    (True, False): "same",
    (False, False): "edited",
    (True, True): "moved",
    (False, True): "moved-edited",
}
# Relation, score, edits, rewritten, limited: the fields of a passage that its diff decides.
_Outcome = tuple[PassageRelation, float, tuple[Edit, ...], bool, bool]


def diff_passages(
    a: Edition, b: Edition, alignment: Alignment, options: DiffOptions | None = None, progress: Progress = silent
) -> tuple[Passage, ...]:
    """Pair the passages of two editions and diff each pair."""
    options = options or DiffOptions()
    folding = Folding(options.lenses)
    progress("diff", 0.0)
    side_a = Reading.of(a, folding, part(progress, 0.0, 0.1))
    side_b = Reading.of(b, folding, part(progress, 0.1, 0.2))
    counterparts = Counterparts(a.sections, b.sections, alignment)
    pairing = pair_identical(side_a, side_b, counterparts, part(progress, 0.2, 0.25))
    pair_headings(pairing, side_a, side_b, alignment)
    pair_similar(pairing, side_a, side_b, counterparts, part(progress, 0.25, 0.65))
    side_a, side_b, pairing = join_parts(pairing, side_a, side_b, part(progress, 0.65, 0.7))
    matches = pairing.matches()
    sizes = [len(side_a.sentences[match.a].span) for match in matches]
    chain = heaviest_chain([match.b for match in matches], sizes, part(progress, 0.7, 0.73))
    kept = {matches[index].a for index in chain}
    choices = Choices(side_a, side_b, pairing, kept, part(progress, 0.73, 0.75))
    differ, pairs = _Differ(a, b, options, folding, partial(progress, "diff", 0.75)), dict[int, Passage]()
    for match in reported(matches, "diff", part(progress, 0.75, 0.95), every=32):
        own, other, moved = side_a.sentences[match.a], side_b.sentences[match.b], match.a not in kept
        places = choices.of_pair(match.a, match.b) if moved else ((), ())
        outcome = differ.outcome(own.span, other.span, moved)
        pairs[match.a] = Passage(own.span, other.span, *outcome, own.role, own.section, other.section, *places)
    return tuple(Rows(side_a, side_b, pairing, counterparts, choices).ordered(pairs, part(progress, 0.95, 1.0)))


def diff_pair(
    a: Edition, b: Edition, pair: Passage, options: DiffOptions, progress: Progress = silent
) -> Passage:  # fmt: skip
    """Diff one pair anew under other options, for instance ``anyway`` where its word diff was left out."""
    if pair.a is None or pair.b is None:
        return pair
    differ = _Differ(a, b, options, Folding(options.lenses), partial(progress, "diff", 0.0))
    outcome = differ.outcome(pair.a, pair.b, "moved" in pair.relation)
    places = pair.origins, pair.destinations
    return Passage(pair.a, pair.b, *outcome, pair.role, pair.section_a, pair.section_b, *places)


@dataclass(frozen=True, slots=True)
class _Differ:
    """Diffs pairs of two editions; ``pulse`` is called while a very long one is compared."""

    a: Edition
    b: Edition
    options: DiffOptions
    folding: Folding
    pulse: Callable[[], None]

    def outcome(self, own: Span, other: Span, moved: bool) -> _Outcome:
        """Return what a pair is."""
        words = self._words(own, other)
        honest = words.score >= self.options.honest or words.contained or words.limited
        rewritten = not (honest or self.options.anyway)
        edits = (Edit("replace", own, other),) if rewritten else words.edits
        relation = _RELATIONS[all(edit.op == "equal" for edit in edits), moved]
        return relation, words.score, edits, rewritten, words.limited

    def _words(self, own: Span, other: Span) -> WordDiff:
        left, right = own.of(self.a.text), other.of(self.b.text)
        if left == right:
            return WordDiff((Edit("equal", own, other),), 1.0)
        tokens_a = tokenize(self.a, own, self.folding, atoms(self.a.text, own, right))
        tokens_b = tokenize(self.b, other, self.folding, atoms(self.b.text, other, left))
        sides = Sides(tokens_a, tokens_b, self.a.text, self.b.text, self.folding)
        return diff_words(sides, self.pulse, self.options.anyway)

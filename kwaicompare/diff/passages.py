"""Two editions as passages side by side.

Takes two editions with words and the alignment of their sections, returns `Passage` values in A's order, those only B
has where B has them. Together they cover every non-blank character of both texts exactly once. A pair is *moved* when
it is not in the heaviest chain of pairs that keep their order. One sentence may stand beside two.

    甲。乙。丙。 | 丙。甲改。丁。  →  甲~甲改 edited, 丁 new, 乙 dropped, 丙~丙 moved
"""

from dataclasses import dataclass, replace

from kwaicompare.diff.atoms import atoms
from kwaicompare.diff.choices import Choices
from kwaicompare.diff.counterparts import Counterparts
from kwaicompare.diff.joining import join_parts
from kwaicompare.diff.lenses import Folding
from kwaicompare.diff.options import DiffOptions
from kwaicompare.diff.order import Rows
from kwaicompare.diff.pairing import pair_headings, pair_identical, pair_similar
from kwaicompare.diff.sentences import Piece
from kwaicompare.diff.side import Side
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


def diff_passages(
    a: Edition, b: Edition, alignment: Alignment, options: DiffOptions | None = None, progress: Progress = silent
) -> tuple[Passage, ...]:
    """Pair the passages of two editions and diff each pair."""
    options = options or DiffOptions()
    folding = Folding(options.lenses)
    progress("diff", 0.0)
    side_a = Side.of(a, folding, part(progress, 0.0, 0.1))
    side_b = Side.of(b, folding, part(progress, 0.1, 0.2))
    counterparts = Counterparts(a.sections, b.sections, alignment)
    pairing = pair_identical(side_a, side_b, counterparts)
    pair_headings(pairing, side_a, side_b, alignment)
    pair_similar(pairing, side_a, side_b, counterparts, part(progress, 0.2, 0.65))
    side_a, side_b, pairing = join_parts(pairing, side_a, side_b, part(progress, 0.65, 0.7))
    matches = pairing.matches()
    chain = heaviest_chain([match.b for match in matches], [len(side_a.pieces[match.a].span) for match in matches])
    kept = {matches[index].a for index in chain}
    choices = Choices(side_a, side_b, pairing, kept)
    differ, pairs = _Differ(a, b, options, folding), dict[int, Passage]()
    for match in reported(matches, "diff", part(progress, 0.7, 1.0), every=32):
        own, other = side_a.pieces[match.a], side_b.pieces[match.b]
        places = ((), ()) if match.a in kept else choices.of_pair(match.a, match.b)
        pairs[match.a] = differ.diffed(_pair(own, other, match.a not in kept, *places))
    return tuple(Rows(side_a, side_b, pairing, counterparts, choices).ordered(pairs))


def _pair(
    own: Piece, other: Piece, moved: bool, origins: tuple[Span, ...], destinations: tuple[Span, ...]
) -> Passage:  # fmt: skip
    relation: PassageRelation = "moved" if moved else "same"
    edits = (Edit("replace", own.span, other.span),)
    return Passage(
        own.span, other.span, relation, 0.0, edits, role=own.role, section_a=own.section, section_b=other.section,
        origins=origins, destinations=destinations,
    )  # fmt: skip


def diff_pair(a: Edition, b: Edition, passage: Passage, options: DiffOptions) -> Passage:
    """Diff one pair anew under other options, for instance ``anyway`` where its word diff was left out."""
    return _Differ(a, b, options, Folding(options.lenses)).diffed(passage)


@dataclass(frozen=True, slots=True)
class _Differ:
    """Gives pairs of two editions their edits."""

    a: Edition
    b: Edition
    options: DiffOptions
    folding: Folding

    def diffed(self, pair: Passage) -> Passage:
        """Return a pair with its edits; a passage alone as it is."""
        if pair.a is None or pair.b is None:
            return pair
        words = self._words(pair.a, pair.b)
        honest = words.score >= self.options.honest or words.contained or words.limited
        rewritten = not (honest or self.options.anyway)
        edits = (Edit("replace", pair.a, pair.b),) if rewritten else words.edits
        relation = _RELATIONS[all(edit.op == "equal" for edit in edits), "moved" in pair.relation]
        return replace(
            pair, relation=relation, score=words.score, edits=edits, rewritten=rewritten, limited=words.limited
        )

    def _words(self, own: Span, other: Span) -> WordDiff:
        left, right = own.of(self.a.text), other.of(self.b.text)
        if left == right:
            return WordDiff((Edit("equal", own, other),), 1.0)
        tokens_a = tokenize(self.a, own, self.folding, atoms(self.a.text, own, right))
        tokens_b = tokenize(self.b, other, self.folding, atoms(self.b.text, other, left))
        return diff_words(tokens_a, tokens_b, self.a.text, self.b.text, self.folding, anyway=self.options.anyway)

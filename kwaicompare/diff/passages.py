"""Two editions as passages side by side.

Takes two editions with words and the alignment of their sections, returns `Passage` values in A's order, those only B
has where B has them. Together they cover every non-blank character of both texts exactly once. A pair is *moved* when
it is not in the heaviest chain of pairs that keep their order. One sentence may stand beside two.

    甲。乙。丙。 | 丙。甲改。丁。  →  甲~甲改 edited, 丁 new, 乙 dropped, 丙~丙 moved
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kwaicompare.diff.atoms import atoms
from kwaicompare.diff.counterparts import Counterparts
from kwaicompare.diff.joining import join_parts
from kwaicompare.diff.lenses import Folding
from kwaicompare.diff.options import DiffOptions
from kwaicompare.diff.order import Rows
from kwaicompare.diff.pairing import pair_headings, pair_identical, pair_similar
from kwaicompare.diff.sentences import Piece, pieces
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
    pieces_a = pieces(a, part(progress, 0.0, 0.1))
    pieces_b = pieces(b, part(progress, 0.1, 0.2))
    side_a, side_b = Side(a, pieces_a), Side(b, pieces_b)
    counterparts = Counterparts(a.sections, b.sections, alignment)
    pairing = pair_identical(pieces_a, pieces_b, side_a.folded(folding), side_b.folded(folding), counterparts)
    pair_headings(pairing, _heading_groups(a, b, pieces_a, pieces_b, alignment))
    pair_similar(pairing, side_a, side_b, counterparts, part(progress, 0.2, 0.65))
    pieces_a, pieces_b, pairing = join_parts(pairing, side_a, side_b, part(progress, 0.65, 0.7))
    matches = pairing.matches()
    kept = heaviest_chain([match.b for match in matches], [len(pieces_a[match.a].span) for match in matches])
    differ, pairs = _Differ(a, b, options, folding), dict[int, Passage]()
    for index, match in enumerate(reported(matches, "diff", part(progress, 0.7, 1.0), every=32)):
        pairs[match.a] = differ.diffed(_pair(pieces_a[match.a], pieces_b[match.b], index not in kept))
    return tuple(Rows(pieces_a, pieces_b, pairing, counterparts).ordered(pairs))


def _heading_groups(
    a: Edition, b: Edition, pieces_a: Sequence[Piece], pieces_b: Sequence[Piece], alignment: Alignment
) -> list[tuple[list[int], list[int]]]:
    own_a, own_b = _headings(pieces_a, a.text), _headings(pieces_b, b.text)
    links = sorted(alignment.pairs, key=lambda link: (-link.score, link.a, link.b))
    return [(own_a.get(link.a, []), own_b.get(link.b, [])) for link in links]


def _headings(found: Sequence[Piece], text: str) -> dict[str, list[int]]:
    """Gather the heading lines of each section, lines that hold its number alone left out."""
    own: defaultdict[str, list[int]] = defaultdict(list)
    for index, piece in enumerate(found):
        if piece.role == "heading" and sum(character.isalpha() for character in piece.span.of(text)) > 1:
            own[piece.section].append(index)
    return own


def _pair(own: Piece, other: Piece, moved: bool) -> Passage:
    relation: PassageRelation = "moved" if moved else "same"
    edits = (Edit("replace", own.span, other.span),)
    return Passage(
        own.span, other.span, relation, 0.0, edits, role=own.role, section_a=own.section, section_b=other.section
    )


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

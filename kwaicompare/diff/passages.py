"""Two editions as passages side by side.

Takes two editions with words and the alignment of their sections, returns `Passage` values in A's order, those only B
has where B has them. Together they cover every non-blank character of both texts exactly once. A pair is *moved* when
it is not in the heaviest chain of pairs that keep their order. One sentence may stand beside two.

    甲。乙。丙。 | 丙。甲改。丁。  →  甲~甲改 edited, 丁 new, 乙 dropped, 丙~丙 moved
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kwaicompare.diff.atoms import atoms
from kwaicompare.diff.joining import Side, join_parts
from kwaicompare.diff.lenses import Folding
from kwaicompare.diff.options import DiffOptions
from kwaicompare.diff.order import Rows
from kwaicompare.diff.pairing import Pairing, pair_headings, pair_identical, pair_similar
from kwaicompare.diff.sentences import Piece, pieces
from kwaicompare.diff.tokens import is_word, tokenize
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
    akin = _counterparts(a, b, alignment)
    sides = tuple(_side(edition, found, folding) for edition, found in ((a, pieces_a), (b, pieces_b)))
    pairing = pair_identical(pieces_a, pieces_b, _texts(sides[0], folding), _texts(sides[1], folding), akin)
    pair_headings(pairing, _heading_groups(a, b, pieces_a, pieces_b, alignment))
    pair_similar(pairing, pieces_a, pieces_b, sides[0].words, sides[1].words, akin, part(progress, 0.2, 0.65))
    pieces_a, pieces_b, pairing = join_parts(pairing, *sides, part(progress, 0.65, 0.7))
    matches = pairing.matches()
    kept = heaviest_chain([match.b for match in matches], [len(pieces_a[match.a].span) for match in matches])
    differ, pairs = _Differ(a, b, options, folding), dict[int, Passage]()
    for index, match in enumerate(reported(matches, "diff", part(progress, 0.7, 1.0), every=32)):
        pairs[match.a] = differ.diffed(_pair(pieces_a[match.a], pieces_b[match.b], index not in kept))
    return tuple(Rows(pieces_a, pieces_b, pairing, akin).ordered(pairs))


def _side(edition: Edition, found: Sequence[Piece], folding: Folding) -> Side:
    def words(index: int) -> list[str]:
        return [key for key in tokenize(edition, found[index].span, folding).keys if key.isalnum() or is_word(key)]

    return Side(found, words, edition.text)


def _texts(side: Side, folding: Folding) -> list[str]:
    return [folding.text(piece.span.of(side.text)) for piece in side.pieces]


def _counterparts(a: Edition, b: Edition, alignment: Alignment) -> Callable[[str, str], bool]:
    """Return whether passages of two sections may be counterparts: the sections, or sections above them, are linked."""
    up_a = {section.id: section.parent for section in a.sections}
    up_b = {section.id: section.parent for section in b.sections}
    linked: defaultdict[str, set[str]] = defaultdict(set)
    for link in alignment.pairs:
        linked[link.a].add(link.b)
    known: dict[tuple[str, str], bool] = {}

    def akin(section_a: str, section_b: str) -> bool:
        key = (section_a, section_b)
        if key not in known:
            above_b = _above(section_b, up_b)
            known[key] = (not section_a and not section_b) or any(
                not above_b.isdisjoint(linked.get(name, ())) for name in _above(section_a, up_a)
            )
        return known[key]

    return akin


def _above(section: str, up: dict[str, str | None]) -> set[str]:
    found: set[str] = set()
    at: str | None = section or None
    while at is not None:
        found.add(at)
        at = up[at]
    return found


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

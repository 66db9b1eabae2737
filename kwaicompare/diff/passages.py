"""Two editions as passages side by side.

Takes two editions with words and the alignment of their sections, returns `Passage` values in A's order, those only B
has where B has them. Together they cover every non-blank character of both texts exactly once. A pair is *moved* when
it is not in the heaviest chain of pairs that keep their order. Leaves out one-to-two pairs.

    甲。乙。丙。 | 丙。甲改。丁。  →  甲~甲改 edited, 丁 new, 乙 dropped, 丙~丙 moved
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kwaicompare.diff.pairing import Pairing, pair_headings, pair_identical, pair_similar
from kwaicompare.diff.sentences import Piece, pieces
from kwaicompare.diff.tokens import is_word, tokenize
from kwaicompare.diff.words import diff_words, whole
from kwaicompare.model.alignment import Alignment
from kwaicompare.model.comparison import Edition
from kwaicompare.model.edit import Edit, Passage, PassageRelation
from kwaicompare.progress import Progress, part, silent
from kwaicompare.text.sequence import heaviest_chain


@dataclass(frozen=True, slots=True)
class DiffOptions:
    """``honest``: below this share of equal characters a pair is shown as rewritten instead of diffed word by word."""

    honest: float = 0.4


def diff_passages(
    a: Edition, b: Edition, alignment: Alignment, options: DiffOptions | None = None, progress: Progress = silent
) -> tuple[Passage, ...]:
    """Pair the passages of two editions and diff each pair."""
    options = options or DiffOptions()
    progress("diff", 0.0)
    pieces_a = pieces(a, part(progress, 0.0, 0.1))
    pieces_b = pieces(b, part(progress, 0.1, 0.2))
    akin = _counterparts(a, b, alignment)
    pairing = _paired(a, b, pieces_a, pieces_b, alignment, akin, part(progress, 0.2, 0.7))
    progress("diff", 0.7)
    matches = pairing.matches()
    kept = heaviest_chain([match.b for match in matches], [len(pieces_a[match.a].span) for match in matches])
    pairs = {}
    for index, match in enumerate(matches):
        pairs[match.a] = _pair(a, b, pieces_a[match.a], pieces_b[match.b], index not in kept, options)
        if index % 500 == 0:
            progress("diff", 0.7 + 0.3 * index / len(matches))
    return tuple(_Rows(pieces_a, pieces_b, pairing, akin).ordered(pairs))


def _paired(
    a: Edition, b: Edition, pieces_a: Sequence[Piece], pieces_b: Sequence[Piece], alignment: Alignment,
    counterparts: Callable[[str, str], bool], progress: Progress,
) -> Pairing:  # fmt: skip
    texts_a = [piece.span.of(a.text) for piece in pieces_a]
    texts_b = [piece.span.of(b.text) for piece in pieces_b]
    pairing = pair_identical(pieces_a, pieces_b, texts_a, texts_b, counterparts)
    pair_headings(pairing, _heading_groups(a, b, pieces_a, pieces_b, alignment))
    pair_similar(pairing, pieces_a, pieces_b, _bag(a, pieces_a), _bag(b, pieces_b), counterparts, progress)
    return pairing


def _bag(edition: Edition, found: Sequence[Piece]) -> Callable[[int], list[str]]:
    def words(index: int) -> list[str]:
        return [key for key in tokenize(edition, found[index].span).keys if key.isalnum() or is_word(key)]

    return words


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


def _pair(a: Edition, b: Edition, own: Piece, other: Piece, moved: bool, options: DiffOptions) -> Passage:
    left, right = own.span.of(a.text), other.span.of(b.text)
    rewritten = limited = False
    if left == right:
        edits, score = (Edit("equal", own.span, other.span),), 1.0
    else:
        tokens_a, tokens_b = tokenize(a, own.span), tokenize(b, other.span)
        words = diff_words(tokens_a, tokens_b, a.text, b.text)
        edits, score, limited = words.edits, words.score, words.limited
        rewritten = score < options.honest and not limited
        if rewritten:
            edits = whole(tokens_a, tokens_b)
    same = all(edit.op == "equal" for edit in edits)
    relations: dict[tuple[bool, bool], PassageRelation] = {
        (True, False): "same", (False, False): "edited", (True, True): "moved", (False, True): "moved-edited"
    }  # fmt: skip
    return Passage(
        own.span, other.span, relations[same, moved], score, edits, rewritten, limited, own.role,
        own.section, other.section,
    )  # fmt: skip


class _Rows:
    """Puts the passages into A's order, what only B has where B has it.

    Between two pairs, what is left of a section of A comes first and what its counterpart has alone right after it.
    """

    def __init__(
        self, pieces_a: Sequence[Piece], pieces_b: Sequence[Piece], pairing: Pairing, akin: Callable[[str, str], bool]
    ) -> None:
        self._pieces_a, self._pieces_b, self._akin = pieces_a, pieces_b, akin
        self._after: defaultdict[int, list[int]] = defaultdict(list)
        place = -1
        for index, partner in enumerate(pairing.a_of):
            if partner is None:
                self._after[place].append(index)
            else:
                place = partner

    def ordered(self, pairs: dict[int, Passage]) -> Iterator[Passage]:
        """Yield every passage once; ``pairs`` by A's place."""
        place, alone = -1, []
        for index in range(len(self._pieces_a)):
            if index in pairs:
                yield from self._between(alone, self._after.get(place, []))
                yield pairs[index]
                place, alone = index, []
            else:
                alone.append(index)
        yield from self._between(alone, self._after.get(place, []))

    def _between(self, own: list[int], other: list[int]) -> Iterator[Passage]:
        groups = [list(group) for _, group in groupby(own, key=lambda index: self._pieces_a[index].section)]
        beside: list[list[int]] = [[] for _ in range(len(groups) + 1)]
        at = 0
        for section, group in groupby(other, key=lambda index: self._pieces_b[index].section):
            homes = range(max(at - 1, 0), len(groups))
            akin = (k + 1 for k in homes if self._akin(self._pieces_a[groups[k][0]].section, section))
            at = next(akin, at)
            beside[at].extend(group)
        yield from map(self._new, beside[0])
        for group, following in zip(groups, beside[1:], strict=True):
            yield from map(self._dropped, group)
            yield from map(self._new, following)

    def _dropped(self, index: int) -> Passage:
        piece = self._pieces_a[index]
        return Passage(piece.span, None, "dropped", 0.0, role=piece.role, section_a=piece.section)

    def _new(self, index: int) -> Passage:
        piece = self._pieces_b[index]
        return Passage(None, piece.span, "new", 0.0, role=piece.role, section_b=piece.section)

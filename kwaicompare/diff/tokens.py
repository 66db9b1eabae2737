"""The words of a passage as the word diff compares them.

Takes an edition's words and a span, returns `Token` values that cover the span without gap: blanks belong to the word
before them where it does not count. ``key`` is what is compared, folded under the lenses. Leaves out the comparison.

    "可灵 AI 上线"  →  keys 可灵, AI, 上线; the first token's span includes the blank
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from kwaicompare.diff.lenses import Folding
from kwaicompare.model.comparison import Edition
from kwaicompare.model.span import Span

# Structural words of Chinese: particles, conjunctions, prepositions; they stand in any two sentences.
_FUNCTION_WORDS = frozenset(
    (
        *"的地得了着过和与及或并而且在是为对将把被等也都从到以于向由就又还其之中上下这那有个",
        *("为了", "以及", "通过", "进行", "对于", "关于", "并且", "而且"),
    )
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A passage as tokens: token i covers ``starts[i]`` to ``starts[i + 1]``; ``starts`` has one more entry."""

    keys: list[str]
    starts: list[int]

    def span(self, first: int, last: int) -> Span:
        """Return the span of tokens ``first`` to ``last`` (exclusive)."""
        return Span(self.starts[first], self.starts[last])


def tokenize(edition: Edition, span: Span, folding: Folding, whole: Iterable[Span] = ()) -> Tokens:
    """Cut a span into tokens at the edition's word boundaries, except that ``whole`` spans are one token each."""
    text, words = edition.text, edition.words
    first = bisect_right(words.starts, span.start)
    last = bisect_left(words.starts, span.end)
    edges = _around([span.start, *words.starts[first:last], span.end], whole)
    keys = [text[start:end] for start, end in pairwise(edges)]
    if folding.space:
        keys = [key.strip() for key in keys]
        if "" in keys:
            kept = [at for at, key in enumerate(keys) if key or not at]
            keys, edges = [keys[at] for at in kept], [*(edges[at] for at in kept), span.end]
    return Tokens(folding.keys(keys), edges)


def _around(edges: list[int], whole: Iterable[Span]) -> list[int]:
    cuts: set[int] | None = None
    for atom in whole:
        cuts = set(edges) if cuts is None else cuts
        cuts.difference_update(range(atom.start + 1, atom.end))
        cuts.update((atom.start, atom.end))
    return edges if cuts is None else sorted(cuts)


def is_word(key: str) -> bool:
    """Tell whether a token is a word or a figure rather than punctuation."""
    return key.isalnum() or any(map(str.isalnum, key))


def is_content(key: str) -> bool:
    """Tell whether a token says something by itself: a word or figure that is no particle, conjunction, preposition."""
    return is_word(key) and key not in _FUNCTION_WORDS

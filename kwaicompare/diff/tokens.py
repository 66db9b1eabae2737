"""The words of a passage as the word diff compares them.

Takes an edition's words and a span, returns `Token` values that cover the span without gap: blanks belong to the word
before them where it does not count. ``key`` is what is compared, folded under the lenses. Leaves out the comparison.

    "可灵 AI 上线"  →  keys 可灵, AI, 上线; the first token's span includes the blank
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from kwaicompare.diff.lenses import Folding
from kwaicompare.model.comparison import Edition
from kwaicompare.model.span import Span


@dataclass(frozen=True, slots=True)
class Tokens:
    """A passage as tokens: token i covers ``starts[i]`` to ``starts[i + 1]``; ``starts`` has one more entry."""

    keys: list[str]
    starts: list[int]

    def span(self, first: int, last: int) -> Span:
        """Return the span of tokens ``first`` to ``last`` (exclusive)."""
        return Span(self.starts[first], self.starts[last])


def tokenize(edition: Edition, span: Span, folding: Folding) -> Tokens:
    """Cut a span into tokens at the edition's word boundaries, keys folded."""
    text, words = edition.text, edition.words
    first = bisect_right(words.starts, span.start)
    last = bisect_left(words.starts, span.end)
    edges = [span.start, *words.starts[first:last], span.end]
    keys = [text[start:end] for start, end in pairwise(edges)]
    if folding.space:
        keys = [key.strip() for key in keys]
        if "" in keys:
            kept = [at for at, key in enumerate(keys) if key or not at]
            keys, edges = [keys[at] for at in kept], [*(edges[at] for at in kept), span.end]
    return Tokens(folding.keys(keys), edges)


def is_word(key: str) -> bool:
    """Tell whether a token is a word or a figure rather than punctuation."""
    return key.isalnum() or any(map(str.isalnum, key))

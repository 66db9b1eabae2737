"""A stretch of text cut into words: what the keyword view shows of a term, so that a wrong cut is seen and mended.

Takes an edition and a term, returns the words of a sentence in which the term stands. Leaves out Qt.

    专利申请 in 快手累计提交专利申请    → 快手 | 累计 | 提交 | 专利申请
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Edition

_END = re.compile(r"[。！？；\n]")
_REACH = 14  # words to either side
_LOOKED_AT = 10  # occurrences, of which the one in the longest sentence says most: the others may be headings


@dataclass(frozen=True, slots=True)
class WordLine:
    """Words as the text writes them, and which one is the term's."""

    words: tuple[str, ...]
    at: int


def word_line(edition: Edition, term: str) -> WordLine | None:
    """Return the words around an occurrence of a term, within its sentence; None where there is none."""
    places = islice((at for at, form in enumerate(edition.words.forms) if form == term), _LOOKED_AT)
    return max((_around(edition, at) for at in places), key=lambda line: len(line.words), default=None)


def _around(edition: Edition, at: int) -> WordLine:
    words, text = edition.words, edition.text
    first = last = at
    while first > max(0, at - _REACH) and not _END.search(words.span(first - 1).of(text)):
        first -= 1
    while last < min(len(words.forms) - 1, at + _REACH) and not _END.search(words.span(last + 1).of(text)):
        last += 1
    shown = [index for index in range(first, last + 1) if not words.forms[index].isspace()]
    return WordLine(tuple(words.span(index).of(text) for index in shown), shown.index(at))


def joined(edition: Edition, one: str, other: str) -> str:
    """Return two terms as one word in the order in which they stand beside each other, "" where they never do."""
    forms = edition.words.forms
    pairs = list(pairwise(forms))
    before, behind = pairs.count((one, other)), pairs.count((other, one))
    if not before and not behind:
        return ""
    return one + other if before >= behind else other + one


def cuts(word: str) -> tuple[tuple[str, str], ...]:
    """Return every way to cut a word in two."""
    return tuple((word[:at], word[at:]) for at in range(1, len(word)))

"""Run a user's regular expression over a text in bounded time, or refuse it.

Takes folded text and a pattern; returns the places that match, none of them empty or across lines. Python's engine
cannot be interrupted, so three things bound it together: a pattern runs on windows of a line, or of some sentences of a
long line; a pattern whose backtracking could multiply beyond `_MOST_BITS` on such a window is refused beforehand; and
between windows the clock is looked at. Also refused: conditional groups. It leaves out matches longer than a window.

    Pattern("专利[0-9]+件").places("共有专利12件") == [(2, 7)]

How far backtracking can multiply is worked out from the parsed pattern and the characters that occur in the text. A
repeat or an alternative that the next character decides costs nothing ([0-9]+ before 件). Where the next character does
not decide it, every place where the pattern could go on (or every branch) may be tried with all that follows: the
numbers of choices multiply, so their logarithms are added; a choice inside a repeat is made anew each time, so (a+)+
comes to 200 times that.
"""

import math
import re
import time
from collections.abc import Iterator, Sequence
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]  # the parse tree has no public door
from typing import Any

from kwaicompare.errors import BadQuery
from kwaicompare.text.normalize import fold_character

_WINDOW = 200
_MOST_BITS = 16.0  # of choices from one start: two repeats of anything in a window full of what follows them
_FEW = 8  # different characters are counted in each window; more are taken to stand everywhere
_SECONDS = 1.0
_LONGEST_PATTERN = 500
_SENTENCE_END = re.compile(r"[。！？!?；;]")
_FLAGS = re.IGNORECASE

_Item = tuple[Any, Any]


class Pattern:
    """A regular expression that is safe to run. Raises BadQuery on construction for one that is malformed."""

    def __init__(self, source: str) -> None:
        self._source = _folded(source)
        if len(source) > _LONGEST_PATTERN:
            raise BadQuery("error.slow_pattern")
        try:
            self._compiled = re.compile(self._source, _FLAGS)
        except (re.error, OverflowError, RecursionError) as wrong:
            raise BadQuery("error.bad_pattern", detail=str(wrong)) from wrong

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return the matches in ``text``, in order. Raises BadQuery for a pattern that may take too long."""
        if _Choices(text).bits(_parser.parse(self._source, _FLAGS)) > _MOST_BITS:
            raise BadQuery("error.slow_pattern")
        latest = time.monotonic() + _SECONDS
        places: list[tuple[int, int]] = []
        for start, end in windows(text):
            window = text[start:end]
            places.extend(
                (start + m.start(), start + m.end()) for m in self._compiled.finditer(window) if m.end() > m.start()
            )
            if time.monotonic() > latest:
                raise BadQuery("error.slow_pattern")
        return places


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of ``text``; a line that is too long in pieces that end, where possible, with a sentence."""
    start = 0
    while start < len(text):
        line_end = text.find("\n", start)
        line_end = len(text) if line_end < 0 else line_end
        while line_end - start > _WINDOW:
            ends = [match.end() for match in _SENTENCE_END.finditer(text, start, start + _WINDOW)]
            end = ends[-1] if ends else start + _WINDOW
            yield start, end
            start = end
        if line_end > start:
            yield start, line_end
        start = line_end + 1


def _folded(source: str) -> str:
    """Fold the pattern's own characters; ASCII has a meaning as it is (\\D), and what folds to it must not get one."""
    return "".join(char if char.isascii() else re.escape(fold_character(char)) for char in source)


class _Choices:
    """How many ways of matching one start backtracking may try in a window of this text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._all = frozenset(text)
        self._alphabet = "".join(self._all)

    def bits(self, items: Sequence[_Item], follow: frozenset[str] = frozenset()) -> float:
        """Return the logarithm of the number of ways to match ``items`` before one of the characters ``follow``."""
        total = 0.0
        for item in reversed(list(items)):
            total += self._of_item(item, follow)
            chars, empty = self._first(item)
            follow = chars | follow if empty else chars
        return total

    def _of_item(self, item: _Item, follow: frozenset[str]) -> float:
        op, value = item
        if op in _REPEATS:
            least, most, body = value
            return self._of_repeat(least, most, body, follow)
        if op is _constants.BRANCH:
            return self._of_branches(value[1], follow)
        if op is _constants.SUBPATTERN:
            return self.bits(value[3], follow)
        if op is _constants.ATOMIC_GROUP:
            return self.bits(value, follow)
        if op in (_constants.ASSERT, _constants.ASSERT_NOT):
            return self.bits(value[1], self._all)
        return math.inf if op is _constants.GROUPREF_EXISTS else 0.0

    def _of_repeat(self, least: int, most: int, body: Sequence[_Item], follow: frozenset[str]) -> float:
        most = min(int(most), _WINDOW)
        first, empty = self._first_of(body)
        again = follow | first if most > 1 else follow
        choices = most - least + 1
        if not empty:
            choices = 1 if first.isdisjoint(follow) else min(choices, self._most_places(follow))
        return math.log2(max(1, choices)) + max(1, most) * self.bits(body, again)

    def _most_places(self, chars: frozenset[str]) -> int:
        """Return how many places of one window these characters take at most, and one for its end."""
        if len(chars) > _FEW:
            return _WINDOW + 1
        return 1 + max(
            (sum(self._text.count(char, *span) for char in chars) for span in windows(self._text)), default=0
        )

    def _of_branches(self, branches: Sequence[Sequence[_Item]], follow: frozenset[str]) -> float:
        starts = [chars | follow if empty else chars for chars, empty in map(self._first_of, branches)]
        decided = sum(map(len, starts)) == len(frozenset[str]().union(*starts))
        return max(self.bits(branch, follow) for branch in branches) + (0.0 if decided else math.log2(len(branches)))

    def _first_of(self, items: Sequence[_Item]) -> tuple[frozenset[str], bool]:
        """Return the characters a match of ``items`` may begin with, and whether it may be empty."""
        chars: frozenset[str] = frozenset()
        for item in items:
            more, empty = self._first(item)
            chars |= more
            if not empty:
                return chars, False
        return chars, True

    def _first(self, item: _Item) -> tuple[frozenset[str], bool]:
        op, value = item
        if op in _REPEATS:
            chars, empty = self._first_of(value[2])
            return chars, empty or value[0] == 0
        if op is _constants.BRANCH:
            firsts = [self._first_of(branch) for branch in value[1]]
            return frozenset[str]().union(*(chars for chars, _ in firsts)), any(empty for _, empty in firsts)
        if op is _constants.SUBPATTERN:
            return self._first_of(value[3])
        if op is _constants.ATOMIC_GROUP:
            return self._first_of(value)
        if op in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
            return frozenset(), True
        if op in (_constants.GROUPREF, _constants.GROUPREF_EXISTS):
            return self._all, True
        one = _parser.SubPattern(_parser.State(), [item])
        one.state.flags = _FLAGS | re.UNICODE
        one.state.str = ""
        return frozenset(_compiler.compile(one, _FLAGS | re.UNICODE).findall(self._alphabet)), False


_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)

"""Know how Han characters are read, so that a text can be searched by pinyin.

Takes folded text and a query in pinyin; returns the places whose characters can be read that way. A query is cut at its
spaces; each part is either full syllables (the very last may be unfinished, as while typing) or initials (z and zh both
stand for 知). Every reading of a character counts (长 zhang, chang), without tones, ü as v or u. It leaves out which
reading is right in its context.

    PinyinIndex("以知识产权为本").places("zhishi cq") == [(1, 5)]
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

_QUERY = re.compile("[a-z]+")
_LONGEST_SYLLABLE = 6  # zhuang
_LEVELS = 3  # so many characters of a match are looked for at C speed; what they leave is read one by one

_State = tuple[int, int, bool]  # part of the query, how far it is read, and whether as initials
_Step = tuple[frozenset[str], tuple[_State, ...]]  # these characters lead to these states; to none when all is read


class PinyinIndex:
    """A text prepared for look-ups by pinyin."""

    def __init__(self, text: str) -> None:
        self._text = text
        read_as: list[tuple[str, str]] = [(reading, char) for char in set(text) for reading in readings(char)]
        self._syllables = _by_key(read_as)
        self._initials = _by_key((initial, char) for reading, char in read_as for initial in _initials(reading))
        self._beginnings = _by_key(
            (reading[:end], char) for reading, char in read_as for end in range(1, len(reading) + 1)
        )

    def places(self, query: str) -> list[tuple[int, int]]:
        """Return where the text reads ``query``: in order, not overlapping, the shortest reading at each start."""
        parts = query.lower().replace("'", " ").replace("ü", "v").split()
        if not parts or not all(map(_QUERY.fullmatch, parts)):
            return []
        steps = _Steps(self._syllables, self._beginnings, self._initials, parts)
        places: list[tuple[int, int]] = []
        done = 0
        at_once = steps.ending(steps.first)
        for start in self._candidates(steps):
            if start < done:
                continue
            end = start + 1 if self._text[start] in at_once else self._read(start, steps)
            if end:
                places.append((start, end))
                done = end
        return places

    def _candidates(self, steps: "_Steps") -> Iterator[int]:
        """Yield where the first characters of a match can stand."""
        states: set[_State] = set(steps.first)
        pattern = ""
        for _ in range(_LEVELS):
            ahead = [step for state in states for step in steps[state]]
            chars = frozenset[str]().union(*(chars for chars, _ in ahead))
            if not chars:
                return
            pattern += f"[{''.join(map(re.escape, sorted(chars)))}]"
            if not all(following for _, following in ahead):
                break
            states = {state for _, following in ahead for state in following}
        for match in re.finditer(f"(?={pattern})", self._text):
            yield match.start()

    def _read(self, start: int, steps: "_Steps") -> int:
        """Return where the shortest reading from ``start`` ends, 0 where there is none."""
        states: set[_State] = set(steps.first)
        for at in range(start, len(self._text)):
            char = self._text[at]
            taken = [following for state in states for chars, following in steps[state] if char in chars]
            if not taken:
                return 0
            if not all(taken):
                return at + 1
            states = {state for following in taken for state in following}
        return 0


class _Steps(dict[_State, list[_Step]]):
    """What each state of reading a query leads to, worked out when first asked for."""

    def __init__(
        self,
        syllables: Mapping[str, frozenset[str]],
        beginnings: Mapping[str, frozenset[str]],
        initials: Mapping[str, frozenset[str]],
        parts: list[str],
    ) -> None:
        super().__init__()
        self._syllables, self._beginnings, self._initials = syllables, beginnings, initials
        self._parts = parts
        self.first = self._enter(0)

    def __missing__(self, state: _State) -> list[_Step]:
        part, at, as_initials = state
        rest = self._parts[part][at:]
        pieces = self._initials if as_initials else self._syllables
        steps: list[_Step] = []
        for size in range(1, min(len(rest), _LONGEST_SYLLABLE) + 1):
            chars = pieces.get(rest[:size])
            if chars:
                following = ((part, at + size, as_initials),) if size < len(rest) else self._enter(part + 1)
                steps.append((chars, following))
        unfinished = self._beginnings.get(rest)
        if unfinished and not as_initials and part == len(self._parts) - 1:
            steps.append((unfinished, ()))
        self[state] = steps
        return steps

    def ending(self, states: Iterable[_State]) -> frozenset[str]:
        """Return the characters that end a reading from one of ``states``."""
        return frozenset[str]().union(*(chars for state in states for chars, following in self[state] if not following))

    def _enter(self, part: int) -> tuple[_State, ...]:
        return ((part, 0, False), (part, 0, True)) if part < len(self._parts) else ()


@lru_cache(maxsize=1 << 15)
def readings(char: str) -> tuple[str, ...]:
    """Return every reading of a character, without tones, ü as v and as u; none for other than Han characters."""
    if not ("\u3400" <= char <= "\u9fff" or char == "〇" or char >= "\U00020000"):
        return ()
    from pypinyin import Style, pinyin

    found = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
    plain = {reading for each in found for reading in each if reading.isascii()}
    return tuple(sorted(plain | {reading.replace("v", "u") for reading in plain}))


def _initials(reading: str) -> set[str]:
    return {reading[0], reading[:2]} if reading[:2] in ("zh", "ch", "sh") else {reading[0]}


def _by_key(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for key, char in pairs:
        groups[key].add(char)
    return {key: frozenset(chars) for key, chars in groups.items()}

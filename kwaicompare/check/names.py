"""Foreign names among Chinese: each word, and each run of two or three.

Takes a text, returns the names in text order with their places. Leaves out web addresses, mail addresses, and words of
English prose.

    用 Cloud Harbor 存储    → Cloud, Cloud Harbor, Harbor
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kwaicompare.check.letters import HAN
from kwaicompare.model.span import Span
from kwaicompare.text.scanning import blanked, matches

_NAME = re.compile(
    r"(?<![A-Za-z0-9_@.&=#-])[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z][A-Za-z0-9]*)*(?![A-Za-z0-9_@=&-]|\.[A-Za-z0-9])"
)
_ADDRESS = re.compile(r"https?://\S+|<[^<>\n]*>|\(//[^)\s]*\)|(?<![\w.])[\w.]+@[\w.]+")
_PARTS = re.compile(r"[ -]")
_SHORTEST = 3
_LONGEST_JOIN = 3
_NEAR = 12


class Name(NamedTuple):
    """A foreign name as written; ``alone``: no other foreign word stands beside it."""

    written: str
    span: Span
    alone: bool

    @property
    def key(self) -> str:
        """The name without spaces, hyphens and case."""
        return _PARTS.sub("", self.written).casefold()


def written_names(text: str) -> tuple[Name, ...]:
    """Return each foreign word among Chinese, and each run of two or three."""
    skipped = blanked(_ADDRESS, text)
    return tuple(
        name
        for match in matches(_NAME, skipped)
        if _among_chinese(skipped, match.start(), match.end())
        for name in _runs(match)
    )


def _runs(match: re.Match[str]) -> Iterator[Name]:
    written, offset = match[0], match.start()
    parts = list(_PARTS.finditer(written))
    starts, ends = [0, *(part.end() for part in parts)], [*(part.start() for part in parts), len(written)]
    for at, start in enumerate(starts):
        for end in ends[at : at + _LONGEST_JOIN]:
            if end - start >= _SHORTEST:
                yield Name(written[start:end], Span(offset + start, offset + end), end - start == len(written))


def _among_chinese(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - _NEAR) : start] + text[end : end + _NEAR]
    return HAN.search(around) is not None

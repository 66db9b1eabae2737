"""Whole texts gone through a block at a time.

Takes texts of any length. Returns what one call of `re` or `str` would return. Leaves out what is looked for.

Such a call lets no other thread run before it is done: of ten megabytes, for a tenth of a second in which a window
neither answers nor is painted.

    [each[0] for each in matches(re.compile("[0-9]+"), "申请7321件，授权120件")]   == ["7321", "120"]
"""

import re
from collections.abc import Iterator, Mapping

_BLOCK = 100_000  # characters
_REACH = 10_000  # beyond a block, for what begins in it: a match, and what a pattern looks at behind it
_FEW = 96  # up to this many distinct characters, one str.replace each is faster than str.translate


def matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer`` yields, for patterns that match at least one character and reach no further."""
    at = 0
    while at < len(text):
        end = at + _BLOCK
        for match in pattern.finditer(text, at, end + _REACH):
            if match.start() >= end:
                break
            yield match
            at = match.end()
        at = max(at, end)


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """Return the text with a space for every character of each match."""
    pieces: list[str] = []
    at = 0
    for match in matches(pattern, text):
        pieces += text[at : match.start()], " " * len(match[0])
        at = match.end()
    return "".join((*pieces, text[at:]))


def blocks(text: str) -> Iterator[str]:
    """Yield the text in blocks, for what is done character by character."""
    return (text[at : at + _BLOCK] for at in range(0, len(text), _BLOCK))


def characters(text: str) -> set[str]:
    """Return the characters that occur."""
    found: set[str] = set()
    for block in blocks(text):
        found.update(block)
    return found


def exchanged(text: str, table: Mapping[str, str]) -> str:
    """Return the text with characters exchanged for others, none of which is itself to be exchanged."""
    if len(table) <= _FEW:
        for old, new in table.items():
            text = text.replace(old, new)
        return text
    codes = str.maketrans(dict(table))
    return "".join(block.translate(codes) for block in blocks(text))

"""The sentences of an edition with the figures they state: what every rule reads.

Takes an edition, returns its statements in text order. A line break ends a sentence unless a long line of running
text was broken by the layout. Leaves out meaning: which figure is a part, a base or a total is the rules' business.

    "A有3项。B有5项。"    → A有3项。 (one figure), B有5项。 (one figure)
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from kwaicompare.model.comparison import Edition
from kwaicompare.model.finding import Evidence
from kwaicompare.model.metric import Mention
from kwaicompare.model.span import Span
from kwaicompare.progress import Progress, silent

_STOP = re.compile(r"[。！？!?；;]|\n")
_ENDS = tuple("。！？!?；;：:")
_LAYOUT_LINE = 25
_LONGEST = 800
_SENTENCES = 5000  # between two reports of progress
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年?(?!\d)")


class Statement(NamedTuple):
    """One sentence of an edition and the figures inside, in text order."""

    span: Span
    text: str
    mentions: tuple[Mention, ...]

    def between(self, start: int, end: int) -> str:
        """Return the words between two offsets of the document."""
        return self.text[max(0, start - self.span.start) : max(0, end - self.span.start)]

    def before(self, mention: Mention) -> str:
        """Return the sentence up to a figure."""
        return self.between(self.span.start, mention.span.start)

    def year(self, mention: Mention) -> int | None:
        """Return the year a figure is of: as read with it, else the last one named before it."""
        own = years(mention.period)
        if own:
            return own[-1]
        named = years(self.before(mention))
        return named[-1] if named else None


def statements(edition: Edition, progress: Progress = silent) -> tuple[Statement, ...]:
    """Cut an edition into sentences."""
    found = []
    at = 0
    mentions = tuple(sorted(edition.mentions, key=lambda mention: mention.span))
    starts = [mention.span.start for mention in mentions]
    for start, end in _places(edition.text):
        words = edition.text[start:end]
        if words.isspace():
            continue
        behind = bisect_left(starts, end, at)
        if len(found) % _SENTENCES == 0:
            progress("check", start / len(edition.text))
        found.append(Statement(Span(start, end), words, mentions[at:behind]))
        at = behind
    return tuple(found)


def years(text: str) -> list[int]:
    """Return the years named in a text, in its order."""
    return [int(match[1]) for match in _YEAR.finditer(text)]


def evidence(document: int, edition: Edition, *spans: Span) -> tuple[Evidence, ...]:
    """Quote an edition at these places."""
    return tuple(Evidence(document, span, span.of(edition.text)) for span in spans)


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where sentences begin and end, cut where one runs on beyond any, so that work on one stays bounded."""
    start = 0
    for end in _ends(text):
        while end - start > _LONGEST:
            yield start, start + _LONGEST
            start += _LONGEST
        yield start, end
        start = end


def _ends(text: str) -> Iterator[int]:
    start = 0
    for match in _STOP.finditer(text):
        if match[0] != "\n" or not _broken_by_layout(text, start, match.start()):
            start = match.end()
            yield start
    if start < len(text):
        yield len(text)


def _broken_by_layout(text: str, start: int, end: int) -> bool:
    if not text[end + 1 : end + 2].isalnum():
        return False
    line = text[max(start, text.rfind("\n", start, end) + 1) : end]
    running = len(line) >= _LAYOUT_LINE and "|" not in line and "\t" not in line
    return running and not line.rstrip().endswith(_ENDS)

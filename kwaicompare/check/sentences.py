"""The sentences of an edition with the figures they state: what every rule reads.

Takes an edition, returns its statements in text order. A line break ends a sentence unless a long line of running
text was broken by the layout. Leaves out meaning: which figure is a part, a base or a total is the rules' business.

    "A有3项。B有5项。"    → A有3项。 (one figure), B有5项。 (one figure)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Statement:
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
    mentions = sorted(edition.mentions, key=lambda mention: mention.span)
    for span in _spans(edition.text):
        inside = []
        while at < len(mentions) and mentions[at].span.start < span.end:
            inside.append(mentions[at])
            at += 1
        if len(found) % _SENTENCES == 0:
            progress("check", span.start / len(edition.text))
        found.append(Statement(span, span.of(edition.text), tuple(inside)))
    return tuple(found)


def years(text: str) -> list[int]:
    """Return the years named in a text, in its order."""
    return [int(match[1]) for match in _YEAR.finditer(text)]


def evidence(document: int, edition: Edition, *spans: Span) -> tuple[Evidence, ...]:
    """Quote an edition at these places."""
    return tuple(Evidence(document, span, span.of(edition.text)) for span in spans)


def _spans(text: str) -> Iterator[Span]:
    start = 0
    for match in _STOP.finditer(text):
        if match[0] == "\n" and _broken_by_layout(text, start, match.start()):
            continue
        end = match.end()
        yield from _pieces(text, start, end)
        start = end
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a sentence, cut where it runs on beyond any sentence, so that work on one stays bounded."""
    for at in range(start, end, _LONGEST):
        stop = min(end, at + _LONGEST)
        if not text[at:stop].isspace():
            yield Span(at, stop)


def _broken_by_layout(text: str, start: int, end: int) -> bool:
    if not text[end + 1 : end + 2].isalnum():
        return False
    line = text[max(start, text.rfind("\n", start, end) + 1) : end]
    running = len(line) >= _LAYOUT_LINE and "|" not in line and "\t" not in line
    return running and not line.rstrip().endswith(_ENDS)

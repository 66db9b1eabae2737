"""Find where something is said, over all open editions: a concordance (keyword in context).

Takes a query and editions; returns a `Hit` per place, in edition and text order, matches not overlapping. Plain text
matches 简/繁, width and case alike, and across white space: beside a Han character it does not count, between Latin
words one space is like any other; a blank line is always a border. Patterns run on the folded text, line by line.
Pinyin finds every reading. It leaves out ranking, and other words for the same thing.

    find(Query("知識 產權"), [edition])[0].match == "知识产权"
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence

from kwaicompare.errors import BadQuery
from kwaicompare.keywords.patterns import Pattern
from kwaicompare.model.comparison import Edition
from kwaicompare.model.keyword import Hit, Query
from kwaicompare.model.span import Span
from kwaicompare.text.normalize import fold
from kwaicompare.text.variants import PinyinIndex

_CONTEXT = 20
_BLANKS = re.compile(r"\s+")


def find(query: Query, editions: Sequence[Edition], limit: int | None = None) -> tuple[Hit, ...]:
    """Look ``query`` up in each edition; at most ``limit`` hits an edition. Raises BadQuery."""
    hits: list[Hit] = []
    for index, edition in enumerate(editions):
        searcher = Searcher(edition)
        hits.extend(searcher.hit(span, index) for span in searcher.spans(query)[:limit])
    return tuple(hits)


class Searcher:
    """An edition prepared for look-ups: folded once, asked at each key press."""

    def __init__(self, edition: Edition) -> None:
        self._text = edition.text
        self._folded = fold(edition.text)
        self._squeezed, self._origins = squeeze(self._folded.text)
        self._sections = edition.sections
        self._starts = [section.span.start for section in edition.sections]
        self._pinyin: PinyinIndex | None = None

    def spans(self, query: Query) -> list[Span]:
        """Return the places of ``query`` in the text as written, in order. Raises BadQuery."""
        if not query.text.strip():
            raise BadQuery("error.empty_query")
        if query.mode == "regex":
            return [self._folded.span(start, end) for start, end in Pattern(query.text).places(self._folded.text)]
        if query.mode == "pinyin":
            self._pinyin = self._pinyin or PinyinIndex(self._squeezed)
            places = self._pinyin.places(fold(query.text).text)
        else:
            places = _matches(self._squeezed, squeeze(fold(query.text).text.strip())[0])
        return [self._span(start, end) for start, end in places]

    def hit(self, span: Span, document: int = 0) -> Hit:
        """Put a place into its context; line breaks in the context are shown as spaces."""
        text = self._text
        return Hit(
            document,
            span,
            _one_line(text[max(0, span.start - _CONTEXT) : span.start]),
            span.of(text),
            _one_line(text[span.end : span.end + _CONTEXT]),
            self.section(span.start),
        )

    def section(self, offset: int) -> str:
        """Return the id of the innermost section at ``offset``, "" before the first."""
        index = bisect_right(self._starts, offset) - 1
        return self._sections[index].id if index >= 0 else ""

    def _span(self, start: int, end: int) -> Span:
        return self._folded.span(self._origins[start], self._origins[end - 1] + 1)


def squeeze(text: str) -> tuple[str, array]:
    """Drop white space that does not count; return the rest and where each character of it stood in ``text``.

    White space between two Latin words becomes one space, a blank line one line break, any other white space nothing.
    """
    kept: list[str] = []
    origins = array("L")
    at = 0
    for blank in _BLANKS.finditer(text):
        start, end = blank.span()
        kept.append(text[at:start])
        origins.extend(range(at, start))
        border = _border(text, start, end)
        if border:
            kept.append(border)
            origins.append(start)
        at = end
    kept.append(text[at:])
    origins.extend(range(at, len(text)))
    return "".join(kept), origins


def _border(text: str, start: int, end: int) -> str:
    if text.count("\n", start, end) > 1:
        return "\n"
    beside_latin = start and end < len(text) and _is_latin(text[start - 1]) and _is_latin(text[end])
    return " " if beside_latin else ""


def _is_latin(char: str) -> bool:
    return char.isalnum() and char < "\u2e80"


def _matches(text: str, wanted: str) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        places.append((at, at + len(wanted)))
        at = text.find(wanted, at + len(wanted))
    return places


def _one_line(text: str) -> str:
    return text.replace("\n", " ")

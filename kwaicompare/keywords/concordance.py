"""Find where something is said, over all open editions: a concordance (keyword in context).

Takes a query and editions; returns a `Hit` per place, in edition and text order, matches not overlapping. Plain text
matches 简/繁, width and case alike, and across white space: beside a Han character it does not count, between Latin
words one space is like any other; a blank line is always a border. Patterns run on the folded text, line by line.
Pinyin finds every reading. All-of finds several words in any order inside one sentence. It leaves out ranking, other
words for the same thing, and figures by their value (`metrics.look_up`).

    find(Query("知識 產權"), [edition])[0].match == "知识产权"
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from kwaicompare.errors import BadQuery
from kwaicompare.keywords.patterns import Pattern
from kwaicompare.model.comparison import Edition
from kwaicompare.model.keyword import Hit, Query
from kwaicompare.model.span import Span
from kwaicompare.text.normalize import fold
from kwaicompare.text.variants import PinyinIndex

REACH = 20  # characters of context on either side
_BLANKS = re.compile(r"\s+")
_SENTENCE = re.compile(r"[^。！？!?；;\n]+")


def find(query: Query, editions: Sequence["Edition | Searcher"], limit: int | None = None) -> tuple[Hit, ...]:
    """Look ``query`` up in each edition, prepared or not; at most ``limit`` hits an edition. Raises BadQuery."""
    searchers = [edition if isinstance(edition, Searcher) else Searcher(edition) for edition in editions]
    return found_at([searcher.spans(query, limit) for searcher in searchers], searchers)


def found_at(places: Sequence[Iterable[Span]], editions: Sequence["Edition | Searcher"]) -> tuple[Hit, ...]:
    """Put the places of each edition into their contexts."""
    hits: list[Hit] = []
    for index, (spans, edition) in enumerate(zip(places, editions, strict=True)):
        searcher = edition if isinstance(edition, Searcher) else Searcher(edition)
        hits.extend(searcher.hit(span, index) for span in spans)
    return tuple(hits)


class Searcher:
    """An edition prepared for look-ups: folded once, asked at each key press."""

    def __init__(self, edition: Edition) -> None:
        self._text = edition.text
        self.mentions = edition.mentions
        self._folded = fold(edition.text)
        self._squeezed, self._origins = squeeze(self._folded.text)
        self._sections = edition.sections
        self._starts = [section.span.start for section in edition.sections]
        self._pinyin: PinyinIndex | None = None

    def spans(self, query: Query, limit: int | None = None) -> list[Span]:
        """Return the first ``limit`` places of ``query`` in the text as written, in order. Raises BadQuery."""
        if not query.text.strip():
            raise BadQuery("error.empty_query")
        if query.mode == "regex":
            found = Pattern(query.text).places(self._folded.text)[:limit]
            return [self._folded.span(start, end) for start, end in found]
        return [self._span(start, end) for start, end in islice(self._places(query), limit)]

    def _places(self, query: Query) -> Iterable[tuple[int, int]]:
        text = fold(query.text).text
        if query.mode == "pinyin":
            self._pinyin = self._pinyin or PinyinIndex(self._squeezed)
            return self._pinyin.places(text)
        if query.mode == "all":
            return _together(self._squeezed, text.split())
        return squeezed_places(self._squeezed, squeeze(text.strip())[0])

    def hit(self, span: Span, document: int = 0) -> Hit:
        """Put a place into its context; line breaks in the context are shown as spaces."""
        return Hit(document, span, *context(self._text, span), self.section(span.start))

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


def squeezed_places(text: str, wanted: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield where ``wanted`` stands from ``start`` on, both squeezed; places do not overlap."""
    at = text.find(wanted, start) if wanted else -1
    while at >= 0:
        yield at, at + len(wanted)
        at = text.find(wanted, at + len(wanted))


def _together(text: str, words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield every place of the words in the sentences that hold all of them; of two that overlap the longer one."""
    one = re.compile("|".join(map(re.escape, sorted(set(words), key=len, reverse=True))))
    for sentence in _SENTENCE.finditer(text):
        if all(word in sentence[0] for word in words):
            yield from (match.span() for match in one.finditer(text, *sentence.span()))


def context(text: str, span: Span) -> tuple[str, str, str]:
    """Return what precedes a place, the place as written, and what follows; line breaks around it become spaces."""
    left, right = text[max(0, span.start - REACH) : span.start], text[span.end : span.end + REACH]
    return _one_line(left), span.of(text), _one_line(right)


def _one_line(text: str) -> str:
    return text.replace("\n", " ")

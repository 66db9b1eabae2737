"""A fixed phrase that is worded in two ways: one word exchanged in a heading, a quotation, a title or an award.

Takes one edition, returns findings. Fixed phrases are headings, words in quotation marks, titles in 《》 and names of
awards; each is looked up with one short piece exchanged, the rest unchanged on both sides. Leaves out figures (a
heading of 2021 is not one of 2022), negations, and phrases of which both wordings are headings.

    ## 做创新的引领者和伙伴的同行人 … 做创新的先行者和伙伴的同行人    → 引领 against 先行: warning
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate, compress

from kwaicompare.check.checked import Checked
from kwaicompare.check.letters import HAN, HAN_LETTER
from kwaicompare.check.sentences import evidence
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.span import Span
from kwaicompare.text.scanning import blocks, matches

_QUOTED = re.compile(r"[“《「]([^“”《》「」\n]{6,50})[”》」]")
_AWARD = re.compile(rf"第[一二三四五六七八九十\d]{{1,4}}届{HAN_LETTER}{{2,14}}?奖(?:[一二三特]等奖|[金银铜]奖|优秀奖)?")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零〇两半不非未无男女新旧上下前后左右东南西北中大小")
_SHORTEST = 12
_SIDE = 4
_LONGEST_CHANGE = 2
_GRAMS = 400


def check_phrases(checked: Checked) -> CheckResult:
    """Look every fixed phrase up with one word exchanged."""
    text = checked.edition.text
    letters = _letters(text)
    phrases = {span: words for span in _phrases(checked) if len(words := _letters(span.of(text))) >= _SHORTEST}
    grams = _occurrences(letters, {words[:_SIDE] for words in phrases.values()})
    findings: dict[tuple[str, str], Finding] = {}
    places: _Places | None = None
    for span, words in checked.each(list(phrases.items())):
        for start, one, other in _variants(words, letters, grams):
            if (other, one) not in findings:
                places = places or _Places(text)
                place = places.span(start, min(len(letters), start + len(words)))
                findings.setdefault((one, other), _finding(checked, one, other, span, place))
    return CheckResult((*findings.values(), *_awards(checked)))


def _letters(text: str) -> str:
    return "".join("".join(HAN.findall(block)) for block in blocks(text))


class _Places:
    """Where the Chinese characters of a text stand."""

    def __init__(self, text: str) -> None:
        runs = [match.span() for match in matches(HAN, text)]
        self._starts = [start for start, _ in runs]
        self._counts = [0, *accumulate(end - start for start, end in runs)]  # characters before each run

    def span(self, start: int, end: int) -> Span:
        """Return the span that the Chinese characters ``start`` to ``end`` cover."""
        return Span(self._of(start), self._of(end - 1) + 1)

    def _of(self, character: int) -> int:
        run = bisect_right(self._counts, character) - 1
        return self._starts[run] + character - self._counts[run]


def _phrases(checked: Checked) -> Iterator[Span]:
    for section in checked.edition.sections:
        yield section.heading
    for match in matches(_QUOTED, checked.edition.text):
        yield Span(match.start(1), match.end(1))


def _occurrences(text: str, wanted: set[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    beginnings = {gram[0] for gram in wanted if gram}
    for at in compress(range(len(text) - _SIDE + 1), map(beginnings.__contains__, text)):
        gram = text[at : at + _SIDE]
        if gram in wanted:
            found[gram].append(at)
    return found


def _variants(words: str, text: str, grams: dict[str, list[int]]) -> Iterator[tuple[int, str, str]]:
    """Yield where the text words the phrase otherwise: start, the phrase's piece, the other piece."""
    places = grams.get(words[:_SIDE], [])
    for start in places[:_GRAMS]:
        same = _shared(words, text[start : start + len(words)])
        if same == len(words) or same < _SIDE:
            continue
        for old in range(1, _LONGEST_CHANGE + 1):
            rest = words[same + old :]
            if len(rest) >= _SIDE and text.startswith(rest, same + start + old):
                one, other = words[same : same + old], text[start + same : start + same + old]
                if not set(one + other) & _NUMERALS:
                    yield start, one, other
                break


def _shared(one: str, other: str) -> int:
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))


def _awards(checked: Checked) -> Iterator[Finding]:
    """Find awards of one year that differ by one character left out."""
    names: dict[str, Span] = {}
    for match in matches(_AWARD, checked.edition.text):
        names.setdefault(match[0], Span(match.start(), match.end()))
    for name in names:
        for at in range(1, len(name)):
            shorter = name[:at] + name[at + 1 :]
            if shorter in names and name[at] not in _NUMERALS:
                yield _finding(checked, shorter, name, names[shorter], names[name])
                break


def _finding(checked: Checked, one: str, other: str, first: Span, second: Span) -> Finding:
    quotes = evidence(checked.document, checked.edition, first, second)
    return Finding("phrase", "warning", "check.phrase", (("first", one), ("second", other)), quotes)

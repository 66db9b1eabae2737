"""List items and sentences printed twice.

Takes one edition, returns findings. An item is a line without the end of a sentence, as long as a title at least; it
is printed twice when the same section holds it again, spaces and numbering apart. A sentence of running text is
printed twice when it stands again word by word a few paragraphs on. Leaves out headings, captions, call-outs and
contents: repeating is what they do.

    - 数据接口安全测评技术规范 … - 数据接口安全测评技术规范    → item twice: warning
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from kwaicompare.check.checked import Checked
from kwaicompare.check.letters import HAN, unmarked
from kwaicompare.check.sentences import evidence
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.span import Span

_NUMBERING = re.compile(r"^[\s\-*•◎●▶◀]*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]\s*)?")
_SHORTEST_ITEM = 10
_SHORTEST_SENTENCE = 25
_NEARBY = 1500
_ENDS = ("。", "；", "！", "？", ";", "：", ":")
_WITHIN = ("；", ";")
_PART = re.compile(r"[\s\-*•]*第[\d一二三四五六七八九十]+部分")
_CAPTION = ("◀", "▶", "●", "图", "表", "注")


def check_repetitions(checked: Checked) -> CheckResult:
    """Find list items and sentences that are printed twice."""
    findings = [_finding(checked, "item", "warning", *pair) for pair in _twice(_items(checked))]
    findings += [_finding(checked, "sentence", "note", *pair) for pair in _twice(_sentences(checked), _NEARBY)]
    return CheckResult(tuple(findings))


def _items(checked: Checked) -> Iterator[tuple[tuple[int, str], Span]]:
    """Yield the items of each section; the innermost one that holds the line counts."""
    edition = checked.edition
    starts = [section.heading.end for section in edition.sections]
    apart = _Apart(checked)
    for line in checked.each(edition.document.lines):
        if line.role not in ("text", "list") or apart.meets(line.span):
            continue
        written = line.content.of(edition.text).strip()
        if len(written) < _SHORTEST_ITEM or written.endswith(_ENDS) or written.startswith(_CAPTION):
            continue
        words = unmarked(_NUMBERING.sub("", written))
        if _han(words) < _SHORTEST_ITEM:
            continue
        if _PART.match(edition.text, line.span.end):  # a title of several parts, broken by the layout
            continue
        yield (bisect_right(starts, line.span.start), words), line.content


def _sentences(checked: Checked) -> Iterator[tuple[tuple[int, str], Span]]:
    apart = _Apart(checked)
    for statement in checked.each(checked.statements):
        if len(statement.text) < _SHORTEST_SENTENCE or not statement.text.rstrip(" *\n").endswith(_ENDS):
            continue
        before = checked.edition.text[max(0, statement.span.start - 1) : statement.span.start]
        if before in _WITHIN or apart.meets(statement.span):
            continue
        words = unmarked(statement.text)
        if len(words) >= _SHORTEST_SENTENCE and _han(words) * 2 >= len(words):
            yield (0, words), statement.span


def _han(words: str) -> int:
    return sum(map(len, HAN.findall(words)))


class _Apart:
    """The headings and furniture of an edition, to which an item must not belong."""

    def __init__(self, checked: Checked) -> None:
        edition = checked.edition
        spans = [section.heading for section in edition.sections] + [each.span for each in edition.outline.furniture]
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def meets(self, span: Span) -> bool:
        """Tell whether the span begins inside one of them."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._spans[at].start <= span.start < self._spans[at].end


def _twice(places: Iterator[tuple[tuple[int, str], Span]], within: int | None = None) -> Iterator[tuple[Span, Span]]:
    first: dict[tuple[int, str], Span] = {}
    for key, span in places:
        known = first.get(key)
        if known is not None and (within is None or span.start - known.end <= within):
            yield known, span
        first[key] = span


def _finding(checked: Checked, kind: str, severity, one: Span, other: Span) -> Finding:
    written = one.of(checked.edition.text).strip()
    values = (("text", written if len(written) <= 30 else written[:30] + "…"),)
    quotes = evidence(checked.document, checked.edition, one, other)
    return Finding("repetition", severity, f"check.repetition_{kind}", values, quotes)

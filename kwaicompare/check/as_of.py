"""One figure under two dates: as of the end of the year in the text, as of October in the note below.

Takes one edition, returns findings. Compares the date of a source note, a caption or a figure's title with the dates
in the running text before it; both must stand within a page and share a foreign name or several words. Leaves out
dates of different matters, and two dates in one line.

    截至2031年底，在 ABC 联盟排名第三 … 注：数据截至2031年6月1日，来源 ABC 联盟    → two dates: note
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kwaicompare.check.checked import Checked
from kwaicompare.check.letters import pairs
from kwaicompare.check.sentences import evidence
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.span import Span
from kwaicompare.text.scanning import matches

_AS_OF = re.compile(
    r"截[至止]\s?(?:到\s?)?(?P<year>(?:19|20)\d\d)\s?年\s?(?P<end>[底末])?"
    r"(?:(?P<month>\d{1,2})\s?月\s?(?P<monthend>[底末])?(?:(?P<day>\d{1,2})\s?日)?)?"
)
_NOTE = re.compile(r"^\W*(?:注|说明|数据来源|资料来源|来源)|数据截[至止]|[（(]\s?截[至止]")
_NAME = re.compile(r"[A-Z][A-Za-z0-9]{2,}")
_NOTE_LENGTH = 60
_REACH = 1200
_SHARED = 4
_MONTH_END = 31


class _Dated(NamedTuple):
    span: Span
    date: tuple[int, int, int]
    line: Span
    note: bool
    words: frozenset[str]


def check_dates(checked: Checked) -> CheckResult:
    """Compare the dates of notes with those of the text they belong to."""
    findings = []
    dated = list(_dated(checked.edition.text))
    told: set[tuple[tuple[int, int, int], tuple[int, int, int]]] = set()
    for at, note in enumerate(dated):
        if not note.note:
            continue
        for body in reversed(dated[max(0, at - 12) : at]):
            pair = (body.date, note.date)
            if body.note or note.span.start - body.span.end > _REACH or pair in told:
                continue
            if _differ(*pair) and _same_matter(body, note):
                told.add(pair)
                findings.append(_finding(checked, body, note))
                break
    return CheckResult(tuple(findings))


def _dated(text: str) -> Iterator[_Dated]:
    for match in matches(_AS_OF, text):
        line = Span(text.rfind("\n", 0, match.start()) + 1, _line_end(text, match.end()))
        end = match["end"] is not None
        month = 12 if end else int(match["month"] or 0)
        day = _MONTH_END if end or match["monthend"] else int(match["day"] or 0)
        words = line.of(text) if len(line) <= _NOTE_LENGTH else text[match.start() : match.start() + 160]
        note = len(line) <= _NOTE_LENGTH and _NOTE.search(line.of(text)) is not None
        date = (int(match["year"]), month, day)
        yield _Dated(Span(match.start(), match.end()), date, line, note, _words(words))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _words(text: str) -> frozenset[str]:
    return frozenset((*_NAME.findall(text), *pairs(text)))


def _differ(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Whether two dates contradict: a part that one leaves open agrees with any."""
    return any(left and right and left != right for left, right in zip(one, other, strict=True))


def _same_matter(one: _Dated, other: _Dated) -> bool:
    shared = one.words & other.words
    return any(word.isascii() for word in shared) or len(shared) >= _SHARED


def _finding(checked: Checked, body: _Dated, note: _Dated) -> Finding:
    text = checked.edition.text
    values = (("first", body.span.of(text)), ("second", note.span.of(text)))
    return Finding(
        "as_of", "note", "check.as_of", values, evidence(checked.document, checked.edition, body.span, note.span)
    )

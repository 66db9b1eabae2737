"""How many are announced, and how many follow: 三大方向, then two.

Takes one edition, returns findings and what agrees. Reads three forms: 三个方向：甲、乙、丙 (a list behind a colon),
甲、乙、丙三大方向 (a list before the number, where 等 allows for fewer), and 一是 … 二是 … behind an announcement. A
list's length is a range, since 与 and 和 may join two items or stand inside one. Leaves out announcements without a
number, and numbers that count something else than the list.

    两个重点：选题、校对、发行。    → two announced, three listed: warning
"""

import re
from collections.abc import Iterator

from kwaicompare.check.checked import Checked
from kwaicompare.check.letters import HAN_LETTER
from kwaicompare.check.sentences import evidence
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.span import Span
from kwaicompare.text.scanning import blanked, matches

_NUMBER = r"(?P<number>[两二三四五六七八九十]|[2-9]|1\d)"
_MEASURE = r"\s?(?:大|个|项|种|类|方面|层面|维度|环节)"
_BEHIND = re.compile(
    rf"(?<![\d第.数几十百“]){_NUMBER}{_MEASURE}{HAN_LETTER}{{1,10}}\**[：:]\**(?P<items>[^：:。；;！？\n]{{2,160}})[。；;\n]"
)
_BEFORE = re.compile(
    r"(?P<items>[^，,。；;：:！？\n、]{1,40}(?:、[^，,。；;：:！？\n、]{1,30}?)+?)"
    rf"(?:(?P<more>等){_NUMBER}{_MEASURE}|(?<![\d第数几十百“\"]){_NUMBER.replace('number', 'great')}大)"
    rf"(?={HAN_LETTER}{{2}})"
)
_CLAUSE = re.compile(r"[^，,。；;：:！？\n]+")
_COUNTED = re.compile(rf"等{_NUMBER}|[两二三四五六七八九十\d]大")
_BRACKETS = re.compile(r"[（(][^（()）\n]{0,40}[）)]")
_BROKEN = re.compile(r"[^\n]{25}[^。！？：；:;”\s]\s*\n\s*$")
_ANNOUNCED = re.compile(rf"(?<![\d第.数几十百“]){_NUMBER}{_MEASURE}[^。；;\n]{{0,14}}?\s*[：:。；;，,]?[\s*]*$")
_FIRST = re.compile(r"一是(?:(?<=[：:。；;，,\n*]一是)|(?<=[：:。；;，,\n] 一是))")
_ORDINALS = "一二三四五六七八九十"
_JOINED = re.compile(r"[和与及]|以及")
_REACH = 1500
_LINE = 40
_ANNOUNCEMENT = 50
_OPEN = ("等", "等等", "…", "……")


def check_enumerations(checked: Checked) -> CheckResult:
    """Count what is listed against what is announced."""
    text = checked.edition.text
    findings, verified = [], []
    seen: set[int] = set()
    for announced, low, high, span in (*_lists_behind(text), *_lists_before(text), *_series(text)):
        if span.start in seen:
            continue
        seen.add(span.start)
        kind = "match" if low <= announced <= high else "mismatch"
        (verified if kind == "match" else findings).append(_finding(checked, kind, announced, low, span))
    return CheckResult(tuple(findings), tuple(verified))


def _lists_behind(text: str) -> Iterator[tuple[int, int, int, Span]]:
    for match in matches(_BEHIND, text):
        items = match["items"].strip(" *")
        low, high = _length(items)
        if low > 1 and "，" not in items and "," not in items:
            number = _value(match["number"])
            yield number, low, max(high, number) if items.endswith(_OPEN) else high, Span(match.start(), match.end())


def _lists_before(text: str) -> Iterator[tuple[int, int, int, Span]]:
    for match in _matches_before(blanked(_BRACKETS, text)):
        if _BROKEN.search(text, max(0, match.start() - _LINE), match.start()):
            continue
        low, high = _length(match["items"].rpartition("等")[2])
        number = _value(match["number"] or match["great"])
        named = match["great"] == "十" or match["items"].count("“") != match["items"].count("”")  # 十大案例: a name
        if low > 1 and not named:
            yield number, low, max(high, number) if match["more"] else high, Span(match.start(), match.end())


def _matches_before(plain: str) -> Iterator[re.Match[str]]:
    """Yield the lists before a number; only a clause that lists and counts is searched for one, which is slow."""
    for clause in matches(_CLAUSE, plain):
        end = clause.end() + 2  # the measure may stand in the next line
        if "、" in clause[0] and _COUNTED.search(plain, clause.start(), end):
            yield from _BEFORE.finditer(plain, clause.start(), end)


def _series(text: str) -> Iterator[tuple[int, int, int, Span]]:
    """Yield each 一是 … 二是 … with the number announced right before it."""
    starts = [match.start() for match in matches(_FIRST, text)]
    for at, start in enumerate(starts):
        before = text[max(0, start - _ANNOUNCEMENT) : start]
        announced = _ANNOUNCED.search(before)
        if announced is None:
            continue
        stop = starts[at + 1] if at + 1 < len(starts) else len(text)
        count, end = _follow(text, start, stop)
        if count > 1:
            place = max(0, start - _ANNOUNCEMENT) + announced.start()
            yield _value(announced["number"]), count, count, Span(place, min(end, place + 200))


def _follow(text: str, start: int, stop: int) -> tuple[int, int]:
    count, at = 1, start
    for ordinal in _ORDINALS[1:]:
        following = text.find(f"{ordinal}是", at + 2, min(stop, at + _REACH))
        if following < 0:
            break
        count, at = count + 1, following
    return count, at + 2


def _length(items: str) -> tuple[int, int]:
    low = items.count("、") + 1
    return low, low + len(_JOINED.findall(items))


def _value(number: str) -> int:
    return int(number) if number.isdigit() else 2 if number == "两" else _ORDINALS.index(number) + 1


def _finding(checked: Checked, kind: str, announced: int, listed: int, span: Span) -> Finding:
    values = (("announced", str(announced)), ("listed", str(listed)))
    quotes = evidence(checked.document, checked.edition, span)
    severity = "note" if kind == "match" else "warning"
    return Finding("enumeration", severity, f"check.enumeration_{kind}", values, quotes)

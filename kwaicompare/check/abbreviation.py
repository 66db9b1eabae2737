"""An abbreviation that is expanded in two different ways.

Takes one edition, returns findings and what agrees. Reads 全称(ABC), ABC(全称) and 全称（以下简称“简称”）. Two Chinese
names agree when one's ending is the other's (数据中心 and 互联网数据中心), two foreign ones when their letters do; a
Chinese name is never held against a foreign one. Titles (CEO …) and tags that stand behind many names are left out.

    特征融合编码(XYZ) … 偏好评估系统(XYZ)    → two expansions of XYZ: warning
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kwaicompare.check.checked import Checked
from kwaicompare.check.letters import HAN_LETTER
from kwaicompare.check.sentences import evidence
from kwaicompare.model.comparison import Edition
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.span import Span
from kwaicompare.text.scanning import matches

_SHORT = r"[A-Z][A-Za-z0-9&-]{0,9}[A-Z0-9]"
_BRACKETED_SHORT = re.compile(rf"[（(]\s*({_SHORT})\s*[）)]")
_LATIN_THEN_SHORT = re.compile(
    rf"((?:[A-Z][A-Za-z-]+|of|and|for|the|on|in|to)(?: (?:[A-Za-z][A-Za-z-]+)){{1,8}})\s*[（(]\s*({_SHORT})\s*[）)]"
)
_SHORT_THEN_LATIN = re.compile(rf"(?<![A-Za-z0-9])({_SHORT})\s*[（(]\s*([A-Z][A-Za-z-]+(?: [A-Za-z-]+){{1,8}})\s*[）)]")
_TITLES = {"CEO", "CTO", "CFO", "COO", "CMO", "CIO", "VP", "TOP", "NEW", "OK", "HD", "PC", "APP", "A股", "H股"}
_CLOSING = "*_”’」』"
_SHORTEST_NAME = 2
_LONGEST_NAME = 20
_FEW = 3
_SHARED_ENDING = 2
_STOPS = re.compile(
    rf"^.*(?:的|了|与|和|及|或|是|为|在|将|由|对|从|把|被|出|到|称为|引入|采用|使用|通过|基于|构建|建立|利用|加入|成立|完成)(?={HAN_LETTER}{{3}})"
)


class _Expansion(NamedTuple):
    short: str
    name: str
    span: Span
    foreign: bool


def check_abbreviations(checked: Checked) -> CheckResult:
    """Compare all expansions of each abbreviation."""
    edition, document = checked.source
    groups: dict[tuple[str, bool], list[_Expansion]] = {}
    for each in sorted(_expansions(edition.text), key=lambda each: each.span):
        groups.setdefault((each.short, each.foreign), []).append(each)
    findings, verified = [], []
    for (short, _), group in groups.items():
        kinds = _kinds(group)
        if len(kinds) == 1 and len(group) > 1:
            verified.append(_finding("check.abbreviation_match", short, group[:_FEW], edition, document))
        elif 1 < len(kinds) <= _FEW:
            findings.append(_finding("check.abbreviation_mismatch", short, kinds, edition, document))
    return CheckResult(tuple(findings), tuple(verified))


def _expansions(text: str) -> Iterator[_Expansion]:
    for match in matches(_BRACKETED_SHORT, text):
        if match[1] not in _TITLES and match[1].upper() == match[1]:
            start, end = _han_before(text, match.start())
            if end - start >= _SHORTEST_NAME:
                name = _STOPS.sub("", text[start:end])
                yield _Expansion(match[1], name, Span(end - len(name), match.end()), False)
    for pattern, name, short in ((_LATIN_THEN_SHORT, 1, 2), (_SHORT_THEN_LATIN, 2, 1)):
        for match in matches(pattern, text):
            words = _fitting(match[name], match[short])
            if words:
                yield _Expansion(match[short], words, Span(match.start(), match.end()), True)


def _han_before(text: str, at: int) -> tuple[int, int]:
    """Return where the Chinese words before ``at`` stand, emphasis and closing quotes behind them left out."""
    end = at
    while end and (text[end - 1] in _CLOSING or text[end - 1].isspace()):
        end -= 1
    start = end
    while start > max(0, end - _LONGEST_NAME) and "㐀" <= text[start - 1] <= "鿿":
        start -= 1
    return start, end


def _fitting(name: str, short: str) -> str:
    """Return the words whose initials begin like the abbreviation, or "" where the bracket is another remark."""
    words = name.split(" ")
    for at, word in enumerate(words):
        if word[0].upper() == short[0].upper() and len(words) - at >= 2:
            return " ".join(words[at:])
    return ""


def _kinds(group: list[_Expansion]) -> list[_Expansion]:
    """Return one expansion for each way in which the group expands its abbreviation."""
    kinds: list[_Expansion] = []
    for each in group:
        if not any(_agree(each, known) for known in kinds):
            kinds.append(each)
    return kinds


def _agree(one: _Expansion, other: _Expansion) -> bool:
    if one.foreign:
        return _letters(one.name) == _letters(other.name)
    return one.name[-_SHARED_ENDING:] == other.name[-_SHARED_ENDING:]


def _letters(name: str) -> str:
    return "".join(word.rstrip("s") for word in re.findall(r"[a-z]+", name.casefold()))


def _finding(message: str, short: str, group: list[_Expansion], edition: Edition, document: int) -> Finding:
    names = list(dict.fromkeys(each.name for each in group))
    severity = "note" if message.endswith("_match") else "warning"
    quotes = evidence(document, edition, *(each.span for each in group))
    return Finding("abbreviation", severity, message, (("short", short), ("names", " / ".join(names))), quotes)

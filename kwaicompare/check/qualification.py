"""Two qualifiers on one figure: about and over, nearly and more than, over and over again.

Takes one edition, returns findings. A prefix that bounds or rounds (约, 近, 超 …) and a suffix that says otherwise
(余, 以上, + …) contradict each other: warning; two that say the same are one too many: note. Leaves out 近三年多, where
近 is recent, and words that merely end like a qualifier (节约30%以上, 最近20多天).

    约300余人    → about 300, or more than 300? warning
"""

import re

from kwaicompare.check.checked import Checked
from kwaicompare.check.letters import HAN_LETTER
from kwaicompare.check.sentences import evidence
from kwaicompare.model.finding import CheckResult, Finding, Severity
from kwaicompare.model.span import Span
from kwaicompare.text.scanning import matches

_ROUND = frozenset(("约", "大约", "大概"))
_BELOW = frozenset(("近", "将近", "接近", "不足", "不到", "不超过", "不高于", "最多", "至多"))
_ABOVE = frozenset(("超", "超过", "逾", "突破", "至少", "不少于", "不低于", "余", "多", "以上", "+"))
_ABOUT = frozenset(("左右", "上下"))
_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千万亿]+)"
_FIGURE = re.compile(
    r"(?=[约大近将接不最超逾突至])(?P<before>(?<![节合条预契制公违履缔])约|大约|大概|(?<![最附临靠邻远就])近|将近|接近|不足|不到|不超过|不高于|最多|至多"
    r"|(?<![不赶反高])超过|(?<![赶反高])超(?!过)|逾|突破|至少|不少于|不低于)"
    rf"[\s*]{{0,6}}{_NUMBER}\s?[十百千万亿]{{0,2}}(?P<inner>[余多])?[万亿]{{0,2}}"
    rf"(?:(?P<plus>[+＋])|(?P<unit>[%％]|{HAN_LETTER}{{0,3}}?)(?P<after>以上|以下|以内|左右|上下))?"
)
_RECENT = re.compile(r"[\s*]*(?:年|个月|天|日|周|个季度|届)")


def check_qualifiers(checked: Checked) -> CheckResult:
    """Find figures with two qualifiers."""
    edition, document = checked.source
    text = edition.text
    findings = []
    for match in matches(_FIGURE, text):
        second = match["inner"] or ("+" if match["plus"] else match["after"])
        severity = _severity(match["before"], second) if second else None
        if severity is None or (match["before"] == "近" and _RECENT.match(match["unit"] or text[match.end() :][:8])):
            continue
        values = (("figure", " ".join(match[0].split())), ("first", match["before"]), ("second", second))
        message = "check.qualifiers_contradict" if severity == "warning" else "check.qualifiers_repeat"
        quotes = evidence(document, edition, Span(match.start(), match.end()))
        findings.append(Finding("qualification", severity, message, values, quotes))
    return CheckResult(tuple(findings))


def _severity(before: str, second: str) -> Severity | None:
    """Return how two qualifiers go together: warning (they contradict), note (one says it), None (a range)."""
    if second in ("以下", "以内"):
        return "warning" if before in _ABOVE else "note" if before in _BELOW else None
    if before in _ROUND:
        return "note" if second in _ABOUT else "warning"
    if before in _BELOW:
        return "warning"
    return "warning" if second in _ABOUT else "note"

"""References inside a document: does the chapter, article, figure or table exist?

Takes one edition, returns findings and, once per document, how many references were found right. Only references to
the document itself count (本法第十条, 详见第三章, 见图2). A kind of target is judged only where the document prints
several of its number: an extract without its chapters proves nothing. Leaves out other documents' articles.

    详见第九章 (the document has chapters 1 to 6)    → no such chapter: error
"""

import re
from collections import defaultdict

from kwaicompare.check.checked import Checked
from kwaicompare.check.sentences import evidence
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.span import Span
from kwaicompare.text.numerals import read
from kwaicompare.text.scanning import matches

_NUMBER = r"[零〇一二三四五六七八九十百千\d]{1,9}"
_ORDINAL = re.compile(
    rf"(?=[本详参见])(?:本(?:法|条例|办法|规定|规则|细则|章程|报告|白皮书|书|文)|详见|参见|参考|(?<![可罕少常])见)\s?"
    rf"第\s?(?P<number>{_NUMBER})\s?(?P<kind>编|章|节|条|部分)"
)
_LABELLED = re.compile(
    rf"(?=[详参如见])(?:详见|参见|如|(?<![可罕少常])见)\s?(?P<kind>图|表|附件|附录)\s?(?P<number>{_NUMBER})(?![\d年月])"
)
_TARGET = re.compile(
    rf"^[\s#*|\-●◎◀▶（(【]*(?:第\s?(?P<ordinal>{_NUMBER})\s?(?P<of>编|章|节|条|部分)"
    rf"|(?P<kind>图|表|附件|附录)\s?(?P<number>{_NUMBER})(?![\d年月]))",
    re.MULTILINE,
)
_FEWEST = 3
_SHOWN = 3


def check_references(checked: Checked) -> CheckResult:
    """Look up every reference to a part of the document itself."""
    text = checked.edition.text
    references = [match for pattern in (_ORDINAL, _LABELLED) for match in matches(pattern, text)]
    targets = _targets(text) if references else {}
    findings, right = [], []
    for match in references:
        known = targets.get(match["kind"], set())
        if len(known) < _FEWEST:
            continue
        span = Span(match.start(), match.end())
        if _value(match["number"]) in known:
            right.append(span)
        else:
            values = (("reference", match[0]),)
            quotes = evidence(checked.document, checked.edition, span)
            findings.append(Finding("reference", "error", "check.reference_missing", values, quotes))
    return CheckResult(tuple(findings), _verified(checked, right))


def _targets(text: str) -> dict[str, set[int]]:
    """Return the numbers printed of each kind of part."""
    found: dict[str, set[int]] = defaultdict(set)
    for match in matches(_TARGET, text):
        found[match["of"] or match["kind"]].add(_value(match["ordinal"] or match["number"]))
    return found


def _verified(checked: Checked, right: list[Span]) -> tuple[Finding, ...]:
    if not right:
        return ()
    quotes = evidence(checked.document, checked.edition, *right[:_SHOWN])
    return (Finding("reference", "note", "check.reference_match", (("count", str(len(right))),), quotes),)


def _value(number: str) -> int:
    numeral = read(number)
    return -1 if numeral is None else int(numeral.low)

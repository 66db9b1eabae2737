"""A rate recomputed from the part and the whole stated before it.

Takes one edition, returns findings and what holds. Read only where a sentence states a whole, then a part in the same
unit, then a percentage called a rate or share (率, 占比, 占). A rate far from the quotient measures something else and
says nothing; one that nearly fits is a warning.

    发现链接69172条，下线69103条，下线率99.9%    → 69103 ÷ 69172 = 99.9 %: verified
"""

import re
from decimal import Decimal
from itertools import pairwise

from kwaicompare.check.checked import Checked
from kwaicompare.check.interval import canonical, compatible, printed, quotient, shown
from kwaicompare.check.sentences import Statement, evidence
from kwaicompare.model.comparison import Edition
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.metric import Mention

_RATE = re.compile(r"(?:率|占比|占|比例|比重)[^，。；,;\d]{0,6}$")
_NEAR = Decimal(3)


def check_ratios(checked: Checked) -> CheckResult:
    """Recompute rates of a part in a whole."""
    results = [
        finding
        for statement in checked.statements
        for finding in _judged(statement, *checked.source)
        if finding is not None
    ]
    return CheckResult(
        tuple(each for each in results if each.severity != "note"),
        tuple(each for each in results if each.severity == "note"),
    )


def _judged(statement: Statement, edition: Edition, document: int) -> list[Finding | None]:
    found = []
    for (whole, part), (_, rate) in pairwise(pairwise(statement.mentions)):
        if _stated(whole, part, rate) and _RATE.search(statement.between(part.span.end, rate.span.start)):
            found.append(_judge(whole, part, rate, edition, document))
    return found


def _stated(whole: Mention, part: Mention, rate: Mention) -> bool:
    alike = (whole.unit, whole.quantity, whole.currency) == (part.unit, part.quantity, part.currency)
    return alike and whole.kind == part.kind == "metric" and rate.unit in ("%", "％") and part.unit != rate.unit


def _judge(whole: Mention, part: Mention, rate: Mention, edition: Edition, document: int) -> Finding | None:
    computed = quotient(canonical(part), canonical(whole))
    if computed is None or computed.low is None or computed.high is None or computed.high > 100:
        return None
    stated = printed(rate)
    holds = compatible(computed, stated)
    if not holds and min(abs(computed.low - end) for end in (stated.low, stated.high) if end is not None) > _NEAR:
        return None
    values = (("part", part.quote), ("whole", whole.quote), ("stated", rate.quote), ("computed", shown(computed.low)))
    message, severity = ("check.ratio_match", "note") if holds else ("check.ratio_mismatch", "warning")
    quotes = evidence(document, edition, whole.span, part.span, rate.span)
    return Finding("ratio", severity, message, values, quotes)

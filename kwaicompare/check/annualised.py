"""Annualised rates recomputed from the month they extrapolate.

Takes one edition, returns findings and what holds. Read only where one sentence states both a month's value (单月,
月均, 当月) and the annualised one (年化). Rates of interest are left out: they are no multiple of a month.

    单月收入突破2000万元，年化收入达2.4亿元    → at least 12 × 2000万: verified
"""

import re
from decimal import Decimal

from kwaicompare.check.checked import Checked
from kwaicompare.check.interval import canonical, compatible, scaled
from kwaicompare.check.sentences import Statement, evidence
from kwaicompare.model.comparison import Edition
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.metric import Mention

_MONTH = re.compile(r"(?:单月|月均|当月|每月|monthly)[^，。；,;\d]{0,12}$", re.IGNORECASE)
_YEAR = re.compile(
    r"(?:年化|annuali[sz]ed)[^，。；,;\d]{0,24}(?:\([^)]*\)|（[^）]*）)?[^，。；,;\d]{0,6}$", re.IGNORECASE
)
_MONTHS = Decimal(12)


def check_annualised(checked: Checked) -> CheckResult:
    """Recompute annualised figures."""
    results = [
        each
        for each in (_judge(s, *checked.source) for s in checked.each(checked.statements) if s.mentions)
        if each is not None
    ]
    return CheckResult(
        tuple(each for each in results if each.severity != "note"),
        tuple(each for each in results if each.severity == "note"),
    )


def _judge(statement: Statement, edition: Edition, document: int) -> Finding | None:
    month, year = _stated(statement, _MONTH), _stated(statement, _YEAR)
    if month is None or year is None or (month.quantity, month.currency) != (year.quantity, year.currency):
        return None
    holds = compatible(scaled(canonical(month), _MONTHS), canonical(year))
    message = "check.annualised_match" if holds else "check.annualised_mismatch"
    values = (("month", month.quote), ("year", year.quote))
    quotes = evidence(document, edition, month.span, year.span)
    return Finding("annualised", "note" if holds else "warning", message, values, quotes)


def _stated(statement: Statement, named: re.Pattern[str]) -> Mention | None:
    figures = (each for each in statement.mentions if each.kind == "metric" and "%" not in each.unit)
    return next((each for each in figures if named.search(statement.before(each))), None)

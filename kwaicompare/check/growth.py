"""Growth recomputed where the text states both values.

Takes one edition, returns findings and what holds. The base must be named: by 由…增加…至…, by 较/比 with its year, or
by 同比 with the year before. Rounding of all three figures is allowed for. Growth whose base is not in the same or the
sentence before is left out.

    由20亿元增加50%至30亿元                          → verified
    2020年3000万元。2021年达6000万元，同比增长78%    → stated 78 %, recomputed 100 %: error
"""

import re
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from kwaicompare.check.checked import Checked
from kwaicompare.check.interval import canonical, compatible, growth, printed, scaled, shown
from kwaicompare.check.sentences import Statement, evidence, years
from kwaicompare.model.comparison import Edition
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.metric import Bounds, Mention

_YEAR_ON_YEAR = re.compile(r"同比|较上年|比上年|较去年|比去年|year[- ]on[- ]year", re.IGNORECASE)
_FROM = re.compile(r"(?:由|从|from)[^，。；]{0,14}$", re.IGNORECASE)
_TO = re.compile(r"^[^，。；\d]{0,4}(?:至|到|达|to)", re.IGNORECASE)
_OVER = re.compile(r"(?:较|比|相比|over|compared)[^，。；]{0,10}$", re.IGNORECASE)


class _Claim(NamedTuple):
    old: Mention
    new: Mention
    change: Mention


def check_growth(checked: Checked) -> CheckResult:
    """Recompute every growth whose two values are stated."""
    findings, verified = [], []
    before: Statement | None = None
    for statement in checked.each(checked.statements):
        for claim in _claims(statement, before):
            result = _judge(claim, *checked.source)
            if result is not None:
                (verified if result.severity == "note" else findings).append(result)
        before = statement
    return CheckResult(tuple(findings), tuple(verified))


def _claims(statement: Statement, before: Statement | None) -> list[_Claim]:
    found = []
    for change in statement.mentions:
        if change.kind == "change" and change.mode in ("by", "times") and _relative(change):
            claim = _from_to(statement, change) or _against_year(statement, before, change)
            if claim is not None:
                found.append(claim)
    return found


def _relative(change: Mention) -> bool:
    return change.unit.strip() in ("%", "％", "倍", "percent", "times")


def _from_to(statement: Statement, change: Mention) -> _Claim | None:
    """Read 由 X 增加 P 至 Y and 由 X 增加至 Y，增长 P."""
    figures = [each for each in statement.mentions if each.kind == "metric"]
    for old, new in pairwise(figures):
        if not _like(old, new) or not _FROM.search(statement.before(old)):
            continue
        if old.span.end <= change.span.start and change.span.end <= new.span.start:
            if _TO.search(statement.between(change.span.end, new.span.start)):
                return _Claim(old, new, change)
        elif new.span.end <= change.span.start and _nothing_between(statement, new, change):
            return _Claim(old, new, change)
    return None


def _against_year(statement: Statement, before: Statement | None, change: Mention) -> _Claim | None:
    """Read Y，同比增长 P (base: the year before) and Y，较2019年增长 P (base: that year)."""
    new = _value_before(statement, change)
    year = statement.year(new) if new is not None else None
    if new is None or year is None:
        return None
    link = statement.between(new.span.end, change.span.start)
    named = years(link)
    if named and _OVER.search(link.split(str(named[-1]))[0]):
        base_year = named[-1]
    elif _YEAR_ON_YEAR.search(link):
        base_year = year - 1
    else:
        return None
    old = _value_of_year(statement, before, new, base_year)
    return None if old is None else _Claim(old, new, change)


def _value_before(statement: Statement, change: Mention) -> Mention | None:
    earlier = [each for each in statement.mentions if each.span.end <= change.span.start]
    return earlier[-1] if earlier and earlier[-1].kind == "metric" else None


def _value_of_year(statement: Statement, before: Statement | None, new: Mention, year: int) -> Mention | None:
    """Return the nearest earlier figure like ``new`` of that year, here or in the sentence before."""
    for place in (statement, before):
        if place is None:
            continue
        for each in reversed(place.mentions):
            if each.span.end <= new.span.start and _like(each, new) and place.year(each) == year:
                return each
    return None


def _like(one: Mention, other: Mention) -> bool:
    same_kind = one.kind == other.kind == "metric"
    return same_kind and one.quantity == other.quantity and one.currency == other.currency and _one_unit(one, other)


def _one_unit(one: Mention, other: Mention) -> bool:
    return one.canonical.unit == other.canonical.unit if one.canonical.unit else one.unit == other.unit


def _nothing_between(statement: Statement, new: Mention, change: Mention) -> bool:
    return not any(new.span.end <= each.span.start < change.span.start for each in statement.mentions)


def _judge(claim: _Claim, edition: Edition, document: int) -> Finding | None:
    computed = growth(canonical(claim.old), canonical(claim.new))
    if computed is None:
        return None
    holds = compatible(computed, _stated(claim.change))
    values = (
        ("old", claim.old.quote),
        ("new", claim.new.quote),
        ("stated", claim.change.quote),
        ("computed", _worded(computed)),
    )
    quotes = evidence(document, edition, claim.old.span, claim.new.span, claim.change.span)
    message = "check.growth_match" if holds else "check.growth_mismatch"
    return Finding("growth", "note" if holds else "error", message, values, quotes)


def _stated(change: Mention) -> Bounds:
    """Return the stated growth in percent, negative for a fall."""
    bounds = printed(change)
    if "倍" in change.unit or change.unit == "times":
        bounds = scaled(bounds, Decimal(100))
        if change.mode == "times":
            bounds = Bounds(_less(bounds.low), _less(bounds.high))
    if change.direction == "down":
        return Bounds(_negated(bounds.high), _negated(bounds.low))
    return bounds


def _less(value: Decimal | None) -> Decimal | None:
    return None if value is None else value - 100


def _negated(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _worded(bounds: Bounds) -> str:
    """Write computed growth: one value where both ends round to the same, else the range."""
    low = shown(bounds.low) if bounds.low is not None else ""
    high = shown(bounds.high) if bounds.high is not None else ""
    if low and high:
        return f"{low}%" if low == high else f"{low}% ~ {high}%"
    return f"≥ {low}%" if low else f"≤ {high}%"

"""Sums: parts against the total they belong to, and shares that should make a whole.

Takes one edition, returns findings and what adds up. Only closed lists are judged: 共/合计/分别为 close a list, 其中
opens one that may be incomplete (there, only a sum that holds or nearly holds says anything). Sums over figures
with an open end are left out.

    全年立案40件，其中刑事15件、民事20件    → parts 35 against 40: warning
    线上占60%，线下占40%                     → 100 %: verified
"""

import re
from decimal import Decimal

from kwaicompare.check.checked import Checked
from kwaicompare.check.interval import compatible, middle, printed, shown, total
from kwaicompare.check.sentences import Statement, evidence
from kwaicompare.model.comparison import Edition
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.metric import Bounds, Mention

_CLOSED = re.compile(r"分别为|分别是|分为|由.{0,30}(?:组成|构成)|包括|包含|consist|compris", re.IGNORECASE)
_OPENED = re.compile(r"其中|of which|including", re.IGNORECASE)
_SUMMED = re.compile(r"(?:合计|共计|总计|总共|合共|in total|total of)[^，。；,;]{0,12}$", re.IGNORECASE)
_TOTAL = re.compile(r"(?:共|总|全部|累计|total|overall|altogether)", re.IGNORECASE)
_SHARE = re.compile(r"占|比重|比例|份额|share|account", re.IGNORECASE)
_NEAR = Decimal("0.1")
_WHOLE = Bounds(Decimal(100), Decimal(100))
_SHARE_WINDOW = Bounds(Decimal(94), Decimal(106))


def check_sums(checked: Checked) -> CheckResult:
    """Recompute every sum that a sentence claims."""
    results: list[Finding] = []
    before: Statement | None = None
    for statement in checked.each(checked.statements):
        found = _parts(statement, before, *checked.source), _shares(statement, *checked.source)
        for finding in found:
            if finding is not None:
                results.append(finding)
        before = statement
    return CheckResult(
        tuple(each for each in results if each.severity != "note"),
        tuple(each for each in results if each.severity == "note"),
    )


def _parts(statement: Statement, before: Statement | None, edition: Edition, document: int) -> Finding | None:
    split = _split(statement) or _continued(statement, before)
    if split is None:
        return None
    whole, parts, closed = split
    claimed, added = printed(whole), total(printed(part) for part in parts)
    target, reached = middle(claimed), middle(added)
    if not target or reached is None or added.low is None or added.high is None:
        return None
    holds = compatible(added, claimed)
    if not holds and not closed and abs(reached - target) > abs(target) * _NEAR:
        return None
    severity = "note" if holds else ("error" if closed else "warning")
    values = (("total", whole.quote), ("sum", shown(reached)), ("parts", " + ".join(part.quote for part in parts)))
    quotes = evidence(document, edition, whole.span, *(part.span for part in parts))
    return Finding("parts-total", severity, "check.parts_match" if holds else "check.parts_mismatch", values, quotes)


def _split(statement: Statement) -> tuple[Mention, tuple[Mention, ...], bool] | None:
    """Tell the total from its parts, and whether the list claims to be complete."""
    figures = [each for each in statement.mentions if each.kind == "metric"]
    if len(figures) < 3:
        return None
    last = figures[-1]
    if _SUMMED.search(statement.before(last)):
        parts = _alike(figures[:-1], last)
        return (last, parts, True) if len(parts) >= 2 and len(parts) == len(figures) - 1 else None
    for at, whole in enumerate(figures[:-2]):
        gap = statement.between(whole.span.end, figures[at + 1].span.start)
        closed = bool(_CLOSED.search(gap)) and bool(_TOTAL.search(statement.before(whole)))
        if closed or _OPENED.search(gap):
            parts = _alike(figures[at + 1 :], whole)
            return (whole, parts, closed) if len(parts) >= 2 else None
    return None


def _continued(statement: Statement, before: Statement | None) -> tuple[Mention, tuple[Mention, ...], bool] | None:
    """Read a sentence that begins with 其中: the total is the last figure of the sentence before."""
    if before is None or not before.mentions or not _OPENED.match(statement.text.lstrip()):
        return None
    whole = before.mentions[-1]
    parts = _alike(list(statement.mentions), whole)
    return (whole, parts, False) if whole.kind == "metric" and len(parts) >= 2 else None


def _alike(figures: list[Mention], whole: Mention) -> tuple[Mention, ...]:
    """Return the leading figures of the same unit: a list of parts ends where another unit begins."""
    parts: list[Mention] = []
    for each in figures:
        if (each.unit, each.quantity, each.currency) != (whole.unit, whole.quantity, whole.currency):
            break
        parts.append(each)
    return tuple(parts)


def _shares(statement: Statement, edition: Edition, document: int) -> Finding | None:
    shares = [each for each in statement.mentions if _is_share(each, statement)]
    if len(shares) < 2 or (len(shares) == 2 and statement.text.count("占") + statement.text.count("share") < 1):
        return None
    added = total(printed(each) for each in shares)
    reached = middle(added)
    if reached is None or added.low is None or added.high is None:
        return None
    if not compatible(Bounds(reached, reached), _SHARE_WINDOW):
        return None
    holds = compatible(added, _WHOLE)
    values = (("sum", shown(reached)), ("parts", " + ".join(each.quote for each in shares)))
    message, severity = ("check.shares_match", "note") if holds else ("check.shares_mismatch", "warning")
    quotes = evidence(document, edition, *(each.span for each in shares))
    return Finding("shares-total", severity, message, values, quotes)


def _is_share(mention: Mention, statement: Statement) -> bool:
    if "%" not in mention.unit and "％" not in mention.unit:
        return False
    return mention.kind == "share" or (mention.kind == "metric" and bool(_SHARE.search(statement.text)))

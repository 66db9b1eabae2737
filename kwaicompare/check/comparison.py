"""A figure set against another one, with the difference in percent: does it follow?

Takes one edition, returns findings and what agrees. Reads one sentence that states a figure, 对比 or 相比 another of
the same kind, and then a rise or fall in percent; the percentage is recomputed with the bounds of all three. A stated
minimum above the one that follows is told as well. Leaves out sentences with more figures of the kind in between.

    每页用时不高于12秒，相比行业平均15秒，缩短30%以上    → at least 20 % follows: warning
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from kwaicompare.check.checked import Checked
from kwaicompare.check.interval import compatible, growth, printed, shown
from kwaicompare.check.sentences import Statement, evidence
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.metric import Bounds, Mention

_AGAINST = re.compile(r"对比|相比|相较|比较|比(?!例|率|重|如)|较")
_FALL = re.compile(r"降低|下降|减少|节省|节约|缩短|低")
_RISE = re.compile(r"提升|提高|增长|增加|上升|高出|高")
_TOLERANCE = Decimal(1)


def check_comparisons(checked: Checked) -> CheckResult:
    """Recompute every percentage that follows from two figures of its sentence."""
    findings, verified = [], []
    for statement in checked.statements:
        for new, old, change in _triples(statement):
            implied = _implied(statement, new, old, change)
            if implied is None:
                continue
            kind = _kind(implied, change)
            values = (("new", new.quote), ("old", old.quote), ("stated", change.quote), ("computed", _shown(implied)))
            quotes = evidence(checked.document, checked.edition, new.span, old.span, change.span)
            severity = "note" if kind == "match" else "warning"
            result = Finding("comparison", severity, f"check.comparison_{kind}", values, quotes)
            (verified if kind == "match" else findings).append(result)
    return CheckResult(tuple(findings), tuple(verified))


def _triples(statement: Statement) -> Iterator[tuple[Mention, Mention, Mention]]:
    known = statement.mentions
    for new, old, change in zip(known, known[1:], known[2:], strict=False):
        if change.unit != "%" or "%" in new.unit or new.unit != old.unit or new.currency != old.currency:
            continue
        if _AGAINST.search(statement.between(new.span.end, old.span.start)) and change.mode != "to":
            yield new, old, change


def _implied(statement: Statement, new: Mention, old: Mention, change: Mention) -> Bounds | None:
    """Return the fall or rise that follows, as a positive percentage; None where none is stated."""
    words = statement.between(old.span.end, change.span.start)
    down = _FALL.search(words) is not None
    if down == (_RISE.search(words) is not None):
        return None
    change_from = growth(old.bounds, new.bounds)
    if change_from is None:
        return None
    if not down:
        return change_from
    low, high = change_from.low, change_from.high
    return Bounds(None if high is None else -high, None if low is None else -low)


def _kind(implied: Bounds, change: Mention) -> str:
    stated = printed(change)
    wide = Bounds(
        None if implied.low is None else implied.low - _TOLERANCE,
        None if implied.high is None else implied.high + _TOLERANCE,
    )
    if not compatible(wide, stated):
        return "mismatch"
    least = change.bounds.low
    open_above = change.bounds.high is None
    if open_above and least is not None and implied.low is not None and least > implied.low + _TOLERANCE:
        return "bound"
    return "match"


def _shown(bounds: Bounds) -> str:
    low = None if bounds.low is None else shown(bounds.low)
    high = None if bounds.high is None or bounds.high == 100 else shown(bounds.high)
    if low is not None and high is not None:
        return f"{low}%" if low == high else f"{low}%–{high}%"
    return f"≥ {low}%" if low is not None else f"≤ {high}%"

"""One figure restated with other bounds: about here, more than there, exact in the call-out.

Takes one edition, returns findings. Two places restate a figure when they print the same value and stand near each
other, at least one of them as a call-out or a table cell, and their words meet. Leaves out figures that
differ in value (restatement).

    处置190万条左右 … (call-out) 达190万多条    → about 1.9 million, or more than that? warning
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kwaicompare.check.checked import Checked
from kwaicompare.check.sentences import evidence
from kwaicompare.check.stated import Stated, value
from kwaicompare.model.finding import CheckResult, Finding

NEARBY = 1200
_WIDEST = 24
_ALIKE = 2


def check_restated_bounds(checked: Checked) -> CheckResult:
    """Compare the bounds of figures that are stated again nearby."""
    findings = []
    told: set[int] = set()
    for one, other in stated_again(checked.figures):
        first, second = one.mention, other.mention
        if one.bound == other.bound or {first.span.start, second.span.start} & told:
            continue
        told.update((first.span.start, second.span.start))
        exact = {one.bound, other.bound} & {"exact"}
        severity = "note" if exact else "warning"
        values = (("first", _flat(first.quote)), ("second", _flat(second.quote)))
        quotes = evidence(checked.document, checked.edition, first.span, second.span)
        findings.append(Finding("restated_bounds", severity, "check.restated_bounds", values, quotes))
    return CheckResult(tuple(findings))


def stated_again(stated: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """Yield pairs of figures that state the same, of each value the nearest first."""
    by_value: dict[object, list[Stated]] = defaultdict(list)
    for each in stated:
        by_value[value(each.mention)].append(each)
    for group in by_value.values():
        if len(group) > _WIDEST:
            continue
        near = [(one, other) for at, one in enumerate(group) for other in group[at + 1 :] if _restates(one, other)]
        yield from sorted(near, key=lambda pair: pair[1].mention.span.start - pair[0].mention.span.start)


def _restates(one: Stated, other: Stated) -> bool:
    first, second = one.mention, other.mention
    if not (one.display or other.display) or second.span.start - first.span.end > NEARBY:
        return False
    units = {first.unit.strip("* "), second.unit.strip("* ")} - {""}
    plain = len(units) <= 1 or all(any(each in wide for wide in units if wide != each) for each in units)
    return plain and first.mode == second.mode and len(one.words & other.words) >= _ALIKE


def _flat(quote: str) -> str:
    return " ".join(quote.replace("*", "").split())

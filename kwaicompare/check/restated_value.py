"""A call-out that prints another value than the text beside it.

Takes one edition, returns findings. Each figure of a call-out, cell or label is held against the figure of the running
text nearby that is told in the likest words, of one unit and size; where the values exclude each other and neither
side is printed on the other elsewhere nearby, one of them is a slip. Leaves out figures of different years, and
figures more than twofold apart: those measure different things.

    下线链接5130条 … (call-out) 下线侵权链接5103条    → two values: warning
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kwaicompare.check.checked import Checked
from kwaicompare.check.interval import canonical, compatible, middle
from kwaicompare.check.restated_bounds import NEARBY
from kwaicompare.check.sentences import evidence, years
from kwaicompare.check.stated import Stated
from kwaicompare.model.finding import CheckResult, Finding

_ALIKE = 0.4
_VERY_ALIKE = 0.6
_ENOUGH = 3
_WIDEST = 60
_TWOFOLD = 2
_ROUNDED = Decimal("1.15")
_FAR = Decimal(1000)
_ONE_CALL_OUT = 50


def check_restated_values(checked: Checked) -> CheckResult:
    """Compare the values of call-outs with those of the text."""
    stated = checked.figures
    findings = []
    told: set[int] = set()
    for at, one in enumerate(stated):
        if not one.display:
            continue
        near = [other for other in _near(stated, at) if not other.display]
        if any(_same_value(one, other) for other in near):
            continue
        rivals = [other for other in near if _contradict(one, other)]
        rival = min(rivals, key=lambda other: _times(one, other), default=None)
        if rival is None or id(rival) in told or _printed(stated, at, rival):
            continue
        told.add(id(rival))
        first, second = sorted((one.mention, rival.mention), key=lambda mention: mention.span)
        values = (("first", first.quote), ("second", second.quote))
        quotes = evidence(checked.document, checked.edition, first.span, second.span)
        findings.append(Finding("restated_value", "warning", "check.restated_value", values, quotes))
    return CheckResult(tuple(findings))


def _near(stated: Sequence[Stated], at: int) -> Iterator[Stated]:
    place = stated[at].mention.span.start
    for other in (*stated[max(0, at - _WIDEST) : at], *stated[at + 1 : at + 1 + _WIDEST]):
        if abs(other.mention.span.start - place) <= NEARBY:
            yield other


def _same_value(one: Stated, other: Stated) -> bool:
    """Whether two figures can be one: more than 6000 and more than 5000 cannot, though some value is above both."""
    if one.words.isdisjoint(other.words):
        return False
    times = _times(one, other)
    if one.bound == other.bound and one.bound in ("over", "below"):
        return times == 1
    return times <= _ROUNDED and compatible(canonical(one.mention), canonical(other.mention))


def _times(one: Stated, other: Stated) -> Decimal:
    """Return how many times one value is the other."""
    low, high = middle(one.mention.bounds), middle(other.mention.bounds)
    return max(low / high, high / low) if low and high and low * high > 0 else _FAR


def _alike(one: Stated, other: Stated) -> float:
    common = len(one.words & other.words)
    return common / min(len(one.words), len(other.words)) if common >= _ENOUGH else 0.0


def _contradict(one: Stated, other: Stated) -> bool:
    first, second = one.mention, other.mention
    if first.mode != second.mode or first.direction != second.direction or _alike(one, other) < _ALIKE:
        return False
    if len({first.unit.strip("* "), second.unit.strip("* ")} - {""}) > 1:
        return False
    named = set(years(first.period)), set(years(second.period))
    if all(named) and not named[0] & named[1]:
        return False
    if "%" in first.unit:  # shares of one thing differ by any factor, but of two things just as well
        return not _same_value(one, other) and one.bound == other.bound and _alike(one, other) >= _VERY_ALIKE
    return not _same_value(one, other) and _times(one, other) < _TWOFOLD


def _printed(stated: Sequence[Stated], at: int, rival: Stated) -> bool:
    """Whether another call-out nearby prints the text's value: then this one is of something else."""
    place = stated[at].mention.span.start
    apart = (other for other in _near(stated, at) if abs(other.mention.span.start - place) > _ONE_CALL_OUT)
    return any(other.display and _same_value(other, rival) for other in apart)

"""Targets an older document announced, beside what a later one reports for that year.

Takes editions, returns findings (missed) and what agrees (met). A target is a figure behind 目标, 力争 or 到…年 in a
document of a known year; it is of the year it names, else of the document's own. A result is a figure told in the
same words by a later document, of that year or, where none is named, of the year before the document's own; plans are
no results. Leaves out targets nobody reports on, and whether higher is better where the target has no bound.

    (2031) 今年的目标：新增读者5万人以上 … (2032) 新增读者4.2万人    → missed: note
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from kwaicompare.check.checked import Checked
from kwaicompare.check.edition_year import edition_year, is_statute
from kwaicompare.check.interval import ABOUT, middle
from kwaicompare.check.letters import pairs
from kwaicompare.check.sentences import Statement, years
from kwaicompare.model.finding import CheckResult, Evidence, Finding
from kwaicompare.model.metric import Mention

_TARGET = re.compile(
    r"目标(?:是|为|有)?\s*[：:]|目标是|力争|到(?:19|20)\d\d\s?年(?:底|末)?[^。]{0,20}(?:达到|超过|实现|建成)"
)
_UNTIL = re.compile(r"到\s?((?:19|20)\d\d)\s?年")
_SPAN = re.compile(r"年均|月均|日均|累计|[两三四五]年|期间|单月|季度")
_CLAUSE = re.compile(r"[，,。；;：:\t|\n]")
_FOREIGN = re.compile(r"[A-Z]{2,}")
_BEFORE = 24
_CARRY = 6  # a list of targets goes on over so many clauses set in lines of their own
_ALIKE = 0.75
_ENOUGH = 3
_WIDEST = 16
_FAR = Decimal(3)
_LITTLE = Decimal("0.03")


class _Figure(NamedTuple):
    mention: Mention
    document: int
    words: frozenset[str]
    year: int
    span: frozenset[str]


def check_targets(editions: Sequence[Checked]) -> CheckResult:
    """Hold every announced target against what later documents report."""
    known = [(edition_year(each.edition), each) for each in editions if not is_statute(each.edition)]
    dated = sorted(((year, each) for year, each in known if year is not None), key=lambda pair: pair[0])
    findings, verified = [], []
    for at, (year, older) in enumerate(dated):
        targets = list(_targets(older, year))
        for later_year, later in dated[at + 1 :]:
            results = list(_results(later, later_year)) if later_year > year and targets else []
            for target, result in _pairs(targets, results):
                met = _met(target.mention, result.mention)
                (verified if met else findings).append(_finding("met" if met else "missed", target, result))
    return CheckResult(tuple(findings), tuple(verified))


def _targets(checked: Checked, year: int) -> Iterator[_Figure]:
    left = 0
    until: int | None = None
    for statement in checked.statements:
        if _TARGET.search(statement.text):
            left = _CARRY if _goes_on(statement) else 1
            named = _UNTIL.search(statement.text)
            until = int(named[1]) if named else None
        if left > 0:
            left -= 1
            for mention in _figures(statement):
                yield _Figure(mention, checked.document, _words(statement, mention), until or year, _spans(statement))


def _results(checked: Checked, year: int) -> Iterator[_Figure]:
    left = 0
    for statement in checked.statements:
        if _TARGET.search(statement.text):
            left = _CARRY if _goes_on(statement) else 1
        left -= 1
        if left < 0:
            for mention in _figures(statement):
                named = years(mention.period)
                of = named[-1] if named else year - 1
                yield _Figure(mention, checked.document, _words(statement, mention), of, _spans(statement))


def _goes_on(statement: Statement) -> bool:
    """Whether a list of targets follows, one on a line."""
    return statement.text.rstrip().endswith(("：", ":", "，"))


def _figures(statement: Statement) -> Iterator[Mention]:
    return (mention for mention in statement.mentions if mention.kind != "rank" and mention.quantity != "time")


def _spans(statement: Statement) -> frozenset[str]:
    return frozenset(_SPAN.findall(statement.text))


def _words(statement: Statement, mention: Mention) -> frozenset[str]:
    clause = _CLAUSE.split(statement.before(mention)[-_BEFORE:])[-1]
    told = clause or mention.indicator
    return frozenset((*pairs(told), *_FOREIGN.findall(told)))


def _pairs(targets: list[_Figure], results: list[_Figure]) -> Iterator[tuple[_Figure, _Figure]]:
    index: dict[str, list[int]] = defaultdict(list)
    for at, result in enumerate(results):
        for word in result.words:
            index[word].append(at)
    for target in targets:
        near = {at for word in target.words for at in index[word] if len(index[word]) <= _WIDEST}
        alike = [at for at in near if _alike(target, results[at]) >= _ALIKE and _size(target, results[at]) <= _FAR]
        if alike:
            yield target, results[min(alike, key=lambda at: (_size(target, results[at]), at))]


def _size(target: _Figure, result: _Figure) -> Decimal:
    """Return how many times one value is the other: of several results the nearest is meant, the rest is cumulated."""
    one, other = middle(target.mention.bounds), middle(result.mention.bounds)
    return max(abs(one / other), abs(other / one)) if one and other else _FAR + 1


def _alike(target: _Figure, result: _Figure) -> float:
    first, second = target.mention, result.mention
    units = first.unit == second.unit
    common = len(target.words & result.words)
    if (
        target.year != result.year
        or target.span != result.span
        or not units
        or first.currency != second.currency
        or common < _ENOUGH
    ):
        return 0.0
    if {first.direction, second.direction} == {"up", "down"}:
        return 0.0
    return common / min(len(target.words), len(result.words))


def _met(target: Mention, result: Mention) -> bool:
    """Whether the result keeps the target's bounds; about so much is kept within a little."""
    value = middle(result.canonical.bounds if result.canonical.unit else result.bounds)
    bounds = target.canonical.bounds if target.canonical.unit else target.bounds
    if value is None:
        return True
    slack = abs(value) * _LITTLE if target.qualifier in ABOUT else Decimal(0)
    return (bounds.low is None or value >= bounds.low - slack) and (bounds.high is None or value <= bounds.high + slack)


def _finding(kind: str, target: _Figure, result: _Figure) -> Finding:
    first, second = target.mention, result.mention
    values = (("target", first.quote), ("result", second.quote), ("year", str(target.year)))
    quotes = (
        Evidence(target.document, first.span, first.quote),
        Evidence(result.document, second.span, second.quote),
    )
    return Finding("target", "note", f"check.target_{kind}", values, quotes)

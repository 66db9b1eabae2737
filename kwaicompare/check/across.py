"""The same fact in two documents: a report and its press article, a figure of one year in two editions.

Takes editions, returns findings and what agrees. A figure of a later document is held against the figure of an earlier
one that is told in nearly the same words, of the same unit and the same year. Equal bounds confirm it, a rounder value
that holds the other confirms it loosely; values that exclude each other contradict only where both name the same year,
where both documents are of one year, or where the sentences share another figure. Leaves out plans, drafts of one
text, and figures whose year nobody names in editions of different years: those have moved on (ledger).

    (report) 2031年营收6800亿元 (article) 2031年营收达6900亿元    → contradiction: warning
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations
from typing import NamedTuple

from kwaicompare.check.checked import Checked
from kwaicompare.check.edition_year import edition_year, is_statute
from kwaicompare.check.interval import canonical, compatible, middle
from kwaicompare.check.letters import pairs
from kwaicompare.check.sentences import Statement, years
from kwaicompare.model.finding import CheckResult, Evidence, Finding
from kwaicompare.model.metric import Bounds, Mention

_CLAUSE = re.compile(r"[，,。；;：:\t|\n]|(?<=[%\d万亿元件个])、")
_FOREIGN = re.compile(r"[A-Za-z]{2,}")
_PLAN = re.compile(r"力争|目标|计划|预计|规划|预期|将达|拟")
_BEFORE = 40
_AFTER = 14
_WIDEST = 12
_ENOUGH = 3
_ALIKE = 0.6
_SAME_WORDS = 0.8
_ROUNDED = Decimal("0.1")
_ODD = 2
_LARGE = 100
_VERBATIM = 0.95
_DIGITS = re.compile(r"E.*$|[^0-9]")


class _Stated(NamedTuple):
    mention: Mention
    bounds: Bounds
    unit: str
    document: int
    words: frozenset[str]
    years: frozenset[int]
    plan: bool
    sentence: int


class _Pair(NamedTuple):
    one: _Stated
    other: _Stated
    alike: float
    agree: bool

    @property
    def sentences(self) -> tuple[int, int]:
        """The sentences the two figures stand in."""
        return self.one.sentence, self.other.sentence


def check_across(editions: Sequence[Checked]) -> CheckResult:
    """Hold every figure against the same figure of the documents before."""
    findings: list[Finding] = []
    verified: list[Finding] = []
    judged = [checked for checked in editions if not is_statute(checked.edition)]
    held = [pair for pair in combinations(range(len(judged)), 2) if not _are_drafts(*(judged[at] for at in pair))]
    stated = {at: list(_stated(judged[at])) for at in sorted({at for pair in held for at in pair})}
    told = [edition_year(checked.edition) for checked in judged]
    for earlier, later in sorted(held, key=lambda pair: pair[::-1]):
        same_year = told[later] is not None and told[later] == told[earlier]
        for result in _results(stated[earlier], stated[later], same_year, judged[later]):
            (verified if result.severity == "note" else findings).append(result)
    return CheckResult(tuple(findings), tuple(verified))


def _are_drafts(one: Checked, other: Checked) -> bool:
    """Whether two documents are one text twice: what differs there is a change (ledger), no contradiction."""
    first, second = ({each.text.strip() for each in checked.statements} for checked in (one, other))
    return len(first & second) * 2 > min(len(first), len(second))


def _results(earlier: list[_Stated], later: list[_Stated], same_year: bool, judged: Checked) -> Iterator[Finding]:
    """Judge the pairs of two documents; each figure of the shorter one is told once."""
    pairs = list(_pairs(earlier, later, judged))
    firm = {pair.sentences for pair in pairs if pair.alike >= _SAME_WORDS and _equal(pair) and _large(pair.one.mention)}
    told: set[int] = set()
    for pair in sorted(pairs, key=lambda pair: (not pair.agree, -pair.alike)):
        kind = _kind(pair, same_year, pair.sentences in firm)
        figure = (pair.one if len(earlier) <= len(later) else pair.other).mention.span.start
        if kind is not None and figure not in told:
            told.add(figure)
            yield _finding(kind, pair.one, pair.other)


def _stated(checked: Checked) -> Iterator[_Stated]:
    for at, statement in enumerate(checked.each(checked.statements)):
        plan = _PLAN.search(statement.text) is not None
        for mention in statement.mentions:
            if mention.kind != "rank" and mention.quantity not in ("time", "duration"):
                words = _words(f"{_clause(statement, mention)} {mention.indicator}")
                named = frozenset(years(mention.period) or _years_before(statement, mention))
                unit = mention.canonical.unit or mention.unit
                yield _Stated(mention, canonical(mention), unit, checked.document, words, named, plan, at)


def _clause(statement: Statement, mention: Mention) -> str:
    before = _CLAUSE.split(statement.before(mention)[-_BEFORE:])[-1]
    start = mention.span.end - statement.span.start
    after = _CLAUSE.split(statement.text[start : start + _AFTER])[0]
    return f"{before} {mention.unit} {after}"


def _words(text: str) -> frozenset[str]:
    return frozenset((*pairs(text), *map(str.casefold, _FOREIGN.findall(text))))


def _years_before(statement: Statement, mention: Mention) -> list[int]:
    year = statement.year(mention)
    return [] if year is None else [year]


def _pairs(earlier: list[_Stated], later: list[_Stated], judged: Checked) -> Iterator[_Pair]:
    """Yield each figure with the one of the other document that is told in the likest words, if there is one."""
    seen: set[tuple[int, int]] = set()
    for at, best in _likest(earlier, later, judged):
        seen.add((best, at))
    for at, best in _likest(later, earlier, judged):
        seen.add((at, best))
    for one, other in judged.each(sorted(seen)):
        yield _pair(earlier[one], later[other])


def _likest(known: list[_Stated], asked: list[_Stated], judged: Checked) -> Iterator[tuple[int, int]]:
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(known):
        for word in one.words:
            index[word, one.mention.quantity].append(at)
    for number, other in enumerate(judged.each(asked)):
        places = (index.get((word, other.mention.quantity), ()) for word in other.words)
        shared = Counter(chain.from_iterable(few for few in places if len(few) <= _WIDEST))
        likest = sorted(shared, key=lambda at: (-shared[at], at))[:_WIDEST]
        ranked = [(_pair(known[at], other), at) for at in likest if _comparable(known[at], other)]
        fitting = [(pair.agree, pair.alike, at) for pair, at in ranked if _fits(pair)]
        if fitting:
            yield number, max(fitting)[2]


def _pair(one: _Stated, other: _Stated) -> _Pair:
    common = len(one.words & other.words)
    agree = _agree(one.bounds, other.bounds)
    return _Pair(one, other, common / min(len(one.words), len(other.words)) if common >= _ENOUGH else 0.0, agree)


def _agree(one: Bounds, other: Bounds) -> bool:
    """Whether two figures can be one: 超26万 and 超24万 cannot, though some value is above both."""
    if None not in (one.low, other.low) and one.high is None and other.high is None:
        return one.low == other.low
    if None not in (one.high, other.high) and one.low is None and other.low is None:
        return one.high == other.high
    return compatible(one, other)


def _fits(pair: _Pair) -> bool:
    """Whether a comparable pair states one figure: in like words, or the same odd value of the same named year."""
    one, other = pair.one, pair.other
    named = bool(one.years & other.years) and bool(one.words & other.words)
    return pair.alike >= _ALIKE or (named and _equal(pair) and _telling(one.mention))


def _comparable(one: _Stated, other: _Stated) -> bool:
    if one.plan or other.plan or (one.years and other.years and one.years.isdisjoint(other.years)):
        return False
    if one.unit != other.unit and one.unit and other.unit:
        return False
    return one.mention.currency == other.mention.currency and one.mention.mode == other.mention.mode


def _kind(pair: _Pair, same_year: bool, firm: bool) -> str | None:
    """Return match, rounder or mismatch; None where nobody can tell."""
    one, other = pair.one, pair.other
    named = bool(one.years & other.years)
    if _equal(pair):
        return "match" if _telling(one.mention) or named or same_year else None
    if pair.agree:
        near = _near(one.mention, other.mention)
        return "rounder" if near and (named or same_year) else None
    if one.plan or other.plan or pair.alike < _SAME_WORDS or not _same_indicator(pair):
        return None
    return "mismatch" if named or same_year or firm else None


def _equal(pair: _Pair) -> bool:
    first, second = pair.one.mention, pair.other.mention
    if first.canonical.unit and first.canonical.unit == second.canonical.unit:
        return first.canonical.bounds == second.canonical.bounds
    return first.bounds == second.bounds


def _near(first: Mention, second: Mention) -> bool:
    """Whether two values can be one, rounded: both more than a million says little."""
    one, other = (middle(each.canonical.bounds if each.canonical.unit else each.bounds) for each in (first, second))
    return one is not None and other is not None and abs(one - other) <= _ROUNDED * max(abs(one), abs(other))


def _same_indicator(pair: _Pair) -> bool:
    first, second = pair.one.mention, pair.other.mention
    scopes = first.scope in second.scope or second.scope in first.scope or pair.alike >= _VERBATIM
    return scopes and bool(first.indicator) and first.indicator == second.indicator


def _telling(mention: Mention) -> bool:
    """Whether equal values mean something: 69172 is no accident, 2 is."""
    return len(_DIGITS.sub("", str(mention.bounds.low or mention.bounds.high or "")).strip("0")) >= _ODD


def _large(mention: Mention) -> bool:
    value = middle(mention.bounds)
    return value is not None and abs(value) >= _LARGE


def _finding(kind: str, one: _Stated, other: _Stated) -> Finding:
    first, second = one.mention, other.mention
    values = (("indicator", second.indicator or first.indicator), ("first", first.quote), ("second", second.quote))
    quotes = (
        Evidence(one.document, first.span, first.quote),
        Evidence(other.document, second.span, second.quote),
    )
    return Finding("across", "warning" if kind == "mismatch" else "note", f"check.across_{kind}", values, quotes)

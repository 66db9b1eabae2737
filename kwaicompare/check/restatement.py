"""The same figure stated twice in one document: do the statements agree?

Takes one edition, returns findings and what agrees. Two figures restate each other when they measure the same kind of
quantity and the words around them are mostly the same (or one is the call-out of a figure in its section); figures of
the same sentence, of different years or of differently named indicators never do; nor do a plan and a result. Two
figures that differ contradict each other only where something ties them: a call-out, a year named by both, or the
same indicator in the same section. Agreement is judged on bounds: 近8000 and 7980 agree, 超5万 and 4.8万 do not.

    本期立案128件 … (call-out) 126件 本期立案数量    → 128件 against 126件: warning
    阻断率提升到98% … (call-out) 阻断率提升98%        → "to" against "by": warning
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kwaicompare.check.checked import Checked
from kwaicompare.check.interval import canonical, compatible
from kwaicompare.check.letters import pairs
from kwaicompare.check.sentences import Statement, evidence, years
from kwaicompare.model.comparison import Edition
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.metric import Direction, Mention, Mode

_CLAUSE = re.compile(r"[，,：:\t|]")
_CUES = re.compile(r"今年|明年|来年|去年|上年|本季|上季|将|力争|目标|计划|预计|规划|预期|累计|新增")
_UP = re.compile(r"提升|提高|增长|增加|上升")
_DOWN = re.compile(r"降低|下降|减少|缩短")
_FOREIGN = re.compile(r"[a-z][a-z-]+")
_TIME = {"time", "duration"}  # a statute sets one term for many things in nearly the same words
_DIGITS = re.compile(r"E.*$|[^0-9]")
_ODD = 2
_NEARBY = 1500
_ALIKE = 0.6
_RESTATES = 0.75
_ENOUGH = 4
_WIDEST_GROUP = 16
_GLOSS = 40


class _Stated(NamedTuple):
    mention: Mention
    mode: Mode | None
    direction: Direction | None
    words: frozenset[str]
    years: frozenset[int]
    cues: frozenset[str]
    alone: bool
    sentence: int


def check_restatements(checked: Checked) -> CheckResult:
    """Compare every figure with the others that state the same."""
    findings: dict[tuple[int, int], Finding] = {}
    verified: dict[tuple[int, int], Finding] = {}
    for one, other in _pairs(_stated(checked), checked):
        result = _judge(one, other, *checked.source)
        if result is not None:
            place = (one.mention.span.start, other.mention.span.start)
            (verified if result.severity == "note" else findings)[place] = result
    return CheckResult(tuple(findings.values()), _first_each(verified))


def _stated(checked: Checked) -> list[_Stated]:
    found, known = [], checked.statements
    for at, statement in enumerate(checked.each(known)):
        if not statement.mentions:
            continue
        cues = frozenset(_CUES.findall(statement.text))
        told = _gloss(statement, known[at + 1] if at + 1 < len(known) else None)
        for mention, clause in _clauses(statement):
            if mention.kind != "rank":
                mode, direction = _change(mention, told)
                year = frozenset(years(mention.period) or years(clause))
                words = _bigrams(f"{clause} {told}")
                found.append(_Stated(mention, mode, direction, words, year, cues, bool(told), at))
    return found


def _gloss(statement: Statement, following: Statement | None) -> str:
    """Return the line below a figure that stands alone on its line, as in call-outs; else ""."""
    if following is None or len(statement.mentions) != 1 or following.mentions or len(following.text) > _GLOSS:
        return ""
    [(_, clause)] = _clauses(statement)
    return following.text if len(_bigrams(clause)) < _ENOUGH else ""


def _clauses(statement: Statement) -> Iterator[tuple[Mention, str]]:
    """Yield each figure with the clause around it, in which all figures are blanked."""
    letters = list(statement.text)
    for mention in statement.mentions:
        start, end = _inside(statement, mention)
        letters[start:end] = " " * (end - start)
    blanked = "".join(letters)
    cuts = [0, *(match.end() for match in _CLAUSE.finditer(statement.text)), len(letters)]
    for mention in statement.mentions:
        start, end = _inside(statement, mention)
        stop = cuts[min(bisect_left(cuts, end), len(cuts) - 1)]
        yield mention, blanked[cuts[bisect_right(cuts, start) - 1] : stop]


def _inside(statement: Statement, mention: Mention) -> tuple[int, int]:
    return mention.span.start - statement.span.start, min(mention.span.end, statement.span.end) - statement.span.start


def _change(mention: Mention, told: str) -> tuple[Mode | None, Direction | None]:
    """Return mode and direction, for a percentage on its own line as its gloss words it (提升百分比: by)."""
    if mention.mode is not None or "%" not in mention.unit:
        return mention.mode, mention.direction
    if _UP.search(told):
        return "by", "up"
    return ("by", "down") if _DOWN.search(told) else (None, mention.direction)


@lru_cache(maxsize=64)
def _bigrams(text: str) -> frozenset[str]:
    """Return character pairs of Chinese runs and whole foreign words: robust against segmentation."""
    return frozenset((*pairs(text), *_FOREIGN.findall(text.casefold())))


def _pairs(stated: list[_Stated], checked: Checked) -> Iterator[tuple[_Stated, _Stated]]:
    """Yield pairs that may state the same figure, found through shared rare words so that the work stays linear."""
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, each in enumerate(stated):
        for word in each.words:
            by_word[(word, each.mention.quantity)].append(at)
    seen: set[tuple[int, int]] = set()
    for places in checked.each(list(by_word.values())):
        if len(places) > _WIDEST_GROUP:
            continue
        seen.update((one, other) for at, one in enumerate(places) for other in places[at + 1 :])
    for one, other in checked.each(sorted(seen)):
        if _may_restate(stated[one], stated[other]):
            yield stated[one], stated[other]


def _may_restate(one: _Stated, other: _Stated) -> bool:
    if one.sentence == other.sentence or _clash(one.years, other.years):
        return False
    first, second = one.mention, other.mention
    units = (first.canonical.unit or first.unit) == (second.canonical.unit or second.unit)
    return units and first.currency == second.currency and one.direction == other.direction


def _clash(one: frozenset[int], other: frozenset[int]) -> bool:
    return bool(one) and bool(other) and not one & other


def _judge(one: _Stated, other: _Stated, edition: Edition, document: int) -> Finding | None:
    shared = len(one.words & other.words)
    smaller = min(len(one.words), len(other.words))
    if shared < _ENOUGH or shared / smaller < _ALIKE:
        return None
    first, second = one.mention, other.mention
    agree = compatible(canonical(first), canonical(second))
    if agree and {one.mode, other.mode} == {"by", "to"}:
        return _finding("check.restatement_mode", "warning", first, second, edition, document)
    if agree and first.bounds == second.bounds and one.mode == other.mode and _telling(one, other):
        return _finding("check.restatement_match", "note", first, second, edition, document)
    if not agree and shared / smaller >= _RESTATES and _same_indicator(one, other) and one.mode == other.mode:
        return _finding("check.restatement_mismatch", "warning", first, second, edition, document)
    return None


def _same_indicator(one: _Stated, other: _Stated) -> bool:
    first, second = one.mention.indicator, other.mention.indicator
    if one.mention.scope and other.mention.scope and one.mention.scope != other.mention.scope:
        return False
    if one.cues != other.cues or one.mention.quantity in _TIME:
        return False
    return bool(first) and bool(second) and (first in second or second in first) and _tied(one, other)


def _tied(one: _Stated, other: _Stated) -> bool:
    """Whether more than like words says that both speak of one figure."""
    first, second = one.mention, other.mention
    if one.alone or other.alone or first.callout or second.callout or one.years & other.years:
        return True
    near = abs(first.span.start - second.span.start) <= _NEARBY
    return first.indicator == second.indicator and first.section == second.section != "" and near


def _telling(one: _Stated, other: _Stated) -> bool:
    """Whether equal values mean something: a statute's 二万元以上 stands everywhere, 69172条 is no accident."""
    digits = _DIGITS.sub("", str(one.mention.bounds.low or one.mention.bounds.high or "")).strip("0")
    return one.mention.quantity not in _TIME and (len(digits) >= _ODD or _tied(one, other))


def _finding(message: str, severity: str, first: Mention, second: Mention, edition: Edition, document: int) -> Finding:
    values = (("indicator", first.indicator or second.indicator), ("first", first.quote), ("second", second.quote))
    quotes = evidence(document, edition, first.span, second.span)
    return Finding("restatement", "note" if severity == "note" else "warning", message, values, quotes)


def _first_each(verified: dict[tuple[int, int], Finding]) -> tuple[Finding, ...]:
    """Keep one agreement for each later place: a figure stated five times is four agreements, not ten."""
    kept: dict[int, Finding] = {}
    for (_, later), finding in sorted(verified.items(), key=lambda item: item[0]):
        kept.setdefault(later, finding)
    return tuple(kept.values())

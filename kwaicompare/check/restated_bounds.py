"""One figure restated with other bounds: about here, more than there, exact in the call-out.

Takes one edition, returns findings. Two places restate a figure when they print the same value and stand near each
other, at least one of them as a call-out or a table cell, and their words meet. A call-out's bare number is read with
the line below it: 24万 over 超过24万条 is layout, 11万 over 约11万条 is not told here either. Leaves out figures that
differ in value (restatement).

    处置190万条左右 … (call-out) 达190万多条    → about 1.9 million, or more than that? warning
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kwaicompare.check.sentences import Checked, Statement, evidence
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.metric import Mention

_ROUND = ("约", "左右", "上下", "大约")
_OVER = ("余", "多", "+", "＋", "超", "超过", "逾", "突破", "以上")
_BELOW = ("近", "不足", "接近", "将近")
_SEVERAL = "数"
NEARBY = 1200
_GLOSS = 40
_SHORT_LINE = 45
_BEFORE = 40
_CLAUSE = re.compile(r"[，。；：,;:\n]")
_ENDS = ("。", "；", "，", "：", ";", ",", ":", ".", "！", "？")
_WIDEST = 24
_ALIKE = 2


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure with its bound (about, over, below, several, exact) and the words around it.

    ``display``: a call-out, a cell or a label, no running text. ``text``: what stands before it in its clause, with
    the line below a number that stands alone.
    """

    mention: Mention
    bound: str
    words: frozenset[str]
    display: bool
    text: str


def check_restated_bounds(checked: Checked) -> CheckResult:
    """Compare the bounds of figures that are stated again nearby."""
    findings = []
    told: set[int] = set()
    for one, other in stated_again(checked):
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


def stated_again(checked: Checked) -> Iterator[tuple[Stated, Stated]]:
    """Yield pairs of figures that state the same, of each value the nearest first."""
    yield from _pairs(list(figures(checked)))


def figures(checked: Checked) -> Iterator[Stated]:
    """Yield the figures of an edition as they are bound and worded, in text order."""
    known = checked.statements
    for at, statement in enumerate(known):
        for mention in statement.mentions:
            if mention.kind == "rank" or mention.mode == "times":
                continue
            following = known[at + 1] if at + 1 < len(known) else None
            gloss = _gloss(statement, following)
            bound = _bound(mention)
            if bound == "exact" and gloss and following is not None and _repeats(mention, following):
                continue
            words = frozenset(_pairs_of_letters(f"{_around(statement, mention)} {mention.indicator} {gloss}"))
            display = mention.callout or bool(gloss) or _is_cell(statement)
            before = statement.before(mention)[-_BEFORE:]
            yield Stated(mention, bound, words, display, _CLAUSE.split(before)[-1] + gloss)


def _gloss(statement: Statement, following: Statement | None) -> str:
    """Return the line below a figure that stands alone on its line."""
    if following is None or len(following.text) > _GLOSS or len(statement.mentions) != 1 or _ends(following):
        return ""
    rest = statement.text.replace(statement.mentions[0].quote, "").strip(" *\n\t")
    return following.text if len(rest) <= 2 else ""


def _ends(statement: Statement) -> bool:
    return statement.text.rstrip().endswith(_ENDS)


def _is_cell(statement: Statement) -> bool:
    """Whether this is a short line without the end of a sentence: a cell, a caption, a label."""
    line = statement.text.strip()
    return len(line) <= _SHORT_LINE and not _ends(statement) and not line.startswith(("（", "("))


def _repeats(mention: Mention, following: Statement) -> bool:
    return any(_value(each) == _value(mention) for each in following.mentions)


def _around(statement: Statement, mention: Mention) -> str:
    start = mention.span.start - statement.span.start
    end = mention.span.end - statement.span.start
    return statement.text[max(0, start - 30) : end + 15]


def _pairs_of_letters(text: str) -> Iterator[str]:
    for at in range(len(text) - 1):
        pair = text[at : at + 2]
        if "㐀" <= pair[0] <= "鿿" and "㐀" <= pair[1] <= "鿿":
            yield pair


def _bound(mention: Mention) -> str:
    """Return about, over, below or exact, as the figure is qualified."""
    quote = mention.quote
    if _SEVERAL in quote:
        return "several"
    for bound, words in (("about", _ROUND), ("over", _OVER), ("below", _BELOW)):
        if any(word in mention.qualifier.split("…") or word in quote for word in words):
            return bound
    return "exact"


def _value(mention: Mention) -> object:
    return mention.bounds.low if mention.bounds.low is not None else mention.bounds.high


def _pairs(stated: list[Stated]) -> Iterator[tuple[Stated, Stated]]:
    by_value: dict[object, list[Stated]] = defaultdict(list)
    for each in stated:
        by_value[_value(each.mention)].append(each)
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

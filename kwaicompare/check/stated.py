"""The figures of an edition as they are told: how bound, in which words, in the text or in a call-out.

Takes statements, returns a `Stated` for each figure in text order. A call-out's bare number is read with the line
below it: 24万 over 超过24万条 is layout. Leaves out ranks and multiples, which nothing restates.

    超5万件申请    → over, {申请, …}, running text
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kwaicompare.check.letters import pairs
from kwaicompare.check.sentences import Statement
from kwaicompare.model.metric import Mention
from kwaicompare.progress import Progress, reported, silent

_ROUND = ("约", "左右", "上下", "大约")
_OVER = ("余", "多", "+", "＋", "超", "超过", "逾", "突破", "以上")
_BELOW = ("近", "不足", "接近", "将近")
_BOUNDS = (("about", _ROUND), ("over", _OVER), ("below", _BELOW))
_SEVERAL = "数"
_GLOSS = 40
_SHORT_LINE = 45
_BEFORE = 40
_CLAUSE = re.compile(r"[，。；：,;:\n]")
_ENDS = ("。", "；", "，", "：", ";", ",", ":", ".", "！", "？")


@dataclass(frozen=True, slots=True, eq=False)
class Stated:
    """A figure with its bound (about, over, below, several, exact) and the words around it.

    ``display``: a call-out, a cell or a label, no running text. ``text``: what stands before it in its clause, with
    the line below a number that stands alone.
    """

    mention: Mention
    bound: str
    around: str
    display: bool
    text: str

    @property
    def words(self) -> frozenset[str]:
        """The pairs of characters around the figure; of most figures nobody asks for them."""
        return _words(self.around)


def stated_figures(known: Sequence[Statement], progress: Progress = silent) -> tuple[Stated, ...]:
    """Return the figures of statements as they are bound and worded, in text order."""
    found: list[Stated] = []
    for at, statement in enumerate(reported(known, "check", progress)):
        if statement.mentions:
            found += _of(statement, known[at + 1] if at + 1 < len(known) else None)
    return tuple(found)


def value(mention: Mention) -> object:
    """Return the value that is printed: the lower bound, else the upper one."""
    return mention.bounds.low if mention.bounds.low is not None else mention.bounds.high


@lru_cache(maxsize=1 << 14)
def _words(around: str) -> frozenset[str]:
    return frozenset(pairs(around))


def _of(statement: Statement, following: Statement | None) -> list[Stated]:
    gloss = _gloss(statement, following)
    label = bool(gloss) or _is_cell(statement)
    found = []
    for mention in statement.mentions:
        if mention.kind == "rank" or mention.mode == "times":
            continue
        bound = _bound(mention)
        if bound == "exact" and gloss and following is not None and _repeats(mention, following):
            continue
        around = f"{_around(statement, mention)} {mention.indicator} {gloss}"
        before = statement.before(mention)[-_BEFORE:]
        found.append(Stated(mention, bound, around, mention.callout or label, _CLAUSE.split(before)[-1] + gloss))
    return found


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
    return any(value(each) == value(mention) for each in following.mentions)


def _around(statement: Statement, mention: Mention) -> str:
    start = mention.span.start - statement.span.start
    end = mention.span.end - statement.span.start
    return statement.text[max(0, start - 30) : end + 15]


def _bound(mention: Mention) -> str:
    """Return about, over, below or exact, as the figure is qualified."""
    quote = mention.quote
    if _SEVERAL in quote:
        return "several"
    qualifiers = mention.qualifier.split("…")
    for bound, words in _BOUNDS:
        if any(word in qualifiers or word in quote for word in words):
            return bound
    return "exact"

"""A ranking that announces more rows than its table prints.

Takes one edition, returns findings and what agrees. A statement names the first so many (前20名); the table behind it
numbers its rows from 1. Leaves out tables with more rows than announced, and tables further on than a page.

    前20名中占五席 … (a table numbered 1 to 18)    → 20 announced, 18 rows: warning
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from kwaicompare.check.checked import Checked
from kwaicompare.check.sentences import evidence
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.span import Span
from kwaicompare.text.scanning import matches

_FIRST = re.compile(r"(?:前|[Tt][Oo][Pp])\s?(?P<number>\d{1,3})\s?(?:名|位|强|席|家|大)")
_ROW = re.compile(r"^[\s|▶►★*]*(?P<number>\d{1,3})[\s*.、]*[\t|].*$", re.MULTILINE)
_FEWEST = 5
_REACH = 1500


class _Table(NamedTuple):
    start: int
    rows: int
    last: Span


def check_rankings(checked: Checked) -> CheckResult:
    """Count the rows of ranking tables against the announced number."""
    text = checked.edition.text
    findings, verified = [], []
    tables = list(_tables(text))
    starts = [table.start for table in tables]
    for match in matches(_FIRST, text):
        announced = int(match["number"])
        behind = bisect_left(starts, match.end())
        if behind == len(tables) or starts[behind] - match.end() > _REACH:
            continue
        table = tables[behind]
        if announced < _FEWEST or table.rows > announced:
            continue
        kind = "match" if table.rows == announced else "mismatch"
        quotes = evidence(checked.document, checked.edition, Span(match.start(), match.end()), table.last)
        values = (("announced", str(announced)), ("rows", str(table.rows)))
        severity = "note" if kind == "match" else "warning"
        result = Finding("ranking", severity, f"check.ranking_{kind}", values, quotes)
        (verified if kind == "match" else findings).append(result)
    return CheckResult(tuple(findings), tuple(verified))


def _tables(text: str) -> Iterator[_Table]:
    """Yield each run of rows numbered 1, 2, 3 … without a line of other text between."""
    run: list[re.Match[str]] = []
    for match in matches(_ROW, text):
        follows = run and int(match["number"]) == len(run) + 1 and not text[run[-1].end() : match.start()].strip()
        if not follows:
            yield from _table(run)
            run = []
        if follows or int(match["number"]) == 1:
            run.append(match)
    yield from _table(run)


def _table(run: list[re.Match[str]]) -> Iterator[_Table]:
    if len(run) >= _FEWEST:
        yield _Table(run[0].start(), len(run), Span(run[-1].start(), run[-1].end()))

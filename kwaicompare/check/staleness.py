"""Sentences carried over unchanged from an older edition although they speak of their own day.

Takes editions, returns findings. A sentence of a later edition that an earlier one holds word by word, and that says
目前, 今年, 近三年 … or gives a state as of an old date, was true when it was first printed. Leaves out editions of one
year (two drafts say 今年 of the same year) and of unknown years, and sentences of statutes, which are kept on purpose.

    (2031) 目前正在建设三个中心。 (2035) 目前正在建设三个中心。    → carried over: warning
"""

import re
from collections.abc import Iterator, Sequence

from kwaicompare.check.checked import Checked
from kwaicompare.check.edition_year import edition_year, is_statute
from kwaicompare.check.letters import unmarked
from kwaicompare.model.finding import CheckResult, Evidence, Finding
from kwaicompare.model.span import Span

_OWN_DAY = re.compile(
    r"目前|当前|眼下|如今|现阶段|迄今|截至今|今年|去年|明年|(?<!以)前年(?!度)|本年度|上年|近日|日前|近期|最近|今后|即将|正在筹"
    r"|(?:近|过去|未来)[一两三四五六七八九十\d]{1,2}年|“十[一二三四五]五”(?:期间|末)|截[至止](?:到)?\s?(?:19|20)\d\d\s?年"
)
_IN_TITLE = re.compile(r"《[^》]*》")
_SHORTEST = 10


def check_staleness(editions: Sequence[Checked]) -> CheckResult:
    """Find sentences of later editions that were carried over and have gone stale."""
    findings: list[Finding] = []
    known: dict[str, tuple[Checked, Span, int]] = {}
    years = [None if is_statute(each.edition) else edition_year(each.edition) for each in editions]
    dated = sorted(((year, at) for at, year in enumerate(years) if year is not None))
    for year, at in dated:
        own: dict[str, tuple[Checked, Span, int]] = {}
        for words, span, phrase in _sentences(editions[at]):
            first = known.get(words)
            if first is not None and first[2] < year:
                findings.append(_finding(first, editions[at], span, phrase))
            own.setdefault(words, (editions[at], span, year))
        known = own | known
    return CheckResult(tuple(findings))


def _sentences(checked: Checked) -> Iterator[tuple[str, Span, str]]:
    for statement in checked.statements:
        told = _OWN_DAY.search(_IN_TITLE.sub("", statement.text))
        words = unmarked(statement.text) if told else ""
        if told and len(words) >= _SHORTEST:
            start = statement.span.start + len(statement.text) - len(statement.text.lstrip())
            yield words, Span(start, statement.span.end), told[0]


def _finding(first: tuple[Checked, Span, int], later: Checked, span: Span, phrase: str) -> Finding:
    older, place, year = first
    quotes = (
        Evidence(later.document, span, span.of(later.edition.text)),
        Evidence(older.document, place, place.of(older.edition.text)),
    )
    return Finding("staleness", "warning", "check.stale", (("phrase", phrase), ("year", str(year))), quotes)

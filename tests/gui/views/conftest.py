"""A small invented comparison: two short texts with figures, terms and findings marked by hand."""

import re
from array import array
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from kwaicompare.model.alignment import Alignment
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.document import Document, Line, Outline, Section, Source
from kwaicompare.model.finding import CheckResult, Evidence, Finding
from kwaicompare.model.keyword import Term, TermStatus, Words
from kwaicompare.model.metric import Bounds, Canonical, Delta, Entry, Ledger, Mention
from kwaicompare.model.span import Span

OLD = "# 专利\n截至2021年，平台累计申请专利**500件**。团队有30人。\n# 就业\n平台带动就业，就业稳定。\n"
NEW = (
    "# 专利\n截至2025年，平台累计申请专利超900件。新建AI中心2个，AI模型上线。\n"
    "# 治理\n平台治理升级。共40件，分别为15件、20件。\n"
)
_WORD = re.compile(r"专利|平台|就业|治理|AI|模型|[\s\S]")


@pytest.fixture(autouse=True)
def english():
    """Speak English whatever the machine's locale."""
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def comparison() -> Comparison:
    """Return the invented comparison."""
    a, b = _edition(OLD, "2022"), _edition(NEW, "2026")
    return Comparison(a, b, Alignment(()), (), _ledger(), _terms(), _checks())


@pytest.fixture
def empty_comparison() -> Comparison:
    """Return a comparison of two texts in which nothing was found."""
    a, b = _edition("无", ""), _edition("空", "")
    return Comparison(a, b, Alignment(()), (), Ledger(), ())


def mention(text: str, quote: str, low: str | None, high: str | None, **fields) -> Mention:
    """Mark the first ``quote`` of a text as a figure."""
    start = text.index(quote)
    bounds = Bounds(None if low is None else Decimal(low), None if high is None else Decimal(high))
    unit = fields.pop("unit", "件")
    span = Span(start, start + len(quote))
    return Mention(span, quote, "metric", bounds, unit=unit, canonical=Canonical(unit, bounds), **fields)


def _edition(text: str, name: str) -> Edition:
    matches = list(_WORD.finditer(text))
    starts = array("L", [match.start() for match in matches])
    words = Words(starts, tuple(match[0].casefold() for match in matches), len(text))
    heads = list(re.finditer(r"# (\S+)\n", text))
    ends = [match.start() for match in heads[1:]] + [len(text)]
    sections = tuple(
        Section(f"s{at}", None, 1, None, head[1], Span(head.start(), end), Span(head.start(), head.end()))
        for at, (head, end) in enumerate(zip(heads, ends, strict=False))
    )
    span = Span(0, len(text))
    source = Source(f"{name}.md", "0" * 64, "utf-8", "报告", name)
    return Edition(Document(source, text, (Line(span, "text", span),)), Outline(sections), words)


def _ledger() -> Ledger:
    old = mention(OLD, "**500件", "500", "500", indicator="累计申请专利", period="截至2021年")
    new = mention(NEW, "超900件", "900", None, indicator="累计申请专利", period="截至2025年", qualifier="超")
    delta = Delta(
        "累计申请专利",
        old,
        new,
        comparability="caveat",
        caveats=(("bound", "- / 超"),),
        absolute=Bounds(Decimal(400), None),
        percent=Bounds(Decimal(80), None),
    )
    staff = mention(OLD, "30人", "30", "30", unit="人", indicator="团队")
    centres = mention(NEW, "2个", "2", "2", unit="个", indicator="AI中心")
    return Ledger((delta,), (Entry(staff),), (Entry(centres),))


def term(name: str, a: int, b: int, bound: float, status: TermStatus) -> Term:
    """Make a term whose estimate lies one beyond its bound."""
    ratio = bound + (1 if bound >= 0 else -1)
    return Term(name, a, b, a * 10.0, b * 10.0, 12.5, ratio, bound, 0.4, 0.6, min(a, 2), min(b, 2), status)


def _terms() -> tuple[Term, ...]:
    return (
        term("ai", 0, 2, 2.0, "new"),
        term("治理", 0, 2, 1.5, "risen"),
        term("专利", 2, 2, 0.0, "steady"),
        term("就业", 3, 0, -2.5, "gone"),
    )


def _checks() -> CheckResult:
    values = (("parts", "15件 + 20件"), ("sum", "35"), ("total", "40件"))
    quotes = tuple(_quote(1, NEW, quote) for quote in ("40件", "15件", "20件"))
    broken = Finding("parts-total", "error", "check.parts_mismatch", values, quotes)
    same = (("indicator", "专利"), ("first", "**500件"), ("second", "500件"))
    held = Finding("restatement", "note", "check.restatement_match", same, (_quote(0, OLD, "500件"),))
    return CheckResult((broken,), (held,))


def _quote(document: int, text: str, quote: str) -> Evidence:
    start = text.index(quote)
    return Evidence(document, Span(start, start + len(quote)), quote)

"""A small comparison made by hand, its two sources on disk, and a reader for them."""

import hashlib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from kwaicompare.model.alignment import Alignment, Link, Reason
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.document import Document, Furniture, Outline, Section, Source
from kwaicompare.model.edit import Edit, Passage
from kwaicompare.model.finding import CheckResult, Evidence, Finding
from kwaicompare.model.keyword import Term
from kwaicompare.model.metric import Bounds, Canonical, Delta, Entry, Ledger, Mention
from kwaicompare.model.span import Span

OLD = "# 年报\n\n## 专利\n\n本社拥有 <专利> 120件。\n\n\n## 食堂\n\n图1 餐桌\n每天供应早\n餐。\n"
NEW = "# 年报\n\n## 发明与专利\n\n本社拥有 <专利> 超1.4万件。\n\n## 绿化\n\n新栽树木30棵。\n"


def span(text: str, part: str) -> Span:
    """Return where ``part`` stands in ``text``."""
    start = text.index(part)
    return Span(start, start + len(part))


def read_from(path: Path) -> Document:
    """Read a source the plain way."""
    content = path.read_bytes()
    source = Source(str(path), hashlib.sha256(content).hexdigest(), "utf-8", title="年报", language="zh")
    return Document(source, content.decode(), ())


def _section(text: str, name: str, parent: str | None, level: int, title: str, end: int) -> Section:
    heading = span(text, f"{'#' * level} {title}\n")
    return Section(name, parent, level, None, title, Span(heading.start, end), heading)


def _mention(text: str, quote: str, low: str, high: str | None) -> Mention:
    bounds = Bounds(Decimal(low), None if high is None else Decimal(high))
    return Mention(
        span(text, quote), quote, "metric", bounds, unit="件", quantity="count", canonical=Canonical("件", bounds),
        precision=Decimal(1), indicator="专利", period="2025年", section="s2",
    )  # fmt: skip


def _passages() -> tuple[Passage, ...]:
    a, b = span(OLD, "本社拥有 <专利> 120件。"), span(NEW, "本社拥有 <专利> 超1.4万件。")
    figure_a, figure_b = span(OLD, "120件"), span(NEW, "超1.4万件")
    edits = (
        Edit("equal", Span(a.start, figure_a.start), Span(b.start, figure_b.start)),
        Edit("replace", figure_a, figure_b),
        Edit("equal", Span(figure_a.end, a.end), Span(figure_b.end, b.end)),
    )
    title_a, title_b = span(OLD, "# 年报"), span(NEW, "# 年报")
    head_a, head_b = span(OLD, "## 专利"), span(NEW, "## 发明与专利")
    return (
        Passage(
            title_a,
            title_b,
            "same",
            1.0,
            (Edit("equal", title_a, title_b),),
            role="heading",
            section_a="s1",
            section_b="s1",
        ),
        Passage(
            head_a,
            head_b,
            "edited",
            0.6,
            (Edit("replace", head_a, head_b),),
            rewritten=True,
            role="heading",
            section_a="s2",
            section_b="s2",
        ),
        Passage(a, b, "edited", 0.9, edits, section_a="s2", section_b="s2"),
        Passage(span(OLD, "## 食堂"), None, "dropped", 0.0, role="heading", section_a="s3"),
        Passage(span(OLD, "图1 餐桌"), None, "dropped", 0.0, role="caption", section_a="s3"),
        Passage(span(OLD, "每天供应早\n餐。"), None, "dropped", 0.0, section_a="s3"),
        Passage(None, span(NEW, "## 绿化"), "new", 0.0, role="heading", section_b="s3"),
        Passage(None, span(NEW, "新栽树木30棵。"), "new", 0.0, section_b="s3"),
    )


@pytest.fixture
def read_source() -> Callable[[Path], Document]:
    """Return the reader that verification is given."""
    return read_from


@pytest.fixture
def make_comparison(tmp_path: Path) -> Callable[[], Comparison]:
    """Return a function that writes the two sources to disk and compares them by hand."""

    def make() -> Comparison:
        for name, text in (("old.md", OLD), ("new.md", NEW)):
            (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
        sections_a = (
            _section(OLD, "s1", None, 1, "年报", len(OLD)),
            _section(OLD, "s2", "s1", 2, "专利", OLD.index("## 食堂")),
            _section(OLD, "s3", "s1", 2, "食堂", len(OLD)),
        )
        sections_b = (
            _section(NEW, "s1", None, 1, "年报", len(NEW)),
            _section(NEW, "s2", "s1", 2, "发明与专利", NEW.index("## 绿化")),
            _section(NEW, "s3", "s1", 2, "绿化", len(NEW)),
        )
        furniture = (Furniture("caption", span(OLD, "图1 餐桌")), Furniture("image", span(OLD, "图1")))
        patents, more_patents = _mention(OLD, "120件", "120", "120"), _mention(NEW, "超1.4万件", "14000", None)
        trees = Mention(span(NEW, "30棵"), "30棵", "metric", Bounds(Decimal(30), Decimal(30)), indicator="树木")
        a = Edition(read_from(tmp_path / "old.md"), Outline(sections_a, furniture), mentions=(patents,))
        b = Edition(read_from(tmp_path / "new.md"), Outline(sections_b), mentions=(more_patents, trees))
        delta = Delta(
            "专利", patents, more_patents, comparability="caveat",
            caveats=(("bound", ""), ("cumulative_vs_per_year", ""), ("scope", "国内")),
            absolute=Bounds(Decimal(13880), None), percent=Bounds(Decimal("11566.6667"), None),
        )  # fmt: skip
        why = (Reason("heading", 0.5), Reason("terms", 0.3, ("专利", "拥有")), Reason("pinned"))
        links = (Link("s1", "s1", 1.0, "same"), Link("s2", "s2", 0.87654, "edited", moved=True, why=why))
        evidence = (Evidence(0, patents.span, "120件"), Evidence(1, more_patents.span, "超1.4万件"))
        finding = Finding("restatement", "warning", "report.counts", (("a", "120"), ("b", "14000")), evidence)
        return Comparison(
            a, b,
            Alignment(links, dropped=("s3",), new=("s3",)),
            _passages(),
            Ledger((delta,), (), (Entry(trees),)),
            (Term("专利", 1, 5, 10.0, 50.123456789, 9.5, 2.3, 1.1, 0.0, 0.25, 1, 2, "risen"),),
            CheckResult((finding,), (finding,)),
        )  # fmt: skip

    return make

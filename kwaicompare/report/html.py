"""The HTML report: one self-contained page that opens without a network.

Takes a comparison and a language, returns the page. The frame stands in ``resources/templates/report.html``, its looks
in ``report.css``; its parts come from ``section_map``,
``panes`` and ``tables``. Leaves out scripts: folding and
jumping work without.

    comparison, "zh_CN"  →  "<!doctype html>… 章节对照 … 指标 … 关键词 … 核查 … 来源 …"
"""

from string import Template

from kwaicompare import __version__
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.report import tables
from kwaicompare.report.markup import SIGNS, element, text
from kwaicompare.report.panes import panes
from kwaicompare.report.section_map import section_map
from kwaicompare.report.summary import summary_lines
from kwaicompare.resources import messages
from kwaicompare.resources import text as resource

_PARTS = ("overview", "panes", "figures", "keywords", "checks", "sources")


def html_report(comparison: Comparison, language: str) -> str:
    """Return the page, worded in ``language``."""
    wording = messages(language)
    titles = {part: text(wording(f"report.title.{part}")) for part in _PARTS}
    return Template(resource("templates", "report.html")).substitute(
        language="zh-CN" if wording.language == "zh_CN" else "en",
        style=resource("templates", "report.css"),
        title=text(" ⇄ ".join(_name(edition) for edition in (comparison.a, comparison.b))),
        **{f"title_{part}": title for part, title in titles.items()},
        name_a=text(_name(comparison.a)),
        name_b=text(_name(comparison.b)),
        map_title=text(wording("report.map")),
        legend=_legend(wording("report.legend")),
        section_map=section_map(comparison, wording),
        overview=_overview(comparison, language),
        rows="\n".join(panes(comparison, wording)),
        figures=tables.figures(comparison, wording),
        keywords=tables.keywords(comparison, wording),
        checks=tables.checks(comparison, wording),
        opinions=tables.opinions(comparison, wording),
        sources=tables.sources(comparison, wording),
        not_compared_title=text(wording("report.title.not_compared")),
        not_compared=tables.not_compared(comparison, wording),
        written_by=text(wording("report.written_by", version=__version__)),
    )


def _name(edition: Edition) -> str:
    source = edition.document.source
    return " ".join(part for part in (source.title or source.path, source.edition) if part)


def _overview(comparison: Comparison, language: str) -> str:
    lines = summary_lines(comparison, language)
    if comparison.identical:
        lines.insert(0, messages(language)("cli.identical"))
    return element("ul", "".join(element("li", text(line)) for line in lines))


def _legend(line: str) -> str:
    kinds = ("edited", "moved", "dropped", "new")
    words = line.split("|")
    items = zip(kinds, words, strict=True)
    return "".join(element("span", element("b", SIGNS[kind]) + text(word), css=kind) for kind, word in items)

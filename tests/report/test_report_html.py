"""The HTML page: self-contained, escaped, complete, and every quotation in its place."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from kwaicompare.compare import compare_editions
from kwaicompare.model.alignment import Alignment, Link
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.edit import Edit, Passage
from kwaicompare.model.span import Span
from kwaicompare.report.html import html_report
from kwaicompare.report.markup import quotation, text

Make = Callable[[], Comparison]


class _Page(HTMLParser):
    """Collects what a browser would see: tags in balance, ids, link targets, shown text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.loaded: list[str] = []
        self.shown = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href":
                self.targets.append(value or "")
            elif name in ("src", "srcset", "action"):
                self.loaded.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.shown += data


def _page(markup: str) -> _Page:
    page = _Page()
    page.feed(markup)
    page.close()
    return page


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_page_is_balanced_and_its_links_lead_somewhere(make_comparison: Make, language: str) -> None:
    page = _page(html_report(make_comparison(), language))
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert page.targets
    assert {target.removeprefix("#") for target in page.targets} <= set(page.ids)


def test_page_loads_nothing(make_comparison: Make) -> None:
    markup = html_report(make_comparison(), "zh_CN")
    assert _page(markup).loaded == []
    assert not re.search(r"@import|url\(|https?://|<script|<link", markup)


def test_text_of_the_documents_is_escaped(make_comparison: Make) -> None:
    markup = html_report(make_comparison(), "zh_CN")
    assert "<专利>" not in markup
    assert "&lt;专利&gt;" in markup


def test_both_texts_are_shown_in_full(make_comparison: Make) -> None:
    comparison = make_comparison()
    markup = html_report(comparison, "zh_CN")
    for document, edition in enumerate((comparison.a, comparison.b)):
        cells = re.findall(rf'<p data-doc="{document}"[^>]*>(.*?)</p>', markup, re.DOTALL)
        shown = "".join(_page(cell).shown for cell in cells)
        assert "".join(shown.split()) == "".join(edition.text.split())


def test_word_edits_are_marked(make_comparison: Make) -> None:
    markup = html_report(make_comparison(), "zh_CN")
    assert "<del><mark>120件</mark></del>" in markup
    assert "<ins><mark>超1.4万件</mark></ins>" in markup


def test_ledger_row_words_its_bounds(make_comparison: Make) -> None:
    shown = _page(html_report(make_comparison(), "zh_CN")).shown
    assert "至少 +11,566.7%" in shown
    assert "至少 +1.388万件" in shown


def test_unchanged_runs_are_folded(make_comparison: Make) -> None:
    comparison = make_comparison()
    pair = comparison.passages[2]
    assert pair.a is not None
    assert pair.b is not None
    same = Passage(pair.a, pair.b, "same", 1.0, (Edit("equal", pair.a, pair.b),), section_a="s2", section_b="s2")
    folded = html_report(replace(comparison, passages=(same,) * 3), "zh_CN")
    open_ = html_report(replace(comparison, passages=(same,) * 2), "zh_CN")
    assert "<summary>未变 3 段</summary>" in folded
    assert "<summary>未变" not in open_


def test_marks_of_the_markup_are_kept_but_take_no_room() -> None:
    shown = quotation("突破**1200**万<br>", 1, Span(0, 15))
    assert "突破<i>**</i>1200<i>**</i>万<i>&lt;br&gt;</i>" in shown


def test_line_broken_inside_a_chinese_sentence_takes_no_room() -> None:
    assert text("每天供应早\n餐") == "每天供应早<i>\n</i>餐"
    assert text("two\nwords") == "two\nwords"


def test_texts_of_counterpart_sections_face_each_other(make_comparison: Make) -> None:
    comparison = make_comparison()
    old, new = comparison.passages[5], comparison.passages[7]
    assert (old.section_a, new.section_b) == ("s3", "s3")
    alone = replace(comparison, passages=(old, new))
    linked = replace(alone, alignment=Alignment((Link("s3", "s3", 0.7, "rewritten"),)))
    assert 'class="row facing"' not in html_report(alone, "zh_CN")
    assert html_report(linked, "zh_CN").count('class="row facing"') == 1
    turned = replace(linked, passages=(new, old))
    assert html_report(turned, "zh_CN").count('class="row facing"') == 1


def test_furniture_folds_away(make_comparison: Make) -> None:
    comparison = make_comparison()
    furniture = replace(comparison.passages[4], role="furniture")
    markup = html_report(replace(comparison, passages=(furniture,) * 4), "en")
    assert "<summary>4 passages of furniture" in markup


def test_what_lenses_hid_is_listed_and_leads_to_its_row(make_comparison: Make) -> None:
    comparison = make_comparison()
    pair = comparison.passages[2]
    assert pair.a is not None
    assert pair.b is not None
    hidden = Passage(pair.a, pair.b, "same", 1.0, (Edit("equal", pair.a, pair.b, ("width", "case")),))
    page = html_report(replace(comparison, passages=(*comparison.passages[:2], hidden, *comparison.passages[3:])), "en")
    assert "1 ignored places" in page
    assert '<a href="#r2">full and half width, case</a>' in page
    assert 'id="r2"' in page


def test_other_likely_places_are_told(make_comparison: Make) -> None:
    comparison = make_comparison()
    pair = comparison.passages[2]
    assert pair.a is not None
    moved = replace(pair, relation="moved-edited", origins=(pair.a, pair.a))
    page = html_report(replace(comparison, passages=(*comparison.passages[:2], moved, *comparison.passages[3:])), "en")
    assert "2 other places are as likely" in page


def test_the_lines_of_a_heading_share_a_row(edition_of: Callable[..., Edition]) -> None:
    old = edition_of("# 书\n\n## 01\n\n## 水渠\n\n# 分段施工\n\n水渠分段施工，每段三十米。\n", "a.md")
    new = edition_of("# 书\n\n## 水渠\n\n水渠分段施工，每段四十米。\n", "b.md")
    page = html_report(compare_editions(old, new), "zh_CN")
    assert _page(page).open == []
    assert len(_page(page).ids) == len(set(_page(page).ids))
    assert re.search(r'<div class="row [a-z]+ heading[^"]*"><b[^>]*>[^<]*</b><div><p', page)
    for document, edition in enumerate((old, new)):
        cells = re.findall(rf'<p (?:[^>]* )?data-doc="{document}"[^>]*>(.*?)</p>', page, re.DOTALL)
        shown = "".join(_page(cell).shown for cell in cells)
        assert sorted("".join(shown.split())) == sorted("".join(edition.text.split()))

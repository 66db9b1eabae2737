"""Opinions are handed on in every report, and a report with them is verified like any other."""

import json
import re
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from kwaicompare import workspace
from kwaicompare.model.comparison import Comparison
from kwaicompare.model.review import NO_REVIEW
from kwaicompare.model.span import Span
from kwaicompare.model.standings import Target
from kwaicompare.text.opinions import opine, standings

OLD = "# 年报\n\n## 渡口\n\n渡船每日六班。旅客7321人次。\n\n## 蜂场\n\n蜂农四十人。\n"
NEW = "# 年报\n\n## 渡口\n\n渡船每日十班。旅客9800人次。\n\n## 灯塔\n\n灯塔修好了。\n"


@pytest.fixture
def judged(tmp_path: Path) -> Comparison:
    for name, text in (("old.md", OLD), ("new.md", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    comparison = workspace.compare(*(workspace.open_edition(str(tmp_path / name)) for name in ("old.md", "new.md")))
    a, b = comparison.a, comparison.b

    def at(text: str, quote: str) -> Span:
        return Span(text.index(quote), text.index(quote) + len(quote))

    section = (a.sections[0].heading, b.sections[0].heading)
    ferry = Target("change", at(OLD, "渡船每日六班。"), at(NEW, "渡船每日十班。"))
    review = opine(NO_REVIEW, ferry, a, b, "returned", "查班次")
    review = opine(review, Target("section", *section), a, b, "passed")
    review = opine(review, Target("figure", at(OLD, "7321人次"), at(NEW, "9800人次")), a, b, "doubtful", "口径？")
    review = opine(review, Target("change", None, at(NEW, "灯塔修好了。")), a, b, "returned", "改稿")
    lost = replace(review.opinions[-1], b=replace(review.opinions[-1].b, quote="早已删去的一句话。"))  # type: ignore[type-var]
    return replace(comparison, standings=standings((*review.opinions, lost), a, b))


def test_the_workbook_has_them_beside_what_they_are_about(judged: Comparison, tmp_path: Path) -> None:
    workspace.save_report(judged, tmp_path / "r.xlsx", "zh_CN")
    book = load_workbook(tmp_path / "r.xlsx")
    opinions = [row[-2:] for row in book["审读意见"].iter_rows(min_row=2, values_only=True) if row[-2]]
    assert opinions == [("退回", "查班次"), ("退回", "改稿"), ("待核", "未找到原处，曾为退回 · 改稿")]
    assert ("通过", None) in [row[-2:] for row in book["章节对照"].iter_rows(values_only=True)]
    assert ("存疑", "口径？") in [row[-2:] for row in book["数字变化"].iter_rows(values_only=True)]


def test_json_and_page_tell_them_and_can_be_verified(judged: Comparison, tmp_path: Path) -> None:
    for name in ("r.json", "r.html"):
        workspace.save_report(judged, tmp_path / name, "zh_CN")
        assert workspace.verify(tmp_path / name).sound
    told = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["opinions"]
    assert [(each["subject"], each["status"], each["state"]) for each in told] == [
        ("change", "returned", "holds"),
        ("section", "passed", "holds"),
        ("figure", "doubtful", "holds"),
        ("change", "returned", "holds"),
        ("change", "open", "lost"),
    ]
    assert told[0]["quote_b"] == "渡船每日十班。"
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "查班次" in page
    assert "早已删去的一句话。" in page


def test_the_document_has_them_as_comments(judged: Comparison, tmp_path: Path) -> None:
    workspace.save_report(judged, tmp_path / "r.docx", "zh_CN")
    with ZipFile(tmp_path / "r.docx") as file:
        comments, body = (file.read(f"word/{name}.xml").decode() for name in ("comments", "document"))
    told = re.findall(r"<w:t[^>]*>([^<]*)</w:t>", comments)
    assert sorted(told) == sorted(["通过", "退回 · 查班次", "存疑 · 口径？", "退回 · 改稿"])
    for number, words in enumerate(told):
        placed = re.search(f'<w:commentRangeStart w:id="{number}"/>(.*?)<w:commentRangeEnd w:id="{number}"/>', body)
        assert placed is not None
        assert ("渡船" in placed[1]) == ("查班次" in words)


def test_a_page_without_opinions_has_no_table_of_them(judged: Comparison, tmp_path: Path) -> None:
    workspace.save_report(replace(judged, standings=()), tmp_path / "r.html", "zh_CN")
    assert 'id="opinions"' not in (tmp_path / "r.html").read_text(encoding="utf-8")

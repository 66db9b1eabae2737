"""The outline of both papers against a reading of them (``outline_gold_*.txt``), where the full texts are at hand."""

import json
import os
import re
from pathlib import Path

import pytest

from kwaicompare.model.document import Outline
from kwaicompare.read.document import read_document
from kwaicompare.structure.rows import letters
from kwaicompare.structure.section_tree import build_outline

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
FULL_TEXTS = {"2022": "001_23c2df0eac8db2d4.txt", "2026": "002_d74c0810d055dd35.txt"}
GOLD_LINE = re.compile(r"(\d)级 \[(.+?)\] (.+)")


def find(name: str) -> Path:
    folders = [SHARED / "corpus", *map(Path, os.environ.get("KWAICOMPARE_CORPUS", "").split(os.pathsep))]
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    pytest.skip(f"{name} is not at hand")


def gold(year: str) -> list[tuple[str, str | None, str]]:
    """Read (title, number, title of the parent), in order."""
    rows, path = [], [""]
    for line in (HERE / f"outline_gold_{year}.txt").read_text(encoding="utf-8").splitlines():
        if match := GOLD_LINE.match(line):
            level, number, title = int(match[1]), match[2], letters(match[3])
            path[level:] = [title]
            rows.append((title, None if number == "-" else number, path[level - 1]))
    return rows


def found(outline: Outline) -> list[tuple[str, str | None, str]]:
    titles = {section.id: letters(section.title) for section in outline.sections}
    return [(letters(s.title), s.number, titles[s.parent] if s.parent else "") for s in outline.sections]


def f1(left: set, right: set) -> float:
    return 2 * len(left & right) / (len(left) + len(right))


@pytest.mark.parametrize("year", ["2022", "2026"])
def test_headings_parents_and_numbers_of_the_papers(year):
    outline = build_outline(read_document(find(FULL_TEXTS[year])))
    want, have = gold(year), found(outline)
    missed = [row for row in want if row not in have]
    extra = [row for row in have if row not in want]
    assert f1({(t, p) for t, _, p in want}, {(t, p) for t, _, p in have}) >= 0.97, (missed, extra)
    assert f1(set(want), set(have)) >= 0.97, (missed, extra)
    assert [t for t, _, _ in have if t in {t for t, _, _ in want}] == [
        t for t, _, _ in want if (t) in {t for t, _, _ in have}
    ]


@pytest.mark.parametrize("year", ["2022", "2026"])
def test_spans_begin_at_number_or_title(year):
    document = read_document(find(FULL_TEXTS[year]))
    for section in build_outline(document).sections:
        opening = document.text[section.span.start : section.span.start + 200]
        assert letters(section.title)[:4] in letters(opening), section
        assert document.text[section.span.start - 1] == "\n"


@pytest.mark.parametrize("name", ["charity-old", "charity-new", "company-old", "company-new"])
def test_every_article_of_a_statute_is_a_section(name):
    path = find(f"../eval/statutes/{name}.md")
    statute, side = name.split("-")
    wanted = json.loads((path.parent / f"{statute}.json").read_text(encoding="utf-8"))["a" if side == "old" else "b"]
    outline = build_outline(read_document(path))
    articles = {s.number: s.span for s in outline.sections if s.number and s.number.endswith("条")}
    assert [article["number"] for article in wanted] == list(articles)
    for article in wanted:
        assert abs(articles[article["number"]].start - article["start"]) <= 2


@pytest.mark.parametrize("name", ["000_707d27d8bc6d1611.txt", "003_dfb5f8da83616b27.txt"])
def test_a_news_page_yields_only_its_article(name):
    outline = build_outline(read_document(find(name)))
    assert len(outline.sections) == 1
    assert {item.kind for item in outline.furniture} >= {"navigation"}

"""The editor's corrections of an outline: raised, lowered, taken away, added; the rest stays as it was."""

from pathlib import Path

import pytest

from kwaicompare.model.document import Document, HeadingCorrection, Outline, Source
from kwaicompare.model.review import NO_REVIEW
from kwaicompare.model.span import Span
from kwaicompare.read.document import read_document
from kwaicompare.read.markdown import marked_lines
from kwaicompare.structure.corrections import corrections_of, set_level
from kwaicompare.structure.section_tree import build_outline

TEXT = """# 河湾年报

## 一、渡口

渡船每日六班。

### （一）船只

船十二艘。

### （二）船工

船工三十人。

## 二、蜂场

蜂场三处，
养蜂人自述
蜂农四十人。

## 三、灯塔

灯塔在北岸。
"""


def outline(tmp_path: Path, *corrections: tuple[str, int | None]) -> list[tuple[str, str | None]]:
    """Return each title with its parent's."""
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    made = [HeadingCorrection(TEXT.index(line), level) for line, level in corrections]
    found = build_outline(read_document(path), corrections=made)
    return nesting(found)


def nesting(found: Outline) -> list[tuple[str, str | None]]:
    titles = {section.id: section.title for section in found.sections}
    return [(section.title, titles.get(section.parent or "")) for section in found.sections]


PLAIN = [("渡口", None), ("船只", "渡口"), ("船工", "渡口"), ("蜂场", None), ("灯塔", None)]


@pytest.mark.parametrize(
    ("corrections", "wanted"),
    [
        ([], PLAIN),
        ([("## 二、蜂场", None)], [each for each in PLAIN if each[0] != "蜂场"]),
        ([("## 二、蜂场", 2)], [*PLAIN[:3], ("蜂场", "渡口"), ("灯塔", None)]),
        ([("## 二、蜂场", 3)], [*PLAIN[:3], ("蜂场", "船工"), ("灯塔", None)]),
        ([("### （二）船工", 1)], [*PLAIN[:2], ("船工", None), *PLAIN[3:]]),
        ([("### （一）船只", 1)], [("渡口", None), ("船只", None), ("船工", "船只"), *PLAIN[3:]]),
        ([("养蜂人自述", 2)], [*PLAIN[:4], ("养蜂人自述", "蜂场"), ("灯塔", None)]),
        ([("养蜂人自述", 1)], [*PLAIN[:4], ("养蜂人自述", None), ("灯塔", None)]),
        ([("养蜂人自述", 9)], [*PLAIN[:4], ("养蜂人自述", "蜂场"), ("灯塔", None)]),
        ([("养蜂人自述", None)], PLAIN),
    ],
)
def test_a_correction_is_honoured_and_the_rest_stays(tmp_path: Path, corrections, wanted) -> None:
    assert outline(tmp_path, *corrections) == wanted


def test_a_heading_added_before_others_leaves_them_at_their_depth() -> None:
    text = TEXT.replace("渡船每日六班。", "渡船每日六班。\n\n老码头")
    found = corrected(text, ("老码头", 2))
    assert nesting(found)[:4] == [("渡口", None), ("老码头", "渡口"), ("船只", "渡口"), ("船工", "渡口")]
    assert [section.level for section in found.sections] == [1, 2, 2, 2, 1, 1]


def test_a_heading_added_inside_furniture_is_none_of_it() -> None:
    text = TEXT.replace("养蜂人自述", "▲ 养蜂人自述")
    assert any("自述" in item.span.of(text) for item in corrected(text).furniture)
    found = corrected(text, ("▲ 养蜂人自述", 2))
    assert any("自述" in section.title for section in found.sections)
    assert not any("自述" in item.span.of(text) for item in found.furniture)


def corrected(text: str, *corrections: tuple[str, int | None]) -> Outline:
    marked = marked_lines(text)
    document = Document(Source("a.md", "", "utf-8"), text, marked.lines, marked.furniture)
    made = [HeadingCorrection(text.index(line), level) for line, level in corrections]
    return build_outline(document, corrections=made)


def test_a_decision_is_found_in_the_next_draft_and_replaced_by_a_later_one(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    document = read_document(path)
    line = Span(TEXT.index("## 二、蜂场"), TEXT.index("## 二、蜂场") + len("## 二、蜂场"))
    review = set_level(NO_REVIEW, "a", document, line, 3)
    review = set_level(review, "a", document, line, 2)
    assert len(review.headings) == 1
    path.write_text(TEXT.replace("船十二艘。", "船十五艘，去年新添三艘。"), encoding="utf-8")
    document = read_document(path)
    corrections, lost = corrections_of(review.headings, "a", document)
    assert lost == ()
    assert nesting(build_outline(document, corrections=corrections))[3] == ("蜂场", "渡口")
    assert corrections_of(review.headings, "b", document) == ((), ())


def test_a_decision_whose_line_is_gone_is_lost_visibly(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    line = Span(TEXT.index("养蜂人自述"), TEXT.index("养蜂人自述") + 5)
    review = set_level(NO_REVIEW, "a", read_document(path), line, 2)
    path.write_text("# 别的书\n\n讲的是山里的茶园。\n", encoding="utf-8")
    corrections, lost = corrections_of(review.headings, "a", read_document(path))
    assert (corrections, lost) == ((), review.headings)

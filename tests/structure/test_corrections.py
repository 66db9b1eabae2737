"""The editor promotes, demotes, unmarks and adds headings; everything else stays."""

import pytest

from kwaicompare.model.document import Document, HeadingCorrection, Outline, Source
from kwaicompare.read.markdown import marked_lines
from kwaicompare.structure.section_tree import build_outline

PROSE = "河边的磨坊今年重新开张，村里的孩子每天都去看水车。老师傅说，石磨还能再用三十年。"
TEXT = (
    f"# 河道\n\n{PROSE}\n\n## 水车\n\n{PROSE}\n\n## 石磨\n\n{PROSE}\n\n# 集市\n\n{PROSE}\n\n赶集的日子\n\n{PROSE}\n\n"
    f"## 摊位\n\n{PROSE}\n"
)


def outline_with(*corrections: tuple[str, int | None], text: str = TEXT) -> Outline:
    marked = marked_lines(text)
    document = Document(Source("x.md", "", "utf-8"), text, marked.lines, marked.furniture)
    wanted = [HeadingCorrection(text.index(line), level) for line, level in corrections]
    return build_outline(document, corrections=wanted)


def nested(outline: Outline) -> list[tuple[int, str, str | None]]:
    titles = {section.id: section.title for section in outline.sections}
    return [(section.level, section.title, titles.get(section.parent or "")) for section in outline.sections]


PLAIN = [(1, "河道", None), (2, "水车", "河道"), (2, "石磨", "河道"), (1, "集市", None), (2, "摊位", "集市")]


def test_without_corrections_nothing_changes():
    assert nested(outline_with()) == PLAIN


@pytest.mark.parametrize(
    ("line", "level", "wanted"),
    [
        ("## 石磨", 1, [*PLAIN[:2], (1, "石磨", None), *PLAIN[3:]]),
        ("## 石磨", 3, [*PLAIN[:2], (3, "石磨", "水车"), *PLAIN[3:]]),
        ("## 水车", None, [PLAIN[0], *PLAIN[2:]]),
        ("# 集市", 2, [*PLAIN[:3], (2, "集市", "河道"), (2, "摊位", "河道")]),
        ("# 集市", None, [*PLAIN[:3], (2, "摊位", "河道")]),
        ("赶集的日子", 2, [*PLAIN[:4], (2, "赶集的日子", "集市"), PLAIN[4]]),
    ],
)
def test_a_correction_is_honoured_and_the_others_keep_their_depth(line: str, level: int | None, wanted: list[object]):
    assert nested(outline_with((line, level))) == wanted


def test_spans_follow_the_corrected_nesting():
    sections = outline_with(("# 集市", 2)).sections
    assert sections[0].span.end == len(TEXT)
    assert sections[2].span.end == sections[3].span.start == TEXT.index("# 集市")


def test_the_last_correction_of_a_line_counts_and_a_blank_line_says_nothing():
    assert nested(outline_with(("## 石磨", None), ("## 石磨", 2))) == PLAIN
    assert nested(outline_with(("\n\n## 水车", 1))) == PLAIN


def test_a_heading_added_inside_furniture_is_no_furniture():
    text = TEXT.replace("赶集的日子", "▲ 赶集的日子")
    assert any("赶集" in item.span.of(text) for item in outline_with(text=text).furniture)
    corrected = outline_with(("▲ 赶集的日子", 2), text=text)
    assert "赶集" in "".join(section.title for section in corrected.sections)
    assert not any("赶集" in item.span.of(text) for item in corrected.furniture)


def test_a_correction_checks_itself():
    with pytest.raises(ValueError, match="bad correction"):
        HeadingCorrection(0, 0)

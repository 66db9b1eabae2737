"""The document with tracked changes: accepting all leaves the new edition, rejecting all the old one."""

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwaicompare import workspace
from kwaicompare.model.comparison import Comparison
from kwaicompare.report.docx import docx_report
from kwaicompare.report.pdf import pdf_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEFT_OUT = {"old": ("ins", "moveTo"), "new": ("del", "moveFrom")}
SENTENCES = ("河水清澈。", "两岸种柳。", "全长120公里。", "桥有三座。", "渡船停靠东岸。", "夜里有灯。")


def compared(folder: Path, old: str, new: str) -> Comparison:
    for name, text in (("a", old), ("b", new)):
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return workspace.compare(*(workspace.open_edition(str(folder / f"{name}.md")) for name in "ab"))


def read_back(content: bytes, edition: str) -> str:
    """Return the text that is left when every change is rejected (old) or accepted (new)."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        body = ElementTree.fromstring(file.read("word/document.xml"))[0]
    text = ""
    for paragraph in body.iter(f"{W}p"):
        for part in paragraph:
            if part.tag.removeprefix(W) not in LEFT_OUT[edition]:
                text += "".join("\n" if each.tag == f"{W}br" else each.text or "" for each in part.iter())
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        gone = marks is not None and any(marks.find(f"{W}{tag}") is not None for tag in LEFT_OUT[edition])
        text += "" if gone else "\n"
    return text


def lines(text: str) -> list[str]:
    plain = re.sub(r"(?m)^[ \t]*#{1,6}[ \t]+", "", text)
    return [line.strip() for line in plain.splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# 河\n\n河水清澈。两岸种柳。\n", "# 河\n\n河水清澈。两岸种桃。\n\n新建步道。\n"),
        ("# 河\n\n河水清澈。\n\n# 桥\n\n桥有三座，都很老。\n", "# 桥\n\n桥有三座，都很老。\n\n# 河\n\n河水清澈。\n"),
        ("# 河\n\n甲<乙>&“丙”。\n", "# 河\n\n甲<乙>&“丁”。\n"),
        ("# 河\n\n一样。\n", "# 河\n\n一样。\n"),
    ],
)
def test_each_edition_is_read_back(tmp_path: Path, old: str, new: str):
    content = docx_report(compared(tmp_path, old, new), "zh_CN")
    assert lines(read_back(content, "old")) == lines(old)
    assert lines(read_back(content, "new")) == lines(new)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8),
    st.lists(st.sampled_from(("", "\n\n")), min_size=8, max_size=8),
)
def test_any_two_drafts_are_read_back(tmp_path_factory, old: list[str], new: list[str], breaks: list[str]):
    texts = ["# 河\n\n" + "".join(map("".join, zip(each, breaks, strict=False))) + "\n" for each in (old, new)]
    content = docx_report(compared(tmp_path_factory.mktemp("drafts"), *texts), "en")
    assert lines(read_back(content, "old")) == lines(texts[0])
    assert lines(read_back(content, "new")) == lines(texts[1])


def test_what_moved_is_marked_as_moved(tmp_path: Path):
    story = ("河边的柳树今年长得很好。", "渡口的船夫每天清早出发。", "山上的寺庙修缮已经完成。")
    old, new = ("# 年报\n\n" + "\n\n".join(each) + "\n" for each in (story, (story[2], *story[:2])))
    with zipfile.ZipFile(io.BytesIO(docx_report(compared(tmp_path, old, new), "en"))) as file:
        xml = file.read("word/document.xml").decode()
    names = re.findall(r'<w:move(From|To)RangeStart [^>]*w:name="(move\d+)"', xml)
    assert sorted(names) == [("From", "move1"), ("To", "move1")]
    numbers = re.findall(r'w:id="(\d+)"', re.sub(r"<w:move(?:From|To)RangeEnd[^>]*>", "", xml))
    assert len(numbers) == len(set(numbers))


def test_sources_and_gaps_stand_at_the_foot(tmp_path: Path):
    comparison = compared(tmp_path, "# 河\n\n甲。\n", "# 河\n\n乙。\n")
    content = docx_report(comparison, "en")
    assert content == docx_report(comparison, "en")
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        foot = file.read("word/footer1.xml").decode()
        for name in file.namelist():
            ElementTree.fromstring(file.read(name))
    assert all(edition.document.source.sha256 in foot for edition in (comparison.a, comparison.b))


def test_a_pdf_is_written_without_a_display(qapp, tmp_path: Path):
    content = pdf_report(compared(tmp_path, "# 河\n\n全长120公里。\n", "# 河\n\n全长135公里。\n"), "zh_CN")
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") >= 1 or b"/Type /Pages" in content

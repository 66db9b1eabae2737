"""Word documents: what they show is read, with the numbers and revisions that stand nowhere in plain words."""

import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from kwaicompare import workspace
from kwaicompare.errors import UnreadableDocument
from kwaicompare.model.document import Document
from kwaicompare.read.document import read_document
from kwaicompare.read.word_numbers import written

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_STYLES = """
<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/>
  <w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="own"><w:name w:val="小节"/><w:basedOn w:val="2"/></w:style>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="C"><w:name w:val="caption"/></w:style>
"""
_NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1章"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="l"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="4">
  <w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>
</w:num>
"""


def p(words: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{words if words.startswith('<') else r(words)}</w:p>"


def r(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def item(words: str, number: int) -> str:
    return p(words, "", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


@pytest.fixture
def reading(tmp_path: Path) -> Callable[..., Document]:
    def read(*body: str, **parts: str) -> Document:
        with ZipFile(tmp_path / "a.docx", "w") as file:
            content = {"document": f"<w:body>{''.join(body)}</w:body>", "styles": _STYLES, "numbering": _NUMBERING}
            for name, inside in {**content, **parts}.items():
                file.writestr(f"word/{name}.xml", f"<w:{name} {_NAMES}>{inside}</w:{name}>")
        return read_document(tmp_path / "a.docx")

    return read


def lines(document: Document) -> list[tuple[str, int | None, str]]:
    return [(line.role, line.level, line.content.of(document.text)) for line in document.lines]


def test_headings_carry_the_numbers_that_word_writes(reading) -> None:
    document = reading(
        p("河湾镇年报", "T"), p("渡口", "1"), p("班次", "own"), p("渡船每日六班。"),
        p("客流", "2"), p("蜂场", "1"), p("蜂农", "2"),
        p("附则", "", '<w:outlineLvl w:val="0"/>'),
    )  # fmt: skip
    assert document.source.title == "河湾镇年报"
    assert lines(document) == [
        ("text", None, "河湾镇年报"), ("heading", 1, "第一章 渡口"), ("heading", 2, "1.1 班次"),
        ("text", None, "渡船每日六班。"),
        ("heading", 2, "1.2 客流"), ("heading", 1, "第二章 蜂场"), ("heading", 2, "2.1 蜂农"), ("heading", 1, "附则"),
    ]  # fmt: skip


def test_lists_go_on_counting_and_start_where_they_are_told(reading) -> None:
    document = reading(item("甲", 3), item("乙", 3), p("其间。"), item("丙", 3), item("丁", 4), item("戊", 2))
    assert document.text == "（一） 甲\n（二） 乙\n其间。\n（三） 丙\n（三） 丁\n• 戊"
    assert [role for role, _, _ in lines(document)][-1] == "list"


def test_revisions_read_as_accepted(reading) -> None:
    gone, moved = f"<w:del>{r('六班')}</w:del>", f"<w:moveFrom>{r('旧处。')}</w:moveFrom>"
    joined = "<w:rPr><w:del/></w:rPr>"
    document = reading(
        p(f"{r('渡船')}{gone}<w:ins>{r('十班')}</w:ins>{r('。')}"),
        p(moved),
        p("前半，", "", joined),
        p("后半。"),
        f"<w:ins>{p('整段新增。')}</w:ins>",
    )
    assert document.text == "渡船十班。\n前半，后半。\n整段新增。"
    row = "<w:tr>{}<w:tc>" + p("行") + "</w:tc></w:tr>"
    table = f"<w:tbl>{row.format('')}{row.format('<w:trPr><w:del/></w:trPr>')}</w:tbl>"
    document = reading(p("表前", "", joined), table, p("文末", "", joined))
    assert document.text == "表前\n行\n文末"


def test_tables_boxes_controls_and_notes_are_read_once(reading) -> None:
    box = f"<w:txbxContent>{p('框中一句。')}</w:txbxContent>"
    either = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    hung = f"<w:r><mc:AlternateContent>{either}</mc:AlternateContent></w:r>"
    cells = f"<w:tc>{p('2024年')}</w:tc><w:tc>{p('六')}{p('十班')}</w:tc>"
    note = f'<w:footnote w:type="separator">{p("——")}</w:footnote><w:footnote>{p("据站长。")}</w:footnote>'
    document = reading(
        p(r("正文。") + hung),
        f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>",
        f"<w:sdt><w:sdtContent>{p('控件里。')}</w:sdtContent></w:sdt>",
        p("<w:r><w:tab/><w:t>缩进。</w:t><w:br/><w:t>续。</w:t></w:r>", "", '<w:tabs><w:tab w:val="left"/></w:tabs>'),
        footnotes=note,
    )
    assert document.text == "正文。\n框中一句。\n2024年\t六 十班\n控件里。\n缩进。 续。\n据站长。"
    assert [line.role for line in document.lines][2] == "table"


def test_contents_and_captions_are_furniture(reading) -> None:
    document = reading(p("第一章 渡口 1", "TOC1"), p("图1 渡口", "C"), p("正文。"))
    assert [(each.kind, each.span.of(document.text)) for each in document.furniture] == [
        ("contents", "第一章 渡口 1"),
        ("caption", "图1 渡口"),
    ]


@pytest.mark.parametrize("content", [b"PK\x03\x04 torn", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked", b"words alone"])
def test_what_is_no_document_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(UnreadableDocument) as told:
        read_document(tmp_path / "a.docx")
    assert told.value.key == "error.docx"


@pytest.mark.parametrize(
    "document", ["", "<!DOCTYPE x [<!ENTITY a 'b'>]><w:document/>", "<other/>", "<w:document", "<document/>"]
)
def test_what_is_in_the_package_must_be_a_document(tmp_path: Path, document: str) -> None:
    with ZipFile(tmp_path / "a.docx", "w") as file:
        if document:
            file.writestr("word/document.xml", document)
    with pytest.raises(UnreadableDocument) as told:
        read_document(tmp_path / "a.docx")
    assert told.value.key == "error.docx"


def test_our_own_document_reads_back_as_the_new_edition(tmp_path: Path, repository: Path) -> None:
    drafts = [str(repository / "docs" / "example" / f"draft-{number}.md") for number in (3, 4)]
    comparison = workspace.compare(*(workspace.open_edition(name) for name in drafts))
    workspace.save_report(comparison, tmp_path / "r.docx", "zh_CN")
    plain = re.compile(r"\s+|^#+|\*\*|^[-|]", re.MULTILINE)
    assert plain.sub("", read_document(tmp_path / "r.docx").text) == plain.sub("", comparison.b.text)
    again = workspace.open_edition(str(tmp_path / "r.docx"))
    assert [each.title for each in again.sections] == [each.title for each in comparison.b.sections]


@pytest.mark.parametrize(
    ("count", "kind", "words"),
    [
        (10, "chineseCounting", "十"), (21, "chineseCounting", "二十一"), (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCounting", "一百一十"), (1001, "chineseCounting", "一千零一"),
        (20000, "chineseCounting", "20000"), (2024, "ideographDigital", "二〇二四"), (28, "lowerLetter", "bb"),
        (3, "upperLetter", "C"), (14, "lowerRoman", "xiv"), (9, "upperRoman", "IX"), (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"), (7, "hex", "7"), (0, "decimal", "0"),
    ],
)  # fmt: skip
def test_counts_are_written_as_their_kind_says(count: int, kind: str, words: str) -> None:
    assert written(count, kind) == words

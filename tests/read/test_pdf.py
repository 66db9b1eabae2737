"""PDF: lines become paragraphs again, larger type headings, and what stands on every page furniture."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kwaicompare.errors import UnreadableDocument
from kwaicompare.model.document import Document
from kwaicompare.read.document import read_document

Row = tuple[str, int]  # its words, and their size in points

_EVERY_CHARACTER = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"""
_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
    b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /DW 1000 "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
)


def pdf(pages: Sequence[Sequence[Row]]) -> bytes:
    """Return a document with these rows on its pages; its one font says of every code that it is that character."""
    kids = b" ".join(b"%d 0 R" % (6 + 2 * at) for at in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids)]
    objects += [*_FONT, _stream(_EVERY_CHARACTER)]
    for rows in pages:
        height, drawn = 780, []
        for words, size in rows:
            drawn.append(f"BT /F {size} Tf 60 {height} Td <{words.encode('utf-16-be').hex()}> Tj ET")
            height -= 2 * size
        page = b"/Parent 2 0 R /MediaBox [0 0 600 840] /Resources << /Font << /F 3 0 R >> >>"
        objects.append(b"<< /Type /Page %s /Contents %d 0 R >>" % (page, len(objects) + 2))
        objects.append(_stream("\n".join(drawn).encode()))
    content, places = b"%PDF-1.5\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(content))
    return content + head + end


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


@pytest.fixture
def reading(tmp_path: Path) -> Callable[..., Document]:
    def read(*pages: Sequence[Row]) -> Document:
        (tmp_path / "a.pdf").write_bytes(pdf(pages))
        return read_document(tmp_path / "a.pdf")

    return read


def body(*words: str) -> list[Row]:
    return [(each, 12) for each in words]


def test_lines_of_a_paragraph_are_joined_and_larger_type_is_a_heading(reading) -> None:
    ferry = (
        "渡船每日六班，往返于两岸之间，去年接待旅客七千",
        "余人次，比上年多。老桥三座都已修好，其中石拱桥一",
        "座。",
    )
    bees = ("蜂农四十人，蜂场三处。", "产蜜十二吨。")
    titles = (("河湾镇年报", 30), ("第一章", 20), ("渡口与桥梁", 20))
    document = reading([*titles, *body(*ferry), ("蜂场", 20), *body(*bees)])
    assert [(line.role, line.level, line.content.of(document.text)) for line in document.lines] == [
        ("heading", 1, "河湾镇年报"),
        ("heading", 2, "第一章渡口与桥梁"),
        ("text", None, "".join(ferry)),
        ("heading", 2, "蜂场"),
        *(("text", None, each) for each in bees),
    ]
    assert document.source.title == "河湾镇年报"


def test_a_paragraph_goes_on_over_the_page_past_what_stands_on_every_page(reading) -> None:
    told = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地"
    rows = [told[at:] + told[:at] for at in range(24)]
    pages = [[("河湾镇年报 2031", 9), *body(*rows[at : at + 6]), (f"{at // 6 + 1}", 9)] for at in range(0, 24, 6)]
    document = reading(*pages)
    assert document.text.startswith("".join(rows))
    kinds = [(each.kind, each.span.of(document.text)) for each in document.furniture]
    assert kinds == [
        pair for page in range(1, 5) for pair in (("running_head", "河湾镇年报 2031"), ("page_number", str(page)))
    ]


def test_a_figure_at_the_beginning_of_a_line_begins_no_item(reading) -> None:
    document = reading(body("渡船每日六班，往返于两岸之间，去年接待旅客，增长", "12.5%，比上年多。"))
    assert document.text == "渡船每日六班，往返于两岸之间，去年接待旅客，增长12.5%，比上年多。"


def test_items_and_english_words_stay_apart(reading) -> None:
    items = ("（一）渡船每日六班往返于两岸之间去年接待旅客", "（二）老桥三座")
    document = reading(body(*items, "over forty-three thousand items of evidence were", "kept"))
    assert document.text.split("\n") == [*items, "over forty-three thousand items of evidence were kept"]


@pytest.mark.parametrize(
    ("content", "key"), [(b"%PDF-1.5 torn", "error.pdf"), (b"words alone", "error.pdf"), (pdf([[]]), "error.pdf_scan")]
)
def test_what_cannot_be_read_is_told(tmp_path: Path, content: bytes, key: str) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    with pytest.raises(UnreadableDocument) as told:
        read_document(tmp_path / "a.pdf")
    assert told.value.key == key

"""Reading files of every kind, good and bad."""

import hashlib
import os
import time

import pytest

from kwaicompare.errors import UnreadableDocument
from kwaicompare.progress import Cancelled
from kwaicompare.read import document as reading
from kwaicompare.read.document import read_document

CHINESE = (
    "# 绿道年报 2031\r\n\r\n去年新修步道十二公里，沿线栽下三千棵乌桕。居民散步的时间也长了。\r市里说今年继续。\r\n" * 3
)


def write(folder, data, name="report.txt"):
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("utf-16-le", None), ("gb18030", "gb18030")],
)
def test_encodings_give_the_same_text(tmp_path, encoding, said):
    bom = "\ufeff" if said is None else ""
    document = read_document(write(tmp_path, (bom + CHINESE).encode(encoding)))
    assert document.text == CHINESE.replace("\r\n", "\n").replace("\r", "\n")
    assert document.source.encoding == (said or "utf-16")


def test_big5(tmp_path):
    text = "綠道年報\n\n去年新修步道十二公里，沿線栽下三千棵香樟。居民散步的時間也長了，市裡說今年繼續。\n" * 8
    document = read_document(write(tmp_path, text.encode("big5")))
    assert document.text == text
    assert document.source.encoding.startswith("big5")


def test_source_says_what_the_file_is(tmp_path):
    data = CHINESE.encode()
    source = read_document(write(tmp_path, data)).source
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert (source.title, source.edition, source.language, source.holding) == ("绿道年报 2031", "2031", "zh", "file")


def test_lines_cover_the_text(tmp_path):
    document = read_document(write(tmp_path, CHINESE.encode()))
    assert "\n".join(line.span.of(document.text) for line in document.lines) == document.text
    assert document.lines[0].content.of(document.text) == "绿道年报 2031"


@pytest.mark.parametrize(
    ("name", "text", "year"),
    [
        ("年报2030.txt", "绿道年报\n\n正文。", "2030"),
        ("a.txt", "绿道年报\n\n2029年4月2日\n\n正文很长。" + "字" * 90, "2029"),
        ("001_23c2019a.txt", "绿道年报\n\n共栽2000棵。\n" + "字" * 90, ""),
        ("b.txt", "绿道年报\n\n没有日子。", ""),
    ],
)
def test_edition_is_a_year_of_name_title_or_first_lines(tmp_path, name, text, year):
    assert read_document(write(tmp_path, text.encode(), name)).source.edition == year


def test_english_is_english(tmp_path):
    text = "The bay was closed for a year. 潮汐 Boats stayed in the harbour and the market moved inland."
    assert read_document(write(tmp_path, text.encode())).source.language == "en"


def fault(path):
    with pytest.raises(UnreadableDocument) as caught:
        read_document(path)
    assert caught.value.path == str(path)
    return caught.value


def test_missing_folder_empty(tmp_path):
    assert fault(tmp_path / "none.txt").key == "error.missing"
    assert fault(str(tmp_path / "a\0b.txt")).key == "error.missing"
    assert fault(tmp_path).key == "error.folder"
    assert fault(write(tmp_path, b"")).key == "error.empty"
    assert fault(write(tmp_path, b" \n\t\n")).key == "error.empty"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert fault(tmp_path / "pipe.txt").key == "error.binary"


def test_permission(tmp_path, monkeypatch):
    path = write(tmp_path, b"x")

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    assert fault(path).key == "error.permission"


@pytest.mark.parametrize(
    "data", [b"abc\0def" * 40, bytes(range(1, 32)) * 30, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"PK\x03\x04\x14\0\0\0"]
)
def test_binary(tmp_path, data):
    assert fault(write(tmp_path, data)).key == "error.binary"


def test_damaged_text_names_the_place(tmp_path):
    data = CHINESE.encode()
    broken = fault(write(tmp_path, data[:100] + b"\xff" + data[100:]))
    assert broken.key == "error.encoding"
    assert 98 <= int(str(broken.values["offset"])) <= 100


@pytest.mark.parametrize("name", ["a.doc", "b.XLS", "c.xlsx"])
def test_other_formats_are_named(tmp_path, name):
    refused = fault(write(tmp_path, b"text", name))
    assert (refused.key, refused.values["format"]) == ("error.format", name.split(".")[1].lower())


def test_a_huge_file_fails_before_it_is_read(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    begun = time.perf_counter()
    refused = fault(path)
    assert (refused.key, refused.values["size"], refused.values["limit"]) == ("error.too_large", 200, 64)
    assert time.perf_counter() - begun < 5


def test_a_file_that_changes_while_being_read(tmp_path):
    path = write(tmp_path, CHINESE.encode() * 4)

    def interfere(_stage, done):
        if done and path.stat().st_size < 10_000:
            path.write_bytes(b"x" * 10_000)

    with pytest.raises(UnreadableDocument) as caught:
        read_document(path, interfere)
    assert caught.value.key == "error.changed"


def test_progress_rises_and_can_cancel(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "_CHUNK", 64)
    path = write(tmp_path, CHINESE.encode())
    shares: list[float] = []
    read_document(path, lambda _stage, done: shares.append(done))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) > 3

    def cancel(_stage, _done):
        raise Cancelled

    with pytest.raises(Cancelled):
        read_document(path, cancel)


def test_front_matter_and_tags_are_furniture_of_an_unchanged_text(tmp_path):
    text = (
        '---\ntitle: "绿道开放"\ndate: 2031-05-01\n---\n<p>市民<b>涌向</b>江边。</p>\n'
        '<!-- 页脚 -->\n<p><img src="a.png"/></p>\n'
    )
    document = read_document(write(tmp_path, text.encode()))
    assert document.text == text
    assert document.source.title == "绿道开放"
    assert [line.role for line in document.lines] == ["markup"] * 4 + ["text", "markup", "markup", "blank"]
    assert document.lines[4].content.of(text) == "市民<b>涌向</b>江边。"
    assert document.furniture[0].kind == "front_matter"
    assert "image" in {item.kind for item in document.furniture}


def test_html_is_what_the_page_shows(tmp_path):
    page = """---
title: 绿道
---
<html><head><title>头</title><style>p {}</style></head><body><nav><a>首页</a></nav><h2>概况</h2>
<p>全年<b>平稳</b>，<br>略有增长。</p><ul><li>步道</li></ul><table><tr><th>名</th><th>里程</th></tr>
<tr><td>一号</td><td>12</td></tr></table><script>var x;</script><div class="related">别的</div></body></html>"""
    document = read_document(write(tmp_path, page.encode(), "page.html"))
    assert document.text == (
        "---\ntitle: 绿道\n---\n首页\n概况\n全年平稳，\n略有增长。\n步道\n名\t里程\n一号\t12\n别的"
    )
    assert "\n".join(line.span.of(document.text) for line in document.lines) == document.text
    heading = next(line for line in document.lines if line.role == "heading")
    assert (heading.level, heading.content.of(document.text)) == (2, "概况")
    aside = [(item.kind, item.span.of(document.text)) for item in document.furniture]
    assert aside == [("front_matter", "---\ntitle: 绿道\n---"), ("navigation", "首页"), ("navigation", "别的")]


def test_deeply_nested_html(tmp_path):
    page = "<div>" * 5000 + "底" + "</div>" * 5000
    assert "底" in read_document(write(tmp_path, page.encode(), "deep.html")).text


def test_a_failing_disk_is_told_with_its_reason(tmp_path, monkeypatch):
    path = write(tmp_path, b"x")

    def fail(*_args, **_kwargs):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(type(path), "open", fail)
    refused = fault(path)
    assert (refused.key, refused.values["detail"]) == ("error.read", "Input/output error")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# 一、图书馆\n\n藏书。\n\n# 二、渡口\n\n渡船。\n", "file"),
        ("河湾镇概况\n\n# 图书馆\n\n藏书。\n\n# 渡口\n\n渡船。\n", "河湾镇概况"),
        ("# 河湾镇概况\n\n## 图书馆\n\n藏书。\n\n## 渡口\n\n渡船。\n", "河湾镇概况"),
        ("# 河湾镇年报（2031）\n\n# 图书馆\n\n藏书。\n\n# 渡口\n\n渡船。\n", "河湾镇年报（2031）"),
    ],
)
def test_a_heading_among_its_like_is_no_title(tmp_path, text, title):
    (tmp_path / "file.md").write_text(text, encoding="utf-8")
    assert read_document(tmp_path / "file.md").source.title == title

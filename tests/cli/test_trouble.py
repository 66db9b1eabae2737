"""Bad input ends with status 2 and one line that names the file; never a traceback."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Kwai = Callable[..., Any]


def assert_one_line(run: Any, *names: str) -> None:
    assert run.status == 2
    assert run.out == ""
    assert run.err.count("\n") == 1
    assert "Traceback" not in run.err
    assert all(name in run.err for name in names)


def made(folder: Path, kind: str) -> Path:
    path = folder / f"{kind}.txt"
    if kind == "folder":
        path.mkdir()
    elif kind == "empty":
        path.write_bytes(b"")
    elif kind == "nul":
        path.write_bytes(b"abc\0\0\0def" * 50)
    elif kind == "binary":
        path.write_bytes(bytes(range(256)) * 64)
    elif kind == "large":
        with path.open("wb") as file:
            file.truncate(200 * 1024 * 1024)
    return path


@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "nul", "binary", "large"])
@pytest.mark.parametrize("command", ["outline", "compare"])
def test_unreadable_files(kwai: Kwai, tmp_path: Path, kind: str, command: str) -> None:
    path = made(tmp_path, kind)
    assert_one_line(kwai(command, *([path] * (2 if command == "compare" else 1)), "--json"), str(path))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read anything")
def test_a_file_without_permission(kwai: Kwai, tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("字", encoding="utf-8")
    path.chmod(0)
    assert_one_line(kwai("text", path), str(path))


def test_unknown_name_in_both_languages(kwai: Kwai) -> None:
    assert_one_line(kwai("text", "1999"), "1999", "corpus")
    assert_one_line(kwai("text", "1999", lang="zh_CN.UTF-8"), "1999", "文库")


@pytest.mark.parametrize("arguments", [("compare", "2022"), ("find",), ("align", "2022", "2026", "x"), ("--nonsense",)])
def test_bad_arguments(kwai: Kwai, arguments: tuple[str, ...]) -> None:
    assert_one_line(kwai(*arguments))


def test_unwritable_and_unknown_reports(kwai: Kwai, tmp_path: Path) -> None:
    assert_one_line(kwai("compare", "2022", "2026", "-o", tmp_path / "no" / "folder" / "r.html"), "r.html")
    assert_one_line(kwai("compare", "2022", "2026", "-o", tmp_path / "r.odt"), "r.odt")
    assert_one_line(kwai("verify", tmp_path / "gone.json"), "gone.json")


def test_no_display(kwai: Kwai) -> None:
    assert_one_line(kwai(), "display")
    assert_one_line(kwai("gui", "2022", "2026"), "display")


def test_a_text_without_headings_is_compared_all_the_same(kwai: Kwai, tmp_path: Path) -> None:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("渡船每日六班往返。\n茶园扩建完成。\n", encoding="utf-8")
    b.write_text("渡船每日十班往返。\n茶园扩建完成。\n", encoding="utf-8")
    run = kwai("compare", a, b)
    assert run.status == 1
    assert "no headings" in run.out


def test_gb18030_is_read(kwai: Kwai, tmp_path: Path) -> None:
    path = tmp_path / "gb.txt"
    path.write_bytes(("渡口改造完成后，客运班次由每日六班增至十班，老人乘船免费。\n" * 5).encode("gb18030"))
    assert kwai("text", path).out.startswith("渡口改造完成后")

"""Bad input in the window: a banner names the file and the remedy, and what was open stays open."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from kwaicompare.gui.main_window import MainWindow

OLD = "# 河道\n\n河水清澈。全长120公里。\n"
NEW = "# 河道\n\n河水清澈。全长135公里。\n"


@pytest.fixture
def window(open_window) -> MainWindow:
    return open_window("zh_CN")


@pytest.fixture
def opened(qtbot, window: MainWindow, tmp_path: Path) -> MainWindow:
    show(qtbot, window, *written(tmp_path, OLD, NEW))
    return window


def written(folder: Path, *texts: str) -> list[str]:
    paths = [folder / f"第{at}稿.md" for at in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def show(qtbot, window: MainWindow, a: str, b: str) -> None:
    with qtbot.waitSignal(window.comparison_shown, timeout=60_000):
        window.open(a, b)


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at = QPointF(window.page.panes.mapTo(window, window.page.panes.rect().center()))
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(at, action, data, button, key))


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "没有.md": (lambda path: None, "请检查路径"),
    "空.md": (lambda path: path.write_bytes(b""), "空文件"),
    "空白.md": (lambda path: path.write_text(" \n\n"), "空文件"),
    "图.md": (lambda path: path.write_bytes(bytes(range(256)) * 40), "不是文本文件"),
    "断.md": (lambda path: path.write_bytes(b"abc\x00\x00def" * 50), "不是文本文件"),
    "巨.md": (huge, "请拆分"),
    "夹": (lambda path: path.mkdir(), "文件夹"),
    "表.xlsx": (lambda path: path.write_bytes(b"%PDF-1.7"), "不支持"),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("way", ["open", "drop"])
def test_bad_file_is_named_with_its_remedy_and_the_pair_stays(qtbot, opened: MainWindow, tmp_path, name: str, way: str):
    make, remedy = BAD[name]
    make(tmp_path / name)
    before = opened.page.comparison
    with qtbot.waitSignal(opened.trouble_shown, timeout=20_000):
        if way == "open":
            opened.open(str(tmp_path / name), str(tmp_path / name))
        else:
            drop(opened, tmp_path / name)
    told = opened.page.banner.label.text()
    assert opened.page.banner.isVisible()
    assert name in told
    assert remedy in told
    assert opened.page.comparison is before
    assert not opened.session.work.busy


def test_file_that_changes_while_it_is_read(qtbot, opened: MainWindow, tmp_path: Path, monkeypatch):
    path = tmp_path / "在改.md"
    path.write_text(NEW, encoding="utf-8")
    real = Path.open

    def changing(opened_path: Path, *arguments: Any, **named: Any) -> Any:
        if opened_path == path:
            os.truncate(path, 7)
        return real(opened_path, *arguments, **named)

    monkeypatch.setattr(Path, "open", changing)
    before = opened.page.comparison
    with qtbot.waitSignal(opened.trouble_shown, timeout=20_000):
        opened.open(str(path), str(path))
    assert "在改.md" in opened.page.banner.label.text()
    assert opened.page.comparison is before


def test_identical_files_are_said_to_be_identical(qtbot, window: MainWindow, tmp_path: Path):
    show(qtbot, window, *written(tmp_path, OLD, OLD))
    assert window.page.banner.isVisible()
    assert window.page.banner.label.text() == "第0稿.md 与 第1稿.md 完全相同，没有可比较之处。"


def test_one_file_on_both_sides_is_told_what_to_do(qtbot, window: MainWindow, tmp_path: Path):
    (path,) = written(tmp_path, OLD)
    show(qtbot, window, path, path)
    assert "第0稿.md" in window.page.banner.label.text()
    assert "另一份文件" in window.page.banner.label.text()


def test_text_without_headings_is_named(qtbot, window: MainWindow, tmp_path: Path):
    show(qtbot, window, *written(tmp_path, OLD, "河水清澈，两岸种柳。\n渡口有船。\n"))
    assert window.page.banner.label.text().startswith("第1稿.md")
    assert "标题" in window.page.banner.label.text()


def test_banner_is_worded_again_in_another_language(qtbot, window: MainWindow, tmp_path: Path):
    show(qtbot, window, *written(tmp_path, OLD, OLD))
    window.set_language("en")
    QApplication.sendPostedEvents()
    assert "identical" in window.page.banner.label.text()
    with qtbot.waitSignal(window.trouble_shown, timeout=20_000):
        window.open(str(tmp_path / "没有.md"), str(tmp_path / "没有.md"))
    window.set_language("zh_CN")
    QApplication.sendPostedEvents()
    assert "找不到文件" in window.page.banner.label.text()


def test_where_nothing_could_be_opened_it_is_said_what_to_do(qtbot, window: MainWindow, tmp_path: Path):
    with qtbot.waitSignal(window.trouble_shown, timeout=20_000):
        window.open(str(tmp_path / "none.md"), str(tmp_path / "neither.md"))
    assert "Ctrl+O" in window.page.panes.hint


def test_next_pair_takes_the_banner_away(qtbot, window: MainWindow, tmp_path: Path):
    show(qtbot, window, *written(tmp_path, OLD, OLD))
    show(qtbot, window, *written(tmp_path, OLD, NEW))
    assert not window.page.banner.isVisible()


def test_ten_thousand_headings(qtbot, window: MainWindow, tmp_path: Path):
    lines = [f"# 第{at}节 河{at}\n\n河水清澈{at}。\n" for at in range(10_000)]
    changed = [*lines[:5000], "# 新节\n\n新渡口。\n", *lines[5000:]]
    show(qtbot, window, *written(tmp_path, "".join(lines), "".join(changed)))
    assert window.session.comparison is not None
    assert len(window.session.comparison.b.sections) >= 10_000
    assert window.page.change_number()[1] >= 1
    assert window.page.panes.step_change(1) or window.page.panes.current >= 0

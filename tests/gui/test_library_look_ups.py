"""The library in the window: folders taken in and out, places found as something is typed, passages and documents."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kwaicompare import workspace
from kwaicompare.gui.language import Translators
from kwaicompare.gui.main_window import MainWindow
from kwaicompare.gui.models.passage_around import around
from kwaicompare.gui.settings import Settings
from kwaicompare.gui.views.library import LibraryView
from kwaicompare.gui.views.look_up import LookUp
from kwaicompare.model.library import LibraryHit
from kwaicompare.model.span import Span

OLD = "# 年报\n\n## 渡口\n\n每日六班渡船停靠东岸码头。\n"
NEW = "# 年报\n\n## 渡口\n\n每日十班渡船停靠西岸码头。\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / "一.md").write_text("# 河运\n\n去年渡船停航60天。\n\n渡船已修好。\n", encoding="utf-8")
    (folder / "二.md").write_text("# 桥梁\n\n新桥通车后渡船减班。\n", encoding="utf-8")
    return folder


@pytest.fixture
def window(open_texts) -> MainWindow:
    window = open_texts(OLD, NEW)
    window.show_view("library")
    return window


@pytest.fixture
def view(window: MainWindow) -> LibraryView:
    return window.docks["library"].view


def take_in(qtbot, window: MainWindow, view: LibraryView, folder: Path) -> None:
    view.folder_wanted.emit(str(folder))
    qtbot.waitUntil(lambda: bool(view._folders) and not view.progress.isVisible(), timeout=20_000)


def look_up(qtbot, window: MainWindow, view: LibraryView, text: str) -> list[str]:
    window.look_up.take(LookUp(text, "plain"))
    qtbot.waitUntil(lambda: view._query == text, timeout=20_000)
    return [Path(line.hit.path).name for line in view.list.lines.lines if line.hit is not None]


def test_folders_are_read_and_looked_up(qtbot, window: MainWindow, view: LibraryView, reports: Path):
    assert "folders" in view.list.empty_text
    take_in(qtbot, window, view, reports)
    assert view.holding.text().startswith("2 documents")
    assert look_up(qtbot, window, view, "渡船") == ["一.md", "一.md", "二.md"]
    assert view.count.text() == "3 hits in 2 documents"
    assert look_up(qtbot, window, view, "汽车") == []
    assert "汽车" in view.list.empty_text
    (reports / "三.md").write_text("# 车站\n\n汽车站迁址。\n", encoding="utf-8")
    view.updating.click()
    qtbot.waitUntil(lambda: "1 hits" in view.count.text(), timeout=20_000)
    view.folder_unwanted.emit(str(reports.resolve()))
    qtbot.waitUntil(lambda: not view._folders, timeout=20_000)
    assert (reports / "一.md").exists()


def test_a_place_shows_its_passage_and_opens_its_document(qtbot, window: MainWindow, view: LibraryView, reports: Path):
    take_in(qtbot, window, view, reports)
    look_up(qtbot, window, view, "修好")
    view.list.selectRow(1)
    qtbot.waitUntil(lambda: "渡船已修好。" in view.passage.toPlainText(), timeout=20_000)
    assert view.where.text() == "一.md"
    with qtbot.waitSignal(window.comparison_shown, timeout=20_000):
        qtbot.mouseClick(view.as_old, Qt.MouseButton.LeftButton)
    assert Path(window.session.pair.names[0]).name == "一.md"
    assert "十班" in window.session.editions()[1].text


def test_a_document_that_changed_since_is_told(qtbot, window: MainWindow, view: LibraryView, reports: Path):
    take_in(qtbot, window, view, reports)
    look_up(qtbot, window, view, "修好")
    (reports / "一.md").unlink()
    view.list.selectRow(1)
    qtbot.waitUntil(lambda: "Update" in view.passage.toPlainText(), timeout=20_000)


@pytest.mark.parametrize(
    ("text", "mode", "found"),
    [
        ("渡船 减班", "all", ["二.md", "二.md"]),
        ("渡.停", "regex", ["一.md"]),
        ("duchuan", "pinyin", ["一.md", "一.md", "二.md"]),
        ("> 30 天", "figure", ["一.md"]),
    ],
)
def test_other_queries_are_answered_too(qtbot, window: MainWindow, view: LibraryView, reports: Path, text, mode, found):
    take_in(qtbot, window, view, reports)
    window.look_up.take(LookUp(text, mode))
    qtbot.waitUntil(lambda: view._query == text, timeout=20_000)
    assert [Path(line.hit.path).name for line in view.list.lines.lines if line.hit is not None] == found


def test_reading_folders_is_cancelled_and_what_is_read_is_kept(qtbot, window: MainWindow, view: LibraryView, reports):
    for at in range(300):
        (reports / f"{at:03}.md").write_text(f"# 第{at}篇\n\n" + "河边的树。" * 3000, encoding="utf-8")
    view.folder_wanted.emit(str(reports))
    qtbot.waitUntil(lambda: view.progress.value() > 0, timeout=20_000)
    view.cancelling.click()
    qtbot.waitUntil(lambda: not window.library.worker.busy, timeout=20_000)
    assert not view.progress.isVisible()
    qtbot.waitUntil(lambda: bool(view._folders), timeout=20_000)
    assert view._folders[0].documents < 302


def test_what_is_no_folder_is_told(qtbot, window: MainWindow, view: LibraryView, tmp_path: Path):
    view.folder_wanted.emit(str(tmp_path / "没有"))
    qtbot.waitUntil(lambda: "没有" in view.count.text(), timeout=20_000)


def test_the_passage_around_a_place_is_of_whole_lines():
    text = "甲" * 500 + "\n前一行\n这里有渡船。\n后一行\n" + "乙" * 500
    at = text.index("渡船")
    hit = LibraryHit("x", "", Span(at, at + 2), "", "渡船", "")
    found = around(text, hit)
    assert found is not None
    assert found.before.endswith("这里有")
    assert not found.before.startswith("甲甲")
    assert around(text.replace("渡船", "汽车"), hit) is None


def test_folders_are_brought_up_to_date_when_the_view_is_first_seen(qtbot, open_texts, reports: Path):
    library = workspace.open_library()
    library.add(reports)
    library.close()
    (reports / "三.md").write_text("# 车站\n\n汽车站迁址。\n", encoding="utf-8")
    window = open_texts(OLD, NEW)
    window.show_view("library")
    view = window.docks["library"].view
    qtbot.waitUntil(lambda: view.holding.text().startswith("3 documents"), timeout=20_000)


def test_the_library_needs_no_open_pair(qtbot, settings: Settings, tmp_path: Path):
    window = MainWindow(settings, Translators())
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.trouble_shown, timeout=20_000):
        window.open(str(tmp_path / "none.md"), str(tmp_path / "neither.md"))
    window.show_view("library")
    assert "folders" in window.docks["library"].view.list.empty_text
    window.close()

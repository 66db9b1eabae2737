"""The whole window on small files, through the real pipeline: open, compare, look up, trouble, state."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kwaicompare.gui import main_window as main_window_module
from kwaicompare.gui.main_window import TOOLS, MainWindow
from kwaicompare.gui.theme import DARK, LIGHT

OLD = "# 河道\n\n河水清澈。全长120公里。两岸种柳。\n\n# 渔业\n\n渔民三十户。\n"
NEW = "# 河道\n\n河水清澈。全长135公里。两岸建了步道。\n\n# 夜游\n\n游船十艘。\n"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    paths = tmp_path / "旧版.md", tmp_path / "新版.md"
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_text(text, encoding="utf-8")
    return str(paths[0]), str(paths[1])


@pytest.fixture
def window(open_window) -> MainWindow:
    return open_window()


@pytest.fixture
def opened(qtbot, window: MainWindow, pair: tuple[str, str]) -> MainWindow:
    with qtbot.waitSignal(window.comparison_shown, timeout=20_000):
        window.open(*pair)
    return window


def test_opening_shows_the_documents_before_the_comparison(qtbot, window: MainWindow, pair: tuple[str, str]):
    order = []
    window.documents_shown.connect(lambda: order.append(("documents", window.page.comparison)))
    window.comparison_shown.connect(lambda: order.append(("comparison", window.page.comparison)))
    with qtbot.waitSignal(window.comparison_shown, timeout=20_000):
        window.open(*pair)
    assert [name for name, _ in order] == ["documents", "comparison"]
    assert order[0][1] is None
    assert order[1][1] is window.session.comparison


def test_comparison_reaches_every_part(opened: MainWindow):
    assert opened.section_map.model.rowCount() >= 2
    assert opened.page.change_number()[1] >= 3
    assert "Δ" in opened.work_bar.counts.text()
    assert opened.windowTitle() == "旧版.md ⇄ 新版.md"


def test_swapping_exchanges_the_sides(qtbot, opened: MainWindow):
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        opened.actions_by_name["swap"].trigger()
    comparison = opened.page.comparison
    assert comparison is not None
    assert comparison.a.text == NEW


def test_another_pair_begins_at_its_first_change(qtbot, opened: MainWindow, pair: tuple[str, str], tmp_path: Path):
    while opened.page.panes.step_change(1):
        pass
    other = tmp_path / "第三版.md"
    other.write_text(OLD.replace("120", "150"), encoding="utf-8")
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        opened.open(pair[0], str(other))
    assert opened.page.change_number()[0] == 1


def test_editions_of_one_name_are_told_apart_by_their_files(qtbot, window: MainWindow, tmp_path: Path):
    paths = [tmp_path / "初稿.md", tmp_path / "二稿.md"]
    for path in paths:
        path.write_text("---\nedition: 2022\n---\n" + OLD, encoding="utf-8")
    with qtbot.waitSignal(window.comparison_shown, timeout=20_000):
        window.open(*map(str, paths))
    assert window.windowTitle() == "初稿.md ⇄ 二稿.md"
    assert "identical" in window.work_bar.counts.text()


def test_trouble_is_told_and_what_was_open_stays_open(qtbot, opened: MainWindow, tmp_path: Path):
    before = opened.page.comparison
    with qtbot.waitSignal(opened.trouble_shown, timeout=20_000) as told:
        opened.open(str(tmp_path / "没有.md"), str(tmp_path / "没有.md"))
    assert "没有.md" in told.args[0]
    assert opened.page.banner.isVisible()
    assert opened.page.comparison is before
    assert opened.session.comparison is before


def test_cancelling_leaves_what_was_open(qtbot, opened: MainWindow, pair: tuple[str, str]):
    before = opened.page.comparison
    opened.open(*pair)
    assert opened.work_bar.cancel.isVisible()
    opened.work_bar.cancel.click()
    assert not opened.work_bar.cancel.isVisible()
    assert not opened.session.work.busy
    assert opened.page.comparison is before


def test_look_up_marks_both_panes_and_counts(qtbot, opened: MainWindow):
    with qtbot.waitSignal(opened.hits_shown, timeout=20_000):
        opened.look_up.line.setText("两岸")
    assert opened.look_up.counts.text() == "旧版.md: 1   新版.md: 1"
    qtbot.keyClick(opened.look_up.line, Qt.Key.Key_Return)
    row = opened.page.current_row()
    assert row is not None
    assert "两岸" in (row.a or row.b).of(OLD if row.a else NEW)
    with qtbot.waitSignal(opened.hits_shown, timeout=20_000):
        qtbot.keyClick(opened.look_up.line, Qt.Key.Key_Escape)
    assert opened.look_up.counts.text() == ""


def test_bad_pattern_is_told(qtbot, opened: MainWindow):
    opened.look_up._modes["regex"].setChecked(True)
    with qtbot.waitSignal(opened.session.refused, timeout=20_000):
        opened.look_up.line.setText("(")
    note = opened.look_up.note
    assert note.isVisible()
    assert note.y() >= opened.look_up.line.mapTo(opened, opened.look_up.line.rect().bottomLeft()).y()
    assert not opened.page.banner.isVisible()
    opened.look_up.line.setText("(河)")
    assert not note.isVisible()


def test_section_map_leads_to_the_heading(opened: MainWindow):
    assert opened.go_to_section(opened.session.editions()[0].sections[-1].id)
    row = opened.page.current_row()
    assert row is not None
    assert row.a is not None
    assert "渔业" in row.a.of(OLD)
    assert not opened.go_to_section("no such section")


def test_reading_on_moves_the_map_s_line(opened: MainWindow):
    while opened.page.panes.step_change(1):
        pass
    index = opened.section_map.tree.currentIndex()
    assert index.isValid()


@pytest.mark.parametrize("name", [*TOOLS, "keys"])
def test_tool_is_built_when_first_shown_and_leads_to_the_text(opened: MainWindow, name):
    dock = opened.docks[name]
    assert dock.view is None
    opened.show_view(name)
    assert isinstance(dock.view, QWidget)
    dock.place_requested.emit("b", NEW.index("游船"), NEW.index("游船") + 2)
    assert opened.page.panes.selected().text == "游船"


def test_drop_of_one_file_replaces_the_side_under_it(qtbot, opened: MainWindow, tmp_path: Path):
    other = tmp_path / "另一版.md"
    other.write_text("# 河道\n\n河水浑浊。\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    panes = opened.page.panes
    at = QPointF(panes.mapTo(opened, panes.rect().topRight()))
    event = QDropEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        opened.dropEvent(event)
    assert [edition.text for edition in opened.session.editions()] == [OLD, other.read_text(encoding="utf-8")]


def test_order_changes_and_the_place_stays(qtbot, opened: MainWindow):
    opened.go_to_section(opened.session.editions()[1].sections[-1].id)
    before = opened.page.current_row()
    with qtbot.waitSignal(opened.session.ordered, timeout=20_000):
        opened.top_bar.order.setCurrentIndex(1)
    assert opened.page.compared.order == "new"
    assert opened.page.current_row() == before
    with qtbot.waitSignal(opened.session.ordered, timeout=20_000):
        opened.top_bar.order.setCurrentIndex(2)
    assert opened.page.panes.current == 0


def test_recent_pairs_are_offered(opened: MainWindow, pair: tuple[str, str]):
    assert opened.settings.recent_pairs() == [pair]
    assert "旧版.md ⇄ 新版.md" in [action.text() for action in opened.menus.recent.actions()]


def test_language_changes_while_it_runs(opened: MainWindow):
    opened.set_language("zh_CN")
    QApplication.sendPostedEvents()
    assert opened.actions_by_name["open"].text() == "打开…"
    assert opened.map_dock.windowTitle() == "章节对照"
    assert opened.docks["metrics"].windowTitle() == "指标"
    assert opened.look_up.line.placeholderText() == "检索：词语或 zscq"
    opened.set_language("en")
    QApplication.sendPostedEvents()
    assert opened.docks["metrics"].windowTitle() == "Figures"


def test_theme_changes_everywhere_and_is_remembered(opened: MainWindow):
    opened.looks.set_theme("dark")
    assert opened.theme is DARK
    assert opened.page.panes.style_of_text.theme is DARK
    assert opened.settings.get("theme") == "dark"
    opened.looks.set_theme("light")
    assert opened.theme is LIGHT


def test_order_fold_and_font_are_remembered(open_window, opened: MainWindow):
    opened.top_bar.order.setCurrentIndex(1)
    opened.actions_by_name["fold"].setChecked(True)
    opened.actions_by_name["larger"].trigger()
    opened.close()
    again = open_window()
    assert again.session.arrangement.order == "new"
    assert again.actions_by_name["fold"].isChecked()
    assert again.looks.size == opened.looks.size > 15


def test_missing_chinese_font_is_told_with_the_remedy(open_window, monkeypatch):
    monkeypatch.setattr(main_window_module, "chinese_families", list)
    window = open_window()
    assert "fonts-noto-cjk" in window.page.banner.label.text()
    assert window.page.banner.isVisible()


def test_no_shortcut_is_bound_twice_in_the_window(opened: MainWindow):
    keys = [key.toString() for action in opened.actions_by_name.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_file_dialogs_are_not_modal(qtbot, opened: MainWindow):
    for name in ("open", "save_report"):
        opened.actions_by_name[name].trigger()
    dialogs = opened.findChildren(QDialog)
    assert len(dialogs) == 2
    assert not any(dialog.isModal() for dialog in dialogs)
    for dialog in dialogs:
        dialog.reject()


@pytest.mark.parametrize(("ending", "start"), [(".docx", b"PK"), (".pdf", b"%PDF"), (".xlsx", b"PK")])
def test_every_report_is_written_by_the_worker(qtbot, opened: MainWindow, tmp_path: Path, ending: str, start: bytes):
    target = tmp_path / f"报告{ending}"
    with qtbot.waitSignal(opened.session.saved, timeout=20_000):
        opened.session.save_report(str(target), "zh_CN")
    assert target.read_bytes().startswith(start)


def test_report_is_written(qtbot, opened: MainWindow, tmp_path: Path):
    target = tmp_path / "报告.html"
    with qtbot.waitSignal(opened.session.saved, timeout=20_000):
        opened.session.save_report(str(target), "zh_CN")
    assert "135公里" in target.read_text(encoding="utf-8")
    assert "报告.html" in opened.page.banner.label.text()

"""Every control is reached by Tab, and a change of language leaves no text behind."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QTreeView,
    QWidget,
)

from kwaicompare.gui.main_window import MainWindow

OLD = "# 河道\n\n河水清澈。全长120公里。两岸种柳。\n\n# 渔业\n\n渔民三十户。\n"
NEW = "# 河道\n\n河水清澈。全长135公里。两岸建了步道。\n\n# 夜游\n\n游船十艘。\n"


@pytest.fixture
def window(qtbot, open_window, tmp_path: Path) -> MainWindow:
    window = open_window()
    paths = tmp_path / "旧版.md", tmp_path / "新版.md"
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_text(text, encoding="utf-8")
    with qtbot.waitSignal(window.comparison_shown, timeout=20_000):
        window.open(*map(str, paths))
    return window


def activate(qtbot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_tab_reaches_every_control(qtbot, window: MainWindow):
    activate(qtbot, window)
    window.page.panes.setFocus()
    reached: set[QWidget] = set()
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    bar = {button for button in window.top_bar.findChildren(QToolButton) if button.isVisible() and button.isEnabled()}
    wanted = {window.page.panes, window.look_up.line, window.top_bar.order, window.section_map.text}
    wanted |= {window.section_map.kind, window.section_map.tree}
    missed = wanted | {button for button in bar if not button.objectName().startswith("qt_")}
    assert len(wanted) == 6
    assert {type(widget).__name__ for widget in missed - reached} == set()


def test_keys_go_to_the_panes_from_the_start(window: MainWindow):
    assert window.focusWidget() is window.page.panes


def test_focus_can_be_seen_in_the_panes(qtbot, window: MainWindow):
    activate(qtbot, window)
    panes = window.page.panes
    panes.setFocus()
    here = panes.viewport().grab().toImage()
    window.look_up.line.setFocus()
    assert panes.viewport().grab().toImage() != here


def words_of(window: MainWindow) -> Iterator[str]:
    """Yield every text that the window shows, or would show in a menu, a tip or to a screen reader."""
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())
    for menu in window.findChildren(QMenu):
        yield menu.title()
    for widget in window.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QDockWidget):
            yield widget.windowTitle()
        elif isinstance(widget, QTreeView):
            continue
    for dock in window.docks.values():
        table = getattr(dock.view, "table", None)
        if table is not None:
            model = table.model()
            for column in range(model.columnCount()):
                yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def test_no_text_stays_in_the_other_language(qtbot, window: MainWindow, repository: Path):
    root = ElementTree.parse(repository / "resources" / "translations" / "kwaicompare_zh_CN.ts").getroot()
    pairs = {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in root.iter("message")
        if "{" not in message.findtext("source", "")
    }
    english = {source for source, chinese in pairs.items() if source != chinese}
    chinese = {chinese for source, chinese in pairs.items() if source != chinese}
    for name, dock in window.docks.items():
        window.show_view(name)
        qtbot.waitUntil(lambda dock=dock: dock.view is not None)
    said = set(words_of(window))
    assert len(said & english) > 60
    assert said & chinese == set()
    window.set_language("zh_CN")
    QApplication.sendPostedEvents()
    said = set(words_of(window))
    assert len(said & chinese) > 60
    assert said & english == set()
    window.set_language("en")
    QApplication.sendPostedEvents()
    assert set(words_of(window)) & chinese == set()

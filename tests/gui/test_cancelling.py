"""Work stopped half-way: by button, by Esc, by another pair, by closing the window; and no text is clipped."""

from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from kwaicompare.gui.main_window import MainWindow

SMALL = "# 河道\n\n河水清澈。全长120公里。\n"


@pytest.fixture
def window(open_window) -> MainWindow:
    return open_window("zh_CN")


@pytest.fixture
def long_pair(tmp_path: Path) -> tuple[str, str]:
    """Return a pair that takes a second to compare."""
    lines = [f"# 第{at}节\n\n河段{chr(0x4E00 + at)}水清，两岸种柳，渡口有船。\n\n" for at in range(2_000)]
    paths = tmp_path / "长甲.md", tmp_path / "长乙.md"
    paths[0].write_text("".join(lines), encoding="utf-8")
    paths[1].write_text("".join(line.replace("种柳", "植柳") for line in lines[::-1]), encoding="utf-8")
    return str(paths[0]), str(paths[1])


@pytest.fixture
def small_pair(tmp_path: Path) -> tuple[str, str]:
    paths = tmp_path / "短甲.md", tmp_path / "短乙.md"
    for path, text in zip(paths, (SMALL, SMALL.replace("120", "135")), strict=True):
        path.write_text(text, encoding="utf-8")
    return str(paths[0]), str(paths[1])


def compared(qtbot, window: MainWindow, pair: tuple[str, str]) -> None:
    with qtbot.waitSignal(window.comparison_shown, timeout=60_000):
        window.open(*pair)


@pytest.mark.parametrize("way", ["button", "escape"])
def test_comparison_is_cancelled_and_another_pair_opens(qtbot, window, long_pair, small_pair, way: str):
    with qtbot.waitSignal(window.documents_shown, timeout=60_000):
        window.open(*long_pair)
    if way == "button":
        window.work_bar.cancel.click()
    else:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.session.work.busy
    assert not window.work_bar.cancel.isVisible()
    assert "F5" in window.page.banner.label.text()
    assert window.session.comparison is None
    compared(qtbot, window, small_pair)
    assert [Path(edition.document.source.path).name for edition in window.session.editions()] == ["短甲.md", "短乙.md"]
    assert not window.page.banner.isVisible()


def test_cancelled_comparison_starts_again_with_f5(qtbot, window, small_pair):
    with qtbot.waitSignal(window.documents_shown, timeout=60_000):
        window.open(*small_pair)
    window.session.cancel()
    with qtbot.waitSignal(window.comparison_shown, timeout=60_000):
        window.actions_by_name["reload"].trigger()
    assert window.session.comparison is not None


def test_escape_means_nothing_while_nothing_is_done(qtbot, window, small_pair):
    assert not window.actions_by_name["cancel"].isEnabled()
    compared(qtbot, window, small_pair)
    assert not window.actions_by_name["cancel"].isEnabled()


def test_closing_in_the_middle_of_a_job(qtbot, window, long_pair):
    with qtbot.waitSignal(window.documents_shown, timeout=60_000):
        window.open(*long_pair)
    clock = QElapsedTimer()
    clock.start()
    window.close()
    assert not window.isVisible()
    assert not window.worker.busy
    assert clock.elapsed() < 20_000


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_button_is_clipped(qtbot, window: MainWindow, small_pair, language: str):
    window.set_language(language)
    compared(qtbot, window, small_pair)
    for name, dock in window.docks.items():
        window.show_view(name)
        qtbot.waitUntil(lambda dock=dock: dock.view is not None)
        window.page.panes.setFocus()
        buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible() and button.text()]
        assert len(buttons) > 5
        clipped: list[QWidget] = [button for button in buttons if button.width() < button.sizeHint().width()]
        assert [button.text() for button in clipped if isinstance(button, QAbstractButton)] == []

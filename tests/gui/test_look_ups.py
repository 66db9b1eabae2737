"""The look-up box with its kinds of query, and the look-ups of before."""

import pytest
from PySide6.QtCore import Qt

from kwaicompare.gui.main_window import MainWindow
from kwaicompare.gui.settings import Settings
from kwaicompare.gui.views.look_up import LookUp, LookUpMode

OLD = "# 年报\n\n## 渡口\n\n每日六班渡船停靠东岸码头，全年载客三千人次。\n\n东岸有柳树。\n"
NEW = "# 年报\n\n## 渡口\n\n每日十班渡船停靠西岸码头，全年载客五千人次。\n\n渡船换了新的。\n"


@pytest.fixture
def opened(open_texts) -> MainWindow:
    return open_texts(OLD, NEW)


def look_up(qtbot, window: MainWindow, text: str, mode: LookUpMode) -> list[str]:
    """Return what is found."""
    with qtbot.waitSignal(window.hits_shown, timeout=20_000):
        window.look_up.take(LookUp(text, mode))
    texts = [edition.text for edition in window.session.editions()]
    return [span.of(texts[side == "b"]) for side, span in window.page._hits]


def menu_words(window: MainWindow) -> list[str]:
    window.look_up._menu.aboutToShow.emit()
    return [action.text() for action in window.look_up._menu.actions() if action.text()]


@pytest.mark.parametrize(
    ("text", "mode", "found"),
    [
        ("渡船 码头", "all", ["渡船", "码头", "渡船", "码头"]),
        ("> 4000 人次", "figure", ["五千人次"]),
        ("[东西]岸", "regex", ["东岸", "东岸", "西岸"]),
        ("dukou", "auto", ["渡口", "渡口"]),
    ],
)
def test_every_kind_of_query_is_answered(qtbot, opened: MainWindow, text: str, mode: LookUpMode, found: list[str]):
    assert look_up(qtbot, opened, text, mode) == found


def test_a_figure_that_is_none_is_told_under_the_line(qtbot, opened: MainWindow):
    with qtbot.waitSignal(opened.session.refused, timeout=20_000):
        opened.look_up.take(LookUp("> 很多", "figure"))
    assert opened.look_up.note.isVisible()


def test_latest_and_kept_look_ups_are_found_again(qtbot, opened: MainWindow, settings: Settings):
    look_up(qtbot, opened, "渡船", "plain")
    qtbot.keyClick(opened.look_up.line, Qt.Key.Key_Return)
    look_up(qtbot, opened, "[东西]岸", "regex")
    qtbot.keyClick(opened.look_up.line, Qt.Key.Key_Return)
    assert settings.get("look_ups") == ["regex [东西]岸", "plain 渡船"]
    menu_words(opened)
    next(each for each in opened.look_up._menu.actions() if each.text() == "Keep this look-up").trigger()
    assert settings.get("kept_look_ups") == ["regex [东西]岸"]
    words = menu_words(opened)
    assert words.index("[东西]岸") < words.index("渡船")
    with qtbot.waitSignal(opened.hits_shown, timeout=20_000):
        next(each for each in opened.look_up._menu.actions() if each.text() == "渡船").trigger()
    assert opened.look_up.mode == "plain"
    menu_words(opened)
    next(each for each in opened.look_up._menu.actions() if each.text() == "Forget the latest").trigger()
    assert settings.get("look_ups") == []
    assert "渡船" not in menu_words(opened)
    assert "[东西]岸" in menu_words(opened)

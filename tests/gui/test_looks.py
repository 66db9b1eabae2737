"""The look of the text by the user's wish, remembered and in force at once; what is copied; a paint that breaks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication

from kwaicompare.gui.looks import Looks
from kwaicompare.gui.main_window import MainWindow
from kwaicompare.gui.settings import Settings
from kwaicompare.gui.theme import CONTRAST, DARK, LIGHT, OWN_COLOURS, Theme, one_coloured, recoloured
from kwaicompare.gui.views.text_selection import Place, TextSelection

OLD = "# 年报\n\n## 渡口\n\n每日六班渡船停靠东岸码头。\n"
NEW = "# 年报\n\n## 渡口\n\n每日十班渡船停靠西岸码头。\n"


@pytest.fixture
def opened(open_texts) -> MainWindow:
    return open_texts(OLD, NEW)


def marked(window: MainWindow) -> list[str]:
    """Return what is marked as deleted in the old text."""
    panes = window.page.panes
    rows = (row for row in panes.sheet.shown if row.kind == "edited")
    marks = (mark for row in rows for mark in window.page._marks.of(row, "a") if mark.kind == "delete")
    return [mark.span.of(OLD) for mark in marks]


def test_line_height_and_font_are_remembered(opened: MainWindow, settings: Settings):
    before = opened.page.panes.line
    opened.looks._put("leading", "wide")
    assert opened.page.panes.line > before
    opened.looks._put("leading", "compact")
    assert opened.page.panes.line < before
    assert Looks(settings, None, opened).style.leading < 1.5
    opened.looks._put("family", "no such family")
    assert opened.looks.style.font.family() != "no such family"


def test_own_colours_are_worn_and_given_back(opened: MainWindow):
    opened.looks.set_colour("insert", "#7a00cc")
    assert opened.page.panes.style_of_text.theme.insert == QColor("#7a00cc")
    opened.looks.set_colour("insert", "")
    assert opened.page.panes.style_of_text.theme is LIGHT


def test_one_colour_leaves_signs_underline_and_strike(opened: MainWindow):
    opened.looks._put("one_colour", True)
    theme = opened.page.panes.style_of_text.theme
    assert len({getattr(theme, name).name() for name in OWN_COLOURS}) == 1
    assert {getattr(theme, f"{name}_tint").name() for name in OWN_COLOURS} == {LIGHT.surface.name()}


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_colours_fit_every_theme(theme: Theme):
    assert recoloured(theme, {}) is theme
    assert recoloured(theme, {"no such": "#123456", "delete": "no colour"}) is theme
    assert recoloured(theme, {"move": "#00aa66"}).move_tint not in (theme.move_tint, QColor("#00aa66"))
    assert one_coloured(theme).hit_tint == theme.hit_tint


def test_the_menu_offers_the_choices(opened: MainWindow):
    menu = opened.looks.menu
    menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions()]
    assert {"Font", "Line height", "New text…", "One colour for all changes"} <= set(words)
    one = next(action for action in menu.actions() if action.text() == "One colour for all changes")
    one.trigger()
    assert opened.settings.get("one_colour") is True


def test_changes_are_marked_by_character_on_demand(opened: MainWindow):
    assert "东岸" in marked(opened)
    opened.actions_by_name["characters"].setChecked(True)
    assert "东" in marked(opened)
    assert opened.settings.get("characters") is True
    opened.actions_by_name["characters"].setChecked(False)
    assert "东岸" in marked(opened)


def test_text_is_copied_with_its_place(opened: MainWindow):
    panes = opened.page.panes
    panes.go_to_place("b", NEW.index("十班"), NEW.index("十班") + 2)
    opened.actions_by_name["copy_with_place"].trigger()
    start = NEW.index("十班")
    assert QGuiApplication.clipboard().text() == f"十班〔b.md · 渡口 · {start}–{start + 2}〕"
    opened.actions_by_name["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "十班"


def test_the_place_is_that_of_the_selection_whichever_pane_is_active(opened: MainWindow):
    start = OLD.index("六班")
    opened.page.panes.go_to_place("a", start, start + 2)
    opened.page.panes.switch_side()
    opened.actions_by_name["copy_with_place"].trigger()
    assert QGuiApplication.clipboard().text() == f"六班〔a.md · 渡口 · {start}–{start + 2}〕"


def test_the_places_of_a_selection_over_reordered_rows_cover_no_more_than_its_text(open_texts):
    lines = ("河边的柳树今年长得很好。", "渡口的船夫每天清早出发。", "山上的寺庙修缮已经完成。")
    old, new = ("# 年报\n\n" + "\n\n".join(each) + "\n" for each in (lines, lines[::-1]))
    panes = open_texts(old, new).page.panes
    rows = [at for at, row in enumerate(panes.sheet.shown) if row.b is not None and row.kind != "ghost"]
    first, last = rows[0], rows[-1]
    span = panes.sheet.shown[last].b
    panes._selection = TextSelection("b", Place(first, panes.sheet.shown[first].b.start), Place(last, span.end))
    chosen = panes.selected()
    assert len(chosen.spans) > 1
    assert chosen.text.split("\n") == [each.of(new) for each in chosen.spans]


def test_the_menu_of_the_panes_acts_on_the_passage_under_the_pointer(qtbot, opened: MainWindow):
    panes = opened.page.panes
    last = len(panes.sheet.shown) - 1
    at = dict(panes._flow.visible(panes._anchor, panes.viewport().height()))[last]
    panes.go_to_row(0)
    qtbot.mouseClick(panes.viewport(), Qt.MouseButton.RightButton, pos=QPoint(panes.viewport().width() - 60, at + 20))
    assert panes.current == last
    assert panes.side == "b"
    words = {action.text() for action in panes.actions()}
    assert {"Copy", "Copy with its place", "Look up the selection", "Diff word by word anyway"} <= words


def test_the_selection_is_looked_up(qtbot, opened: MainWindow):
    start = NEW.index("渡船")
    opened.page.panes.go_to_place("b", start, start + 2)
    with qtbot.waitSignal(opened.hits_shown):
        opened.actions_by_name["look_up_selected"].trigger()
    assert opened.look_up.line.text() == "渡船"


def test_stacked_texts_have_their_names_above_one_another(opened: MainWindow):
    tall = opened.page.headers.sizeHint().height()
    opened.actions_by_name["stacked"].setChecked(True)
    assert opened.page.headers.sizeHint().height() > tall
    opened.actions_by_name["stacked"].setChecked(False)
    assert opened.page.headers.sizeHint().height() == tall


@pytest.mark.parametrize("broken", ["reading_panes.RowPainter.draw", "overview.colour_of"])
def test_a_broken_paint_ends_an_unattended_window(tmp_path: Path, broken: str):
    for name, text in (("a.md", OLD), ("b.md", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    code = (
        "import sys\n"
        "from kwaicompare.gui.views import overview, reading_panes\n"
        "def broken(*_, **__): raise RuntimeError('broken paint')\n"
        f"{broken} = broken\n"
        "from kwaicompare.__main__ import main\n"
        "sys.exit(main())\n"
    )
    wanted = ["gui", str(tmp_path / "a.md"), str(tmp_path / "b.md"), "--screenshot", str(tmp_path / "x.png")]
    ended = subprocess.run(
        [sys.executable, "-c", code, *wanted], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 2
    assert "broken paint" in ended.stderr
    assert not (tmp_path / "x.png").exists()


def test_texts_stand_one_above_the_other_once_where_alike(opened: MainWindow, settings: Settings):
    panes = opened.page.panes
    opened.actions_by_name["stacked"].setChecked(True)
    layouts = [panes._layouts.layout(at, panes.style_of_text) for at in range(len(panes.sheet.shown))]
    pairs = zip(panes.sheet.shown, layouts, strict=True)
    for row, layout in pairs:
        if row.kind == "edited":
            assert layout.a is not None
            assert layout.b is not None
            assert layout.height == layout.gap + layout.below + layout.b.height + 3
            assert layout.below > layout.a.height
        elif row.kind == "same":
            assert layout.b is None
    assert panes._layouts.columns.text_width > panes.viewport().width() * 0.8
    assert settings.get("stacked") is True


def test_a_click_in_a_stack_chooses_the_text_under_it(qtbot, opened: MainWindow):
    panes = opened.page.panes
    opened.actions_by_name["stacked"].setChecked(True)
    at = next(at for at, row in enumerate(panes.sheet.shown) if row.kind == "edited")
    y = dict(panes._flow.visible(panes._anchor, panes.viewport().height()))[at]
    layout = panes._layouts.layout(at, panes.style_of_text)
    for down, side in ((4, "a"), (layout.below + 4, "b")):
        qtbot.mouseClick(panes.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, y + layout.gap + down))
        assert panes.side == side

"""What the editor decides about words in the window: recounted at once, listed, taken back, read and written."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel

from kwaicompare.gui.main_window import MainWindow
from kwaicompare.gui.views.keywords import KeywordsView
from kwaicompare.gui.views.stop_words import StopWordsDialog
from kwaicompare.gui.word_decisions import WordDecisions

# The two words stand together as often as apart, so that nothing shows them to be one.
OLD = "# 年报\n\n渡口码头修缮。渡口开放，码头关闭。码头客流上升。\n"
NEW = (
    "# 年报\n\n渡口码头扩建工程今年秋天在北岸完工通航。渡口码头夜航。渡口客流回落，码头关闭。"
    "渡口停航，码头迁址。旧渡口改建，新码头落成。\n"
)


@pytest.fixture
def opened(open_texts) -> MainWindow:
    window = open_texts(OLD, NEW)
    window.show_view("keywords")
    return window


def view_of(window: MainWindow) -> KeywordsView:
    return window.docks["keywords"].view


def terms(window: MainWindow) -> dict[str, int]:
    assert window.session.comparison is not None
    return {term.term: term.count_b for term in window.session.comparison.keywords}


def choose(window: MainWindow, *wanted: str) -> None:
    table, mode = view_of(window).table, QItemSelectionModel.SelectionFlag
    table.clearSelection()
    for at, row in enumerate(table.filter.shown_rows()):
        if row.item.term in wanted:
            table.selectionModel().select(table.filter.index(at, 0), mode.Select | mode.Rows)


def entries(window: MainWindow) -> list[str]:
    menu = view_of(window).words_button.menu()
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if action.text()]


def test_two_terms_beside_each_other_become_one_word_and_are_recounted(qtbot, opened: MainWindow):
    assert {"渡口", "码头"} <= set(terms(opened))
    choose(opened, "渡口", "码头")
    assert view_of(opened).merging.isEnabled()
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        view_of(opened).merging.trigger()
    assert terms(opened)["渡口码头"] == 2
    assert terms(opened)["渡口"] == 3
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        opened.actions_by_name["undo"].trigger()
    assert "渡口码头" not in terms(opened)


def test_a_click_between_two_words_of_the_line_makes_them_one(qtbot, opened: MainWindow):
    choose(opened, "码头")
    strip = view_of(opened).strip
    assert strip.isVisible()
    pairs = list(pairwise(strip.line.words))
    at = pairs.index(("渡口", "码头")) + 1
    assert f"merge:{at}" in strip.text()
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        strip.linkActivated.emit(f"merge:{at}")
    assert "渡口码头" in terms(opened)


def test_a_word_is_cut_listed_and_made_whole_again(qtbot, opened: MainWindow):
    choose(opened, "码头")
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        view_of(opened).strip.split_wanted.emit(("码", "头"))
    assert "码头" not in terms(opened)
    assert "cut: 码 | 头" in entries(opened)
    menu = view_of(opened).words_button.menu()
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        next(action for action in menu.actions() if action.text() == "cut: 码 | 头").trigger()
    assert "码头" in terms(opened)


def test_a_term_is_counted_no_longer_and_again(qtbot, opened: MainWindow):
    choose(opened, "渡口")
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        view_of(opened).stopping.trigger()
    assert "渡口" not in terms(opened)
    assert "not counted: 渡口" in entries(opened)


def test_a_word_list_is_read_and_written(qtbot, opened: MainWindow, tmp_path: Path):
    decisions = opened.findChild(WordDecisions)
    (tmp_path / "words.txt").write_text("\ufeff渡口码头 3 n\r\n", encoding="utf-8")
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        decisions.read([str(tmp_path / "words.txt")])
    assert terms(opened)["渡口码头"] == 2
    decisions.write(tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").startswith("渡口码头 ")
    with qtbot.waitSignal(opened.trouble_shown):
        decisions.read([str(tmp_path / "missing.txt")])
    with qtbot.waitSignal(opened.trouble_shown):
        decisions.write(tmp_path / "missing" / "out.txt")


def test_words_not_counted_are_shown_and_changed(qtbot, opened: MainWindow):
    decisions = opened.findChild(WordDecisions)
    decisions.show_stop_words()
    dialog = opened.findChild(StopWordsDialog)
    listed = dialog.words.toPlainText().splitlines()
    assert "我们" in listed
    assert "渡口" not in listed
    dialog.search.setText("我们")
    assert dialog.words.textCursor().selectedText() == "我们"
    dialog.words.setPlainText("\n".join(["渡口", *(word for word in listed if word != "关闭")]))
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        dialog.accept()
    assert "渡口" not in terms(opened)
    assert opened.session.history.review.stop_words == ("渡口",)
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        decisions.leave_out([word for word in listed if word != "我们"])
    assert opened.session.history.review.counted == ("我们",)
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        opened.actions_by_name["undo"].trigger()
    assert opened.session.history.review.counted == ()

"""Kinds of difference are hidden from the menu, always counted, listed, and remembered."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction

from kwaicompare.gui.main_window import MainWindow
from kwaicompare.gui.models.changes import FIGURES, IGNORED, change_rows
from kwaicompare.model.comparison import Comparison
from kwaicompare.model.edit import Edit, Passage
from kwaicompare.model.span import Span
from kwaicompare.resources import messages

OLD = "# 报\n\n渡口：“船六班”，客７３人。\n\n蜂场三处。\n"
NEW = "# 报\n\n渡口：「船六班」，客73人。\n\n蜂场五处。\n"


@pytest.fixture
def opened(open_texts) -> MainWindow:
    return open_texts(OLD, NEW)


def lens_action(window: MainWindow, words: str) -> QAction:
    window.menus.lenses.aboutToShow.emit()
    return next(action for action in window.menus.lenses.actions() if action.text() == words)


def changed(window: MainWindow) -> int:
    assert window.session.comparison is not None
    return sum(passage.relation != "same" for passage in window.session.comparison.passages)


def test_a_lens_hides_counts_and_is_remembered(qtbot, opened: MainWindow):
    before = changed(opened)
    assert not opened.work_bar.ignored.isVisible()
    for words in ("punctuation style", "full and half width"):
        with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
            lens_action(opened, words).trigger()
    assert changed(opened) == before - 1
    assert opened.work_bar.ignored.isVisible()
    assert opened.work_bar.ignored.text().split()[0] != "0"
    assert "punctuation" in opened.work_bar.ignored.toolTip()
    assert opened.settings.get("lenses") == ["space", "punctuation", "width"]
    assert lens_action(opened, "punctuation style").isChecked()
    opened.work_bar.ignored.click()
    view = opened.docks["changes"].view
    qtbot.waitUntil(view.isVisible)
    assert view.kinds.currentData() == IGNORED
    assert view.table.filter.rowCount() > 0
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        lens_action(opened, "punctuation style").trigger()
    assert changed(opened) == before


def test_the_list_has_every_change_and_leads_to_it(qtbot, opened: MainWindow):
    opened.show_view("changes")
    view = opened.docks["changes"].view
    qtbot.waitUntil(view.isVisible)
    rows = view.table.filter.shown_rows()
    assert len(rows) == changed(opened)
    last = next(row for row in rows if "蜂场五处" in row.cells[3].text)
    with qtbot.waitSignal(view.place_requested):
        view.table.chosen.emit(last)
    row = opened.page.current_row()
    assert row is not None
    assert row.b is not None
    assert row.b.of(NEW) == "蜂场五处。"


def test_rows_of_an_invented_comparison(comparison: Comparison):
    rows = change_rows(comparison, messages("en"))
    assert len(rows) == sum(passage.relation != "same" for passage in comparison.passages)
    kinds = [row.cells[1].text for row in rows]
    assert any(kind.startswith("⇄") for kind in kinds)
    assert [row.cells[2].text for row in rows if FIGURES in row.kinds] == ["全长120公里。"]
    assert [row.cells[0].text for row in rows] == [str(number) for number in range(1, len(rows) + 1)]


def test_a_rewritten_passage_is_diffed_word_by_word_when_asked(qtbot, open_texts):
    old = "# 报\n\n## 渡口\n\n老渡口由三户船家轮流撑船。\n\n## 蜂场\n\n蜂场三处。\n"
    new = "# 报\n\n## 渡口\n\n新码头改由镇里统一派船。\n\n## 蜂场\n\n蜂场三处。\n"
    window: MainWindow = open_texts(old, new)
    comparison = window.session.comparison
    assert comparison is not None
    a, b = old.index("老渡口"), new.index("新码头")
    spans = Span(a, a + 13), Span(b, b + 12)
    pair = Passage(*spans, "edited", 0.1, (Edit("replace", *spans),), True)
    kept = tuple(each for each in comparison.passages if each.a != spans[0] and each.b != spans[1])
    window.session.comparison = replace(comparison, passages=(*kept, pair))
    with qtbot.waitSignal(window.session.compared, timeout=20_000):
        window.session.diff_anyway(pair)
    assert window.session.comparison is not None
    anew = next(each for each in window.session.comparison.passages if each.a == spans[0] and each.b == spans[1])
    assert not anew.rewritten
    assert len(anew.edits) > 1

"""The metric ledger: rows and view."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kwaicompare.gui.models.ledger import caveat_text, ledger_rows
from kwaicompare.gui.theme import DARK
from kwaicompare.gui.views.ledger import LedgerView
from kwaicompare.resources import messages

# The offscreen platform warns of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def shown(view) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in view.table.filter.shown_rows()]


def made(qtbot, comparison) -> LedgerView:
    view = LedgerView()
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show_comparison(comparison)
    return view


def test_rows_state_bounds_and_caveats(comparison):
    paired, old, new = ledger_rows(comparison, messages("zh_CN"))
    assert [cell.text for cell in paired.cells[:4]] == ["累计申请专利", "500件", "超900件", "至少 +80%"]
    assert paired.cells[4].text.startswith("⚠ ")
    assert paired.cells[5].text == "截至2021年 → 截至2025年"
    assert paired.kinds == {"moved", "paired", "caveat"}
    assert old.kinds == {"only_a"}
    assert new.kinds == {"only_b"}
    assert (old.item.b, new.item.a) == (None, None)


def test_unknown_caveat_is_shown_as_it_is():
    assert caveat_text("no such caveat", "甲", messages("en")) == "no such caveat: 甲"


def test_filters(qtbot, comparison):
    view = made(qtbot, comparison)
    assert len(shown(view)) == 3
    view.kinds.setCurrentIndex(view.kinds.findData("only_b"))
    assert [row[0] for row in shown(view)] == ["AI中心"]
    view.kinds.setCurrentIndex(0)
    view.search.setText("团队")
    assert [row[0] for row in shown(view)] == ["团队"]
    assert view.count.text() == "1 of 3"


def test_selected_row_quotes_both_sentences_with_the_figure_marked(qtbot, comparison):
    view = made(qtbot, comparison)
    view.table.selectRow(0)
    text = view.quotes.toPlainText()
    assert "截至2021年" in text
    assert "截至2025年" in text
    assert view.quotes.toHtml().count("place:") == 2


def test_enter_and_double_click_ask_for_both_places(qtbot, comparison):
    view = made(qtbot, comparison)
    delta = comparison.ledger.deltas[0]
    wanted = [("a", delta.a.span.start, delta.a.span.end), ("b", delta.b.span.start, delta.b.span.end)]
    asked: list[tuple[str, int, int]] = []
    view.place_requested.connect(lambda *place: asked.append(place))
    view.table.selectRow(0)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert asked == wanted
    view.table.doubleClicked.emit(view.table.filter.index(0, 0))
    assert asked == wanted * 2


def test_click_on_a_quotation_asks_for_its_place(qtbot, comparison):
    view = made(qtbot, comparison)
    view.table.selectRow(1)
    [link] = [part for part in view.quotes.toHtml().split('"') if part.startswith("place:")]
    with qtbot.waitSignal(view.place_requested) as asked:
        view.quotes.anchorClicked.emit(link)
    span = comparison.ledger.only_a[0].main.span
    assert asked.args == ["a", span.start, span.end]


def test_copy_and_export_hold_the_rows_shown(qtbot, comparison, tmp_path):
    view = made(qtbot, comparison)
    view.search.setText("专利")
    view.table.copy()
    assert QGuiApplication.clipboard().text().splitlines()[1].split("\t")[:2] == ["累计申请专利", "500件"]
    view.export(tmp_path / "ledger.csv")
    assert len((tmp_path / "ledger.csv").read_text(encoding="utf-8-sig").splitlines()) == 2


def test_export_to_a_bad_place_is_told(qtbot, comparison, tmp_path):
    view = made(qtbot, comparison)
    view.export(tmp_path / "missing" / "ledger.csv")
    assert "missing" in view.count.text()


def test_empty_ledger_says_so(qtbot, empty_comparison):
    view = made(qtbot, empty_comparison)
    assert view.table.filter.rowCount() == 0
    assert view.table.empty_text
    assert not view.grab().isNull()


def test_language_change_keeps_filter_and_rows(qtbot, comparison):
    view = made(qtbot, comparison)
    view.kinds.setCurrentIndex(view.kinds.findData("only_a"))
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    view.set_theme(DARK)
    assert view.kinds.currentData() == "only_a"
    assert len(shown(view)) == 1


def test_quotations_stand_beside_the_table_where_the_view_is_flat(qtbot, comparison):
    view = made(qtbot, comparison)
    with qtbot.waitExposed(view):
        view.show()
    assert view.split.orientation() == Qt.Orientation.Vertical
    view.resize(1100, 240)
    qtbot.waitUntil(lambda: view.split.orientation() == Qt.Orientation.Horizontal)
    view.table.selectRow(0)
    assert "截至2025年" in view.quotes.toPlainText()

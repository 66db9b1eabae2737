"""The metric ledger: rows and view."""

from math import log10

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kwaicompare.gui.models.ledger import caveat_text, ledger_rows
from kwaicompare.gui.theme import DARK
from kwaicompare.gui.views.ledger import LedgerView
from kwaicompare.model.metric import Series
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


def test_the_pairs_are_drawn_and_a_click_leads_to_both_places(qtbot, comparison):
    view = made(qtbot, comparison)
    view.plot_button.setChecked(True)
    assert view.chart is not None
    assert view.chart.data is not None
    assert [(each.low, each.high) for each in view.chart.data.rows] == [(180.0, None)]
    assert "超900件" in view.chart.data.words[0]
    asked: list[str] = []
    view.place_requested.connect(lambda side, *_: asked.append(side))
    view.chart.row_clicked.emit(0)
    assert asked == ["a", "b"]
    assert [row.item.delta for row in view.table.selected_rows()] == [comparison.ledger.deltas[0]]
    view.kinds.setCurrentIndex(view.kinds.findData("only_a"))
    assert view.chart.data.rows == []


def test_the_plot_is_written_as_picture(qtbot, comparison, tmp_path):
    view = made(qtbot, comparison)
    for name in ("plot.svg", "plot.png"):
        view.export(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 1000
    view.export(tmp_path / "missing" / "plot.png")
    assert "missing" in view.count.text()


def test_the_chosen_row_stays_chosen_when_the_comparison_is_made_anew(qtbot, comparison):
    view = made(qtbot, comparison)
    view.table.selectRow(2)
    view.show_comparison(comparison)
    assert [row.item.b.quote for row in view.table.selected_rows()] == ["2个"]


def test_the_rows_shown_are_written_as_workbook(qtbot, comparison, tmp_path):
    view = made(qtbot, comparison)
    view.kinds.setCurrentIndex(view.kinds.findData("paired"))
    view.export(tmp_path / "ledger.xlsx")
    page = load_workbook(tmp_path / "ledger.xlsx").worksheets[0]
    assert [cell.value for cell in page["C"]][1:] == ["**500件"]
    assert page["D2"].value == 500
    view.export(tmp_path / "missing" / "ledger.xlsx")
    assert "missing" in view.count.text()


def test_indicators_through_further_editions_are_lines(qtbot, comparison):
    view = made(qtbot, comparison)
    delta = comparison.ledger.deltas[0]
    series = Series("累计申请专利", (delta.a, None, delta.b), (None, delta))
    view.show_series(("2022", "2024", "2026"), (series,))
    assert view.plot_button.isChecked()
    assert view.chart is not None
    [line] = view.chart.data.rows
    assert [(point.at, point.percent, point.end) for point in line.points] == [(0, 100, "exact"), (2, 180, "at_least")]
    assert "2026: 超900件" in view.chart.tip_at(QPointF(2, log10(180)))
    view.show_comparison(comparison)
    assert [each.name for each in view.chart.data.rows] == ["累计申请专利"]

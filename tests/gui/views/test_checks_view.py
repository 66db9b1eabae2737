"""The checks: rows and view."""

from PySide6.QtCore import Qt

from kwaicompare.gui.models.findings import finding_rows
from kwaicompare.gui.views.checks import ChecksView
from kwaicompare.resources import messages


def made(qtbot, comparison) -> ChecksView:
    view = ChecksView()
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show_comparison(comparison)
    return view


def test_rows_word_findings_first(comparison):
    broken, held = finding_rows(comparison.checks, ("2022", "2026"), messages("zh_CN"))
    assert [cell.text for cell in broken.cells[:3]] == ["✕", "分项合计", "2026"]
    assert "35" in broken.cells[3].text
    assert [cell.text for cell in held.cells[:3]] == ["✓", "重复表述", "2022"]
    assert "**" not in held.cells[3].text


def test_filter_tells_findings_from_verified(qtbot, comparison):
    view = made(qtbot, comparison)
    assert view.table.filter.rowCount() == 2
    view.kinds.setCurrentIndex(view.kinds.findData("verified"))
    assert [row.item.rule for row in view.table.filter.shown_rows()] == ["restatement"]


def test_enter_asks_for_the_first_quotation(qtbot, comparison):
    view = made(qtbot, comparison)
    view.table.selectRow(0)
    assert "40件" in view.quotes.toPlainText()
    first = comparison.checks.findings[0].evidence[0].span
    with qtbot.waitSignal(view.place_requested) as asked:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert asked.args == ["b", first.start, first.end]


def test_nothing_to_check_says_so(qtbot, empty_comparison):
    view = made(qtbot, empty_comparison)
    assert view.table.filter.rowCount() == 0
    assert view.table.empty_text

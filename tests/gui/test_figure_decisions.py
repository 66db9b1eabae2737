"""What the editor decides about figures in the window: from the ledger's rows to the next comparison, and back."""

import pytest
from PySide6.QtCore import QItemSelectionModel

from kwaicompare.gui.further_editions import FurtherEditions
from kwaicompare.gui.main_window import MainWindow
from kwaicompare.gui.views.ledger import LedgerView

OLD = "# 年报\n\n## 渡口\n\n渡口登记船只7321件，接待学生团体40个，长廊30米。\n"
NEW = "# 年报\n\n## 渡口\n\n登记船只总数8000件，研学队伍接待量达95个。\n"


@pytest.fixture
def opened(open_texts) -> MainWindow:
    window = open_texts(OLD, NEW)
    window.show_view("metrics")
    return window


def ledger(window: MainWindow) -> LedgerView:
    return window.docks["metrics"].view


def choose(window: MainWindow, *quotes: str) -> None:
    table = ledger(window).table
    table.clearSelection()
    mode = QItemSelectionModel.SelectionFlag
    for at, row in enumerate(table.filter.shown_rows()):
        if any(each.quote in quotes for side in "ab" for each in row.item.on(side)):
            table.selectionModel().setCurrentIndex(table.filter.index(at, 0), mode.Select | mode.Rows)


def decide(qtbot, window: MainWindow, name: str) -> None:
    with qtbot.waitSignal(window.comparison_shown, timeout=20_000):
        window.actions_by_name[name].trigger()


def pairs(window: MainWindow) -> set[tuple[str, str]]:
    assert window.session.comparison is not None
    return {(delta.a.quote, delta.b.quote) for delta in window.session.comparison.ledger.deltas}


def enabled(window: MainWindow, *names: str) -> list[bool]:
    return [window.actions_by_name[name].isEnabled() for name in names]


def test_two_figures_are_made_one_indicator_and_undone(qtbot, opened: MainWindow):
    before = pairs(opened)
    assert before == {("7321件", "8000件")}
    choose(opened, "40个", "95个")
    decide(qtbot, opened, "pair_figures")
    assert ("40个", "95个") in pairs(opened)
    view = ledger(opened)
    view.kinds.setCurrentIndex(view.kinds.findData("decided"))
    assert [row.cells[1].text for row in view.table.filter.shown_rows()] == ["40个"]
    decide(qtbot, opened, "undo")
    assert pairs(opened) == before


def test_a_pair_is_parted_and_called_comparable(qtbot, opened: MainWindow):
    choose(opened, "7321件")
    decide(qtbot, opened, "comparable")
    choose(opened, "7321件")
    assert enabled(opened, "comparable", "unpair_figures", "pair_figures") == [False, True, False]
    decide(qtbot, opened, "unpair_figures")
    assert pairs(opened) == set()


def test_a_figure_is_taken_out_shown_as_such_and_taken_back(qtbot, opened: MainWindow):
    choose(opened, "30米")
    assert enabled(opened, "not_a_figure", "rename_indicator", "comparable", "release_figures") == [
        True, True, False, False,
    ]  # fmt: skip
    decide(qtbot, opened, "not_a_figure")
    view = ledger(opened)
    [row] = [row for row in view.table.filter.shown_rows() if row.item.excluded]
    assert row.cells[1].text == "30米"
    choose(opened, "30米")
    assert enabled(opened, "not_a_figure", "release_figures") == [False, True]
    decide(qtbot, opened, "release_figures")
    assert not any(row.item.excluded for row in view.table.filter.shown_rows())


def test_an_indicator_is_written_over_in_the_table(qtbot, opened: MainWindow):
    view = ledger(opened)
    choose(opened, "30米")
    row = view.table.selectionModel().selectedRows()[0]
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        view.table.model().setData(row, "长廊总长")
    assert "长廊总长" in [shown.cells[0].text for shown in view.table.filter.shown_rows()]
    assert [shown.item.a.quote for shown in view.table.selected_rows()] == ["30米"]
    with qtbot.assertNotEmitted(opened.session.history.changed):
        view.table.model().setData(view.table.selectionModel().selectedRows()[0], "  ")


def test_further_editions_are_read_and_followed(qtbot, opened: MainWindow, tmp_path):
    (tmp_path / "between.md").write_text(OLD.replace("7321", "7700"), encoding="utf-8")
    view = ledger(opened)
    opened.findChild(FurtherEditions).follow([str(tmp_path / "between.md")])
    qtbot.waitUntil(lambda: view.plot_button.isChecked(), timeout=20_000)
    assert view.chart is not None
    assert [point.quote for point in view.chart.data.rows[0].points] == ["7321件", "7700件", "8000件"]
    words = opened.docks["keywords"].view
    assert words.plots.kind.name == "slopes"
    assert len(words.plots._through) == 3
    assert all(len(rates) == 3 for rates in words.plots._trends.values())


def test_a_further_edition_that_cannot_be_read_is_told(qtbot, opened: MainWindow, tmp_path):
    with qtbot.waitSignal(opened.trouble_shown, timeout=20_000) as told:
        opened.findChild(FurtherEditions).follow([str(tmp_path / "missing.md")])
    assert "missing.md" in told.args[0]

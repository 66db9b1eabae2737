"""What the reviewer thinks: given with a key, shown beside the text, written down, found again, handed on."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from kwaicompare.gui.main_window import MainWindow
from kwaicompare.gui.models.standings import standings_of
from kwaicompare.gui.session import Places
from kwaicompare.gui.views.notes import NotesView

OLD = "# 年报\n\n## 渡口\n\n渡船每日六班往返两岸。旅客7321人次。\n\n## 蜂场\n\n蜂场三处，产蜜十二吨。\n"
NEW = "# 年报\n\n## 渡口\n\n渡船每日十班往返两岸。旅客9800人次。\n\n## 茶园\n\n茶园新辟二百亩。\n"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "results", tmp_path / "reviews.sqlite")


@pytest.fixture
def opened(open_texts, places: Places) -> MainWindow:
    window = open_texts(OLD, NEW, places)
    window.activateWindow()
    window.page.panes.setFocus()
    return window


@pytest.fixture
def notes(opened: MainWindow) -> NotesView:
    opened.show_view("notes")
    return opened.docks["notes"].view


def judge(qtbot, window: MainWindow, name: str) -> None:
    with qtbot.waitSignal(window.session.judged, timeout=20_000):
        window.actions_by_name[name].trigger()


def read_again(qtbot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.judged, timeout=20_000, check_params_cb=bool):
        window.actions_by_name["reload"].trigger()


def go_to(window: MainWindow, side: str, text: str, quote: str) -> None:
    start = text.index(quote)
    window.page.go_to_place("a" if side == "a" else "b", start, start)


def told(notes: NotesView) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in notes.table.filter.shown_rows()]


def test_a_change_is_judged_with_a_key_without_comparing_again(qtbot, opened: MainWindow):
    go_to(opened, "a", OLD, "渡船")
    comparison = opened.session.comparison
    judge(qtbot, opened, "status_passed")
    assert opened.session.comparison is comparison
    row = opened.page.current_row()
    assert row is not None
    standing, other = standings_of(opened.page._standings, row)
    assert standing is not None
    assert (standing.status, other) == ("passed", None)
    assert "✓" in opened.page.detail.facts.text()
    assert "1 of" in opened.work_bar.counts.text() or "已审 1" in opened.work_bar.counts.text()
    judge(qtbot, opened, "undo")
    assert opened.session.standings == ()
    judge(qtbot, opened, "redo")
    assert [each.status for each in opened.session.standings] == ["passed"]


def test_a_note_is_written_for_the_passage_at_hand(qtbot, opened: MainWindow, notes: NotesView):
    go_to(opened, "a", OLD, "旅客")
    opened.actions_by_name["note"].trigger()
    assert notes.note.hasFocus()
    qtbot.keyClicks(notes.note, "check source")
    with qtbot.waitSignal(opened.session.judged, timeout=20_000):
        qtbot.keyClick(notes.note, Qt.Key.Key_Return)
    assert [row[2] for row in told(notes)] == ["check source"]
    assert "check source" in opened.page.detail.facts.text()
    with qtbot.waitSignal(opened.session.judged, timeout=20_000):
        notes.statuses.buttons()[3].click()
    assert [each.opinion.status for each in opened.session.standings] == ["doubtful"]


def test_escape_leaves_a_note_as_it_was(qtbot, opened: MainWindow, notes: NotesView):
    go_to(opened, "a", OLD, "旅客")
    opened.actions_by_name["note"].trigger()
    qtbot.keyClicks(notes.note, "no")
    qtbot.keyClick(notes.note, Qt.Key.Key_Escape)
    assert (notes.note.text(), opened.page.panes.hasFocus(), opened.session.history.review.opinions) == ("", True, ())


def test_a_section_and_a_figure_are_judged_too(qtbot, opened: MainWindow, notes: NotesView):
    opened.section_map.tree.setFocus()
    opened.section_map.tree.setCurrentIndex(opened.section_map.tree.model().index(0, 0))
    judge(qtbot, opened, "status_returned")
    opened.show_view("metrics")
    ledger = opened.docks["metrics"].view
    ledger.table.setFocus()
    ledger.table.selectRow(0)
    judge(qtbot, opened, "status_doubtful")
    subjects = {(each.opinion.subject, each.status) for each in opened.session.standings}
    assert subjects == {("section", "returned"), ("figure", "doubtful")}
    assert "doubtful" in ledger.table.filter.shown_rows()[0].cells[-1].text
    opened.section_map.kind.setCurrentIndex(opened.section_map.kind.findData("judged"))
    assert opened.section_map.tree.model().rowCount() == 1
    opened.show_view("notes")
    assert len(told(notes)) == 2


def test_changes_not_judged_yet_are_walked(qtbot, opened: MainWindow):
    panes = opened.page.panes
    first = panes.sheet.changes[0].first
    panes.go_to_row(first)
    judge(qtbot, opened, "status_passed")
    panes.go_to_row(0)
    opened.actions_by_name["next_open"].trigger()
    assert panes.current == panes.sheet.changes[1].first
    panes.go_to_row(panes.sheet.changes[-1].first)
    opened.actions_by_name["next_open"].trigger()
    assert panes.current == panes.sheet.changes[1].first


def test_an_opinion_survives_reading_again_and_is_open_where_the_text_changed(qtbot, opened: MainWindow, notes):
    go_to(opened, "a", OLD, "渡船")
    judge(qtbot, opened, "status_passed")
    go_to(opened, "b", NEW, "茶园新辟")
    judge(qtbot, opened, "status_returned")
    pair = opened.session.pair
    assert pair is not None
    Path(pair.names[1]).write_text("# 序\n\n新的序。\n\n" + NEW.replace("十班", "十二班"), encoding="utf-8")
    read_again(qtbot, opened)
    states = {(each.state, each.status) for each in opened.session.standings}
    assert states == {("changed", "open"), ("holds", "returned")}
    assert any("passed" in row[0] or "通过" in row[0] for row in told(notes))


def test_a_lost_opinion_stays_in_the_table_and_finds_another_place(qtbot, opened: MainWindow, notes: NotesView):
    go_to(opened, "b", NEW, "茶园新辟")
    judge(qtbot, opened, "status_returned")
    pair = opened.session.pair
    assert pair is not None
    Path(pair.names[1]).write_text(NEW[: NEW.index("## 茶园")], encoding="utf-8")
    read_again(qtbot, opened)
    assert [each.state for each in opened.session.standings] == ["lost"]
    assert "茶园新辟二百亩。" in told(notes)[0]
    notes.table.selectRow(0)
    go_to(opened, "a", OLD, "渡船")
    assert notes.attaching.isEnabled()
    with qtbot.waitSignal(opened.session.judged, timeout=20_000):
        notes.attaching.click()
    assert [(each.state, each.status) for each in opened.session.standings] == [("holds", "open")]


def test_opinions_are_kept_with_the_pair_and_handed_on(qtbot, opened: MainWindow, open_window, places, tmp_path: Path):
    go_to(opened, "a", OLD, "渡船")
    judge(qtbot, opened, "status_returned")
    pair = opened.session.pair
    assert pair is not None
    opened.worker.close()
    again = open_window(places=places)
    with qtbot.waitSignal(again.session.judged, timeout=20_000):
        again.open(*pair.names)
    assert [each.status for each in again.session.standings] == ["returned"]
    with qtbot.waitSignal(again.session.saved, timeout=20_000):
        again.session.save_report(str(tmp_path / "r.xlsx"), "zh_CN")
    rows = list(load_workbook(tmp_path / "r.xlsx")["审读意见"].iter_rows(values_only=True))
    assert [row[6] for row in rows if "退回" in row] == ["退回"]


def test_another_pair_has_its_own_opinions(qtbot, opened: MainWindow, notes: NotesView, tmp_path: Path):
    go_to(opened, "a", OLD, "渡船")
    judge(qtbot, opened, "status_passed")
    (tmp_path / "c.md").write_text(NEW, encoding="utf-8")
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        opened.open(str(tmp_path / "a.md"), str(tmp_path / "c.md"))
    assert (opened.session.standings, told(notes)) == ((), [])
    assert "judged" not in opened.work_bar.counts.text()

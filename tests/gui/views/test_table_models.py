"""Rows, their Qt adapter, the filter, and tables as text."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from kwaicompare.gui.models.quotation import quotation, unmarked
from kwaicompare.gui.models.table import ORDER_ROLE, ROW_ROLE, Cell, Row, RowFilter, TableModel
from kwaicompare.gui.models.table_text import as_tsv, write_csv
from kwaicompare.gui.theme import DARK, LIGHT
from kwaicompare.model.span import Span

HEADERS = ("名", "数")
ROWS = (
    Row((Cell("乙", tone="insert"), Cell("9", 9.0, right=True)), frozenset({"up"}), "乙"),
    Row((Cell("甲", bold=True), Cell("10", 10.0, right=True, tip="十")), frozenset({"down"}), "甲"),
)


@pytest.fixture
def model(qapp) -> TableModel:
    made = TableModel()
    made.show(HEADERS, ROWS, ("", "多少"))
    return made


@pytest.mark.usefixtures("qapp")
def test_model_keeps_qts_rules(model):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(HEADERS, ROWS[:1])
    model.show((), ())
    assert tester.model() is model
    assert model.rowCount() == 0


def test_cells_are_looked_up(model):
    number = model.index(1, 1)
    assert number.data() == "10"
    assert number.data(ORDER_ROLE) == 10.0
    assert number.data(Qt.ItemDataRole.ToolTipRole) == "十"
    assert number.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.index(1, 0).data(Qt.ItemDataRole.FontRole).bold()
    assert model.index(0, 0).data(ROW_ROLE) is ROWS[0]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "数"
    assert model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == "多少"


def test_tone_follows_the_theme(model):
    assert model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) == LIGHT.insert
    model.set_theme(DARK)
    assert model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) == DARK.insert
    assert model.index(1, 0).data(Qt.ItemDataRole.ForegroundRole) is None


def test_filter_by_kind_and_text_and_sort_by_value(model):
    chosen = RowFilter()
    chosen.setSourceModel(model)
    chosen.sort(1)
    assert [row.cells[1].text for row in chosen.shown_rows()] == ["9", "10"]
    chosen.pick("down", "")
    assert chosen.shown_rows() == [ROWS[1]]
    chosen.pick("", " 乙 ")
    assert chosen.shown_rows() == [ROWS[0]]
    chosen.pick("down", "乙")
    assert chosen.shown_rows() == []


def test_tab_separated_text_has_one_line_for_each_row():
    rows = [Row((Cell("一\t二\n三"), Cell("4")))]
    assert as_tsv(HEADERS, rows) == "名\t数\n一 二 三\t4\n"


def test_csv_reads_back(tmp_path):
    path = tmp_path / "t.csv"
    write_csv(path, HEADERS, ROWS)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["名", "数"], ["乙", "9"], ["甲", "10"]]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("## 标题", "标题"),
        ("近**5000** 余条", "近5000 余条"),
        ("<b>80余项</b>", "80余项"),
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", " 甲 乙 1 2 "),
        ("> 引文\n- 条目", "引文 条目"),
        ("AI-IDC 与 a < b", "AI-IDC 与 a < b"),
    ],
)
def test_marks_are_not_shown(marked, plain):
    assert unmarked(marked).split() == plain.split()


def test_quotation_ends_with_its_sentence():
    text = "前一句。截至年底共有**5件**专利。后一句。"
    start = text.index("5件")
    assert quotation(text, Span(start, start + 2)) == ("截至年底共有", "5件", "专利。")


def test_long_sentence_is_cut_with_a_sign():
    text = "字" * 500
    left, marked, right = quotation(text, Span(250, 252), reach=20)
    assert (left, marked, right) == ("…" + "字" * 20, "字字", "字" * 20 + "…")

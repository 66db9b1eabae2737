"""The workbook for review: every change is a row, figures are numbers, text is never a formula."""

import io
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

from kwaicompare.model.comparison import Comparison
from kwaicompare.report.workbook import Run, Sheet, workbook
from kwaicompare.report.xlsx import xlsx_report

Make = Callable[[], Comparison]


def read(content: bytes, rich: bool = False):
    return load_workbook(io.BytesIO(content), rich_text=rich)


def rows(page) -> list[list[object]]:
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_every_changed_passage_is_a_row_for_an_opinion(make_comparison: Make) -> None:
    comparison = make_comparison()
    page = read(xlsx_report(comparison, "zh_CN"))["审读意见"]
    changed = [each for each in comparison.passages if each.relation != "same" and each.role != "furniture"]
    head, *body = rows(page)
    assert head[-1] == "审读意见"
    assert [row[0] for row in body] == list(range(1, len(changed) + 1))
    assert all(row[-1] is None for row in body)


def test_figures_are_numbers_with_open_bounds_empty(make_comparison: Make) -> None:
    comparison = make_comparison()
    head, *body = rows(read(xlsx_report(comparison, "en"))["Figures"])
    delta = comparison.ledger.deltas[0]
    row = dict(zip(head, body[0], strict=True))
    assert row["Old, at least"] == delta.a.bounds.low
    assert row["New, at most"] is delta.b.bounds.high
    alone = sum(len(each) for each in (comparison.ledger.only_a, comparison.ledger.only_b))
    assert len(body) == len(comparison.ledger.deltas) + alone


def test_the_same_comparison_gives_the_same_bytes_in_both_languages(make_comparison: Make) -> None:
    for language in ("zh_CN", "en"):
        assert xlsx_report(make_comparison(), language) == xlsx_report(make_comparison(), language)


def test_text_is_no_formula_no_control_character_and_not_too_long(tmp_path: Path) -> None:
    texts = ["=1+1", "a\x00b\x0bc", "长" * 40_000, "𠮷野家"]
    page = read(workbook([Sheet("页", ("甲",), [(text,) for text in texts])]))["页"]
    formula, control, long, astral = (page.cell(row, 1) for row in range(2, 6))
    assert (formula.value, formula.data_type) == ("=1+1", "s")
    assert control.value == "abc"
    assert len(str(long.value)) == 32_001
    assert astral.value == "𠮷野家"


def test_what_was_deleted_is_struck_and_what_was_inserted_is_bold() -> None:
    runs = (Run("equal", "渡船"), Run("delete", "六"), Run("insert", "十"), Run("equal", "班"))
    page = read(workbook([Sheet("页", ("甲",), [(runs,)])]), rich=True)["页"]
    equal, deleted, inserted, rest = page["A2"].value
    assert (equal, rest) == ("渡船", "班")
    assert (deleted.text, deleted.font.strike) == ("六", True)
    assert (inserted.text, inserted.font.b) == ("十", True)

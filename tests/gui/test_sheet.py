"""Rows as shown: folding, stepping, finding places."""

import pytest

from kwaicompare.gui.models.row_building import comparison_rows
from kwaicompare.gui.models.rows import Row, RowKind
from kwaicompare.gui.models.sheet import CONTEXT, Sheet
from kwaicompare.model.comparison import Comparison
from kwaicompare.model.span import Span


def row(at: int, kind: RowKind = "same") -> Row:
    return Row(at, Span(10 * at, 10 * at + 8), Span(10 * at, 10 * at + 8), kind)


@pytest.fixture
def long() -> list[Row]:
    """Return 40 rows; the 20th is edited."""
    return [row(at, "edited" if at == 20 else "same") for at in range(40)]


def test_folding_keeps_context(long: list[Row]):
    sheet = Sheet(long, folded=True)
    kinds = [(shown.kind, shown.passages) for shown in sheet.shown]
    assert kinds == [("fold", 17), *[("same", 1)] * CONTEXT, ("edited", 1), *[("same", 1)] * CONTEXT, ("fold", 16)]


def test_open_fold_shows_its_rows(long: list[Row]):
    opened = Sheet(long, folded=True).with_open(0)
    assert [shown.passage for shown in opened.shown[:24]] == list(range(24))
    assert opened.shown[-1].kind == "fold"


def test_place_inside_a_fold_opens_it(long: list[Row]):
    sheet, at = Sheet(long, folded=True).show_place("b", 305)
    assert sheet.shown[at].passage == 30


def test_place_between_rows_belongs_to_the_row_before(long: list[Row]):
    assert Sheet(long).row_at("a", 209) == 20


def test_unfolding_shows_everything(long: list[Row]):
    assert Sheet(long, folded=True).with_folding(False).shown == long


def test_stepping_through_changes(comparison: Comparison):
    sheet = Sheet(comparison_rows(comparison, "old"))
    starts, at = [], -1
    while (found := sheet.change_from(at, 1)) is not None:
        starts.append(found)
        at = found
    assert starts == [change.first for change in sheet.changes]
    back = []
    while (found := sheet.change_from(at, -1)) is not None:
        back.append(found)
        at = found
    assert back == starts[-2::-1]


def test_neighbouring_new_rows_are_one_change():
    sheet = Sheet([row(0), row(1, "new"), row(2, "new"), row(3, "edited"), row(4, "edited")])
    assert [(change.first, change.last) for change in sheet.changes] == [(1, 3), (3, 4), (4, 5)]
    assert [sheet.change_at(at) for at in range(5)] == [None, 0, 0, 1, 2]


def test_halves_of_a_move_lead_to_each_other(comparison: Comparison):
    sheet = Sheet(comparison_rows(comparison, "old"))
    ghost = next(at for at, shown in enumerate(sheet.shown) if shown.kind == "ghost")
    moved = sheet.other_half(ghost)
    assert moved is not None
    assert sheet.shown[moved].kind == "moved"
    assert sheet.other_half(moved) == ghost
    assert sheet.other_half(0) is None


def test_gravest_change_wins_a_shared_pixel():
    sheet = Sheet([row(0), row(1, "moved"), row(2, "dropped"), row(3)])
    assert sheet.gravest(1) == [("dropped", False)]
    assert {kind for kind, _ in sheet.gravest(40)} == {"same", "moved", "dropped"}


def test_weights_find_their_rows(long: list[Row]):
    sheet = Sheet(long)
    assert [sheet.row_of_weight(sheet.start_of(at)) for at in range(40)] == list(range(40))
    assert sheet.row_of_weight(sheet.total * 2) == 39


def test_empty_sheet_answers():
    sheet = Sheet([], folded=True)
    assert (sheet.total, sheet.changes, sheet.change_from(-1, 1), sheet.row_at("a", 5)) == (0, [], None, 0)


def furniture(at: int, kind: RowKind = "dropped") -> Row:
    return row(at, kind)._replace(role="furniture")


def test_furniture_is_one_quiet_row_that_opens():
    rows = [furniture(0), furniture(1, "apart"), row(2), row(3, "edited"), furniture(4)]
    sheet = Sheet(rows)
    assert [(shown.kind, shown.role, shown.passages) for shown in sheet.shown] == [
        ("fold", "furniture", 3),
        ("same", "text", 1),
        ("edited", "text", 1),
        ("fold", "furniture", 1),
    ]
    assert [change.kind for change in sheet.changes] == ["edited"]
    assert sheet.with_open(0).shown[:2] == rows[:2]
    opened, at = sheet.show_place("a", 13)
    assert opened.shown[at] == rows[1]


def test_text_that_is_all_furniture_is_not_folded():
    rows = [furniture(0), furniture(1)]
    assert Sheet(rows).shown == rows


def test_neighbouring_moved_rows_are_one_change():
    sheet = Sheet([row(0), row(1, "moved"), row(2, "moved"), row(3), row(4, "moved-edited"), row(5, "moved-edited")])
    assert [(change.first, change.last) for change in sheet.changes] == [(1, 3), (4, 5), (5, 6)]

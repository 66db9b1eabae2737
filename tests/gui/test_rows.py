"""Rows of the panes: orders, ghosts, kinds, long passages."""

from collections import Counter
from decimal import Decimal

import pytest

from kwaicompare.gui.models.rows import (
    LONGEST_ROW,
    ORDERS,
    Order,
    Row,
    comparison_rows,
    figure_moved,
    plain_rows,
    touches,
)
from kwaicompare.model.comparison import Comparison
from kwaicompare.model.edit import Edit, Passage
from kwaicompare.model.metric import Bounds, Delta, Mention
from kwaicompare.model.span import Span
from tests.gui.conftest import NEW_ORDER, STORY, Told


def real(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.kind != "ghost"]


@pytest.mark.parametrize("order", ORDERS)
def test_every_passage_is_shown_exactly_once(comparison: Comparison, order: Order):
    counts = Counter(row.passage for row in real(comparison_rows(comparison, order)))
    assert counts == Counter(range(len(comparison.passages)))


def test_old_order_is_the_comparison_s(comparison: Comparison):
    assert [row.passage for row in real(comparison_rows(comparison, "old"))] == list(range(len(STORY)))


def test_new_order_follows_the_new_edition_and_keeps_what_was_dropped(comparison: Comparison):
    rows = real(comparison_rows(comparison, "new"))
    assert [row.passage for row in rows if row.b is not None] == list(NEW_ORDER)
    order = [row.passage for row in rows]
    assert order.index(3) == order.index(2) + 1


def test_most_changed_section_comes_first(comparison: Comparison):
    rows = comparison_rows(comparison, "weight")
    assert comparison.passages[rows[0].passage].section_a == "a1"


def test_kinds_and_figures(comparison: Comparison):
    rows = real(comparison_rows(comparison, "old"))
    assert [row.kind for row in rows[:8]] == [
        "same", "same", "edited", "dropped", "new", "moved", "moved", "rewritten",
    ]  # fmt: skip
    assert [row.passage for row in rows if row.figures] == [2]


def test_ghost_stands_where_the_other_edition_has_the_moved_text(comparison: Comparison):
    old, new = comparison_rows(comparison, "old"), comparison_rows(comparison, "new")
    assert (old[0].kind, old[0].gone, old[0].passages, old[0].passage) == ("ghost", "b", 2, 5)
    ghost = next(row for row in new if row.kind == "ghost")
    assert (ghost.gone, ghost.passage) == ("a", 5)
    assert [row.passage for row in new if row.kind != "ghost" or row is ghost][-5:].count(5) == 1


def test_long_passage_becomes_rows_that_cover_it(telling):
    words = "甲" * (3 * LONGEST_ROW + 7)
    comparison = telling((Told(words, words + "乙", "edited"), Told(words, None, "dropped")), (0,))
    rows = comparison_rows(comparison, "old")
    for index in (0, 1):
        spans = [row.a for row in rows if row.passage == index and row.a is not None]
        assert max(len(span) for span in spans) <= LONGEST_ROW
        passage = comparison.passages[index].a
        assert passage is not None
        assert [span.start for span in spans] == [passage.start, *(span.end for span in spans[:-1])]
        assert spans[-1].end == passage.end


def test_plain_rows_hold_every_line_of_both(comparison: Comparison):
    rows = plain_rows(comparison.a.document, comparison.b.document)
    assert [row.a.of(comparison.a.text) for row in rows if row.a] == comparison.a.text.splitlines()
    assert [row.b.of(comparison.b.text) for row in rows if row.b] == comparison.b.text.splitlines()
    assert not any(row.changed for row in rows)


def exact(value: int) -> Mention:
    return Mention(Span(0, 1), "1", "metric", Bounds(Decimal(value), Decimal(value)))


@pytest.mark.parametrize(
    ("absolute", "values", "moved"),
    [
        (Bounds(Decimal(0), Decimal(0)), (5, 5), False),
        (Bounds(Decimal(0), None), (5, 5), True),
        (Bounds(Decimal(3), Decimal(3)), (5, 8), True),
        (None, (5, 5), False),
        (None, (5, 8), True),
    ],
)
def test_figure_moved(absolute: Bounds | None, values: tuple[int, int], moved: bool):
    assert figure_moved(Delta("x", exact(values[0]), exact(values[1]), absolute=absolute)) is moved


@pytest.mark.parametrize(("place", "found"), [((0, 2), False), ((1, 3), True), ((4, 9), True), ((5, 9), False)])
def test_touches(place: tuple[int, int], found: bool):
    assert touches([Span(2, 5), Span(9, 11)], Span(*place)) is found


def test_passage_without_words_of_one_side_is_one_row():
    passage = Passage(Span(0, 2), Span(0, 0), "edited", 0.5, (Edit("delete", Span(0, 2), Span(0, 0)),))
    row = Row(0, passage.a, passage.b, "edited")
    assert row.extent == 2

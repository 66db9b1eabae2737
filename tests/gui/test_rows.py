"""Rows of the panes: orders, ghosts, kinds, long passages."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from kwaicompare.diff.pieces import printed_numbers
from kwaicompare.gui.models.long_rows import LONGEST_ROW
from kwaicompare.gui.models.moved_figures import figure_moved
from kwaicompare.gui.models.plain_rows import plain_rows
from kwaicompare.gui.models.row_building import comparison_rows
from kwaicompare.gui.models.rows import ORDERS, Order, Row, edits_on, touches
from kwaicompare.model.alignment import Alignment, Link
from kwaicompare.model.comparison import Comparison
from kwaicompare.model.edit import Edit, Passage
from kwaicompare.model.metric import Bounds, Delta, Mention
from kwaicompare.model.span import Span
from tests.gui.conftest import NEW_ORDER, Told


def passages(row: Row) -> list[int]:
    """Return the passages that a row shows."""
    return [row.passage, row.other] if row.kind == "apart" else [row.passage]


def real(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.kind != "ghost"]


@pytest.mark.parametrize("order", ORDERS)
def test_every_passage_is_shown_exactly_once(comparison: Comparison, order: Order):
    counts = Counter(at for row in real(comparison_rows(comparison, order)) for at in passages(row))
    assert counts == Counter(range(len(comparison.passages)))


def test_old_order_is_the_old_text_s(comparison: Comparison):
    starts = [row.a.start for row in real(comparison_rows(comparison, "old")) if row.a is not None]
    assert starts == sorted(starts)


def test_new_order_is_the_new_text_s(comparison: Comparison):
    starts = [row.b.start for row in real(comparison_rows(comparison, "new")) if row.b is not None]
    assert starts == sorted(starts)
    assert len(starts) == len(NEW_ORDER)


def test_words_of_one_edition_only_share_rows_of_counterpart_sections(comparison: Comparison):
    for order in ORDERS:
        apart = [row for row in comparison_rows(comparison, order) if row.kind == "apart"]
        assert [(row.passage, row.other) for row in apart] == [(3, 4)]


def test_counterpart_sections_stand_side_by_side_whatever_their_order(telling):
    story = (
        Told("甲旧句。", None, "dropped", sections=("a1", "")),
        Told("甲旧尾。", None, "dropped", sections=("a1", "")),
        Told("乙旧句。", None, "dropped", sections=("a2", "")),
        Told(None, "乙新句。", "new", sections=("", "b2")),
        Told(None, "丙全新。", "new", sections=("", "b9")),
        Told(None, "甲新句。", "new", sections=("", "b1")),
    )
    comparison = telling(story, (3, 4, 5))
    old = [passages(row) for row in comparison_rows(comparison, "old")][:4]
    new = [passages(row) for row in comparison_rows(comparison, "new")][:4]
    assert old == [[0, 5], [1], [2, 3], [4]]
    assert new == [[2, 3], [4], [0, 5], [1]]


def test_most_changed_section_comes_first(comparison: Comparison):
    rows = comparison_rows(comparison, "weight")
    assert comparison.passages[rows[0].passage].section_a == "a1"


def test_kinds_and_figures(comparison: Comparison):
    rows = real(comparison_rows(comparison, "old"))
    assert [row.kind for row in rows[:8]] == [
        "same", "same", "edited", "apart", "new", "moved", "moved", "rewritten",
    ]  # fmt: skip
    assert [row.passage for row in rows if row.figures] == [2]


def test_ghost_stands_where_the_other_edition_has_the_moved_text(comparison: Comparison):
    for order, gone, before in (("old", "b", 7), ("new", "a", 10)):
        rows = comparison_rows(comparison, order)
        ghosts = [(at, row) for at, row in enumerate(rows) if row.kind == "ghost"]
        assert [(row.gone, row.passage, row.passages) for _, row in ghosts] == [(gone, 11, 1)]
        assert rows[ghosts[0][0] - 1].passage == before


def test_unlinked_section_keeps_to_itself_and_front_matter_to_front_matter(telling):
    story = (
        Told("旧扉页。", None, "dropped"),
        Told("甲旧句。", None, "dropped", sections=("a1", "")),
        Told(None, "新扉页。", "new"),
        Told(None, "丙全新。", "new", sections=("", "b9")),
        Told(None, "甲新句。", "new", sections=("", "b1")),
    )
    rows = comparison_rows(telling(story, (2, 3, 4)), "old")
    assert [passages(row) for row in rows[:3]] == [[0, 2], [3], [1, 4]]


def test_what_moved_with_its_section_leaves_no_ghost(comparison: Comparison):
    assert comparison.passages[6].relation == "moved"
    assert 6 not in [row.passage for row in comparison_rows(comparison, "old") if row.kind == "ghost"]


def test_neighbouring_moved_passages_leave_one_ghost(telling):
    lines = [Told(f"第{at}句。", f"第{at}句。", "same") for at in range(3)]
    moved = [Told(f"移走{at}。", f"移走{at}。", "moved") for at in range(3)]
    rows = comparison_rows(telling((*lines, *moved), (3, 4, 5, 0, 1, 2)), "old")
    assert [(row.kind, row.passages) for row in rows[:2]] == [("ghost", 3), ("same", 1)]


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
    rows = plain_rows(comparison.a, comparison.b)
    assert [row.a.of(comparison.a.text) for row in rows if row.a] == comparison.a.text.splitlines()
    assert [row.b.of(comparison.b.text) for row in rows if row.b] == comparison.b.text.splitlines()
    assert not any(row.changed for row in rows)


def stated(low: int, high: int | None, unit: str = "件") -> Mention:
    bounds = Bounds(Decimal(low), None if high is None else Decimal(high))
    return Mention(Span(0, 1), "1", "metric", bounds, unit=unit)


@pytest.mark.parametrize(
    ("a", "b", "absolute", "moved"),
    [
        (stated(5, 5), stated(5, 5), Bounds(Decimal(0), Decimal(0)), False),
        (stated(5, None), stated(5, None), None, False),
        (stated(5, None), stated(5, None), Bounds(None, None), False),
        (stated(5, 5), stated(5, None), Bounds(Decimal(0), None), True),
        (stated(5, 5), stated(8, 8), Bounds(Decimal(3), Decimal(3)), True),
        (stated(5, 5), stated(8, 8), None, True),
        (stated(2, 2, "公斤"), stated(4, 4, "斤"), Bounds(Decimal(0), Decimal(0)), False),
    ],
)
def test_figure_moved(a: Mention, b: Mention, absolute: Bounds | None, moved: bool):
    assert figure_moved(Delta("x", a, b, absolute=absolute)) is moved


@pytest.mark.parametrize(("place", "found"), [((0, 2), False), ((1, 3), True), ((4, 9), True), ((5, 9), False)])
def test_touches(place: tuple[int, int], found: bool):
    assert touches([Span(2, 5), Span(9, 11)], Span(*place)) is found


def test_passage_without_words_of_one_side_is_one_row():
    passage = Passage(Span(0, 2), Span(0, 0), "edited", 0.5, (Edit("delete", Span(0, 2), Span(0, 0)),))
    row = Row(0, passage.a, passage.b, "edited")
    assert row.extent == 2


def heading(told: str, a: bool = True, b: bool = True, sections: tuple[str, str] = ("a1", "b1")) -> Told:
    relation = "same" if a and b else "dropped" if a else "new"
    return Told(told if a else None, told if b else None, relation, "heading", sections)


def test_lines_of_a_heading_are_one_row(telling):
    story = (
        heading("# 001", a=False),
        Told("# 专利体系", "# 专利体系", "same", "heading", ("a1", "b1")),
        heading("# 筑牢壁垒", a=False),
        Told("一句。", "一句。", "same", sections=("a1", "b1")),
    )
    comparison = telling(story, (0, 1, 2, 3))
    rows = comparison_rows(comparison, "old")
    assert [(row.role, row.kind, row.members) for row in rows[:2]] == [
        ("heading", "edited", (0, 1, 2)),
        ("text", "same", ()),
    ]
    assert rows[0].b == comparison.b.sections[0].heading
    assert [place.of(comparison.b.text) for place in edits_on(comparison.passages, rows[0], "b")] == [
        "# 001",
        "# 筑牢壁垒",
    ]
    assert [place.of(comparison.b.text) for place in printed_numbers(comparison.b)] == ["001"]


def test_headings_that_share_no_words_are_rewritten(telling):
    story = (heading("# 甲乙", b=False), heading("# 丙丁", a=False))
    row = comparison_rows(telling(story, (1,)), "old")[0]
    assert (row.kind, row.rewritten, row.members) == ("rewritten", True, (0, 1))
    assert edits_on((), row, "a") == []


def test_counterparts_that_stand_elsewhere_are_named_in_place(telling):
    story = (
        heading("# 河", sections=("a1", "b1")),
        heading("# 桥", b=False, sections=("a2", "")),
        heading("# 渡", b=False, sections=("a3", "")),
        heading("# 岸", a=False, sections=("", "b2")),
    )
    comparison = telling(story, (0, 3))
    # The river takes in the bridge (merged); what became of it and of its bank stands together (split).
    links = (Link("a1", "b1", 0.9, "edited"), Link("a2", "b1", 0.5, "edited"), Link("a1", "b2", 0.4, "edited"))
    rows = comparison_rows(replace(comparison, alignment=Alignment(links, dropped=("a3",))), "old")
    told = [(row.kind, [lead and (lead.side, lead.title) for lead in row.leads]) for row in rows[:6]]
    assert told == [
        ("same", [None, None]),
        ("see", [None, ("a", "桥")]),
        ("new", [None, None]),
        ("dropped", [None, None]),
        ("see", [("b", "河"), None]),
        ("dropped", [None, None]),
    ]


def test_furniture_shares_no_row_with_text(telling):
    story = (
        Told("目录", None, "dropped", "furniture"),
        Told("旧文。", None, "dropped"),
        Told(None, "新文。", "new"),
        Told(None, "新文二。", "new"),
    )
    rows = comparison_rows(telling(story, (2, 3)), "old")
    assert [(row.kind, row.role) for row in rows[:3]] == [("dropped", "furniture"), ("apart", "text"), ("new", "text")]


def test_tags_and_shapeless_characters_are_furniture(telling):
    story = (Told("</p>", None, "dropped"), Told(None, "\u200b", "new"), Told("<p>有字</p>", None, "dropped"))
    rows = comparison_rows(telling(story, (1,)), "old")
    assert [row.role for row in rows if row.passage in (0, 1)] == ["furniture"]
    assert [row.role for row in rows if row.passage == 2] == ["text"]

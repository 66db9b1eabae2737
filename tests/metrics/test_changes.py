"""Deltas between two invented editions: who pairs, how far it moved, and what stands in the way."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from kwaicompare.metrics.changes import compare_metrics
from kwaicompare.metrics.intervals import difference, relative
from kwaicompare.model.alignment import Alignment, Link
from kwaicompare.model.comparison import Edition
from kwaicompare.model.metric import Bounds, Ledger

Make = Callable[..., Edition]
_LINKED = Alignment((Link("1", "1", 0.8, "rewritten"),))


def ledger(make: Make, old: str, new: str) -> Ledger:
    """Return the ledger of two one-section editions whose sections are counterparts."""
    return compare_metrics(make(f"馆藏\n{old}\n", ("1", "馆藏")), make(f"馆藏\n{new}\n", ("1", "馆藏")), _LINKED)


def test_a_bound_gives_an_open_percentage(edition: Make) -> None:
    found = ledger(edition, "该馆累计登记瓷器7321件。", "瓷器登记总数超1.4万件。")
    (delta,) = found.deltas
    assert delta.absolute == Bounds(Decimal(6679), None)
    assert delta.percent is not None
    assert delta.percent.low is not None
    assert Decimal("91.2") < delta.percent.low < Decimal("91.3")
    assert delta.percent.high is None
    assert [key for key, _ in delta.caveats] == ["bound"]


def test_the_same_figure_said_again_compares_as_it_stands(edition: Make) -> None:
    (delta,) = ledger(edition, "登记瓷器7321件。", "登记瓷器7400件。").deltas
    assert delta.comparability == "same"
    assert delta.absolute == Bounds(Decimal(79), Decimal(79))


def test_equal_values_of_different_things_do_not_pair(edition: Make) -> None:
    found = ledger(edition, "修复古籍300册。", "培训讲解员300名。")
    assert found.deltas == ()
    assert (len(found.only_a), len(found.only_b)) == (1, 1)


def test_equivalent_units_are_compared_in_one(edition: Make) -> None:
    (delta,) = ledger(edition, "预计每年节电5亿千瓦时。", "预计年节约电5亿度。").deltas
    assert delta.absolute == Bounds(Decimal(0), Decimal(0))
    assert [key for key, _ in delta.caveats] == ["unit"]


def test_cumulative_against_per_year_has_no_percentage(edition: Make) -> None:
    (delta,) = ledger(edition, "累计发表学术论文300篇。", "每年发表学术论文120篇。").deltas
    assert "cumulative_vs_per_year" in [key for key, _ in delta.caveats]
    assert delta.percent is None
    assert delta.absolute is None


def test_restatements_form_one_entry(edition: Make) -> None:
    old = "7321\n\n该馆登记瓷器7321件\n\n截至2021年底，该馆登记瓷器7321件。"
    (delta,) = ledger(edition, old, "截至2025年底，该馆登记瓷器9000件。").deltas
    assert delta.a.period == "截至2021年底"
    assert [mention.quote for mention in delta.also_a] == ["7321", "7321件"]


def test_figures_outside_counterpart_sections_need_the_same_scope(edition: Make) -> None:
    old = edition("馆藏\n河湾馆月参观人数500万人。\n", ("1", "馆藏"))
    new = edition("分馆\n东岸馆月参观人数120万人。\n", ("9", "分馆"))
    assert compare_metrics(old, new, Alignment(())).deltas == ()


def test_every_figure_is_in_the_ledger_once(edition: Make) -> None:
    old = edition("馆藏\n登记瓷器7321件，修复古籍30册，占地500亩。\n", ("1", "馆藏"))
    new = edition("馆藏\n登记瓷器8000件，新建库房2间。\n", ("1", "馆藏"))
    found = compare_metrics(old, new, _LINKED)
    shown_a = [one for delta in found.deltas for one in (delta.a, *delta.also_a)] + [
        one for entry in found.only_a for one in entry.mentions
    ]
    shown_b = [one for delta in found.deltas for one in (delta.b, *delta.also_b)] + [
        one for entry in found.only_b for one in entry.mentions
    ]
    assert sorted(one.span for one in shown_a) == [one.span for one in old.mentions]
    assert sorted(one.span for one in shown_b) == [one.span for one in new.mentions]


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [((100, 100), (150, 150), 50, 50), ((None, 100), (150, None), 50, None), ((100, None), (None, 80), None, -20)],
)
def test_relative_difference_keeps_open_sides(
    a: tuple[int | None, int | None], b: tuple[int | None, int | None], low: int | None, high: int | None
) -> None:
    def bounds(pair: tuple[int | None, int | None]) -> Bounds:
        return Bounds(*(None if each is None else Decimal(each) for each in pair))

    assert relative(bounds(a), bounds(b)) == bounds((low, high))


def test_nothing_is_said_of_zero_or_of_two_lower_bounds() -> None:
    zero, some = Bounds(Decimal(0), Decimal(0)), Bounds(Decimal(5), Decimal(5))
    assert relative(zero, some) is None
    assert difference(Bounds(Decimal(1), None), Bounds(Decimal(5), None)) is None


def test_a_rounded_print_widens_the_difference(edition: Make) -> None:
    (delta,) = ledger(edition, "馆藏估值1.06万亿元。", "馆藏估值2.06万亿元。").deltas
    assert delta.absolute == Bounds(Decimal("990000000000"), Decimal("1010000000000"))

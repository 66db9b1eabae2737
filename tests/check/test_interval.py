"""Interval arithmetic on printed figures."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.check.interval import compatible, growth, middle, printed, shown, total
from kwaicompare.model.metric import Bounds, Mention
from kwaicompare.model.span import Span

DECIMALS = st.decimals(min_value=1, max_value=10**9, places=2)


def exact(value: str) -> Bounds:
    return Bounds(Decimal(value), Decimal(value))


def figure(value: str, precision: str | None, unit: str = "元", qualifier: str = "") -> Mention:
    bounds = exact(value)
    size = Decimal(precision) if precision else None
    return Mention(Span(0, 1), value, "metric", bounds, qualifier, unit, precision=size)


def test_printed_value_covers_what_rounds_to_it():
    assert printed(figure("6500000000", "100000000")) == Bounds(Decimal("6450000000"), Decimal("6550000000"))


def test_whole_number_of_things_is_exact():
    assert printed(figure("128", "1", "件")) == exact("128")


def test_percentage_printed_without_decimals_is_rounded():
    assert printed(figure("60", "1", "%")) == Bounds(Decimal("59.5"), Decimal("60.5"))


def test_about_gives_five_percent():
    assert printed(figure("200", None, "件", "约")) == Bounds(Decimal("190"), Decimal("210"))


def test_open_end_stays_open():
    open_figure = Mention(Span(0, 1), "超5", "metric", Bounds(Decimal(5), None), "超", "件")
    assert printed(open_figure).high is None


def test_growth_of_open_value_is_a_lower_bound():
    grown = growth(exact("7321"), Bounds(Decimal(14000), None))
    assert grown is not None
    assert grown.low is not None
    assert shown(grown.low) == "91.23"
    assert grown.high is None


def test_growth_from_zero_is_unknown():
    assert growth(exact("0"), exact("5")) is None


@given(DECIMALS, DECIMALS)
def test_growth_is_exact_for_exact_values(old: Decimal, new: Decimal):
    grown = growth(Bounds(old, old), Bounds(new, new))
    assert grown is not None
    assert grown.low == grown.high == (new / old - 1) * 100


@given(st.lists(DECIMALS, max_size=8))
def test_total_of_exact_values_is_their_sum(values: list[Decimal]):
    added = total(Bounds(value, value) for value in values)
    assert added.low == added.high == sum(values)


@given(DECIMALS, DECIMALS, DECIMALS, DECIMALS)
def test_compatible_is_symmetric(a: Decimal, b: Decimal, c: Decimal, d: Decimal):
    one, other = Bounds(min(a, b), max(a, b)), Bounds(min(c, d), max(c, d))
    assert compatible(one, other) == compatible(other, one)
    assert compatible(one, one)


def test_middle_of_open_bounds_is_the_known_end():
    assert middle(Bounds(None, Decimal(8))) == 8
    assert middle(Bounds(Decimal(2), Decimal(4))) == 3
    assert middle(Bounds(None, None)) is None

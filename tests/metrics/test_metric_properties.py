"""Properties of the figure grammar: round trips, quotes on the source, exact arithmetic, linear time."""

import itertools
import time
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kwaicompare.model.metric import Mention

Find = Callable[..., tuple[Mention, ...]]
_QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
_FORMS = {
    "超{}件": (True, False), "{}余件": (True, False), "{}件以上": (True, False), "不低于{}件": (True, False),
    "近{}件": (False, True), "不足{}件": (False, True), "{}件以内": (False, True), "不超过{}件": (False, True),
    "约{}件": (True, True), "{}件左右": (True, True), "{}件": (True, True),
}  # fmt: skip


@_QUIET
@given(st.integers(min_value=3000, max_value=10**7), st.sampled_from(sorted(_FORMS)), st.booleans())
def test_a_figure_in_any_form_is_read_back(find: Find, value: int, form: str, grouped: bool) -> None:
    text = "馆藏" + form.format(f"{value:,}" if grouped else str(value)) + "。"
    (mention,) = find(text)
    bounded_below, bounded_above = _FORMS[form]
    assert mention.bounds.low == (value if bounded_below else None)
    assert mention.bounds.high == (value if bounded_above else None)


def in_chinese(value: int) -> str:
    """Write a number below 10^12 as it is spoken: 12,030 is 一万二千零三十."""
    if value == 0:
        return "零"
    groups, said, gap = [], "", False
    while value:
        value, rest = divmod(value, 10_000)
        groups.append(rest)
    for place in reversed(range(len(groups))):
        group = groups[place]
        if group == 0:
            gap = bool(said)
            continue
        if said and (gap or group < 1000):
            said += "零"
        said += _thousands(group) + ("", "万", "亿")[place]
        gap = False
    return said


def _thousands(group: int) -> str:
    said, gap = "", False
    for digit, unit in zip(f"{group:04}", ("千", "百", "十", ""), strict=True):
        if digit == "0":
            gap = bool(said)
            continue
        said += ("零" if gap else "") + "零一二三四五六七八九"[int(digit)] + unit
        gap = False
    return said


def full_width(digits: str) -> str:
    return digits.translate({ord(each): ord(each) + 0xFEE0 for each in "0123456789."})


@st.composite
def written(draw: st.DrawFn) -> tuple[str, Decimal]:
    """Draw a number and one way to write it."""
    value = draw(st.integers(min_value=3000, max_value=10**10))
    way = draw(st.sampled_from(("plain", "grouped", "chinese", "wide", "万", "亿")))
    if way in ("万", "亿"):
        scale = 10_000 if way == "万" else 10**8
        number = Decimal(draw(st.integers(min_value=1, max_value=99_999))) / 100
        return f"{number.normalize():f}{way}", number * scale
    ways = {"plain": str(value), "grouped": f"{value:,}", "chinese": in_chinese(value), "wide": full_width(str(value))}
    return ways[way], Decimal(value)


_UNITS = ("件", "项", "家", "人次", "名", "台", "元", "美元", "吨", "千瓦时", "亩", "册", "个", "篇", "条")


@_QUIET
@given(written(), st.sampled_from(sorted(_FORMS)), st.sampled_from(_UNITS), st.sampled_from(("", " ", "**")))
def test_every_way_to_write_a_number_is_read_back(
    find: Find, number: tuple[str, Decimal], form: str, unit: str, around: str
) -> None:
    quote, value = number
    text = (
        "馆藏"
        + form.format(f"{around}{quote}{around}" if around == "**" else quote + around).replace("件", unit)
        + "。"
    )
    (mention,) = find(text)
    bounded_below, bounded_above = _FORMS[form]
    assert mention.bounds.low == (value if bounded_below else None)
    assert mention.bounds.high == (value if bounded_above else None)
    assert mention.span.of(text) == mention.quote


@_QUIET
@given(
    st.integers(min_value=1, max_value=400),
    st.integers(min_value=1, max_value=500),
    st.sampled_from(("~", "～", "-", "—", "至", "到")),
    st.sampled_from(("", "万", "亿")),
    st.sampled_from(("件", "%", "元", "倍")),
)
def test_a_range_shares_its_scale_and_unit(find: Find, low: int, more: int, dash: str, scale: str, unit: str) -> None:
    high = low + more
    if unit == "%":
        scale = ""
    (mention,) = find(f"登记总量保持在{low}{dash}{high}{scale}{unit}之间。")
    factor = {"": 1, "万": 10_000, "亿": 10**8}[scale]
    assert (mention.bounds.low, mention.bounds.high) == (low * factor, high * factor)


@_QUIET
@given(
    st.integers(min_value=2, max_value=10**6),
    st.sampled_from((("over {} patents", True, False), ("nearly {} patents", False, True), ("{} patents", True, True))),
    st.sampled_from((("", 1), (" thousand", 1000), (" million", 10**6), (" billion", 10**9))),
)
def test_english_figures_are_read_back(
    find: Find, value: int, form: tuple[str, bool, bool], scale: tuple[str, int]
) -> None:
    words, bounded_below, bounded_above = form
    name, factor = scale
    (mention,) = find(f"The museum filed {words.format(f'{value:,}{name}')} in all.")
    assert mention.bounds.low == (value * factor if bounded_below else None)
    assert mention.bounds.high == (value * factor if bounded_above else None)


@_QUIET
@given(
    st.text(
        alphabet="0123456789.,%~-至万亿千百十一二两三数余多近超约件个元年月第前名倍成折半分之 \n*（）()|\tAkBh。，",
        max_size=60,
    )
)
def test_any_text_yields_quotes_of_itself_in_order(find: Find, text: str) -> None:
    mentions = find(text)
    assert all(mention.span.of(text) == mention.quote and mention.quote for mention in mentions)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(mentions))
    values = [each for one in mentions for each in (one.bounds.low, one.bounds.high, one.precision) if each is not None]
    assert all(isinstance(value, Decimal) for value in values)


@pytest.mark.parametrize(
    "piece", ["1", "一", "万", "1~", "1,", "《", "<b", " ", "前三", "10和", "1万~2亿至3%、", "超1.4万件，"]
)
def test_time_grows_with_length_only(find: Find, piece: str) -> None:
    def seconds(count: int) -> float:
        started = time.process_time()
        find(piece * count)
        return time.process_time() - started

    seconds(100)
    short, long = seconds(3_000), seconds(24_000)
    assert long <= 24 * short + 0.3

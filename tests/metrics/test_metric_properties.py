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

"""A place is found again in another state of its text, or visibly not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.model.span import Span
from kwaicompare.text.anchors import anchor, locate

_DRAFT = "第一章\n\n渡口\n\n渡船每日六班，去年接待旅客7321人次。\n\n蜂场\n\n蜂场三处，在册蜂农四十人。\n"


def _span(text: str, quote: str, at: int = 0) -> Span:
    start = text.index(quote, at)
    return Span(start, start + len(quote))


@pytest.mark.parametrize(
    ("change", "quote"),
    [
        (lambda text: text, "渡口"),
        (lambda text: "新的前言。\n\n" + text, "渡口"),
        (lambda text: text.replace("六班", "十班"), "渡口"),
        (lambda text: text.replace("渡口\n", "渡口码头\n"), "渡口"),
        (lambda text: text[text.index("蜂场") :] + text[: text.index("蜂场")], "渡口"),
        (lambda text: text.replace("\n\n", "\n"), "渡口"),
    ],
)
def test_a_place_is_found_again(change, quote: str) -> None:
    kept = anchor(_DRAFT, _span(_DRAFT, "渡口"))
    text = change(_DRAFT)
    assert locate(text, kept) == _span(text, quote)


@pytest.mark.parametrize("text", ["", "渡", "与此毫不相干的另一篇文章，讲的是山里的茶园和茶农。" * 3])
def test_what_is_gone_is_lost(text: str) -> None:
    assert locate(text, anchor(_DRAFT, _span(_DRAFT, "渡口"))) is None


def test_a_figure_is_not_put_on_an_equal_one_elsewhere() -> None:
    text = "东岸有客船12艘，冬季停航。\n西岸有货船12艘，全年通航。\n"
    kept = anchor(text, _span(text, "12艘", text.index("西")))
    without = text.replace("西岸有货船12艘，全年通航。\n", "")
    assert locate(text, kept) == _span(text, "12艘", text.index("西"))
    assert locate(without, kept) is None


def test_of_two_equal_places_none_is_guessed() -> None:
    line = "渡船六班。\n"
    kept = anchor(line, _span(line, "六班"))
    assert locate(line + "隔开两处的一句话，写得长一些。\n" + line, kept) == _span(line, "六班")
    assert locate("另起一段。" * 20 + line * 2, kept) is None


@given(st.text(alphabet="渡口船班六a1𠮷　\n", max_size=60), st.data())
def test_in_the_unchanged_text_every_place_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert locate(text, anchor(text, Span(start, end))) == Span(start, end)

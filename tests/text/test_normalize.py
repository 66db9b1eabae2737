"""Folding: half width, lower case, simplified, with a map back to the text as written."""

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.model.span import Span
from kwaicompare.text import normalize
from kwaicompare.text.normalize import fold, fold_character

MIXED = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("專利资產５Ｇ％～：㎡①⑩㈠𠮷〇“”…ﬁ\ufeff\u200b\n 知识产权Aİß後"),
    )
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ＡＩ　７８．４％", "ai 78.4%"),
        ("專利與資產", "专利与资产"),
        ("面積５００㎡①", "面积500m21"),
        ("〇、“引号”…", "〇、“引号”…"),
        ("⼈⼯", "人工"),
        ("乾隆後於", "干隆后于"),
        ("件¹", "件¹"),
        ("零宽\u200b空格", "零宽空格"),
        ("", ""),
    ],
)
def test_folds_width_case_and_traditional_characters(written: str, folded: str) -> None:
    assert fold(written).text == folded


def test_texts_of_one_length_run_in_step() -> None:
    folded = fold("專利ＡＢ")
    assert folded.origins is None
    assert folded.span(1, 3) == Span(1, 3)


def test_maps_longer_and_dropped_characters_back() -> None:
    folded = fold("约㎡\ufeff地⑩")
    assert folded.text == "约m2地10"
    assert [folded.span(at, at + 1) for at in range(len(folded.text))] == [
        Span(0, 1), Span(1, 2), Span(1, 2), Span(3, 4), Span(4, 5), Span(4, 5),
    ]  # fmt: skip
    assert folded.span(0, 6) == Span(0, 5)
    assert folded.span(6, 6) == Span(5, 5)


@given(MIXED)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(MIXED, MIXED)
def test_knows_no_context(left: str, right: str) -> None:
    assert fold(left + right).text == fold(left).text + fold(right).text


@given(MIXED)
def test_every_folded_character_comes_from_its_span(text: str) -> None:
    folded = fold(text)
    for at, char in enumerate(folded.text):
        span = folded.span(at, at + 1)
        assert len(span) == 1
        assert char in fold(span.of(text)).text


def test_many_distinct_changes_fold_like_few() -> None:
    every = "".join(map(chr, range(0xFF01, 0xFF5F))) + "專利權法體"
    assert fold(every).text == "".join(map(fold_character, every))


def test_traditional_characters_inside_gb2312_are_all_known() -> None:
    """What decides whether OpenCC is needed agrees with OpenCC for every character of the set."""
    converter = opencc.OpenCC("t2s")
    inside = []
    for code in range(0x4E00, 0xA000):
        try:
            chr(code).encode("gb2312")
        except UnicodeEncodeError:
            continue
        inside.append(chr(code))
    assert len(inside) == 6763
    assert {char for char in inside if converter.convert(char) != char} == normalize._TRADITIONAL_IN_GB2312

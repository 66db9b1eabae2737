"""Numerals as written are read to the same bounds, exactly and in linear time."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.text.numerals import read, read_english

_DIGITS = "零一二三四五六七八九"


def written_in_characters(value: int) -> str:
    """Write a whole number below 10^8 the long way: 一万零五十."""
    if value >= 10_000:
        rest = value % 10_000
        filler = "零" if 0 < rest < 1000 else ""
        return written_in_characters(value // 10_000) + "万" + filler + (written_in_characters(rest) if rest else "")
    parts: list[str] = []
    pending_zero = False
    for power, scale in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit == 0:
            pending_zero = bool(parts)
            continue
        if pending_zero:
            parts.append("零")
        parts.append(_DIGITS[digit] + scale)
        pending_zero = False
    return "".join(parts)


@given(st.integers(min_value=1, max_value=99_999_999))
def test_a_number_in_any_form_is_read_to_the_same_value(value: int) -> None:
    forms = [str(value), f"{value:,}", written_in_characters(value)]
    if value % 10_000 == 0:
        forms.append(f"{value // 10_000}万")
    read_back = [read(form) for form in forms]
    assert all(each is not None and each.low == each.high == value for each in read_back), forms


@given(st.decimals(min_value=0, max_value=10**6, places=2), st.sampled_from(["万", "亿", "万亿"]))
def test_a_scaled_decimal_is_exact_and_never_a_float(value: Decimal, scale: str) -> None:
    factor = {"万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    numeral = read(f"{value}{scale}")
    assert numeral is not None
    assert numeral.low == value * factor
    assert all(isinstance(each, Decimal) for each in (numeral.low, numeral.high, numeral.step))
    assert numeral.step == Decimal("0.01") * factor


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("1.06万亿", "1060000000000", "1060000000000"),
        ("一百二十万", "1200000", "1200000"),
        ("一万五千亿", "1500000000000", "1500000000000"),
        ("3亿5000万", "350000000", "350000000"),
        ("两千三", "2300", "2300"),
        ("廿五", "25", "25"),
        ("二〇二二", "2022", "2022"),
        ("七八十", "70", "80"),
        ("十五六", "15", "16"),
        ("两三百万", "2000000", "3000000"),
        ("一百二十点五", "120.5", "120.5"),
        ("拾万零五十六", "100056", "100056"),
        ("数十", "10", None),
        ("几百万", "1000000", None),
        ("百余", "100", None),
        ("30多万", "300000", None),
        ("三十几", "30", None),
    ],
)
def test_vague_elided_and_mixed_numerals(written: str, low: str, high: str | None) -> None:
    numeral = read(written)
    assert numeral is not None
    assert numeral.low == Decimal(low)
    assert numeral.high == (None if high is None else Decimal(high))


@pytest.mark.parametrize("written", ["", "专利", "1" * 41, "一二三x"])
def test_what_is_no_numeral_is_none(written: str) -> None:
    assert read(written) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [("twenty-two", 22), ("three hundred and five thousand", 305_000), ("five million", 5_000_000), ("lakh", 100_000)],
)
def test_english_number_words(written: str, value: int) -> None:
    assert read_english(written) == value


def test_other_english_words_are_no_number() -> None:
    assert read_english("patents") is None

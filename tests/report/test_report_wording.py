"""Changes in words say no more than their bounds allow."""

from decimal import Decimal

import pytest

from kwaicompare.model.metric import Bounds
from kwaicompare.report.wording import change_text


def _bounds(low: str | None, high: str | None) -> Bounds:
    return Bounds(None if low is None else Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("low", "high", "unit", "worded"),
    [
        ("91.2376", "91.2376", "%", "+91.2%"),
        ("91.25", None, "%", "至少 +91.3%"),
        (None, "-20", "%", "至少 −20%"),
        (None, "20", "%", "至多 +20%"),
        ("-5", None, "%", "不低于 −5%"),
        ("10", "12", "%", "+10% 至 +12%"),
        ("-3", "-3", "件", "−3件"),
        ("166000000", "166000000", "人次", "+1.66亿人次"),
        ("1060000000000", None, "元", "至少 +1.06万亿元"),
        ("0.125", "0.125", "kg", "+0.125 kg"),
        (None, None, "%", ""),
    ],
)
def test_change_in_chinese(low: str | None, high: str | None, unit: str, worded: str) -> None:
    assert change_text(_bounds(low, high), unit, "zh_CN") == worded


def test_change_in_english_has_thousands() -> None:
    assert change_text(_bounds("166000000", None), "人次", "en") == "at least +166,000,000人次"


def test_no_change_known() -> None:
    assert change_text(None, "%", "zh_CN") == ""

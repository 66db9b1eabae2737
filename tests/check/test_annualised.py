"""Annualised figures."""

import pytest

from kwaicompare.check.annualised import check_annualised
from kwaicompare.check.checked import Checked

USD = {"unit": "美元", "quantity": "money", "currency": "USD"}


@pytest.mark.parametrize(("year", "value", "errors"), [("3.6亿美元", "360000000", 0), ("3亿美元", "300000000", 1)])
def test_twelve_months_make_a_year(edition, year, value, errors):
    text = f"本产品单月收入3000万美元，年化收入(ARR)为{year}。"
    month = ("3000万美元", "30000000", {**USD, "precision": "10000"})
    result = check_annualised(Checked.of(edition(text, month, (year, value, {**USD, "precision": "10000000"})), 0))
    assert (len(result.findings), len(result.verified)) == (errors, 1 - errors)


def test_month_with_a_lower_bound_only_bounds_the_year(edition):
    text = "单月收入突破3000万美元，年化收入达5亿美元。"
    month = ("突破3000万美元", "30000000", {**USD, "bounds": ("30000000", None)})
    result = check_annualised(Checked.of(edition(text, month, ("5亿美元", "500000000", USD)), 0))
    assert len(result.verified) == 1


def test_rate_of_interest_is_left_alone(edition):
    text = "单月余额3000万美元，年化利率为3%。"
    month = ("3000万美元", "30000000", USD)
    result = check_annualised(Checked.of(edition(text, month, ("3%", "3", {"unit": "%"})), 0))
    assert result.findings == result.verified == ()

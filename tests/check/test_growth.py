"""Growth recomputed from two stated values."""

import pytest

from kwaicompare.check.checked import Checked
from kwaicompare.check.growth import check_growth

MONEY = {"unit": "元", "quantity": "money", "currency": "CNY"}


def money(quote: str, value: str, precision: str = "100000000", **more):
    return quote, value, {**MONEY, "precision": precision, **more}


def change(quote: str, value: str, unit: str = "%", **more):
    return quote, value, {"kind": "change", "unit": unit, "mode": "by", "direction": "up", "precision": "0.1", **more}


def test_rounding_of_both_values_is_allowed_for(edition):
    text = "研发开支由2019年的29亿元增加122.4%至2020年的65亿元。"
    figures = (money("29亿元", "2900000000"), change("122.4%", "122.4"), money("65亿元", "6500000000"))
    result = check_growth(Checked.of(edition(text, *figures), 1))
    assert result.findings == ()
    [held] = result.verified
    assert dict(held.values)["computed"] == "118.64% ~ 129.82%"
    assert [each.document for each in held.evidence] == [1, 1, 1]


def test_growth_that_cannot_follow_from_its_values_is_an_error(edition):
    text = "支出由20亿元增加90%至30亿元。"
    figures = (money("20亿元", "2000000000"), change("90%", "90"), money("30亿元", "3000000000"))
    [finding] = check_growth(Checked.of(edition(text, *figures), 0)).findings
    assert (finding.severity, finding.message) == ("error", "check.growth_mismatch")
    assert dict(finding.values)["stated"] == "90%"


@pytest.mark.parametrize(("stated", "errors"), [("78.4", 0), ("88.4", 1)])
def test_year_on_year_takes_the_year_before_from_the_sentence_before(edition, stated, errors):
    text = f"2020年成交3812亿元。2021年成交6800亿元，同比增长{stated}%。"
    figures = (money("3812亿元", "381200000000"), money("6800亿元", "680000000000"), change(f"{stated}%", stated))
    result = check_growth(Checked.of(edition(text, *figures), 0))
    assert (len(result.findings), len(result.verified)) == (errors, 1 - errors)


def test_base_of_another_year_is_no_base(edition):
    text = "2018年成交3812亿元。2021年成交6800亿元，同比增长30%。"
    figures = (money("3812亿元", "381200000000"), money("6800亿元", "680000000000"), change("30%", "30"))
    result = check_growth(Checked.of(edition(text, *figures), 0))
    assert result.findings == result.verified == ()


def test_named_base_year(edition):
    text = "2019年收入10亿元，2021年收入30亿元，较2019年增长2倍。"
    figures = (money("10亿元", "1000000000"), money("30亿元", "3000000000"), change("2倍", "2", "倍"))
    assert len(check_growth(Checked.of(edition(text, *figures), 0)).verified) == 1


def test_fall_is_negative_growth(edition):
    text = "能耗费用由40亿元下降25%至30亿元。"
    figures = (money("40亿元", "4000000000"), change("25%", "25", direction="down"), money("30亿元", "3000000000"))
    assert len(check_growth(Checked.of(edition(text, *figures), 0)).verified) == 1


def test_other_currency_is_no_base(edition):
    text = "收入由20亿元增加90%至30亿美元。"
    dollars = money("30亿美元", "3000000000", currency="USD", unit="美元")
    result = check_growth(Checked.of(edition(text, money("20亿元", "2000000000"), change("90%", "90"), dollars), 0))
    assert result.findings == result.verified == ()

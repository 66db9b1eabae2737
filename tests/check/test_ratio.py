"""Rates recomputed from part and whole."""

import pytest

from kwaicompare.check.checked import Checked
from kwaicompare.check.ratio import check_ratios

RATE = {"unit": "%", "kind": "share", "precision": "0.1"}


@pytest.mark.parametrize(
    ("stated", "findings", "verified"),
    [("97.5%", 0, 1), ("98.6%", 1, 0), ("40.0%", 0, 0)],
    ids=["holds", "nearly", "measures something else"],
)
def test_rate_of_a_part_in_a_whole(edition, stated, findings, verified):
    text = f"平台共接到线索400条，办结390条，办结率{stated}。"
    figures = (("400条", "400", {"unit": "条"}), ("390条", "390", {"unit": "条"}), (stated, stated[:-1], RATE))
    result = check_ratios(Checked.of(edition(text, *figures), 0))
    assert (len(result.findings), len(result.verified)) == (findings, verified)
    assert all(each.rule == "ratio" for each in result.findings + result.verified)


def test_other_units_are_no_part_of_the_whole(edition):
    text = "平台共接到线索400条，处置账号390个，占97.5%。"
    figures = (("400条", "400", {"unit": "条"}), ("390个", "390", {"unit": "个"}), ("97.5%", "97.5", RATE))
    result = check_ratios(Checked.of(edition(text, *figures), 0))
    assert result.findings == result.verified == ()


def test_part_larger_than_the_whole_is_another_rate(edition):
    text = "平台共接到线索300条，办结390条，办结率97.5%。"
    figures = (("300条", "300", {"unit": "条"}), ("390条", "390", {"unit": "条"}), ("97.5%", "97.5", RATE))
    assert check_ratios(Checked.of(edition(text, *figures), 0)).findings == ()

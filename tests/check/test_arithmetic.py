"""Sums of parts and of shares."""

import pytest

from kwaicompare.check.arithmetic import check_sums
from kwaicompare.check.checked import Checked

SHARE = {"unit": "%", "kind": "share", "precision": "1"}


def test_parts_of_a_closed_list_must_make_the_total(edition):
    text = "中心全年共受理案件40件，分别为刑事15件、民事20件。"
    result = check_sums(Checked.of(edition(text, ("40件", "40", {}), ("15件", "15", {}), ("20件", "20", {})), 0))
    [finding] = result.findings
    assert (finding.rule, finding.severity, finding.message) == ("parts-total", "error", "check.parts_mismatch")
    assert dict(finding.values) == {"total": "40件", "sum": "35", "parts": "15件 + 20件"}
    assert [each.quote for each in finding.evidence] == ["40件", "15件", "20件"]
    assert all(each.span.of(text) == each.quote for each in finding.evidence)


def test_parts_that_add_up_are_verified(edition):
    text = "中心受理案件40件，其中刑事15件、民事25件。"
    result = check_sums(Checked.of(edition(text, ("40件", "40", {}), ("15件", "15", {}), ("25件", "25", {})), 0))
    assert result.findings == ()
    assert [each.message for each in result.verified] == ["check.parts_match"]


def test_open_list_far_from_its_total_says_nothing(edition):
    text = "中心受理案件400件，其中刑事15件、民事25件。"
    result = check_sums(Checked.of(edition(text, ("400件", "400", {}), ("15件", "15", {}), ("25件", "25", {})), 0))
    assert result.findings == result.verified == ()


def test_open_list_that_nearly_adds_up_is_a_warning(edition):
    text = "中心受理案件41件，其中刑事15件、民事25件。"
    result = check_sums(Checked.of(edition(text, ("41件", "41", {}), ("15件", "15", {}), ("25件", "25", {})), 0))
    assert [each.severity for each in result.findings] == ["warning"]


def test_total_may_follow_its_parts(edition):
    text = "东区12件、西区9件，合计22件。"
    result = check_sums(Checked.of(edition(text, ("12件", "12", {}), ("9件", "9", {}), ("22件", "22", {})), 0))
    assert [dict(each.values)["sum"] for each in result.findings] == ["21"]


def test_other_unit_ends_the_parts(edition):
    text = "中心受理案件40件，其中刑事15件、民事25件，涉及9人。"
    people = ("9人", "9", {"unit": "人", "quantity": "people"})
    result = check_sums(
        Checked.of(edition(text, ("40件", "40", {}), ("15件", "15", {}), ("25件", "25", {}), people), 0)
    )
    assert [each.message for each in result.verified] == ["check.parts_match"]


def test_open_bound_cannot_be_summed(edition):
    text = "中心受理案件40件，其中刑事超15件、民事20件。"
    over = ("超15件", "15", {"bounds": ("15", None)})
    result = check_sums(Checked.of(edition(text, ("40件", "40", {}), over, ("20件", "20", {})), 0))
    assert result.findings == result.verified == ()


@pytest.mark.parametrize(("last", "found", "held"), [("35%", 1, 0), ("40%", 0, 1), ("12%", 0, 0)])
def test_shares_of_a_whole(edition, last, found, held):
    text = f"线上渠道占60%，线下渠道占{last}。"
    result = check_sums(Checked.of(edition(text, ("60%", "60", SHARE), (last, last[:-1], SHARE)), 0))
    assert (len(result.findings), len(result.verified)) == (found, held)


def test_three_rounded_shares_may_miss_the_whole_by_their_rounding(edition):
    text = "甲类占33%，乙类占33%，丙类占33%。"
    result = check_sums(Checked.of(edition(text, *(("33%", "33", SHARE) for _ in range(3))), 0))
    assert [each.message for each in result.verified] == ["check.shares_match"]


def test_list_may_follow_in_the_next_sentence(edition):
    text = "带动机会总量为63万个。其中，甲类带动40万个，乙类带动23万个。"
    figures = (("63万个", "630000"), ("40万个", "400000"), ("23万个", "230000"))
    marked = [(quote, value, {"unit": "个", "precision": "10000"}) for quote, value in figures]
    assert [each.message for each in check_sums(Checked.of(edition(text, *marked), 0)).verified] == [
        "check.parts_match"
    ]

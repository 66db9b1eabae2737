"""A percentage that follows from two figures."""

import pytest

from kwaicompare.check.checked import Checked
from kwaicompare.check.comparison import check_comparisons


def _check(edition, text, *figures):
    return check_comparisons(Checked.of(edition(text, *figures), 0))


def _figures(limit, stated, bounds):
    return [
        (limit, "12", {"unit": "秒", "quantity": "time", "bounds": (None, "12")}),
        ("15秒", "15", {"unit": "秒", "quantity": "time"}),
        (stated, bounds[0], {"unit": "%", "bounds": bounds, "kind": "change", "mode": "by", "direction": "down"}),
    ]


def test_stated_minimum_is_more_than_follows(edition):
    text = "每页用时不高于12秒，相比行业平均15秒，缩短30%以上。"
    [finding] = _check(edition, text, *_figures("不高于12秒", "30%以上", ("30", None))).findings
    assert finding.message == "check.comparison_bound"
    assert dict(finding.values)["computed"] == "≥ 20%"


def test_stated_share_contradicts(edition):
    text = "每页用时不高于12秒，相比行业平均15秒，缩短8%。"
    [finding] = _check(edition, text, *_figures("不高于12秒", "8%", ("8", "8"))).findings
    assert finding.message == "check.comparison_mismatch"


def test_stated_share_follows(edition):
    text = "每页用时不高于12秒，相比行业平均15秒，缩短20%以上。"
    result = _check(edition, text, *_figures("不高于12秒", "20%以上", ("20", None)))
    assert (len(result.findings), len(result.verified)) == (0, 1)


@pytest.mark.parametrize(
    "text", ["每页用时不高于12秒，共15秒，缩短30%以上。", "每页用时不高于12秒，相比行业平均15秒，占30%以上。"]
)
def test_no_comparison_is_stated(edition, text):
    result = _check(edition, text, *_figures("不高于12秒", "30%以上", ("30", None)))
    assert result.findings == result.verified == ()

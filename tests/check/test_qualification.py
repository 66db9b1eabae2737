"""Two qualifiers on one figure."""

import pytest

from kwaicompare.check.checked import Checked
from kwaicompare.check.qualification import check_qualifiers


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("涉及资金约300余万元。", "约300余万"),
        ("预计节省约18%以上。", "约18%以上"),
        ("收集意见近\n\n700+ 条。", "近\n\n700+"),
        ("共有超过50个左右的城市参加。", "超过50个左右"),
        ("大约三十多人到场。", "大约三十多"),
    ],
)
def test_contradicting_qualifiers(edition, text, quote):
    [finding] = check_qualifiers(Checked.of(edition(text), 0)).findings
    assert (finding.severity, finding.message) == ("warning", "check.qualifiers_contradict")
    assert finding.evidence[0].quote == quote


@pytest.mark.parametrize("text", ["现场约40人左右。", "参加者超过200余名。", "至少3人以上同意。"])
def test_repeated_qualifiers_are_a_note(edition, text):
    [finding] = check_qualifiers(Checked.of(edition(text), 0)).findings
    assert (finding.severity, finding.message) == ("note", "check.qualifiers_repeat")


@pytest.mark.parametrize(
    "text",
    [
        "每年节约30%以上的用水。",
        "最近20多天没有下雨。",
        "近三十多年来变化很大。",
        "近十余年间增长稳定。",
        "约300人，其中50人以上来自外地。",
        "罚款五万元以上二十万元以下。",
        "超过3亿，比上年多。",
        "",
    ],
)
def test_one_qualifier_each(edition, text):
    assert check_qualifiers(Checked.of(edition(text), 0)).findings == ()

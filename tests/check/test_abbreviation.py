"""Abbreviations and their expansions."""

import pytest

from kwaicompare.check.abbreviation import check_abbreviations
from kwaicompare.check.checked import Checked


def test_two_names_for_one_abbreviation(edition):
    text = "一是特征融合编码 (XYZQ) 模块。二是偏好评估系统（XYZQ），用于排序。"
    [finding] = check_abbreviations(Checked.of(edition(text), 0)).findings
    assert (finding.rule, finding.severity) == ("abbreviation", "warning")
    assert dict(finding.values) == {"short": "XYZQ", "names": "特征融合编码 / 偏好评估系统"}
    assert all(each.span.of(text) == each.quote for each in finding.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "大数据中心(IDC)已建成，互联网数据中心（IDC）仍在扩容。",
        "Smart Video Coding (SVC) is new; SVC (Smart video coding) is old.",
    ],
)
def test_same_name_twice_is_verified(edition, text):
    result = check_abbreviations(Checked.of(edition(text), 0))
    assert result.findings == ()
    assert len(result.verified) == 1


def test_foreign_names_that_differ(edition):
    text = "Smart Video Coding (SVC) is new; SVC (Simple Vector Calculus) is old."
    assert len(check_abbreviations(Checked.of(edition(text), 0)).findings) == 1


def test_chinese_is_not_held_against_foreign(edition):
    text = "月活跃用户数(MAU)增长，MAU (Monthly Active Users)增长。"
    result = check_abbreviations(Checked.of(edition(text), 0))
    assert result.findings == result.verified == ()


@pytest.mark.parametrize("text", ["张一明（CEO）与李二强（CEO）出席。", "甲地(HK)、乙市(HK)、丙区(HK)、丁县(HK)均有。"])
def test_titles_and_tags_are_no_abbreviations(edition, text):
    assert check_abbreviations(Checked.of(edition(text), 0)).findings == ()


def test_empty_text(edition):
    result = check_abbreviations(Checked.of(edition(""), 0))
    assert result.findings == result.verified == ()

"""Targets beside later results."""

import pytest

from kwaicompare.check.checked import Checked
from kwaicompare.check.target import check_targets

OLDER = "江州书局工作报告\n\n2031年3月2日\n\n今年的主要目标是：\n新增注册读者5万人以上，\n图书破损率2%以内。\n"


def _check(read, older, later):
    result = check_targets([Checked.of(read(text), at) for at, text in enumerate((older, later))])
    assert all(each.severity == "note" for each in (*result.findings, *result.verified))
    return [dict(each.values)["result"] for each in result.findings], [
        dict(each.values)["result"] for each in result.verified
    ]


def _later(sentence):
    return f"江州书局工作报告\n\n2032年3月2日\n\n一年来工作进展顺利。\n{sentence}\n"


def test_target_met(read):
    assert _check(read, OLDER, _later("新增注册读者5.6万人。")) == ([], ["5.6万人"])


def test_target_missed(read):
    assert _check(read, OLDER, _later("新增注册读者4.2万人。")) == (["4.2万人"], [])


def test_upper_bound_is_kept(read):
    assert _check(read, OLDER, _later("图书破损率1.4%。")) == ([], ["1.4%"])


@pytest.mark.parametrize(
    "sentence",
    ["年均新增注册读者4.2万人。", "力争新增注册读者4.2万人。", "新增志愿者4.2万人。", "2029年新增注册读者4.2万人。"],
)
def test_no_result_of_that_year(read, sentence):
    assert _check(read, OLDER, _later(sentence)) == ([], [])


def test_documents_of_one_year(read):
    assert _check(read, OLDER, OLDER.replace("2031年3月", "2031年9月")) == ([], [])

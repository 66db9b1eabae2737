"""Announced and listed numbers."""

import pytest

from kwaicompare.check.checked import Checked
from kwaicompare.check.enumeration import check_enumerations


def _result(edition, text):
    result = check_enumerations(Checked.of(edition(text), 0))
    return [dict(each.values) for each in result.findings], [dict(each.values) for each in result.verified]


@pytest.mark.parametrize(
    ("text", "announced", "listed"),
    [
        ("明年有两个重点：选题、校对、发行。", "2", "3"),
        ("围绕选题、校对、发行、归档三大环节展开。", "3", "4"),
        ("覆盖选题、校对、发行、归档等三个环节。", "3", "4"),
        ("改革包括三个方面。\n一是放开选题。\n二是改进校对。\n", "3", "2"),
    ],
)
def test_number_and_list_disagree(edition, text, announced, listed):
    assert _result(edition, text) == ([{"announced": announced, "listed": listed}], [])


@pytest.mark.parametrize(
    "text",
    [
        "明年有三个重点：选题、校对、发行。",
        "围绕选题、校对与排版、发行三大环节展开。",
        "由书局（含分局、门市部）、报社、学会三大单位主办。",
        "具备两大特性：一是选题灵活，省时；二是校对严谨。",
        "覆盖选题、校对等五个环节。",
    ],
)
def test_number_and_list_agree(edition, text):
    findings, verified = _result(edition, text)
    assert findings == []
    assert len(verified) == 1


@pytest.mark.parametrize(
    "text",
    [
        "属于第二项、第四项情形的，应当注销。",
        "获评“年度行业十大案例”、“年度全市十大案例”。",
        "相当于五年前两个百分点、十年前三个百分点的增量。",
        "采访、编辑、发行等环节都有改进。",
        "",
    ],
)
def test_nothing_announced(edition, text):
    assert _result(edition, text) == ([], [])

"""Figures stated twice."""

from kwaicompare.check.checked import Checked
from kwaicompare.check.restatement import check_restatements

CASES = {"indicator": "立案数量", "section": "s1"}


def test_callout_that_differs_is_a_warning(edition):
    text = "本期知识产权刑事立案数量达128件。\n\n126件\n\n本期知识产权刑事立案数量\n"
    result = check_restatements(Checked.of(edition(text, ("128件", "128", CASES), ("126件", "126", CASES)), 0))
    [finding] = result.findings
    assert (finding.rule, finding.message) == ("restatement", "check.restatement_mismatch")
    assert dict(finding.values) == {"indicator": "立案数量", "first": "128件", "second": "126件"}


def test_callout_that_agrees_is_verified(edition):
    text = "本期知识产权刑事立案数量达128件。\n\n128件\n\n本期知识产权刑事立案数量\n"
    result = check_restatements(Checked.of(edition(text, ("128件", "128", CASES), ("128件", "128", CASES)), 0))
    assert result.findings == ()
    assert len(result.verified) == 1


def test_lower_bound_agrees_with_a_larger_value(edition):
    text = "本期知识产权刑事立案数量超120件。\n\n128件\n\n本期知识产权刑事立案数量\n"
    over = ("超120件", "120", {**CASES, "bounds": ("120", None)})
    assert check_restatements(Checked.of(edition(text, over, ("128件", "128", CASES)), 0)).findings == ()


def test_to_against_by_is_a_warning(edition):
    text = "诈骗风险识别准确率提升到98%。\n\n98%\n\n诈骗风险识别准确率提升百分比\n"
    fields = {"kind": "change", "unit": "%", "direction": "up", "indicator": "识别准确率"}
    figures = (("98%", "98", {**fields, "mode": "to"}), ("98%", "98", {**fields, "mode": "by"}))
    assert [each.message for each in check_restatements(Checked.of(edition(text, *figures), 0)).findings] == [
        "check.restatement_mode"
    ]


def test_other_year_is_another_figure(edition):
    text = "2020年知识产权刑事立案数量达128件。\n2021年知识产权刑事立案数量达126件。"
    result = check_restatements(Checked.of(edition(text, ("128件", "128", CASES), ("126件", "126", CASES)), 0))
    assert result.findings == result.verified == ()


def test_other_indicator_is_another_figure(edition):
    text = "本期知识产权刑事立案数量达128件。\n本期知识产权刑事结案数量达126件。"
    figures = (("128件", "128", CASES), ("126件", "126", {"indicator": "结案数量", "section": "s1"}))
    assert check_restatements(Checked.of(edition(text, *figures), 0)).findings == ()


def test_other_scope_is_another_figure(edition):
    text = "本期知识产权刑事立案数量达128件。\n本期知识产权刑事立案数量达126件。"
    figures = (("128件", "128", {**CASES, "scope": "东区"}), ("126件", "126", {**CASES, "scope": "西区"}))
    assert check_restatements(Checked.of(edition(text, *figures), 0)).findings == ()


def test_many_restatements_are_chained_not_squared(edition):
    line = "本期知识产权刑事立案数量达128件。\n"
    result = check_restatements(Checked.of(edition(line * 6, *([("128件", "128", CASES)] * 6)), 0))
    assert len(result.verified) == 5


def test_plan_is_not_held_against_the_result(edition):
    text = "完成新建改建乡村公路23万公里。\n今年再新建改建乡村公路20万公里。"
    road = {"indicator": "新建改建乡村公路", "section": "s1", "unit": "公里", "quantity": "length"}
    result = check_restatements(
        Checked.of(edition(text, ("23万公里", "230000", road), ("20万公里", "200000", road)), 0)
    )
    assert result.findings == ()


def test_gloss_below_a_lone_percentage_says_that_it_is_a_change(edition):
    text = "诈骗风险识别准确率提升到98%。\n\n98%\n\n诈骗风险识别准确率提升百分比\n"
    to = {"kind": "change", "unit": "%", "direction": "up", "mode": "to", "indicator": "识别准确率"}
    alone = {"kind": "metric", "unit": "%"}
    result = check_restatements(Checked.of(edition(text, ("98%", "98", to), ("98%", "98", alone)), 0))
    assert [each.message for each in result.findings] == ["check.restatement_mode"]


def test_same_indicator_of_one_section_contradicts_itself(edition):
    text = "本期知识产权刑事立案数量达128件。\n本期知识产权刑事立案数量达126件。"
    assert (
        len(check_restatements(Checked.of(edition(text, ("128件", "128", CASES), ("126件", "126", CASES)), 0)).findings)
        == 1
    )


def test_like_words_of_two_sections_prove_nothing(edition):
    text = "本期知识产权刑事立案数量达128件。\n本期知识产权刑事立案数量达126件。"
    figures = (("128件", "128", CASES), ("126件", "126", {**CASES, "section": "s9"}))
    assert check_restatements(Checked.of(edition(text, *figures), 0)).findings == ()


def test_same_indicator_far_away_proves_nothing(edition):
    text = "本期知识产权刑事立案数量达128件。\n" + "这里另有别的内容。\n" * 300 + "本期知识产权刑事立案数量达126件。"
    assert (
        check_restatements(Checked.of(edition(text, ("128件", "128", CASES), ("126件", "126", CASES)), 0)).findings
        == ()
    )


def test_round_amount_that_stands_everywhere_is_no_restatement(edition):
    text = "对直接负责的主管人员处二万元以上罚款。\n对直接负责的主管人员处二万元以上罚款。"
    figures = [("二万元以上", "20000", {"unit": "元", "quantity": "money", "section": name}) for name in ("s1", "s2")]
    result = check_restatements(Checked.of(edition(text, *figures), 0))
    assert result.findings == result.verified == ()

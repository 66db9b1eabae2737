"""One figure restated of other things."""

from kwaicompare.check.checked import Checked
from kwaicompare.check.restated_object import check_restated_objects

OVER = {"qualifier": "多", "unit": "件", "bounds": ("700", None)}


def _check(edition, text, *figures):
    return check_restated_objects(Checked.of(edition(text, *figures), 0)).findings


def test_call_out_names_half_of_the_list(edition):
    text = "全年下架图书、音像总量达700多件，成效明显。\n\n全年书局下架违规音像达700多件\n"
    [finding] = _check(edition, text, ("700多件", "700", OVER), ("700多件", "700", {**OVER, "callout": True}))
    assert dict(finding.values)["missing"] == "图书"


def test_call_out_names_the_whole_list(edition):
    text = "全年下架图书、音像总量达700多件，成效明显。\n\n全年书局下架图书和音像达700多件\n"
    assert _check(edition, text, ("700多件", "700", OVER), ("700多件", "700", {**OVER, "callout": True})) == ()


def test_share_of_others(edition):
    share = {"unit": "%", "bounds": ("40", None), "qualifier": "超"}
    text = "会员购买超过\n40%\n\n活动当天门店客流不断，其中超40%读者为首次到店的游客。"
    cell = {**share, "indicator": "会员购买"}
    [finding] = _check(edition, text, ("40%", "40", cell), ("超40%", "40", {**share, "indicator": "读者"}))
    assert (finding.severity, finding.message) == ("note", "check.restated_share")


def test_share_of_the_same(edition):
    share = {"unit": "%", "bounds": ("40", None), "qualifier": "超"}
    text = "会员购买超过\n40%\n\n活动当天门店客流不断，其中会员购买超40%。"
    cell = {**share, "indicator": "会员购买"}
    assert _check(edition, text, ("40%", "40", cell), ("超40%", "40", share)) == ()

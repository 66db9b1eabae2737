"""One figure with other bounds in two places."""

from kwaicompare.check.checked import Checked
from kwaicompare.check.restated_bounds import check_restated_bounds


def _check(edition, text, *figures):
    return check_restated_bounds(Checked.of(edition(text, *figures), 0)).findings


def test_about_against_more_than(edition):
    text = "全年处置违规图片30万张左右，效果明显。\n\n30万\n\n全年处置违规图片达30万多张\n"
    figures = [
        ("30万张左右", "300000", {"qualifier": "左右", "unit": "张"}),
        ("30万", "300000", {"unit": "", "callout": True}),
        ("30万多张", "300000", {"qualifier": "多", "unit": "张", "bounds": ("300000", None), "callout": True}),
    ]
    [finding] = _check(edition, text, *figures)
    assert finding.severity == "warning"
    assert [each.quote for each in finding.evidence] == ["30万张左右", "30万多张"]


def test_exact_below_a_plus(edition):
    text = "4100+\n\n平台带动的岗位总量为4100个\n"
    figures = [
        ("4100+", "4100", {"qualifier": "+", "unit": "", "bounds": ("4100", None), "indicator": "岗位总量"}),
        ("4100个", "4100", {"unit": "个", "callout": True}),
    ]
    [finding] = _check(edition, text, *figures)
    assert (finding.severity, dict(finding.values)) == ("note", {"first": "4100+", "second": "4100个"})


def test_bare_number_over_its_own_line_is_layout(edition):
    text = "识别线索超过24万条。\n\n24万\n\n识别线索超过24万条\n"
    over = {"qualifier": "超过", "unit": "条", "bounds": ("240000", None)}
    figures = [
        ("超过24万条", "240000", over),
        ("24万", "240000", {"unit": ""}),
        ("超过24万条", "240000", {**over, "callout": True}),
    ]
    assert _check(edition, text, *figures) == ()


def test_running_text_is_not_compared(edition):
    text = "中心约有500名学员参加培训。另有500名学员参加培训考试。"
    figures = [("约有500名", "500", {"qualifier": "约", "unit": "名"}), ("500名", "500", {"unit": "名"})]
    assert _check(edition, text, *figures) == ()


def test_other_words_are_another_figure(edition):
    text = "书店售出约500册图书。\n\n500+\n\n合作门店遍布各地\n"
    figures = [
        ("约500册", "500", {"qualifier": "约", "unit": "册"}),
        ("500+", "500", {"qualifier": "+", "unit": "", "bounds": ("500", None)}),
    ]
    assert _check(edition, text, *figures) == ()

"""The same fact in two documents."""

import pytest

from kwaicompare.check.across import check_across
from kwaicompare.check.checked import Checked

REPORT = (
    "江州书局年度报告\n\n2031年5月6日\n\n2031年，江州书局门店图书销售额达6850万元，创下新高。"
    "截至2031年底，江州书局累计办理读者借阅证42180张，服务覆盖全市。\n"
)


def _check(read, *texts):
    result = check_across([Checked.of(read(text), at) for at, text in enumerate(texts)])
    return [dict(each.values) for each in result.findings], [each.message for each in result.verified]


def test_article_contradicts_the_report(read):
    article = "书局销售创新高\n\n2031-05-09 10:00\n\n报告显示，2031年，江州书局门店图书销售额达6950万元。\n"
    findings, _ = _check(read, REPORT, article)
    assert [(each["first"], each["second"]) for each in findings] == [("6850万元", "6950万元")]


def test_article_confirms_the_report(read):
    article = "书局销售创新高\n\n2031-05-09 10:00\n\n报告显示，2031年，江州书局门店图书销售额达6850万元。\n"
    assert _check(read, REPORT, article) == ([], ["check.across_match"])


def test_article_is_rounder(read):
    article = "书局读者增多\n\n2031-05-09 10:00\n\n截至2031年底，江州书局累计办理读者借阅证4万多张。\n"
    assert _check(read, REPORT, article) == ([], ["check.across_rounder"])


@pytest.mark.parametrize(
    "later",
    [
        "江州书局年度报告\n\n2035年5月6日\n\n2034年，江州书局门店图书销售额达9900万元。\n",
        "江州书局年度报告\n\n2031年5月6日\n\n力争2031年江州书局门店图书销售额达9900万元。\n",
        "江州书局年度报告\n\n2031年5月6日\n\n全年组织义务巡讲6950场。\n",
        REPORT.replace("6850", "6950"),
    ],
)
def test_another_year_a_plan_another_matter_and_a_draft(read, later):
    findings, _ = _check(read, REPORT, later)
    assert findings == []


def test_nothing_to_compare():
    assert check_across([]).findings == ()

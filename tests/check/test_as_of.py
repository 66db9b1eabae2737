"""Two dates for one matter."""

import pytest

from kwaicompare.check.as_of import check_dates
from kwaicompare.check.checked import Checked


def test_note_has_another_date(edition):
    text = "截至2031年底，书局在 ORBIS 联盟中排名第三。\n\n注：数据来源 ORBIS 官网 (数据截至 2031 年 6 月 1 日)\n"
    [finding] = check_dates(Checked.of(edition(text), 0)).findings
    assert [each.quote for each in finding.evidence] == ["截至2031年底", "截至 2031 年 6 月 1 日"]
    assert finding.severity == "note"


@pytest.mark.parametrize(
    "text",
    [
        "截至2031年底，书局在 ORBIS 联盟中排名第三。\n\n注：数据来源 ORBIS (数据截至2031年12月)\n",
        "截至2031年底，书局在 ORBIS 联盟中排名第三。\n\n注：门店名单 (截至2031年6月1日)\n",
        "截至2031年底，书局藏书增加。截至2031年6月1日，书局藏书增加，读者也增加了不少，服务半径扩展到周边的三个乡镇。",
        "",
    ],
)
def test_dates_agree_or_are_of_other_matters(edition, text):
    assert check_dates(Checked.of(edition(text), 0)).findings == ()

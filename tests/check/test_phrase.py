"""A fixed phrase worded in two ways."""

import pytest

from kwaicompare.check.checked import Checked
from kwaicompare.check.phrase import check_phrases


def _values(edition, text):
    return [dict(each.values) for each in check_phrases(Checked.of(edition(text), 0)).findings]


def test_one_word_exchanged(edition):
    text = "口号是“做创新探索的引领者和伙伴同行的守护人”。\n总结：做创新探索的先行者和伙伴同行的守护人。"
    assert _values(edition, text) == [{"first": "引领", "second": "先行"}]


def test_title_worded_otherwise(edition):
    text = "依据《城市数字文化产业高质发展的意见》。\n又见《城市数字文化事业高质发展的意见》。"
    assert _values(edition, text) == [{"first": "产", "second": "事"}]


def test_award_with_a_character_left_out(edition):
    text = "获得第三届江州市创新发明三等奖。附录：第三届江州市创新发明奖三等奖。"
    assert _values(edition, text) == [{"first": "第三届江州市创新发明三等奖", "second": "第三届江州市创新发明奖三等奖"}]


@pytest.mark.parametrize(
    "text",
    [
        "《关于第一批试点城市名单公布的通知》与《关于第二批试点城市名单公布的通知》。",
        "“做好上半年的安全生产检查工作”与“做好下半年的安全生产检查工作”。",
        "“共同成长”和“共同进步”。",
        "第三届江州市发明一等奖，第三届江州市发明二等奖。",
        "",
    ],
)
def test_no_exchange(edition, text):
    assert _values(edition, text) == []

"""Names in two spellings, strange characters, words left over."""

import pytest

from kwaicompare.check.checked import Checked
from kwaicompare.check.spelling import check_spelling

PLAIN = "各地用户反馈良好，功能稳步增加，运行平稳，成本下降，质量提升，服务改进，体验也随之变好，团队会继续努力。"


def _found(edition, text):
    result = check_spelling(Checked.of(edition(text), 0))
    assert all(each.span.of(text) == each.quote for finding in result.findings for each in finding.evidence)
    return [(finding.message.removeprefix("check."), dict(finding.values)) for finding in result.findings]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("加入 Cloud Harbor 联盟。成为 CloudHarbor 成员。Cloud Harbor 发布名单。", ("Cloud Harbor", "CloudHarbor")),
        ("支持DPU运算，DPU集群扩容（CPU/D-PU），效果良好。", ("DPU", "D-PU")),
        ("打开APP即可，APP更新，旧App停用。", ("APP", "App")),
    ],
)
def test_one_name_in_two_spellings(edition, text, pair):
    assert _found(edition, text) == [("spelling_name", {"first": pair[0], "second": pair[1]})]


@pytest.mark.parametrize(
    "text",
    [
        "见 https://example.org/CloudHarbor 与 Cloud Harbor 说明。",
        "The App is new. An APP is old. An app is both.",
        "荣获 Best Paper Award 奖项，提交 PAPER 一篇。",
        "支持 AI 能力与 ai 能力。",
        "采用 Wi Fi 与 Wi-Fi 网络。",
        "",
    ],
)
def test_style_is_no_slip(edition, text):
    assert _found(edition, text) == []


def test_word_in_two_scripts(edition):
    text = f"星娲平台已经上线。{PLAIN * 2}星媧平台仍在扩容。"
    assert _found(edition, text) == [("spelling_script", {"first": "媧", "second": "娲"})]


def test_lone_traditional_character(edition):
    text = f"公司的產品已经上线。{PLAIN * 2}"
    assert _found(edition, text) == [("spelling_traditional", {"first": "產", "second": "产"})]


def test_traditional_text_is_no_slip(edition):
    assert _found(edition, "公司的產品已經上線，運營穩定，體驗變得更好。") == []


def test_foreign_word_left_in_a_sentence(edition):
    assert _found(edition, "推进混合平台 and 边缘节点建设。") == [("spelling_foreign_word", {"first": "and"})]


def test_foreign_phrase_is_not_left_over(edition):
    assert _found(edition, "采用 Search and Rank 方法。") == []

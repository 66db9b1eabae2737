"""List items and sentences printed twice."""

import pytest

from kwaicompare.check.checked import Checked
from kwaicompare.check.repetition import check_repetitions


def _messages(read, text):
    return [each.message for each in check_repetitions(Checked.of(read(text), 0)).findings]


def test_item_printed_twice(read):
    items = ("数据接口安全测评技术规范", "终端权限管理指南与示例", "数据接口 安全测评技术规范")
    text = "以下是参与的标准，按单位列出。\n\n" + "".join(f"- {item}\n" for item in items)
    [finding] = check_repetitions(Checked.of(read(text), 0)).findings
    assert (finding.severity, finding.message) == ("warning", "check.repetition_item")


def test_sentence_printed_twice(read):
    sentence = "平台为各地团队搭建了覆盖采集、清洗、标注和发布的统一工具链。"
    assert _messages(read, f"{sentence}\n\n图景展示\n\n{sentence}") == ["check.repetition_sentence"]


@pytest.mark.parametrize(
    "text",
    [
        "终端权限管理指南\n终端权限管理指南\n",
        "数据接口安全测评技术规范\n第1部分：通则\n数据接口安全测评技术规范\n第2部分：方法\n",
        "情节轻微的，予以警告；对直接负责的主管人员和其他直接责任人员处以罚款若干元整。\n"
        "情节较重的，停业；对直接负责的主管人员和其他直接责任人员处以罚款若干元整。",
        "只有一句。",
    ],
)
def test_what_may_repeat(read, text):
    assert _messages(read, text) == []

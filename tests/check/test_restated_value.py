"""Call-outs that print another value."""

from kwaicompare.check.checked import Checked
from kwaicompare.check.restated_value import check_restated_values


def _quotes(read, text):
    findings = check_restated_values(Checked.of(read(text), 0)).findings
    return [[each.quote for each in finding.evidence] for finding in findings]


def _text(call_out, label):
    body = "去年书局开展专项清查，期间志愿者共下架破损图书5130册，更换书架标签若干。"
    return f"# 清查行动\n\n{body}\n\n{call_out}\n\n{label}\n\n# 下一章\n\n书局的读者越来越多，服务也越来越好。\n"


def test_call_out_prints_another_value(read):
    assert _quotes(read, _text("5103册", "志愿者共下架破损图书数量")) == [["5130册", "5103册"]]


def test_call_out_agrees(read):
    assert _quotes(read, _text("5130册", "志愿者共下架破损图书数量")) == []


def test_call_out_of_something_else(read):
    assert _quotes(read, _text("4870册", "新增电子期刊馆藏")) == []


def test_call_out_of_another_size(read):
    assert _quotes(read, _text("96册", "志愿者共下架破损图书数量")) == []

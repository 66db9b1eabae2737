"""Figures of invented sentences: place, bounds, unit, kind; and what is none."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from kwaicompare.model.document import Furniture
from kwaicompare.model.metric import Mention
from kwaicompare.model.span import Span

Find = Callable[..., tuple[Mention, ...]]


def short(value: Decimal | None) -> str:
    """Return a value as plain digits, "" for open."""
    return "" if value is None else format(value.normalize(), "f")


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "unit"),
    [
        ("全年共收到超320件来稿。", "超320件", "320", "", "件"),
        ("库里近8000件藏品。", "近8000件", "", "8000", "件"),
        ("展厅不足三百平方米。", "不足三百平方米", "", "300", "平方米"),
        ("参展商百余家。", "百余家", "100", "", "家"),
        ("上百部影片参选。", "上百部", "100", "", "部"),
        ("编目30多万条。", "30多万条", "300000", "", "条"),
        ("借出 **5000** 余册。", "5000** 余册", "5000", "", "册"),
        ("年接待**1.66 亿人次**。", "1.66 亿人次", "166000000", "166000000", "人次"),
        ("误差在15%~30%之间。", "15%~30%", "15", "30", "%"),
        ("工期3 至 6 个月。", "3 至 6 个月", "3", "6", "个月"),
        ("造价10-20万元。", "10-20万元", "100000", "200000", "元"),
        ("湿度４５％。", "４５％", "45", "45", "%"),
        ("水温约40摄氏度。", "约40摄氏度", "40", "40", "摄氏度"),
        ("合格率98%以上。", "98%以上", "98", "", "%"),
        ("人民币29亿元的预算。", "人民币29亿元", "2900000000", "2900000000", "元"),
        ("余额4万多亿元。", "4万多亿元", "4000000000000", "", "元"),
        ("粮仓可存一吨半。", "一吨半", "1.5", "1.5", "吨"),
        ("门票五元三角。", "五元三角", "5.3", "5.3", "元"),
        ("观众突破亿人。", "突破亿人", "100000000", "", "人"),
        ("数十万台设备在线。", "数十万台", "100000", "", "台"),
        ("每亩产三四百斤。", "三四百斤", "300", "400", "斤"),
        ("票价打七五折。", "七五折", "75", "75", "%"),
        ("产出论文120余篇/年。", "120余篇/年", "120", "", "篇/年"),
    ],
)
def test_bounds_and_unit(find: Find, text: str, quote: str, low: str, high: str, unit: str) -> None:
    (mention,) = find(text)
    assert (mention.quote, short(mention.bounds.low), short(mention.bounds.high)) == (quote, low, high)
    assert mention.unit == unit
    assert mention.span.of(text) == mention.quote


@pytest.mark.parametrize(
    "text",
    [
        "2023年4月26日上午9:30开馆，二〇二三年底闭馆。",
        "设备支持H.266、AV1与4K，符合GB/T 29490-2023和ISO 9001。",
        "第十二条规定与第三章一致，见图3-1和表2。",
        "拨打13800138000或010-62345678，网址 https://example.org/a1?b=2 可查。",
        "Harbor 3.0 升级后更名，版本v2.1.3，系统进入2.0时代。",
        "第六届评选与第21次报告。",
        "一体两翼，三大能力，五个方面，一系列举措，统一部署。",
        "1. 总则\n2、分则\n（3）附则",
        "近三年来持续改进，过去一年稳步发展。",
        "证券代码600519.SH，股票01234.HK。",
        "《三年行动计划（2021-2023年）》印发。",
        "没有任何数字的一句话，讲的是知识产权。",
    ],
)
def test_what_is_no_figure(find: Find, text: str) -> None:
    assert [mention.quote for mention in find(text)] == []


@pytest.mark.parametrize(
    ("text", "kind", "direction", "mode"),
    [
        ("收入同比增长14.5%。", "change", "up", "by"),
        ("用时缩短约60%。", "change", "down", "by"),
        ("成本降至传统做法的四分之一。", "change", "down", "to"),
        ("产量增长3倍。", "change", "up", "times"),
        ("产量增长到3倍。", "change", "up", "to"),
        ("投入增至150亿元。", "change", "up", "to"),
        ("十年间翻两番。", "change", "up", "times"),
        ("占总数的25%。", "share", None, None),
        ("25%的读者来自县城。", "share", None, None),
        ("该馆位列全国第6位。", "rank", None, None),
        ("成绩稳居前三。", "rank", None, None),
        ("票房高达3亿元。", "metric", None, None),
        ("新增座位300个。", "metric", None, None),
    ],
)
def test_kind_direction_and_mode(find: Find, text: str, kind: str, direction: str | None, mode: str | None) -> None:
    mention = find(text)[-1]
    assert (mention.kind, mention.direction, mention.mode) == (kind, direction, mode)


@pytest.mark.parametrize(
    ("text", "quote", "low", "high"),
    [
        ("The archive holds over 43,000 items.", "over 43,000 items", "43000", ""),
        ("Nearly 100 patents were filed.", "Nearly 100 patents", "", "100"),
        ("The market is worth more than $1 trillion.", "more than $1 trillion", "1000000000000", ""),
        ("It cost thirteen dollars and forty-five cents.", "thirteen dollars and forty-five cents", "13.45", "13.45"),
        ("A 10 1/2 mile road.", "10 1/2 mile", "10.5", "10.5"),
        ("About 4-5 percent of it.", "About 4-5 percent", "4", "5"),
    ],
)
def test_english_figures(find: Find, text: str, quote: str, low: str, high: str) -> None:
    (mention,) = find(text)
    assert (mention.quote, short(mention.bounds.low), short(mention.bounds.high)) == (quote, low, high)


def test_one_third_is_a_share_of_the_whole(find: Find) -> None:
    (mention,) = find("One third of the staff agreed.")
    assert mention.canonical.unit == "%"
    assert round(mention.canonical.bounds.low or Decimal(0), 2) == Decimal("33.33")


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("全年节电5亿度。", "千瓦时", "500000000"),
        ("种树3亩。", "平方米", "2000"),
        ("收粮10斤。", "千克", "5"),
        ("奖金3万元。", "元", "30000"),
    ],
)
def test_canonical_unit(find: Find, text: str, unit: str, value: str) -> None:
    (mention,) = find(text)
    assert mention.canonical.unit == unit
    assert round(mention.canonical.bounds.low or Decimal(0), 6) == Decimal(value)


def test_currencies_are_named_and_never_converted(find: Find) -> None:
    dollars, yuan = find("合同额300万美元，另付¥50。")
    assert (dollars.currency, dollars.canonical.unit) == ("USD", "USD")
    assert (yuan.currency, yuan.canonical.unit) == ("CNY", "元")


def test_a_shared_unit_and_a_shared_change_reach_the_first_of_two(find: Find) -> None:
    first, second = find("增速分别提高4.2和0.7个百分点。")
    assert (first.unit, second.unit) == ("个百分点", "个百分点")
    assert (first.kind, second.kind) == ("change", "change")


def test_indicator_scope_and_period(find: Find) -> None:
    (mention,) = find("截至2023年12月31日，河湾博物馆累计登记藏品5120件。")
    assert "登记藏品" in mention.indicator
    assert mention.scope == "河湾博物馆"
    assert mention.period == "截至2023年12月31日"


def test_a_counted_noun_is_the_indicator(find: Find) -> None:
    (mention,) = find("该馆参与了31项文物保护标准的制定。")
    assert "文物保护标准" in mention.indicator


def test_a_lone_number_counts_where_its_gloss_restates_it(find: Find) -> None:
    text = "5120\n\n河湾博物馆登记藏品5120件\n"
    alone, stated = find(text)
    assert (alone.quote, stated.quote) == ("5120", "5120件")
    assert alone.indicator == stated.indicator


def test_a_lone_number_without_gloss_is_a_page_number(find: Find) -> None:
    assert find("前言写到这里。\n\n37\n\n另一页的正文开始了。\n") == ()


def test_a_call_out_is_marked_and_page_furniture_is_silent(find: Find) -> None:
    text = "目录 12项\n240部\n馆藏影片240部"
    contents, callout = Furniture("contents", Span(0, 6)), Furniture("callout", Span(7, 11))
    mentions = find(text, contents, callout)
    assert [(mention.quote, mention.callout) for mention in mentions] == [("240部", True), ("240部", False)]


def test_a_table_header_lends_unit_and_name(find: Find) -> None:
    text = "馆名\t门票收入（万元）\t参观人次\n河湾馆\t530\t70万+\n"
    income, visits = find(text)
    assert (short(income.bounds.low), income.unit) == ("5300000", "万元")
    assert "门票收入" in income.indicator
    assert income.scope == "河湾馆"
    assert (short(visits.bounds.low), visits.bounds.high) == ("700000", None)


@pytest.mark.parametrize(
    ("text", "quote", "indicator"),
    [
        ("打击占道行为千余件。", "千余件", "打击占道行为"),
        ("门票收入相比去年同比增长35%。", "35%", "门票收入"),
        ("门票收入达300万元，较2019年增长12%。", "12%", "门票收入"),
        ("网上订票转化率比窗口售票高出47%。", "47%", "网上订票转化率"),
        ("维护开支由2019年的29万元增加12%至2020年的33万元。", "12%", "维护开支"),
        ("维护开支由2019年的29万元增加12%至2020年的33万元。", "33万元", "维护开支"),
        ("2021年参观总人次达80万。", "80万", "参观总人次"),
        ("停留时长分别提升1.26%和1.75%。", "1.26%", "停留时长"),
        ("停留时长分别提升1.26%和1.75%。", "1.75%", "停留时长"),
        ("库房恒温设备能耗均下降30%。", "30%", "库房恒温设备能耗"),
        ("该馆可容纳3万件藏品，具有60EB存储容量的机房。", "60EB", "存储容量"),
        ("在80多家参与公司中名列前茅。", "80多家", "参与公司"),
        ("中央大厅客流减少80%。", "80%", "中央大厅客流"),
    ],
)
def test_what_a_figure_measures(find: Find, text: str, quote: str, indicator: str) -> None:
    [found] = [each for each in find(text) if each.quote == quote]
    assert found.indicator == indicator

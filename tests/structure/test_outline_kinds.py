"""One invented text for every kind of trouble a heading can be in."""

import pytest

from kwaicompare.model.document import Document, Outline, Source
from kwaicompare.read.markdown import marked_lines
from kwaicompare.structure.section_tree import build_outline

PROSE = "园区去年完成了三轮改造，沿线的旧厂房变成了书店和工坊。居民说，夜里也敢出门散步了。"


def outline_of(text: str, title: str = "") -> Outline:
    text = text.replace("~", PROSE)
    marked = marked_lines(text)
    source = Source("x.txt", "", "utf-8", title=title or marked.title)
    return build_outline(Document(source, text, marked.lines, marked.furniture))


def tree(outline: Outline) -> list[tuple[int, str | None, str]]:
    return [(section.level, section.number, section.title) for section in outline.sections]


def kinds(outline: Outline, text: str) -> dict[str, str]:
    text = text.replace("~", PROSE)
    return {item.span.of(text): item.kind for item in outline.furniture}


CONTENTS = (
    "目录\n\n01 造林护水筑屏障\t3\n\n坡地造林见成效\t4\n水源保护有新招\t6\n\n"
    "02 兴业富民促振兴\t9\n\n山货出山\t10\n\n结语\t15\n\n"
)


def test_a_title_broken_over_rows_is_one_title():
    text = (
        CONTENTS + "造林护水\n筑屏障\n\n~\n\n01\n\n坡地造林\n\n见成效\n\n~\n\n水源保护\n有新招\n\n~\n\n"
        "02\n\n兴业富民 促振兴\n\n~\n\n山货出山\n\n~\n\n结语\n\n~\n"
    )
    assert tree(outline_of(text)) == [
        (1, "01", "造林护水 筑屏障"),
        (2, None, "坡地造林 见成效"),
        (2, None, "水源保护 有新招"),
        (1, "02", "兴业富民 促振兴"),
        (2, None, "山货出山"),
        (1, None, "结语"),
    ]


def test_a_span_begins_at_the_number_before_the_title_and_at_the_title_before_a_later_number():
    text = (
        CONTENTS + "造林护水\n筑屏障\n\n~\n\n01\n\n坡地造林见成效\n\n~\n\n02\n\n兴业富民 促振兴\n\n~\n\n山货出山\n\n~\n"
    ).replace("~", PROSE)
    first, _, second, _ = outline_of(text).sections
    assert text[first.span.start :].startswith("造林护水")
    assert first.number == "01"
    assert text[second.span.start :].startswith("02\n")
    assert first.span.end == second.span.start


DESIGNED = """# PART 01

## 第一部分

### 河道治理

#### 让水清起来

~

# 1

## 截污

# 从源头管住每一根管

~

001

### 摸底

#### 一户一档查清去向

~

## 清淤

### 分段施工不扰民

~

# 003

## 复绿

### 岸线种满本地芦苇

~

## 芦苇小课堂：学生当上讲解员

~

## 2

# 补水

### 上游水库按需放水

~

# PART 02

## 第二部分

### 岸线开放

让人走到水边

~

# 1

## 步道

### 全线贯通十二公里

~
"""


def test_marks_whose_depth_lies_nest_by_their_numbers():
    assert tree(outline_of(DESIGNED)) == [
        (1, "PART 01", "河道治理 让水清起来"),
        (2, "1", "截污 从源头管住每一根管"),
        (3, "001", "摸底 一户一档查清去向"),
        (3, None, "清淤 分段施工不扰民"),
        (3, "003", "复绿 岸线种满本地芦苇"),
        (4, None, "芦苇小课堂：学生当上讲解员"),
        (2, "2", "补水 上游水库按需放水"),
        (1, "PART 02", "岸线开放 让人走到水边"),
        (2, "1", "步道 全线贯通十二公里"),
    ]


def test_lying_depth_and_a_missing_number_are_doubted():
    reasons = {doubt.reason for doubt in outline_of(DESIGNED).doubts}
    assert {"depth_lies", "numbering_gap"} <= reasons


def test_a_number_after_name_and_tagline_belongs_to_them():
    text = DESIGNED.replace("001\n\n### 摸底\n\n#### 一户一档查清去向", "### 摸底\n\n#### 一户一档查清去向\n\n001")
    section = outline_of(text).sections[2]
    assert (section.number, section.title) == ("001", "摸底 一户一档查清去向")
    assert section.heading.of(text.replace("~", PROSE)).endswith("001")


@pytest.mark.parametrize(
    "contents",
    [
        "目录\n引言………………1\n第一章 码头旧事………3\n第一节 渡口………4\n第二章 新城………9\n",
        "目 录\n\n引言\t1\n----\t----\n第一章 码头旧事\t3\n第一节 渡口\t4\n第二章 新城\t9\n\n",
        "# 引言 p.001\n\n## 第一章 码头旧事 p.003\n\n### 第一节 渡口 p.004\n\n## 第二章 新城 p.009\n\n",
    ],
)
def test_a_contents_table_is_no_body(contents):
    text = contents + "\n引言\n\n~\n\n第一章 码头旧事\n\n~\n\n第一节 渡口\n\n~\n\n第二章 新城\n\n~\n"
    outline = outline_of(text)
    assert tree(outline) == [
        (1, None, "引言"),
        (1, "第一章", "码头旧事"),
        (2, "第一节", "渡口"),
        (1, "第二章", "新城"),
    ]
    assert [item.kind for item in outline.furniture] == ["contents"]


def test_the_list_of_chapters_on_a_cover_is_contents():
    contents = "目录\n\n1 码头旧事 p.003\n\n2 老街新生 p.009\n\n3 夜市灯火 p.012\n\n4 潮汐花园 p.018\n\n"
    cover = "- 1 码头旧事\n- 2 老街新生\n- 3 夜市灯火\n- 4 潮汐花园\n\n"
    body = "".join(
        f"# {n}\n\n## {title}\n\n~\n\n" for n, title in enumerate(["码头旧事", "老街新生", "夜市灯火", "潮汐花园"], 1)
    )
    text = contents + cover + body
    outline = outline_of(text)
    assert [(number, title) for _, number, title in tree(outline)] == [
        ("1", "码头旧事"), ("2", "老街新生"), ("3", "夜市灯火"), ("4", "潮汐花园"),
    ]  # fmt: skip
    assert [item.kind for item in outline.furniture] == ["contents", "contents"]


def test_lists_are_not_headings_and_headings_may_look_like_list_items():
    text = (
        "一、总体要求\n\n~\n\n1、摸清家底：\n\n~\n\n2、分类施策：\n\n~\n\n主要措施有：\n"
        "（一）疏通河道；\n（二）加固堤岸；\n（三）清理淤泥。\n\n"
        "二、工作安排\n\n~\n\n1、准备阶段：\n\n~\n\n2、实施阶段：\n\n~\n"
    )
    assert tree(outline_of(text)) == [
        (1, "一、", "总体要求"),
        (2, "1、", "摸清家底"),
        (2, "2、", "分类施策"),
        (1, "二、", "工作安排"),
        (2, "1、", "准备阶段"),
        (2, "2、", "实施阶段"),
    ]


def test_captions_and_callouts_are_not_sections():
    text = (
        CONTENTS + "01\n\n造林护水筑屏障\n\n~\n\n坡地造林见成效\n\n~\n\n3500+\n\n已有3500多户参与造林\n\n"
        "~\n\n\n\n◀ 造林前后的山坡\n\n"
        "护林员\n\n巡山路上的守望者与讲解员\n\n~\n\n图：山顶的瞭望塔\n\n水源保护有新招\n\n"
        "~\n\n02\n\n兴业富民促振兴\n\n~\n\n山货出山\n\n~\n\n结语\n\n~\n"
    )
    outline = outline_of(text)
    assert [title for _, _, title in tree(outline)] == [
        "造林护水筑屏障", "坡地造林见成效", "水源保护有新招", "兴业富民促振兴", "山货出山", "结语",
    ]  # fmt: skip
    found = kinds(outline, text)
    assert found["3500+\n\n已有3500多户参与造林"] == "callout"
    assert found["护林员\n\n巡山路上的守望者与讲解员"] == "callout"
    assert found["◀ 造林前后的山坡"] == "caption"
    assert found["图：山顶的瞭望塔"] == "caption"


def test_a_marked_title_of_a_picture_is_a_doubtful_caption():
    text = DESIGNED.replace(
        "## 芦苇小课堂：学生当上讲解员\n", "## 十二公里岸线一张图\n\n\n\n\n## 芦苇小课堂：学生当上讲解员\n"
    )
    outline = outline_of(text)
    assert "十二公里岸线一张图" not in [title for _, _, title in tree(outline)]
    assert [doubt.span.of(text.replace("~", PROSE)) for doubt in outline.doubts if doubt.reason == "figure_title"] == [
        "## 十二公里岸线一张图"
    ]


def test_table_cells_and_page_heads_are_not_sections():
    pages = "".join(f"湾区绿道年度报告\n\n第{n}章 绿道{n}号线\n\n~\n\n~\n\n~\n\n~\n\n- {n} -\n\n" for n in "一二三四五")
    text = pages + "一、名称\t二、里程\n绿道\t12\n"
    outline = outline_of(text, "湾区绿道年度报告")
    assert [number for _, number, _ in tree(outline)] == ["第一章", "第二章", "第三章", "第四章", "第五章"]
    assert "running_head" in {item.kind for item in outline.furniture}


def test_twin_titles_in_two_languages_are_one():
    text = "引言\n\nIntroduction\n\n~\n\n第一章 潮汐\n\nThe Tides of the Bay\n\n~\n\n第二章 沙洲\n\nSandbanks\n\n~\n"
    assert tree(outline_of(text)) == [
        (1, None, "引言 Introduction"),
        (1, "第一章", "潮汐 The Tides of the Bay"),
        (1, "第二章", "沙洲 Sandbanks"),
    ]


def test_back_matter_has_groups():
    text = (
        CONTENTS.replace("结语\t15", "结语\t15\n附录\n\n参与编写的规程\t18")
        + "01\n\n造林护水筑屏障\n\n~\n\n坡地造林见成效\n\n~\n\n结语\n\n~\n\n附录\n\nAppendix\n\n参与编写的规程\n\n"
        "国家规程\n\n- 1、防火通道设计\n- 2、巡护记录\n\n行业规程\n\n- 1、育苗\n\n团体规程(试行)\n\n- 1、步道标识\n"
    )
    assert tree(outline_of(text))[-5:] == [
        (1, None, "附录 Appendix"),
        (2, None, "参与编写的规程"),
        (3, None, "国家规程"),
        (3, None, "行业规程"),
        (3, None, "团体规程(试行)"),
    ]


def test_statute():
    text = (
        "# 河湖管护条例\n\n2020年5月1日通过\n\n<!-- 说明 -->\n\n## 第一章 总 则\n\n"
        "第一条 为了管护河湖，制定本条例。\n\n"
        "第二条 本条例所称河湖包括：\n\n（一）江河；\n\n（二）湖泊。\n\n"
        "依照第一条规定办理的，从其规定。\n\n## 第二章 管护\n\n"
        "### 第一节 巡查\n\n第三条【巡查】 管护人员应当每日巡查。\n\n"
        "第三条之一 巡查应当记录。\n\n第四条规定的情形除外。\n"
    )
    assert tree(outline_of(text, "河湖管护条例")) == [
        (1, "第一章", "总 则"),
        (2, "第一条", "为了管护河湖"),
        (2, "第二条", "本条例所称河湖包括"),
        (1, "第二章", "管护"),
        (2, "第一节", "巡查"),
        (3, "第三条", "巡查"),
        (3, "第三条之一", "巡查应当记录"),
    ]


def test_government_report_without_marks_or_blank_lines():
    body = (PROSE + "\n") * 4
    text = (
        f"政府工作报告\n——2031年1月6日在市人民代表大会上\n市长 某某\n各位代表：\n"
        f"{body}一、2030年工作回顾\n{body}一是稳住了粮价。\n{body}"
        f"二、今年工作安排\n{body}（一）办好民生实事，让群众得实惠。\n{body}（二）修好乡村道路。\n{body}"
    )
    assert tree(outline_of(text, "政府工作报告")) == [
        (1, "一、", "2030年工作回顾"),
        (1, "二、", "今年工作安排"),
        (2, "（一）", "办好民生实事，让群众得实惠"),
        (2, "（二）", "修好乡村道路"),
    ]


def test_decimal_numbers_nest_by_their_length():
    text = (
        "1 概述\n\n~\n\n1.1 背景\n\n~\n\n1.1.1 水系变迁\n\n~\n\n1.2 范围\n\n"
        "比值为1.57，属于正常。\n\n~\n\n2 方法\n\n~\n\n2.1 取样\n\n~\n"
    )
    assert [(level, number) for level, number, _ in tree(outline_of(text))] == [
        (1, "1"), (2, "1.1"), (3, "1.1.1"), (2, "1.2"), (1, "2"), (2, "2.1"),
    ]  # fmt: skip


def test_flat_marks_nest_by_number_families():
    text = (
        "# 规划\n\n## 一、形势\n\n~\n\n## （一）成绩\n\n~\n\n## （二）问题\n\n~\n\n"
        "## 二、任务\n\n~\n\n## （一）修路\n\n~\n\n## 附录\n\n~\n"
    )
    assert [(level, title) for level, _, title in tree(outline_of(text, "规划"))] == [
        (1, "形势"), (2, "成绩"), (2, "问题"), (1, "任务"), (2, "修路"), (1, "附录"),
    ]  # fmt: skip


def test_honest_markdown_keeps_parents_with_an_empty_body():
    text = "# 手册\n\n## 使用\n\n### 安装\n\n~\n\n### 升级\n\n~\n\n## 维护\n\n- 备份\n- 清理\n"
    assert tree(outline_of(text, "手册")) == [
        (1, None, "使用"),
        (2, None, "安装"),
        (2, None, "升级"),
        (1, None, "维护"),
    ]


def test_news_page_yields_only_the_article():
    text = (
        '---\nlayout: post\ntitle: "绿道开放：市民涌向江边"\ndate: 2031-05-01\n---\n'
        '<p><img src="a.png"/></p>\n <p>~</p>\n <p>~</p>\n'
        "<p>（文章来源：江边日报）</p>\n\n<http://example.org/1>\n\n[返回首页](/)\n\n相关阅读\n~\n~\n"
    )
    outline = outline_of(text)
    assert [title for _, _, title in tree(outline)] == ["绿道开放：市民涌向江边"]
    found = kinds(outline, text)
    assert any(kind == "front_matter" for kind in found.values())
    assert any(kind == "navigation" and "<http" in words and "返回首页" in words for words, kind in found.items())
    assert any(kind == "navigation" and "相关阅读" in words for words, kind in found.items())


def test_plain_page_with_notices_and_teasers():
    text = (
        "绿道开放 市民涌向江边\n\n江边报\n2031-05-01 14:04\n\n~\n\n图:开放当日\n\n~\n\n~\n\n"
        "1、本文不代表本站观点,未经允许不得转载。\n相关阅读\n~\n"
    )
    outline = outline_of(text, "绿道开放 市民涌向江边")
    assert tree(outline) == [(1, None, "绿道开放 市民涌向江边")]
    assert {item.kind for item in outline.furniture} == {"navigation", "caption"}


def test_text_without_any_heading():
    outline = outline_of("~\n~\n\n~\n")
    assert outline.sections == ()
    assert [doubt.reason for doubt in outline.doubts] == ["no_heading"]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "#", "# \n##\n", "目录", "第条\n", "|\n|", "01\n02\n03", "<!--", "---\n---\n"]
)
def test_scraps_are_read_without_fault(text):
    assert all(section.span.end <= len(text) for section in outline_of(text).sections)


def test_a_designed_page_without_contents_table_nests_by_numbers_and_build():
    text = (
        "山水 白皮书\n\n引言\n\nIntroduction\n\n~\n\n造林护水 筑牢屏障\n\n\n\n~\n\n01\n\n坡地造林 成效初显\n\n~\n\n"
        "1、选苗：\n\n~\n\n2、护苗：\n\n~\n\n水源保护 再添新招\n\n~\n\n02\n\n"
        "兴业富民 促进振兴\n\n~\n\n山货出山 渠道拓宽\n\n~\n\n结语\n\n~\n"
    )
    assert tree(outline_of(text)) == [
        (1, None, "引言 Introduction"),
        (1, "01", "造林护水 筑牢屏障"),
        (2, None, "坡地造林 成效初显"),
        (3, "1、", "选苗"),
        (3, "2、", "护苗"),
        (2, None, "水源保护 再添新招"),
        (1, "02", "兴业富民 促进振兴"),
        (2, None, "山货出山 渠道拓宽"),
        (1, None, "结语"),
    ]


def test_flat_marks_put_unnumbered_titles_below_numbered_ones():
    text = (
        "# 前言\n\n~\n\n# 第一章 修路\n\n~\n\n# 资金\n\n~\n\n# 第二章 种树\n\n~\n\n# 苗木\n\n~\n\n# 第三章 管护\n\n~\n"
    )
    assert [(level, title) for level, _, title in tree(outline_of(text))] == [
        (1, "前言"), (1, "修路"), (2, "资金"), (1, "种树"), (2, "苗木"), (1, "管护"),
    ]  # fmt: skip


def test_a_statute_in_plain_text_with_contents():
    text = (
        "河湖管护条例\n（2030年1月1日通过）\n目　录\n第一章　总则\n第二章　管护\n"
        "　第一节　巡查\n第三章　附则\n第一章　总则\n"
        "第一条　为了管护河湖，制定本条例。\n第二章　管护\n第一节　巡查\n第二条　应当巡查。\n"
        "　　（一）每日一次；\n　　（二）记录在案。\n"
        "第三章　附则\n第三条　本条例自7月1日起施行。\n"
    )
    assert [(level, number) for level, number, _ in tree(outline_of(text))] == [
        (1, "第一章"), (2, "第一条"), (1, "第二章"), (2, "第一节"), (3, "第二条"), (1, "第三章"), (2, "第三条"),
    ]  # fmt: skip


def test_linked_contents_and_bold_headings_in_markdown():
    text = (
        "# 绿道白皮书\n\n## 目录\n\n- [一、概况](#a)\n- [二、治理](#b)\n\n## 一、概况\n\n~\n\n"
        "1. 主线十二公里。\n2. 支线三公里。\n\n"
        "## 二、治理\n\n~\n\n**1. 机制**\n\n~\n\n**2. 资金**\n\n~\n"
    )
    assert tree(outline_of(text, "绿道白皮书")) == [
        (1, "一、", "概况"),
        (1, "二、", "治理"),
        (2, "1.", "机制"),
        (2, "2.", "资金"),
    ]


def test_bare_page_numbers_are_furniture():
    text = "".join(f"第{n}章 绿道\n\n~\n\n~\n\n{page}\n\n" for page, n in enumerate("一二三四五六", 7))
    outline = outline_of(text)
    assert len(outline.sections) == 6
    assert [item.kind for item in outline.furniture] == ["page_number"] * 6


def test_ten_thousand_headings():
    text = "".join(f"## 第{n}章 标题{n}\n\n~\n\n" for n in range(1, 10_001))
    outline = outline_of(text)
    assert len(outline.sections) == 10_000
    assert outline.sections[-1].id == "10000"


def test_one_line_of_a_million_characters():
    assert outline_of(PROSE * 25_000).sections == ()


def test_labels_of_fields_are_not_headings():
    awards = "".join(f"0{n}\n\n### 名称\n\n第{n}种苗木的栽植方法\n\n" for n in range(1, 5))
    text = DESIGNED.replace("# PART 02\n", "## 园艺奖\n\n\n\n\n" + awards + "# PART 02\n")
    assert tree(outline_of(text)) == tree(outline_of(DESIGNED))


def test_named_rows_above_paragraphs_are_doubtful_headings():
    text = CONTENTS + (
        "01\n\n造林护水筑屏障\n\n~\n\n坡地造林见成效\n\n~\n\n选苗：本地树种优先上山\n\n~\n\n"
        "护苗：村民轮流看护幼林\n\n~\n\n"
        "育苗：学校建起小小苗圃\n\n~\n\n水源保护有新招\n\n~\n"
    )
    outline = outline_of(text)
    assert [(level, title[:2]) for level, _, title in tree(outline)] == [
        (1, "造林"), (2, "坡地"), (3, "选苗"), (3, "护苗"), (3, "育苗"), (2, "水源"),
    ]  # fmt: skip
    assert [doubt.reason for doubt in outline.doubts].count("title_guess") == 3

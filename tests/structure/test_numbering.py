"""The grammar of printed numbers."""

import pytest

from kwaicompare.structure.numbering import numeral, parse_number


@pytest.mark.parametrize(
    ("text", "family", "value", "printed", "rest"),
    [
        ("第一章 总则", "chapter", (1,), "第一章", "总则"),
        ("第十二节 附则", "section", (12,), "第十二节", "附则"),
        ("第二部分", "part", (2,), "第二部分", ""),
        ("第三编 物权", "part", (3,), "第三编", "物权"),
        ("第一百零三条之二 本法", "article", (103, 2), "第一百零三条之二", "本法"),
        ("第12条 本法", "article", (12,), "第12条", "本法"),
        ("PART 01", "part", (1,), "PART 01", ""),
        ("Chapter IV The Bay", "chapter", (4,), "Chapter IV", "The Bay"),
        ("一、概况", "cn", (1,), "一、", "概况"),
        ("（十一）里程", "cn_paren", (11,), "（十一）", "里程"),
        ("1.2.3 里程", "decimal", (1, 2, 3), "1.2.3", "里程"),
        ("3、里程", "arabic", (3,), "3、", "里程"),
        ("3. 里程", "arabic", (3,), "3.", "里程"),
        ("(2) 里程", "arabic_paren", (2,), "(2)", "里程"),
        ("③ 里程", "circled", (3,), "③", "里程"),
        ("01 里程", "padded2", (1,), "01", "里程"),
        ("003", "padded3", (3,), "003", ""),
        ("2 里程", "plain", (2,), "2", "里程"),
        ("附录B 名录", "appendix", (2,), "附录B", "名录"),
        ("附件一", "appendix", (1,), "附件一", ""),
        ("II. 里程", "roman", (2,), "II.", "里程"),
        ("B. 里程", "letter", (2,), "B.", "里程"),
    ],
)
def test_families(text, family, value, printed, rest):
    number = parse_number(text)
    assert number is not None
    assert (number.family, number.value, number.printed, number.rest) == (family, value, printed, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "概况",
        "2026年工作",
        "1.2亿元",
        "3.5%的居民",
        "30日前完成",
        "100万棵",
        "一共三家",
        "附录",
        "AI 技术",
        "5G网络",
    ],
)
def test_figures_and_words_are_not_numbers(text):
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("二十", 20),
        ("一百零三", 103),
        ("二百六十六", 266),
        ("二〇二六", 2026),
        ("12", 12),
        ("XIV", 14),
    ],
)
def test_numerals(digits, value):
    assert numeral(digits) == value

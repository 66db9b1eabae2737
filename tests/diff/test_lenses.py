"""Lenses hide how something is written, count what they hide, and hide nothing else."""

import pytest

from kwaicompare.diff.lenses import ignored_counts, ignored_places
from kwaicompare.diff.options import DiffOptions
from kwaicompare.model.edit import LENSES, Lens
from tests.diff.editions import compare, marked

ALL = DiffOptions(frozenset(LENSES))

PLACES: list[tuple[Lens, str, str, str, str]] = [
    ("space", "国 家级实验室在河湾镇。", "国家级实验室在河湾镇。", "国 家级", "国家级"),
    ("punctuation", "他说“渡口通航”了。", "他说「渡口通航」了。", "“", "「"),
    ("punctuation", "渡口——河湾镇的渡口。", "渡口—河湾镇的渡口。", "——", "—"),
    ("punctuation", "水塔、路灯……都修好了。", "水塔、路灯...都修好了。", "……", "..."),
    ("width", "ＡＩ灌溉站有３座。", "AI灌溉站有3座。", "ＡＩ", "AI"),
    ("case", "灌溉站的WIFI已开通。", "灌溉站的WiFi已开通。", "WIFI", "WiFi"),
    ("script", "圖書館今年修繕完工。", "图书馆今年修缮完工。", "圖書館", "图书馆"),
    ("numbers", "二〇二二年渡口通航。", "2022年渡口通航。", "二〇二二", "2022"),
    ("numbers", "巡诊1.4万人次。", "巡诊14000人次。", "1.4万", "14000"),
    ("numbers", "参会一百二十人。", "参会120人。", "一百二十", "120"),
    ("numbers", "茶园占百分之二十。", "茶园占20%。", "百分之二十", "20%"),
]


@pytest.mark.parametrize(("lens", "old", "new", "place_a", "place_b"), PLACES)
def test_a_lens_hides_a_way_of_writing_and_tells_where(
    lens: Lens, old: str, new: str, place_a: str, place_b: str
) -> None:
    hidden = compare(old, new, DiffOptions(frozenset({lens})))
    assert {passage.relation for passage in hidden} == {"same"}
    first = ignored_places(hidden)[0].edit
    assert place_a in first.a.of(old)
    assert place_b in first.b.of(new)
    assert set(ignored_counts(hidden)) == {lens}
    without = compare(old, new, DiffOptions(frozenset(LENSES) - {lens}))
    assert any(passage.relation != "same" for passage in without)


def test_a_place_that_needs_two_lenses_counts_for_both() -> None:
    passages = compare("ＡＩ灌溉站。", "ai灌溉站。", ALL)
    assert ignored_counts(passages) == {"width": 1, "case": 1}
    assert len(ignored_places(passages)) == 1


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("二〇二二年有１４座水塔。", "2023年有14座水塔。", "[-二〇二二-]{+2023+}年有14座水塔。"),
        ("水塔修好了，路灯亮了。", "水塔修好了。路灯亮了。", "水塔修好了[-，-]{+。+}路灯亮了。"),
        ("圖書館有三层。", "图书馆有四层。", "图书馆有[-三层-]{+四层+}。"),
    ],
)
def test_what_no_lens_covers_stays_a_difference(old: str, new: str, wanted: str) -> None:
    assert "".join(marked(old, new, ALL)) == wanted


def test_without_lenses_white_space_is_a_difference() -> None:
    assert marked("可灵 AI上线。", "可灵AI上线。", DiffOptions(frozenset())) != ["可灵AI上线。"]
    assert ignored_counts(compare("可灵 AI上线。", "可灵AI上线。", DiffOptions(frozenset()))) == {}

"""Look-up by pinyin: full or initials, every reading, as while typing."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.text.variants import PinyinIndex, readings

TEXT = "以知识产权为本，知产全链保护；长期成长，重庆银行。"


def found(query: str, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in PinyinIndex(text).places(query)]


@pytest.mark.parametrize(
    "query", ["zscq", "zhshchq", "zhishichanquan", "zhishi chanquan", "ZhiShi cq", "zs chanq", "zhishichanq"]
)
def test_finds_by_syllables_initials_and_unfinished_syllables(query: str) -> None:
    assert found(query) == ["知识产权"]


def test_every_reading_counts() -> None:
    assert {"zhang", "chang"} <= set(readings("长"))
    assert found("changqi") == ["长期"]
    assert found("chengzhang") == ["成长"]
    assert found("chongqing") == ["重庆"]
    assert found("yinhang") == ["银行"]


def test_u_with_dots_is_v_or_u() -> None:
    assert {"nv", "nu"} <= set(readings("女"))
    assert found("lvse", "绿色") == found("luse", "绿色") == found("lüse", "绿色") == ["绿色"]


def test_a_space_parts_syllables() -> None:
    assert found("xian", "先在西安") == ["先", "西安"]
    assert found("xi an", "先在西安") == ["西安"]
    assert found("xi'an", "先在西安") == ["西安"]


def test_an_unfinished_syllable_stands_only_at_the_end() -> None:
    assert found("zh", "中") == ["中"]
    assert found("zho", "中") == ["中"]
    assert found("zho guo", "中国") == []


@pytest.mark.parametrize("query", ["", "  ", "知识", "z1", "vvvv", "zscqx"])
def test_finds_nothing_for_what_is_no_pinyin_of_the_text(query: str) -> None:
    assert found(query) == []


def test_other_than_han_characters_have_no_reading() -> None:
    assert readings("a") == readings("1") == readings("，") == readings("あ") == ()
    assert readings("〇") == ("ling", "xing", "yuan")


CHARS = "知识产权长中a 西安"


def naive(text: str, query: str) -> list[tuple[int, int]]:
    """Read every stretch of characters in every way."""

    def reads(stretch: str) -> bool:
        syllables = [readings(char) for char in stretch]
        if not all(syllables):
            return False
        if query in map("".join, product(*syllables)):
            return True
        ends = [[reading[:size] for reading in syllables[-1] for size in range(1, len(reading))]]
        if query in map("".join, product(*syllables[:-1], *ends)):
            return True
        initials = [
            {part for reading in each for part in (reading[0], reading[:2] if reading[1:2] == "h" else reading[0])}
            for each in syllables
        ]
        return query in map("".join, product(*initials))

    places: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        end = next((end for end in range(at + 1, min(at + 9, len(text) + 1)) if reads(text[at:end])), 0)
        if end:
            places.append((at, end))
        at = end or at + 1
    return places


@given(
    st.text(CHARS, max_size=8),
    st.sampled_from(
        [
            "z",
            "zh",
            "zs",
            "zsc",
            "zscq",
            "zhi",
            "zhis",
            "zhishi",
            "xian",
            "xi",
            "an",
            "xa",
            "c",
            "ch",
            "cq",
            "changz",
            "zhong",
        ]
    ),
)
def test_equals_a_naive_reading(text: str, query: str) -> None:
    assert PinyinIndex(text).places(query) == naive(text, query)

"""Counts of terms, what is content, and how evenly a term is spread."""

from collections.abc import Callable

import pytest

from kwaicompare.keywords.frequency import count_terms, dispersion, is_term
from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Furniture
from kwaicompare.model.span import Span
from kwaicompare.text.lexicon import stop_words

Make = Callable[..., Edition]


def test_counts_terms_over_sections(make_edition: Make) -> None:
    edition = make_edition("专利与商标，专利。", "专利 PATENT Patent", "没有")
    counts = count_terms(edition)
    assert counts.count("专利") == 3
    assert counts.sections("专利") == 2
    assert counts.by_part("专利") == {1: 2, 2: 1}
    assert counts.count("patent") == 2
    assert counts.characters == sum(not char.isspace() for char in edition.text)


def test_counts_words_of_content_but_no_punctuation(make_edition: Make) -> None:
    counts = count_terms(make_edition("专利、商标。"))
    assert counts.tokens == len(["第", "1", "节", "专利", "商标"])


def test_furniture_is_no_content(make_edition: Make) -> None:
    plain = make_edition("专利 目录 专利 商标", "专利")
    start = plain.text.index("目录")
    contents = Furniture("contents", Span(start, start + 5))
    callout = Furniture("callout", Span(start + 6, start + 8))
    edition = make_edition("专利 目录 专利 商标", "专利", furniture=[contents, callout])
    assert count_terms(plain).count("专利") == 3
    counts = count_terms(edition)
    assert counts.count("专利") == 2
    assert counts.count("目录") == 0
    assert counts.count("商标") == 1


@pytest.mark.parametrize("form", ["专利", "ai", "5g", "h.266/vvc", "可灵ai", "r&d"])
def test_terms(form: str) -> None:
    assert is_term(form, stop_words())


@pytest.mark.parametrize(
    "form",
    [
        "的",
        "a",
        "1.4万",
        "78.4%",
        "2026-04-26",
        "——",
        "https://a.cn",
        "我们",
        "the",
        "第三",
        "三十日",
        "百分之五",
        "二〇二六",
    ],
)
def test_no_terms(form: str) -> None:
    assert not is_term(form, stop_words())


def test_dispersion_is_the_published_value() -> None:
    """Gries (2008): a word seen 1, 2, 3, 4, 5 times in parts of 9, 10, 10, 10, 11 words has a DP of 0.18."""
    assert dispersion({0: 1, 1: 2, 2: 3, 3: 4, 4: 5}, (9, 10, 10, 10, 11)) == pytest.approx(0.18)


def test_dispersion_of_an_even_a_lumped_and_an_absent_term() -> None:
    assert dispersion({0: 2, 1: 4}, (10, 20)) == pytest.approx(0.0)
    assert dispersion({0: 3}, (10, 90)) == pytest.approx(0.9)
    assert dispersion({}, (10, 90)) == 0.0
    assert dispersion({}, ()) == 0.0

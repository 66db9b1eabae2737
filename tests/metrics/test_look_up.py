"""Figures are found by their value, whatever their wording and unit."""

from collections.abc import Callable

import pytest

from kwaicompare.errors import BadQuery
from kwaicompare.metrics.look_up import find_figures_like
from kwaicompare.model.comparison import Edition

TEXT = (
    "# 年报\n\n藏书1.2亿册，借出超1亿册，归还9800万册，登记近1.5亿册。"
    "培训学员14000人次，约1.4万人次到场。合作社1500家，另有超1000家待批。用电3亿度，用地600亩，支出2亿元，收入2亿美元。"
)


@pytest.mark.parametrize(
    ("query", "quotes"),
    [
        ("> 1亿 册", ["1.2亿册", "超1亿册"]),
        ("＞＝１亿册", ["1.2亿册", "超1亿册"]),
        ("<1亿册", ["9800万册"]),
        ("<= 1.5亿册", ["1.2亿册", "9800万册", "近1.5亿册"]),
        ("1.4万人次", ["14000人次", "约1.4万人次"]),
        ("1000-2000 家", ["1500家", "超1000家"]),
        ("≥ 1亿千瓦时", ["3亿度"]),
        ("< 1平方公里", ["600亩"]),
        ("= 2亿元", ["2亿元"]),
        ("> 2亿", ["3亿度"]),
    ],
)
def test_figures_are_found_by_value(query: str, quotes: list[str], edition_of: Callable[..., Edition]) -> None:
    assert [mention.quote for mention in find_figures_like(query, edition_of(TEXT, "a.md").mentions)] == quotes


@pytest.mark.parametrize("query", ["", ">", "> 很多", "1件和2件", "件"])
def test_what_is_no_figure_is_refused(query: str) -> None:
    with pytest.raises(BadQuery) as refused:
        find_figures_like(query, ())
    assert refused.value.key == "error.no_figure"

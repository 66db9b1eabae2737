"""Regular expressions: what they match, what is refused, and that a refusal comes at once."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.errors import BadQuery
from kwaicompare.keywords.patterns import Pattern, windows

HARD = "a" * 180 + "b\n" + "专利商标" * 45 + "\n"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"专利\d+件", ["专利12件", "专利300件"]),
        ("專利", ["专利", "专利"]),
        (r"[（(]\d[)）]", ["(2)"]),
        (r"\D件", []),
        ("H\\.26[56]", ["h.266"]),
        ("^专利", ["专利"]),
        ("x*", []),
    ],
)
def test_matches_in_folded_text(pattern: str, expected: list[str]) -> None:
    text = "专利12件,h.266(2)\n共专利300件"
    assert [text[start:end] for start, end in Pattern(pattern).places(text)] == expected


@pytest.mark.parametrize("pattern", ["(", "a**", "[z-a]", "(?P<n>a)(?P=x)", "a{99999999999}"])
def test_a_malformed_pattern_says_why(pattern: str) -> None:
    with pytest.raises(BadQuery) as refused:
        Pattern(pattern)
    assert refused.value.key == "error.bad_pattern"
    assert refused.value.values["detail"]


CATASTROPHIC = [
    "(a+)+$", "(a|a)*c", "(a|aa)+c", "(.*)*c", ".*.*.*.*c", "a?" * 30 + "a" * 30, "(x+x+)+y|(a+a+)+c",
    "(?=(a+)+c)a", "(a*)*c", r"(\w+\s?)*c", "((专利)|(专利商标)|(商标))*c", "(?:a{1,50}){1,50}c", "(a)?(?(1)a|b)",
]  # fmt: skip


@pytest.mark.parametrize("pattern", CATASTROPHIC)
def test_a_catastrophic_pattern_is_refused_before_it_runs(pattern: str) -> None:
    start = time.process_time()
    with pytest.raises(BadQuery) as refused:
        Pattern(pattern).places(HARD)
    assert refused.value.key == "error.slow_pattern"
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "pattern",
    [
        r"\d+(,\d{3})*(\.\d+)?万?件",
        "专利.*商标.*保护",
        "专.*商.*年.*月.*件",
        "(专利|商标)+",
        r"\d+年\d+月\d+日",
        r"(\w)\1",
    ],
)
def test_what_people_write_is_not_refused(pattern: str) -> None:
    text = "专利商标及保护2026年4月26日共1,000件\n"
    expected = [match.span() for match in re.finditer(pattern, text)]
    assert expected
    assert Pattern(pattern).places(text) == expected


def test_many_slow_windows_are_cut_off_by_the_clock() -> None:
    start = time.monotonic()
    with pytest.raises(BadQuery) as refused:
        Pattern(".*.*c").places(("a" * 195 + "\n") * 2000)
    assert refused.value.key == "error.slow_pattern"
    assert time.monotonic() - start < 10


@given(st.text("a。\n ", max_size=700))
def test_windows_are_lines_or_pieces_of_long_lines(text: str) -> None:
    pieces = [text[start:end] for start, end in windows(text)]
    assert "".join(pieces) == text.replace("\n", "")
    assert all(0 < len(piece) <= 200 and "\n" not in piece for piece in pieces)


@given(st.text("ab1，", max_size=60), st.sampled_from(["a+b", "[ab]+", "(ab|b1)+", r"\d+", "a.b", "(a)b?", "a{2,3}"]))
def test_equals_the_plain_engine_on_one_line(text: str, pattern: str) -> None:
    expected = [match.span() for match in re.finditer(pattern, text) if match.end() > match.start()]
    assert Pattern(pattern).places(text) == expected

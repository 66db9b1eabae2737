"""A text gone through a block at a time gives what one call gives."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.text import scanning
from kwaicompare.text.scanning import blanked, characters, exchanged, matches

TEXTS = st.text("甲乙丙12ab，。 \n（）𠮷", max_size=80)
PATTERNS = [
    re.compile(written, re.MULTILINE)
    for written in (
        "[甲乙丙]",
        "[0-9]{1,3}(?=[甲乙])",
        "（[^（）\n]{0,4}）",
        "(?<=[甲，])[a-z]{1,2}",
        "^.{1,3}",
        "甲.{0,3}?。",
    )
]


@pytest.fixture(autouse=True, params=[1, 3, 7])
def block(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "_BLOCK", request.param)
    monkeypatch.setattr(scanning, "_REACH", 8)


@given(TEXTS, st.sampled_from(PATTERNS))
def test_matches_are_those_of_one_call(text: str, pattern: re.Pattern[str]) -> None:
    assert [each.span() for each in matches(pattern, text)] == [each.span() for each in pattern.finditer(text)]
    assert blanked(pattern, text) == pattern.sub(lambda match: " " * len(match[0]), text)


@given(TEXTS)
def test_characters_are_found_and_exchanged(text: str) -> None:
    assert characters(text) == set(text)
    table = {"甲": "A", "，": "", "。": "..", "𠮷": "吉"}
    wanted = text.translate(str.maketrans(table))
    assert exchanged(text, table) == wanted
    many = table | {chr(0x5000 + at): "x" for at in range(100)}
    assert exchanged(text + "倀", many) == wanted + "x"

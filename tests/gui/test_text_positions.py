"""Code points and UTF-16 units, both ways."""

from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.gui.text_positions import TextPositions

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def test_astral_character_takes_two_units():
    positions = TextPositions("𠮷野家")
    assert [positions.to_qt(offset) for offset in range(4)] == [0, 2, 3, 4]
    assert [positions.from_qt(unit) for unit in (0, 2, 3, 4)] == [0, 1, 2, 3]


@given(TEXTS)
def test_units_are_those_of_utf_16(text: str):
    positions = TextPositions(text)
    units = [len(text[:offset].encode("utf-16-le")) // 2 for offset in range(len(text) + 1)]
    assert [positions.to_qt(offset) for offset in range(len(text) + 1)] == units
    assert [positions.from_qt(unit) for unit in units] == list(range(len(text) + 1))

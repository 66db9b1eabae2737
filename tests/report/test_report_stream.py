"""JSON in pieces is the JSON of the whole."""

import json

import pytest

from kwaicompare.report.stream import pieces


@pytest.mark.parametrize("count", [0, 1, 2, 255, 256, 257, 1000])
def test_iterator_is_written_as_an_array(count: int) -> None:
    value = {
        "before": "甲\n",
        "long": iter(range(count)),
        "within": {"also": map(str, range(count))},
        "after": [1, None],
    }
    written = list(pieces(value))
    numbers = list(range(count))
    assert json.loads("".join(written)) == {
        "before": "甲\n", "long": numbers, "within": {"also": [str(number) for number in numbers]}, "after": [1, None],
    }  # fmt: skip
    assert "甲" in "".join(written)


@pytest.mark.parametrize("value", [{}, [], "", 0, {"a": {}}, [{"b": []}]])
def test_plain_values_stay(value: object) -> None:
    assert "".join(pieces(value)) == json.dumps(value)


def test_what_json_cannot_say_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        list(pieces({"a": float("nan")}))


def test_long_arrays_come_in_several_pieces() -> None:
    assert max(map(len, pieces({"long": iter(["word"] * 10_000)}))) < 5000

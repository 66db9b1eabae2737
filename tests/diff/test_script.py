"""Edit scripts of any length rebuild both sides; only what cannot be cut is left out, and said to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.diff import script
from kwaicompare.diff.characters import character_edits
from kwaicompare.diff.script import edit_script
from kwaicompare.model.span import Span
from kwaicompare.text.sequence import Opcode

keys = st.lists(st.sampled_from(["水", "渠", "塔", "的", "，", "12"]), max_size=60)
long_keys = st.lists(st.sampled_from([f"词{at}" for at in range(80)]), max_size=120)


def nothing() -> None:
    """Do nothing: a pulse nobody listens to."""


def assert_rebuilds(found: list[Opcode], a: list[str], b: list[str]) -> None:
    at_a = at_b = 0
    for op, a1, a2, b1, b2 in found:
        assert (a1, b1) == (at_a, at_b)
        assert (op == "equal") == (a[a1:a2] == b[b1:b2])
        assert op != "delete" or b1 == b2
        assert op != "insert" or a1 == a2
        at_a, at_b = a2, b2
    assert (at_a, at_b) == (len(a), len(b))


@pytest.mark.parametrize("table", [1, 30, 1 << 28])
@pytest.mark.parametrize("anyway", [False, True])
@given(a=keys | long_keys, b=keys | long_keys)
def test_a_script_rebuilds_both_sides_whatever_the_limit(table: int, anyway: bool, a: list[str], b: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(script, "_TABLE", table)
        found, limited = edit_script(a, b, anyway, nothing)
    assert_rebuilds(found, a, b)
    assert not (limited and table == 1 << 28)


def test_a_long_pair_is_cut_at_words_that_stand_once(monkeypatch: pytest.MonkeyPatch) -> None:
    a = [f"词{at}" for at in range(2000)]
    b = [*a[:500], "新", *a[500:1200], *a[1210:]]
    whole = edit_script(a, b, False, nothing)
    monkeypatch.setattr(script, "_TABLE", 1000)
    assert edit_script(a, b, False, nothing) == whole
    assert whole[1] is False


def test_what_cannot_be_cut_is_left_out_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script, "_TABLE", 20)
    a, b = ["水", "渠"] * 10, ["渠", "塔"] * 10
    assert edit_script(a, b, False, nothing) == ([("replace", 0, 20, 0, 20)], True)
    found, limited = edit_script(a, b, True, nothing)
    assert not limited
    assert any(code[0] == "equal" for code in found)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("水利局", "水利署", "水利[-局-]{+署+}"),
        ("7321", "14000", "[-7321-]{+14000+}"),
        ("严格执行", "严格实行", "严格[-执-]{+实+}行"),
        ("𠮷野家", "𠮷田家", "𠮷[-野-]{+田+}家"),
    ],
)
def test_characters_tell_what_changed_in_a_word_and_keep_figures_whole(old: str, new: str, wanted: str) -> None:
    shown = ""
    for edit in character_edits(f"前{old}", Span(1, 1 + len(old)), f"前面{new}", Span(2, 2 + len(new))):
        left, right = edit.a.of(f"前{old}"), edit.b.of(f"前面{new}")
        shown += right if edit.op == "equal" else f"[-{left}-]{{+{right}+}}"
    assert shown == wanted

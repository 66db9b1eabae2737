"""Edit scripts rebuild both sides; the heaviest chain is a chain, and no chain is heavier."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.text.sequence import heaviest_chain, opcodes, similarity

words = st.lists(st.sampled_from(["专利", "标准", "𠮷", "1.4万", "，", "AI"]), max_size=30)


@given(words, words)
def test_opcodes_cover_both_sides_and_equal_runs_are_equal(a: list[str], b: list[str]) -> None:
    at_a = at_b = 0
    for op, a1, a2, b1, b2 in opcodes(a, b):
        assert (a1, b1) == (at_a, at_b)
        assert (op == "equal") == (a[a1:a2] == b[b1:b2])
        assert {"delete": b1 == b2, "insert": a1 == a2}.get(op, a1 < a2 and b1 < b2)
        at_a, at_b = a2, b2
    assert (at_a, at_b) == (len(a), len(b))


def test_a_changed_figure_is_one_replacement() -> None:
    script = opcodes(["专利", "7321", "件"], ["专利", "1.4万", "件"])
    assert [code[0] for code in script] == ["equal", "replace", "equal"]


def test_similarity_counts_what_keeps_its_order() -> None:
    assert similarity(["甲", "乙", "丙"], ["甲", "丁", "丙"]) == pytest.approx(2 / 3)
    assert similarity(["甲"], ["乙"], at_least=0.5) == 0.0


@given(st.lists(st.integers(0, 6), max_size=9), st.data())
def test_heaviest_chain_beats_every_other_chain(places: list[int], data: st.DataObject) -> None:
    weights = [data.draw(st.integers(1, 9)) for _ in places]
    chain = sorted(heaviest_chain(places, weights))
    assert all(places[left] <= places[right] for left, right in pairwise(chain))
    heaviest = max(
        sum(weights[i] for i in chosen)
        for size in range(len(places) + 1)
        for chosen in combinations(range(len(places)), size)
        if all(places[left] <= places[right] for left, right in pairwise(chosen))
    )
    assert sum(weights[i] for i in chain) == heaviest

"""Equally good counterparts are announced; a pair in its place is no guess."""

from tests.diff.editions import compare

SAID = "水塔由三户轮流看护。"
OTHERS = ["渡船每日六班往返两岸。", "茶园扩建完成第一期。", "图书车今年开进山里。", "老窑在冬至重新点火。"]


def text(*lines: str) -> str:
    return "\n".join(lines)


def test_a_moved_sentence_names_the_other_place_it_may_come_from() -> None:
    old = text(SAID, *OTHERS[:2], SAID, *OTHERS[2:])
    new = text(*OTHERS, SAID)
    passages = compare(old, new)
    moved = next(passage for passage in passages if passage.relation == "moved")
    assert moved.a is not None
    assert {span.of(old) for span in moved.origins} == {SAID}
    assert moved.a not in moved.origins
    dropped = next(passage for passage in passages if passage.relation == "dropped")
    assert moved.origins == (dropped.a,)
    assert [span.of(new) for span in dropped.destinations] == [SAID]


def test_a_moved_and_edited_sentence_names_it_too() -> None:
    old = text(SAID, *OTHERS[:2], SAID, *OTHERS[2:])
    new = text(*OTHERS, "水塔由五户轮流看护。")
    moved = next(passage for passage in compare(old, new) if passage.relation == "moved-edited")
    assert [span.of(old) for span in moved.origins] == [SAID]


def test_a_repeated_sentence_is_new_and_says_where_it_stands_already() -> None:
    old, new = text(SAID, *OTHERS), text(SAID, *OTHERS, SAID)
    passages = compare(old, new)
    new_one = next(passage for passage in passages if passage.relation == "new")
    assert [span.of(old) for span in new_one.origins] == [SAID]
    assert all(not passage.origins for passage in passages if passage.relation == "same")


def test_sentences_in_their_places_had_no_choice() -> None:
    old = text(SAID, OTHERS[0], SAID, OTHERS[1], SAID)
    assert all(not p.origins and not p.destinations for p in compare(old, old))


def test_nothing_is_announced_for_what_is_too_short() -> None:
    old, new = text("好。", *OTHERS, "好。"), text(*OTHERS, "好。")
    assert all(not p.origins and not p.destinations for p in compare(old, new))

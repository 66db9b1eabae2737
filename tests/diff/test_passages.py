"""Passages side by side: nothing lost, nothing twice, edits that rebuild, and marks an editor would make."""

import random
from collections import Counter
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwaicompare.align.sections import align_sections
from kwaicompare.diff.lenses import Folding
from kwaicompare.diff.options import DiffOptions
from kwaicompare.diff.passages import diff_pair, diff_passages
from kwaicompare.model.alignment import Alignment
from kwaicompare.model.comparison import Edition
from kwaicompare.model.edit import LENSES, Edit, Lens, Passage
from kwaicompare.model.span import Span
from kwaicompare.progress import Cancelled
from tests.diff.editions import compare, mark, marked, plain


def assert_lossless(passages: Sequence[Passage], a: str, b: str) -> None:
    for text, side in ((a, "a"), (b, "b")):
        seen = Counter(i for p in passages if (span := getattr(p, side)) for i in range(span.start, span.end))
        assert all(seen[i] == 1 for i, character in enumerate(text) if not character.isspace())
        assert max(seen.values(), default=0) <= 1
    for passage in passages:
        for edit in passage.edits:
            assert edit.op != "equal" or edit.ignored or edit.a.of(a) == edit.b.of(b)


texts = st.text(alphabet="专利標准標準视频的了，。；、1２34〇二十万件%－—… \n\u3000ＡａA𠮷“”「」《》（）", max_size=150)
lenses = st.frozensets(st.sampled_from(LENSES))


@settings(deadline=None, max_examples=300)
@given(texts, texts, lenses, st.booleans())
def test_nothing_is_lost_and_nothing_shown_twice(a: str, b: str, active: frozenset[Lens], anyway: bool) -> None:
    passages = compare(a, b, DiffOptions(active, anyway=anyway))
    assert_lossless(passages, a, b)
    folding = Folding(active)
    for passage in passages:
        for edit in passage.edits:
            if edit.lenses:
                assert set(edit.lenses) <= active
                assert folding.needed(edit.a.of(a), edit.b.of(b)) == edit.lenses


def test_a_line_of_many_characters_is_compared_word_by_word() -> None:
    pick = random.Random(7)
    characters = [pick.choice("水渠塔路灯修村镇年度检收割稻谷渡船码头学校") for _ in range(100_000)]
    edited = list(characters)
    for _ in range(200):
        edited[pick.randrange(len(edited))] = "𠮷"
    a, b = "".join(characters), "".join(edited)
    passages = compare(a, b)
    assert_lossless(passages, a, b)
    assert [(passage.relation, passage.limited) for passage in passages] == [("edited", False)]
    assert passages[0].score > 0.98


def test_a_comparison_can_be_stopped_while_one_long_pair_is_compared() -> None:
    a, b = "水渠塔路灯" * 8000, "渠塔路灯水" * 7990 + "岸"
    calls = 0

    def progress(stage: str, done: float) -> None:
        nonlocal calls
        calls += done == 0.75
        if calls > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        diff_passages(plain(a), plain(b), Alignment(()), progress=progress)


@settings(deadline=None)
@given(texts)
def test_a_text_against_itself_differs_nowhere(text: str) -> None:
    assert {passage.relation for passage in compare(text, text)} <= {"same"}


@settings(deadline=None)
@given(texts, texts)
def test_swapping_sides_pairs_the_same_passages_when_nothing_is_ambiguous(a: str, b: str) -> None:
    there = Counter(p.relation for p in compare(a, b) if p.relation in ("same", "moved"))
    back = Counter(p.relation for p in compare(b, a) if p.relation in ("same", "moved"))
    assert sum(there.values()) == sum(back.values())


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("全年巡诊7321次，覆盖山区。", "全年巡诊1.4万次，覆盖山区。", "全年巡诊[-7321-]{+1.4万+}次，覆盖山区。"),
        ("渡船每日六班往返两岸。", "渡船每日十班往返两岸。", "渡船每日[-六班-]{+十班+}往返两岸。"),
        ("他们在村口修建了水塔。", "他们在村口修建了一座水塔。", "他们在村口修建了{+一座+}水塔。"),
        ("茶园面积扩大，产量稳定。", "茶园面积扩大、产量稳定。", "茶园面积扩大[-，-]{+、+}产量稳定。"),
    ],
)
def test_a_small_change_is_marked_as_an_editor_would(old: str, new: str, wanted: str) -> None:
    assert marked(old, new) == [wanted]


def test_white_space_alone_is_no_difference_but_is_told() -> None:
    passage = compare("可灵 AI 已经上线。", "可灵AI已经上线。")[0]
    assert passage.relation == "same"
    assert any(edit.ignored for edit in passage.edits)


def test_a_moved_sentence_is_moved_and_the_rest_stays() -> None:
    a = "渡船每日六班。\n茶园扩建完成。\n图书车进山了。\n老窑重新点火。"
    b = "茶园扩建完成。\n图书车进山了。\n老窑重新点火。\n渡船每日六班。"
    assert Counter(passage.relation for passage in compare(a, b)) == {"same": 3, "moved": 1}


def test_a_moved_and_edited_sentence_is_diffed_in_place() -> None:
    a = "渡船每日六班，往返于南岸与北岸之间。\n茶园扩建完成了第一期。\n图书车今年开进山里。"
    b = "茶园扩建完成了第一期。\n图书车今年开进山里。\n渡船每日十班，往返于南岸与北岸之间。"
    moved = [passage for passage in compare(a, b) if passage.relation == "moved-edited"]
    assert [mark(passage, a, b) for passage in moved] == ["渡船每日[-六班-]{+十班+}，往返于南岸与北岸之间。"]


def test_a_total_rewrite_inside_counterparts_is_shown_whole(edition_of: Callable[..., Edition]) -> None:
    a = edition_of("# 书\n\n## 渡口\n\n渡口的木船由三位船匠养护，太阳能路灯照亮候船棚，老人免费。\n", "a.md")
    b = edition_of("# 书\n\n## 渡口\n\n老人乘坐木船不收费，夜里候船棚亮着太阳能路灯，船匠三人轮流值守检修。\n", "b.md")
    alignment = align_sections(a, b)
    passages = diff_passages(a, b, alignment)
    assert_lossless(passages, a.text, b.text)
    rewritten = [passage for passage in passages if passage.rewritten]
    assert len(rewritten) == 1
    assert [edit.op for edit in rewritten[0].edits] == ["replace"]


def test_a_pair_too_large_says_so_and_can_be_compared_anyway(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kwaicompare.diff.script._TABLE", 4)
    a, b = "村口水塔水塔路灯路灯都修好了。", "村口路灯路灯水塔水塔都修好了。"
    passage = compare(a, b)[0]
    assert passage.limited
    assert_lossless([passage], a, b)
    again = diff_pair(plain(a), plain(b), passage, DiffOptions(anyway=True))
    assert not again.limited
    assert_lossless([again], a, b)
    assert len(again.edits) > 1


def test_a_rewritten_pair_can_be_diffed_anyway() -> None:
    a, b = "渡口的木船由三位船匠养护，夜里有灯。", "渡口老人乘木船不收费，码头增设通道。"
    rewritten = Passage(Span(0, len(a)), Span(0, len(b)), "edited", 0.0, (whole := diff_pair_edit(a, b),), True)
    again = diff_pair(plain(a), plain(b), rewritten, DiffOptions(anyway=True))
    assert not again.rewritten
    assert again.edits != (whole,)
    assert diff_pair(plain(a), plain(b), again, DiffOptions(honest=0.9)).rewritten


def diff_pair_edit(a: str, b: str) -> Edit:
    return Edit("replace", Span(0, len(a)), Span(0, len(b)))


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("水塔修好了，路灯也亮了。", "水塔修好了。路灯也亮了。", "水塔修好了[-，-]{+。+}路灯也亮了。"),
        ("烘干房扩建了。今年茶叶好卖。", "烘干房扩建了，今年茶叶好卖。", "烘干房扩建了[-。-]{+，+}今年茶叶好卖。"),
    ],
)  # fmt: skip
def test_one_sentence_stands_beside_the_two_it_became(old: str, new: str, wanted: str) -> None:
    assert marked(old, new) == [wanted]
    assert_lossless(compare(old, new), old, new)


def test_a_sentence_of_its_own_is_not_joined_to_its_neighbour() -> None:
    old, new = "水塔修好了。茶园扩建完成。", "水塔修好了，夜里亮灯。茶园扩建完成。渡船每日六班。"
    assert marked(old, new)[-1] == "{+渡船每日六班。+}"


def test_what_counterparts_have_alone_stands_together(edition_of: Callable[..., Edition]) -> None:
    a = edition_of("# 书\n\n## 渡口\n\n木船由船匠养护。\n\n## 陶艺\n\n老窑的青釉碎纹。\n", "a.md")
    b = edition_of("# 书\n\n## 渡口\n\n夜里候船棚亮灯。\n\n## 滑雪\n\n雪道首次开放了。\n", "b.md")
    passages = diff_passages(a, b, align_sections(a, b))
    shown = [(p.a or p.b).of((a if p.a else b).text) for p in passages]  # type: ignore[union-attr]
    first = ["# 书", "## 渡口", "木船由船匠养护。", "夜里候船棚亮灯。", "## 滑雪", "雪道首次开放了。"]
    assert shown == [*first, "## 陶艺", "老窑的青釉碎纹。"]

"""Passages side by side: nothing lost, nothing twice, edits that rebuild, and marks an editor would make."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwaicompare.align.sections import align_sections
from kwaicompare.diff.passages import diff_passages
from kwaicompare.model.alignment import Alignment
from kwaicompare.model.comparison import Edition
from kwaicompare.model.edit import Passage
from tests.diff.editions import compare, mark, marked, plain


def assert_lossless(passages: Sequence[Passage], a: str, b: str) -> None:
    for text, side in ((a, "a"), (b, "b")):
        seen = Counter(i for p in passages if (span := getattr(p, side)) for i in range(span.start, span.end))
        assert all(seen[i] == 1 for i, character in enumerate(text) if not character.isspace())
        assert max(seen.values(), default=0) <= 1
    for passage in passages:
        for edit in passage.edits:
            assert edit.op != "equal" or edit.ignored or edit.a.of(a) == edit.b.of(b)


texts = st.text(alphabet="专利标准视频的了，。；1234万件 \nＡａ𠮷“”", max_size=150)


@settings(deadline=None)
@given(texts, texts)
def test_nothing_is_lost_and_nothing_shown_twice(a: str, b: str) -> None:
    assert_lossless(compare(a, b), a, b)


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


def test_a_pair_too_large_for_a_word_diff_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kwaicompare.diff.script._TABLE", 4)
    a, b = "开头甲乙丙丁戊己庚辛结尾相同的话。", "开头子丑寅卯辰巳午未结尾相同的话。"
    words_a, words_b = plain(a), plain(b)
    passages = diff_passages(words_a, replace(words_b), Alignment(()))
    assert any(passage.limited for passage in passages) or len(passages) == 2
    assert_lossless(passages, a, b)


def test_what_counterparts_have_alone_stands_together(edition_of: Callable[..., Edition]) -> None:
    a = edition_of("# 书\n\n## 渡口\n\n木船由船匠养护。\n\n## 陶艺\n\n老窑的青釉碎纹。\n", "a.md")
    b = edition_of("# 书\n\n## 渡口\n\n夜里候船棚亮灯。\n\n## 滑雪\n\n雪道首次开放了。\n", "b.md")
    passages = diff_passages(a, b, align_sections(a, b))
    shown = [(p.a or p.b).of((a if p.a else b).text) for p in passages]  # type: ignore[union-attr]
    first = ["# 书", "## 渡口", "木船由船匠养护。", "夜里候船棚亮灯。", "## 滑雪", "雪道首次开放了。"]
    assert shown == [*first, "## 陶艺", "老窑的青釉碎纹。"]

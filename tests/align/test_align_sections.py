"""Sections find their counterparts: unchanged, moved, split, merged, rewritten, renumbered, pinned."""

from collections.abc import Callable

import pytest

from kwaicompare.align.evidence import own_spans, profiles
from kwaicompare.align.options import AlignOptions
from kwaicompare.align.scores import with_context
from kwaicompare.align.sections import align_sections
from kwaicompare.model.alignment import Alignment, Pin
from kwaicompare.model.comparison import Edition

CHAPTERS = {
    "养蜂": "合作社今年新增蜂箱三百只，槐花蜜产量创下纪录，蜂农学会了用温度计观察蜂巢，冬季损失明显减少。",
    "渡口": "渡口改造完成后，客运班次由每日六班增至十班，老人乘船免费，候船棚加装了太阳能路灯与遮雨帘。",
    "图书": "流动图书车开进了山区小学，借阅登记全部电子化，最受欢迎的是天文画册和家乡河流的手绘地图。",
    "陶艺": "陶艺作坊恢复了古法柴窑，学徒们记录每一窑的火候曲线，青釉碎纹的成品率提高到一半以上。",
    "气象": "自动气象站覆盖全部乡镇，暴雨预警提前两小时送达，山洪监测传感器每十分钟回传一次水位。",
}


def paper(names: list[str], bodies: dict[str, str] | None = None) -> str:
    bodies = bodies or CHAPTERS
    return "# 年度报告\n\n" + "\n\n".join(f"## {name}\n\n{bodies[name]}" for name in names) + "\n"


def names(a: Edition, b: Edition, alignment: Alignment) -> set[tuple[str, str]]:
    left, right = a.outline.by_id(), b.outline.by_id()
    return {(left[link.a].title, right[link.b].title) for link in alignment.pairs}


@pytest.fixture
def old(edition_of: Callable[..., Edition]) -> Edition:
    return edition_of(paper(list(CHAPTERS)), "old.md")


def test_a_file_against_itself_is_the_same_throughout(old: Edition) -> None:
    alignment = align_sections(old, old)
    assert {(link.a, link.b) for link in alignment.pairs} == {(s.id, s.id) for s in old.sections}
    assert {(link.relation, link.moved) for link in alignment.pairs} == {("same", False)}
    assert (alignment.dropped, alignment.new) == ((), ())


def test_shuffled_sections_come_back_as_moved(old: Edition, edition_of: Callable[..., Edition]) -> None:
    new = edition_of(paper(["气象", "陶艺", "养蜂", "渡口", "图书"]), "new.md")
    alignment = align_sections(old, new)
    assert names(old, new, alignment) == {(name, name) for name in CHAPTERS}
    moved = {old.outline.by_id()[link.a].title for link in alignment.pairs if link.moved}
    assert moved == {"陶艺", "气象"}


def test_swapping_sides_mirrors_the_result(old: Edition, edition_of: Callable[..., Edition]) -> None:
    bodies = CHAPTERS | {"渡口": "渡口的班次增加到十班，老人免费乘船，新装了太阳能路灯。"}
    new = edition_of(paper(["图书", "渡口", "气象", "养蜂"], bodies), "new.md")
    there, back = align_sections(old, new), align_sections(new, old)
    assert {(link.a, link.b) for link in there.pairs} == {(link.b, link.a) for link in back.pairs}
    assert (there.dropped, there.new) == (back.new, back.dropped)


def test_dropped_and_new_sections_are_named(old: Edition, edition_of: Callable[..., Edition]) -> None:
    bodies = CHAPTERS | {"滑雪": "滑雪场的造雪机改用回收雨水，夜间雪道首次开放，救护队配备了雪地摩托。"}
    new = edition_of(paper(["养蜂", "滑雪", "渡口", "图书", "气象"], bodies), "new.md")
    alignment = align_sections(old, new)
    assert [old.outline.by_id()[name].title for name in alignment.dropped] == ["陶艺"]
    assert [new.outline.by_id()[name].title for name in alignment.new] == ["滑雪"]


def test_a_section_split_in_two_comes_back_as_a_split(edition_of: Callable[..., Edition]) -> None:
    bodies = dict(CHAPTERS)
    bodies["渡口"] += "码头旁的修船厂保留了木船榫卯手艺，三位船匠收徒十二人，每年修复旧船八条，并为渔家子弟开办绘图课。"
    halves = bodies | {"渡口客运": CHAPTERS["渡口"], "木船修造": bodies["渡口"][len(CHAPTERS["渡口"]) :]}
    a = edition_of(paper(["养蜂", "渡口", "图书"], bodies), "old.md")
    b = edition_of(paper(["养蜂", "渡口客运", "木船修造", "图书"], halves), "new.md")
    assert {("渡口", "渡口客运"), ("渡口", "木船修造")} <= names(a, b, align_sections(a, b))


def test_a_rewritten_section_is_found_by_its_rare_words(old: Edition, edition_of: Callable[..., Edition]) -> None:
    bodies = CHAPTERS | {"山洪监测": "传感器组成的网络盯紧每条沟谷，暴雨来临前两小时，乡镇喇叭便会响起预警。"}
    new = edition_of(paper(["养蜂", "渡口", "图书", "陶艺", "山洪监测"], bodies), "new.md")
    alignment = align_sections(old, new)
    assert ("气象", "山洪监测") in names(old, new, alignment)
    link = next(link for link in alignment.pairs if old.outline.by_id()[link.a].title == "气象")
    assert link.relation == "rewritten"
    assert {"暴雨", "预警"} & {term for reason in link.why for term in reason.shared}


def test_pins_are_honoured_exactly(old: Edition) -> None:
    ids = {section.title: section.id for section in old.sections}
    pins = (
        Pin(ids["养蜂"], ids["陶艺"]),
        Pin(ids["渡口"], ids["渡口"], linked=False),
        Pin(ids["图书"], None),
    )
    alignment = align_sections(old, old, pins)
    pairs = {(link.a, link.b) for link in alignment.pairs}
    assert (ids["养蜂"], ids["陶艺"]) in pairs
    assert (ids["渡口"], ids["渡口"]) not in pairs
    assert not any(link.a == ids["图书"] for link in alignment.pairs)
    assert ids["图书"] in alignment.dropped


def test_texts_without_headings_align_nothing_and_lose_nothing(edition_of: Callable[..., Edition]) -> None:
    a, b = edition_of("没有标题的一段话。", "a.md"), edition_of("另一段话。", "b.md")
    alignment = align_sections(a, b)
    assert alignment.pairs == ()


def test_own_spans_leave_out_the_subsections(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of("# 书\n\n## 甲\n\n引子。\n\n### 乙\n\n正文。\n\n## 丙\n\n末章。\n")
    texts = [span.of(edition.text).split() for span in own_spans(edition.sections)]
    assert texts == [["##", "甲", "引子。"], ["###", "乙", "正文。"], ["##", "丙", "末章。"]]


def test_a_chapter_around_a_section_helps_to_find_it(edition_of: Callable[..., Edition]) -> None:
    herbs = "药圃里种着黄芩与柴胡，采收后在竹匾上晾晒。"
    looms = "织机旁堆着苎麻与蚕丝，染缸里泡着靛蓝。"
    short = "学徒三年出师，今年又来了两位新人。"
    rest = [("船坞", "船坞里停着刚刷过桐油的木船。"), ("磨坊", "磨坊的石碾由水轮带动。")]
    tail = "\n\n".join(f"## {name}\n\n{body}" for name, body in rest)
    old = f"# 志\n\n## 药圃\n\n{herbs}\n\n### 传习\n\n{short}\n\n## 织坊\n\n{looms}\n\n{tail}\n"
    text = "学徒出师需要三年。"
    new = (
        f"# 志\n\n## 织造\n\n{looms}\n\n### 师徒甲\n\n{text}\n\n## 药材\n\n{herbs}\n\n### 师徒乙\n\n{text}\n\n{tail}\n"
    )
    a, b = edition_of(old, "old.md"), edition_of(new, "new.md")
    found = names(a, b, align_sections(a, b))
    assert ("传习", "师徒乙") in found
    assert ("传习", "师徒甲") not in found


def test_a_section_that_sums_up_the_others_does_not_take_their_place(edition_of: Callable[..., Edition]) -> None:
    summary = "本年养蜂、渡口、图书、陶艺、气象各有进展：蜂箱、班次、借阅、柴窑、预警都有新气象。"
    bodies = CHAPTERS | {"综述": summary, "柴窑": "柴窑的火候曲线记录在册，青釉成品率过半。"}
    a = edition_of(paper(list(CHAPTERS)), "old.md")
    b = edition_of(paper(["综述", "养蜂", "渡口", "图书", "柴窑", "气象"], bodies), "new.md")
    found = names(a, b, align_sections(a, b))
    assert ("陶艺", "柴窑") in found
    assert not any(right == "综述" for _, right in found)


def test_texts_of_different_matters_share_no_section(old: Edition, edition_of: Callable[..., Edition]) -> None:
    bodies = {
        "关税": "进口零件的税率按原产地分级，申报单须附发票与装箱清单。",
        "仲裁": "争议提交仲裁庭，由三名仲裁员合议，裁决为终局。",
        "专利": "发明人应当在申请日之前保密，审查员检索在先文献。",
    }
    other = edition_of(paper(list(bodies), bodies), "other.md")
    alignment = align_sections(old, other)
    assert alignment.pairs == ()
    assert len(alignment.dropped) == len(CHAPTERS)
    assert len(alignment.new) == len(bodies)


def test_links_say_what_stands_around_them(edition_of: Callable[..., Edition]) -> None:
    text = "# 报告\n\n## 前言\n\n今年的工作如下。\n\n" + paper(list(CHAPTERS)).split("\n\n", 1)[1]
    edition = edition_of(text, "same.md")
    kinds = {
        edition.outline.by_id()[link.a].title: {reason.kind for reason in link.why}
        for link in align_sections(edition, edition).pairs
    }
    assert {"role", "heading", "neighbours"} <= kinds["前言"]
    assert "neighbours" in kinds["渡口"]
    assert "role" not in kinds["渡口"]


def test_a_link_by_hand_speaks_for_what_stands_around_it(edition_of: Callable[..., Edition]) -> None:
    left = edition_of("# 甲\n\n## 库区\n\n泥沙淤积。\n\n## 堤岸\n\n石料由船队运来，冬季施工，验收合格。\n", "l.md")
    right = edition_of("# 甲\n\n## 水面\n\n网箱拆除。\n\n## 护坡\n\n石料改走公路，春季施工。\n", "r.md")
    without = align_sections(left, right)
    ids = [{section.title: section.id for section in edition.sections} for edition in (left, right)]
    pair = ids[0]["堤岸"], ids[1]["护坡"]
    beside = Pin(ids[0]["库区"], ids[1]["水面"])
    pinned = align_sections(left, right, (beside,))

    def score(alignment: Alignment) -> float:
        return next(link.score for link in (*alignment.pairs, *alignment.related) if (link.a, link.b) == pair)

    assert score(pinned) > score(without)
    link = next(link for link in pinned.pairs if (link.a, link.b) == pair)
    assert "neighbours" in {reason.kind for reason in link.why}


def test_a_section_ruled_out_leaves_its_place_to_the_next_best(
    old: Edition, edition_of: Callable[..., Edition]
) -> None:
    new = edition_of(paper(["养蜂", "渡口", "陶艺"]).replace("## 渡口", "## 码头"), "n.md")
    found = align_sections(old, new)
    a, b = next((link.a, link.b) for link in found.pairs if new.outline.by_id()[link.b].title == "码头")
    apart = align_sections(old, new, (Pin(a, b, linked=False),))
    assert (a, b) not in {(link.a, link.b) for link in (*apart.pairs, *apart.related)}
    assert a in apart.dropped
    assert b in apart.new


def test_among_many_sections_what_kept_its_words_is_found_and_a_split_is_still_a_split(
    edition_of: Callable[..., Edition],
) -> None:
    def body(at: int) -> list[str]:
        return [
            f"第{at}号塘{word}{at * 7 + step}尾，塘主{at}逐日登记水温{step}度。"
            for step, word in enumerate("鲤鲫草鲢鳙青鳊鳜")
        ]

    def written(parts: list[tuple[str, list[str]]], name: str) -> Edition:
        return edition_of(
            "# 塘册\n\n" + "\n\n".join(f"## {title}\n\n{''.join(text)}" for title, text in parts) + "\n", name
        )

    many = AlignOptions().many // 2 + 5
    old = [(f"塘{at}", body(at)) for at in range(many)]
    cut = many // 2
    new = [*old[cut + 1 :], *old[:cut], ("上塘", body(cut)[:4]), ("下塘", body(cut)[4:])]
    a, b = written(old, "a.md"), written(new, "b.md")
    found = names(a, b, align_sections(a, b))
    assert {(title, title) for title, _ in old if title != f"塘{cut}"} <= found
    assert {(f"塘{cut}", "上塘"), (f"塘{cut}", "下塘")} <= found


def test_what_stands_below_and_above_speaks_for_a_pair(edition_of: Callable[..., Edition]) -> None:
    text = "# 甲\n\n## 工程\n\n概况。\n\n### 库区\n\n清淤三千方。\n\n## 人员\n\n三十人。\n\n### 船工\n\n十二人。\n"
    own, other = profiles(edition_of(text, "l.md")), profiles(edition_of(text, "r.md"))
    alone = {(0, 0): 0.3, (3, 3): 0.4}
    assert with_context(own, other, alone, 0.15)[3, 3] == 0.4
    below = with_context(own, other, alone | {(1, 1): 0.6}, 0.15)
    assert below[0, 0] > with_context(own, other, alone, 0.15)[0, 0]
    linked = with_context(own, other, alone, 0.15, frozenset({(2, 2)}))
    assert linked[3, 3] > 0.4

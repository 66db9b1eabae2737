"""Decisions about sections: taken on a comparison, found again in changed texts, lost visibly."""

from collections.abc import Callable

import pytest

from kwaicompare.align.pins import link, pin_absent, pins_of, release, unlink
from kwaicompare.compare import CompareOptions, compare_editions
from kwaicompare.model.alignment import Pin
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.review import NO_REVIEW, Review

OLD = """# 河湾年报

## 渡口

渡船每日六班往返两岸，旅客以乡民为主。

## 蜂场

蜂场三处，在册蜂农四十人，产蜜十二吨。

## 灯塔

灯塔在北岸，由守塔人看护，夜夜亮灯。
"""
NEW = """# 河湾年报

## 水上往来

渡船每日十班往返两岸，旅客以游人为主。

## 养蜂

蜂场五处，在册蜂农六十人，产蜜二十吨。

## 夜航

北岸灯塔改为自动亮灯，守塔人转岗。

## 茶园

茶园新辟二百亩，明年开采。
"""


@pytest.fixture
def editions(edition_of: Callable[..., Edition]) -> tuple[Edition, Edition]:
    return edition_of(OLD, "a.md"), edition_of(NEW, "b.md")


def compared(editions: tuple[Edition, Edition], review: Review = NO_REVIEW) -> Comparison:
    return compare_editions(*editions, CompareOptions(review=review))


def linked(comparison: Comparison) -> set[tuple[str, str]]:
    titles = [{section.id: section.title for section in each.sections} for each in (comparison.a, comparison.b)]
    return {(titles[0][link.a], titles[1][link.b]) for link in comparison.alignment.pairs}


def named(edition: Edition, title: str) -> str:
    return next(section.id for section in edition.sections if section.title == title)


def test_a_link_by_hand_takes_the_place_of_what_was_found(editions) -> None:
    before = compared(editions)
    assert ("渡口", "水上往来") in linked(before)
    a, b = named(before.a, "渡口"), named(before.b, "茶园")
    instead = compared(editions, link(NO_REVIEW, before, a, b))
    assert ("渡口", "茶园") in linked(instead)
    assert ("渡口", "水上往来") not in linked(instead)
    beside = compared(editions, link(NO_REVIEW, before, a, b, further=True))
    assert {("渡口", "茶园"), ("渡口", "水上往来")} <= linked(beside)


def test_an_unlinked_pair_stays_apart_until_it_is_released(editions) -> None:
    before = compared(editions)
    a, b = named(before.a, "蜂场"), named(before.b, "养蜂")
    review = unlink(NO_REVIEW, before, a, b)
    apart = compared(editions, review)
    assert ("蜂场", "养蜂") not in linked(apart)
    assert release(review, apart, {(a, b)}) == NO_REVIEW


def test_a_section_pinned_as_absent_has_no_counterpart(editions) -> None:
    before = compared(editions)
    a = named(before.a, "灯塔")
    review = link(NO_REVIEW, before, a, named(before.b, "茶园"))
    review = pin_absent(review, compared(editions, review), a, None)
    comparison = compared(editions, review)
    assert a in comparison.alignment.dropped
    assert Pin(a, None) in comparison.alignment.pins
    assert not any(pin.linked and pin.a == a and pin.b for pin in comparison.alignment.pins)


def test_decisions_survive_another_draft(editions, edition_of) -> None:
    before = compared(editions)
    review = link(NO_REVIEW, before, named(before.a, "渡口"), named(before.b, "茶园"))
    draft = NEW.replace("## 茶园", "## 集市\n\n集市每旬一次。\n\n## 山上茶园").replace("二百亩", "三百亩")
    later = edition_of(draft, "c.md")
    comparison = compared((editions[0], later), review)
    assert ("渡口", "山上茶园") in linked(comparison)
    assert comparison.lost == ()


def test_a_decision_whose_section_is_gone_is_reported_and_kept(editions, edition_of) -> None:
    before = compared(editions)
    review = link(NO_REVIEW, before, named(before.a, "渡口"), named(before.b, "茶园"), further=True)
    later = edition_of(NEW[: NEW.index("## 茶园")], "c.md")
    comparison = compared((editions[0], later), review)
    assert comparison.lost == review.sections
    assert comparison.alignment.pins == ()


def test_swapped_editions_take_the_mirrored_review(editions) -> None:
    before = compared(editions)
    review = link(NO_REVIEW, before, named(before.a, "渡口"), named(before.b, "茶园"))
    pins, _ = pins_of(review.sections, *editions)
    swapped, _ = pins_of(review.mirrored().sections, editions[1], editions[0])
    assert [(pin.b, pin.a, pin.linked) for pin in swapped] == [(pin.a, pin.b, pin.linked) for pin in pins]

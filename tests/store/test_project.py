"""Reviews are kept per pair, whichever document is named first, a file that cannot be used is left alone."""

import sqlite3
from pathlib import Path

import pytest

from kwaicompare.errors import BadReview
from kwaicompare.model.decision import (
    Anchor,
    FigureDecision,
    HeadingDecision,
    Opinion,
    PairingDecision,
    SectionDecision,
)
from kwaicompare.model.keyword import WordRule
from kwaicompare.model.review import NO_REVIEW, Review
from kwaicompare.store.project import Pair, ProjectStore

REVIEW = Review(
    sections=(
        SectionDecision(Anchor("渡口", "前文\n", "\n后文", 3), Anchor("码头", start=9)),
        SectionDecision(Anchor("𠮷野渡"), None),
        SectionDecision(Anchor("渡口"), Anchor("灯塔"), linked=False),
    ),
    headings=(HeadingDecision("a", Anchor("一、总述"), 2), HeadingDecision("b", Anchor("注："), None)),
    figures=(FigureDecision("b", Anchor("六班"), "每日班次"), FigureDecision("a", Anchor("三层"), None)),
    pairings=(
        PairingDecision(Anchor("六班"), Anchor("十班"), "comparable"),
        PairingDecision(Anchor("三处"), Anchor("三座"), "apart"),
    ),
    words=(WordRule(("夜航专线",)), WordRule(("客", "流"))),
    stop_words=("渡口",),
    counted=("我们",),
    opinions=(
        Opinion("change", Anchor("六班"), Anchor("十班"), "returned", "核对年报", "0a1b"),
        Opinion("section", None, Anchor("灯塔"), note="补一句"),
    ),
)


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    store = ProjectStore(tmp_path / "data" / "reviews.sqlite")
    assert store.load(Pair("旧", "新")) == NO_REVIEW
    assert not (tmp_path / "data").exists()
    store.save(Pair("旧", "新"), REVIEW)
    store.save(Pair("旧", "别"), NO_REVIEW)
    assert store.load(Pair("旧", "新")) == REVIEW
    assert store.load(Pair("旧", "别")) == NO_REVIEW
    store.save(Pair("旧", "新"), NO_REVIEW)
    assert store.load(Pair("旧", "新")) == NO_REVIEW


def test_the_pair_may_be_named_the_other_way_round(tmp_path: Path) -> None:
    store = ProjectStore(tmp_path / "reviews.sqlite")
    store.save(Pair("b", "a"), REVIEW)
    assert store.load(Pair("a", "b")) == REVIEW.mirrored()
    assert store.load(Pair("b", "a")) == REVIEW
    assert REVIEW.mirrored().mirrored() == REVIEW


@pytest.mark.parametrize("content", [b"no database at all, but a text that is long enough", b"SQLite format 3\0broken"])
def test_a_broken_file_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "reviews.sqlite"
    file.write_bytes(content)
    for use in (
        lambda: ProjectStore(file).load(Pair("a", "b")),
        lambda: ProjectStore(file).save(Pair("a", "b"), REVIEW),
    ):
        with pytest.raises(BadReview) as trouble:
            use()
        assert trouble.value.path == str(file)
    assert file.read_bytes() == content


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "reviews.sqlite"
    ProjectStore(file).save(Pair("a", "b"), REVIEW)
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(BadReview, match="newer"):
        ProjectStore(file).save(Pair("a", "b"), NO_REVIEW)


def test_a_review_of_another_shape_is_told(tmp_path: Path) -> None:
    file = tmp_path / "reviews.sqlite"
    ProjectStore(file).save(Pair("a", "b"), REVIEW)
    with sqlite3.connect(file) as connection:
        connection.execute('UPDATE review SET content = \'{"sections": [{"a": 3}]}\'')
    connection.close()
    with pytest.raises(BadReview):
        ProjectStore(file).load(Pair("a", "b"))

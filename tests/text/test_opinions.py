"""Opinions stay with what they were given on, and are open again where its text is another."""

import pytest

from kwaicompare.model.decision import ReviewStatus, Subject
from kwaicompare.model.review import NO_REVIEW, Review
from kwaicompare.model.span import Span
from kwaicompare.model.standings import Standings, Target
from kwaicompare.text.opinions import attach, opine, standings, withdraw

OLD = "# 年报\n\n## 渡口\n\n渡船每日六班。去年接待旅客7321人次。\n\n## 蜂场\n\n蜂农四十人，蜂场三处。\n"
NEW = "# 年报\n\n## 渡口\n\n渡船每日十班。去年接待旅客1.4万人次。\n\n## 灯塔\n\n灯塔已经修好。\n"
SENTENCE = ("渡船每日六班。", "渡船每日十班。")


def place(text: str, quote: str) -> Span | None:
    start = text.find(quote) if quote else -1
    return Span(start, start + len(quote)) if start >= 0 else None


@pytest.fixture
def drafts(edition_of):
    return lambda old=OLD, new=NEW: (edition_of(old, "a.md"), edition_of(new, "b.md"))


def given(
    review: Review, drafts, subject: Subject, quotes: tuple[str, str], status: ReviewStatus | None, note: str | None
) -> Review:
    a, b = drafts()
    return opine(review, Target(subject, place(OLD, quotes[0]), place(NEW, quotes[1])), a, b, status, note)


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        (OLD, NEW, "holds"),
        ("# 序\n\n一段新的话。\n\n" + OLD, NEW.replace("灯塔已经修好", "灯塔拆了"), "holds"),
        (OLD, NEW.replace("十班", "十二班"), "changed"),
        (OLD, "# 山路\n\n山路通车。\n", "lost"),
    ],
)
def test_an_opinion_holds_until_its_text_changes(drafts, old: str, new: str, state: str) -> None:
    review = given(NO_REVIEW, drafts, "change", SENTENCE, "passed", "核对过")
    (standing,) = standings(review.opinions, *drafts(old, new))
    assert (standing.state, standing.opinion.note) == (state, "核对过")
    assert standing.status == ("passed" if state == "holds" else "open")


def test_a_section_is_judged_with_all_that_stands_in_it(drafts) -> None:
    review = given(NO_REVIEW, drafts, "section", ("渡口", "渡口"), "passed", None)
    for change, state in ((("", ""), "holds"), (("1.4万", "1.5万"), "changed"), (("修好", "拆了"), "holds")):
        (standing,) = standings(review.opinions, *drafts(new=NEW.replace(*change)))
        assert standing.state == state


def test_the_last_word_counts_and_silence_is_no_opinion(drafts) -> None:
    review = given(NO_REVIEW, drafts, "change", SENTENCE, "returned", None)
    review = given(review, drafts, "change", SENTENCE, None, " 数字待查 ")
    assert [(each.status, each.note) for each in review.opinions] == [("returned", "数字待查")]
    review = given(review, drafts, "change", ("", "灯塔已经修好。"), "doubtful", None)
    assert len(review.opinions) == 2
    review = given(review, drafts, "change", SENTENCE, "open", "")
    assert [each.status for each in review.opinions] == ["doubtful"]
    assert withdraw(review, review.opinions[0]) == NO_REVIEW


def test_what_was_judged_before_is_open_after_another_word(drafts) -> None:
    review = given(NO_REVIEW, drafts, "change", SENTENCE, "passed", "好")
    a, b = drafts(new=NEW.replace("十班", "十二班"))
    target = Target("change", place(a.text, SENTENCE[0]), place(b.text, "渡船每日十二班。"))
    again = opine(review, target, a, b, note="再看", known=Standings(standings(review.opinions, a, b)).of(target))
    assert [(each.status, each.note) for each in again.opinions] == [("open", "再看")]


def test_a_lost_opinion_is_kept_and_can_be_given_another_place(drafts) -> None:
    review = given(NO_REVIEW, drafts, "change", ("", "灯塔已经修好。"), "returned", "请补日期")
    a, b = drafts(new="# 渡口\n\n渡船每日十班。\n")
    (lost,) = standings(review.opinions, a, b)
    assert lost.state == "lost"
    target = Target("change", place(a.text, SENTENCE[0]), place(b.text, SENTENCE[1]))
    moved = attach(review, lost.opinion, target, a, b)
    (found,) = standings(moved.opinions, a, b)
    assert (found.state, found.status, found.opinion.note) == ("holds", "open", "请补日期")


def test_exchanging_the_editions_exchanges_the_places(drafts) -> None:
    review = given(NO_REVIEW, drafts, "change", SENTENCE, "passed", None)
    a, b = drafts()
    (standing,) = standings(review.mirrored().opinions, b, a)
    assert (standing.state, standing.places) == ("holds", (place(NEW, SENTENCE[1]), place(OLD, SENTENCE[0])))
    assert review.deciding == NO_REVIEW


def test_a_section_that_changed_is_open_when_only_its_note_is_written(drafts) -> None:
    review = given(NO_REVIEW, drafts, "section", ("渡口", "渡口"), "passed", None)
    a, b = drafts(new=NEW.replace("1.4万", "1.5万"))
    target = Target("section", place(a.text, "渡口"), place(b.text, "渡口"))
    again = opine(review, target, a, b, note="再看", known=Standings(standings(review.opinions, a, b)).of(target))
    assert [(each.status, each.note) for each in again.opinions] == [("open", "再看")]

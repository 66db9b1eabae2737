"""What the editor decides of figures: renamed, taken out, paired, parted, and found again in the next draft."""

from collections.abc import Callable

from kwaicompare.metrics.changes import compare_metrics
from kwaicompare.metrics.decided import correct_figures, release, rename, rule, rulings_of
from kwaicompare.model.alignment import Alignment, Link
from kwaicompare.model.comparison import Edition
from kwaicompare.model.metric import Ledger, Mention
from kwaicompare.model.review import NO_REVIEW, Review

Make = Callable[..., Edition]
OLD = "馆藏\n该馆登记瓷器7321件，接待学生团体40个，另有长廊30米。\n"
NEW = "馆藏\n登记瓷器总数8000件，研学团队接待量达95个，长廊30米照旧。\n"
_LINKED = Alignment((Link("1", "1", 0.8, "rewritten"),))


def pair(edition: Make, old: str = OLD, new: str = NEW) -> tuple[Edition, Edition]:
    return edition(old, ("1", "馆藏")), edition(new, ("1", "馆藏"))


def figure(edition: Edition, quote: str) -> Mention:
    return next(each for each in edition.mentions if each.quote == quote)


def decided(review: Review, a: Edition, b: Edition) -> Ledger:
    a, b, lost = correct_figures(a, b, review.figures)
    rulings, unfound = rulings_of(review.pairings, a, b)
    assert (lost, unfound) == ((), ())
    return compare_metrics(a, b, _LINKED, rulings)


def quotes(ledger: Ledger) -> set[tuple[str, str]]:
    return {(delta.a.quote, delta.b.quote) for delta in ledger.deltas}


def test_two_figures_are_paired_and_parted_by_hand(edition: Make) -> None:
    a, b = pair(edition)
    found = quotes(decided(NO_REVIEW, a, b))
    assert ("7321件", "8000件") in found
    review = rule(NO_REVIEW, a, b, figure(a, "7321件"), figure(b, "8000件"), "apart")
    review = rule(review, a, b, figure(a, "40个"), figure(b, "95个"), "paired")
    ledger = decided(review, a, b)
    assert ("7321件", "8000件") not in quotes(ledger)
    assert [delta.decided for delta in ledger.deltas if delta.a.quote == "40个"] == ["paired"]
    assert "8000件" in {entry.main.quote for entry in ledger.only_b}
    assert quotes(decided(release(review, "a", a, [figure(a, "7321件")]), a, b)) >= {
        ("7321件", "8000件"),
        ("40个", "95个"),
    }


def test_the_last_word_about_a_figure_counts(edition: Make) -> None:
    a, b = pair(edition)
    old, one, other = figure(a, "40个"), figure(b, "95个"), figure(b, "8000件")
    review = rule(rule(NO_REVIEW, a, b, old, other, "paired"), a, b, old, one, "paired")
    assert ("40个", "95个") in quotes(decided(review, a, b))
    assert rule(review, a, b, old, one, "apart").pairings[-1].verdict == "apart"
    assert len(rule(review, a, b, old, one, "apart").pairings) == 2


def test_what_was_called_comparable_has_no_caveat_and_a_percentage(edition: Make) -> None:
    a, b = pair(edition, "馆藏\n累计发表论文300篇。\n", "馆藏\n每年发表论文120篇。\n")
    assert decided(NO_REVIEW, a, b).deltas[0].percent is None
    review = rule(NO_REVIEW, a, b, a.mentions[0], b.mentions[0], "comparable")
    (delta,) = decided(review, a, b).deltas
    assert (delta.comparability, delta.caveats) == ("same", ())
    assert delta.percent is not None
    assert delta.percent.low == -60


def test_figures_of_different_units_can_be_paired_but_not_subtracted(edition: Make) -> None:
    a, b = pair(edition)
    (delta,) = [
        each
        for each in decided(rule(NO_REVIEW, a, b, figure(a, "30米"), figure(b, "95个"), "comparable"), a, b).deltas
        if each.decided
    ]
    assert (delta.absolute, delta.percent) == (None, None)


def test_a_figure_is_renamed_and_taken_out(edition: Make) -> None:
    a, b = pair(edition)
    review = rename(NO_REVIEW, "a", a, [figure(a, "40个")], "学生团体")
    review = rename(review, "b", b, [figure(b, "30米")], None)
    one, other, _ = correct_figures(a, b, review.figures)
    assert figure(one, "40个").indicator == "学生团体"
    assert [each.quote for each in other.excluded] == ["30米"]
    assert "30米" not in {each.quote for each in other.mentions}
    again = rename(review, "a", one, [figure(one, "40个")], "研学团体")
    assert len(again.figures) == 2
    back = release(again, "b", other, other.excluded)
    assert [each.indicator for each in back.figures] == ["研学团体"]


def test_decisions_follow_their_figures_into_the_next_draft_or_are_told_lost(edition: Make) -> None:
    a, b = pair(edition)
    review = rename(NO_REVIEW, "a", a, [figure(a, "40个")], "学生团体")
    review = rule(review, a, b, figure(a, "40个"), figure(b, "95个"), "paired")
    later = edition(OLD.replace("馆藏\n", "馆藏\n新添一段，与数字无关。\n"), ("1", "馆藏"))
    one, other, lost = correct_figures(later, b, review.figures)
    assert figure(one, "40个").indicator == "学生团体"
    assert lost == ()
    assert len(rulings_of(review.pairings, one, other)[0]) == 1
    gone = edition("馆藏\n只剩一句话。\n", ("1", "馆藏"))
    assert correct_figures(gone, b, review.figures) == (gone, b, review.figures)
    assert rulings_of(review.pairings, gone, b) == ((), review.pairings)


def test_the_sides_may_be_exchanged(edition: Make) -> None:
    a, b = pair(edition)
    review = rule(NO_REVIEW, a, b, figure(a, "40个"), figure(b, "95个"), "paired")
    review = rename(review, "a", a, [figure(a, "30米")], None)
    mirrored = decided(review.mirrored(), b, a)
    assert ("95个", "40个") in quotes(mirrored)
    assert review.mirrored().mirrored() == review

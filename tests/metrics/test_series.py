"""An indicator through several editions: joined where the same figure was paired, with gaps where it is not stated."""

from collections.abc import Callable
from itertools import combinations

from kwaicompare.metrics.changes import compare_metrics
from kwaicompare.metrics.series import series_of
from kwaicompare.model.alignment import Alignment, Link
from kwaicompare.model.comparison import Edition
from kwaicompare.model.metric import Series

Make = Callable[..., Edition]
_LINKED = Alignment((Link("1", "1", 0.8, "rewritten"),))


def series(make: Make, *texts: str) -> tuple[Series, ...]:
    editions = [make(f"馆藏\n{text}\n", ("1", "馆藏")) for text in texts]
    pairs = combinations(range(len(editions)), 2)
    ledgers = {(i, j): compare_metrics(editions[i], editions[j], _LINKED) for i, j in pairs}
    return series_of(ledgers, len(editions))


def quotes(found: Series) -> list[str | None]:
    return [None if each is None else each.quote for each in found.figures]


def test_neighbours_are_joined(edition: Make) -> None:
    (found,) = series(edition, "登记瓷器7000件。", "登记瓷器7700件。", "登记瓷器超9000件。")
    assert quotes(found) == ["7000件", "7700件", "超9000件"]
    one, other = found.steps
    assert one is not None
    assert one.percent is not None
    assert one.percent.low == 10
    assert other is not None
    assert other.percent is not None
    assert other.percent.high is None


def test_an_edition_that_does_not_state_it_leaves_a_gap(edition: Make) -> None:
    (found,) = series(edition, "登记瓷器7000件。", "本年闭馆修缮。", "登记瓷器7700件。")
    assert quotes(found) == ["7000件", None, "7700件"]
    assert found.steps[0] is None
    assert found.steps[1] is not None
    assert found.steps[1].a.quote == "7000件"


def test_figures_of_different_things_stay_apart(edition: Make) -> None:
    old, middle, new = "登记瓷器7000件，新聘讲解员12名。", "登记瓷器7700件。", "登记瓷器8000件，新聘讲解员15名。"
    found = {tuple(quotes(each)) for each in series(edition, old, middle, new)}
    assert found == {("7000件", "7700件", "8000件"), ("12名", None, "15名")}


def test_one_edition_only_is_no_series(edition: Make) -> None:
    assert series(edition, "登记瓷器7000件。", "本年闭馆修缮。", "新聘讲解员15名。") == ()

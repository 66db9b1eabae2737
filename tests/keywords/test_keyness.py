"""Keyness: values worked out from the published formulas, status, order, symmetry."""

import math
import random
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.keywords.keyness import (
    KeywordOptions,
    compare_keywords,
    log_likelihood,
    log_ratio,
    log_ratio_bound,
    significance_level,
)
from kwaicompare.model.comparison import Edition

Make = Callable[..., Edition]
TABLES = st.tuples(st.integers(0, 60), st.integers(100, 5000), st.integers(0, 60), st.integers(100, 5000))


def entropy_g2(f_a: int, n_a: int, f_b: int, n_b: int) -> float:
    """G² in its other form: 2 (Σ cells O ln O - Σ margins M ln M + N ln N)."""

    def x_log_x(value: int) -> float:
        return value * math.log(value) if value else 0.0

    cells = map(x_log_x, (f_a, f_b, n_a - f_a, n_b - f_b))
    margins = map(x_log_x, (n_a, n_b, f_a + f_b, n_a + n_b - f_a - f_b))
    return 2 * (math.fsum(cells) - math.fsum(margins) + x_log_x(n_a + n_b))


def exact_tail(count: int, trials: int, rate: Fraction) -> Fraction:
    """P(X >= count) of a binomial, term by term."""
    return sum(
        (math.comb(trials, k) * rate**k * (1 - rate) ** (trials - k) for k in range(count, trials + 1)), Fraction(0)
    )


def test_log_likelihood_of_a_worked_table() -> None:
    """110 of 2442 against 111 of 29114, Dunning's (1993) first table (A, B): -2 log λ = 270.72."""
    assert log_likelihood(110, 110 + 2442, 111, 111 + 29114) == pytest.approx(270.72, abs=0.005)
    assert log_likelihood(10, 1000, 10, 1000) == 0.0
    assert log_likelihood(0, 1000, 0, 1000) == 0.0


@given(TABLES)
def test_log_likelihood_equals_its_entropy_form(table: tuple[int, int, int, int]) -> None:
    assert log_likelihood(*table) == pytest.approx(entropy_g2(*table), abs=1e-6)


def test_log_ratio_is_in_doublings() -> None:
    assert log_ratio(5, 1000, 20, 1000) == pytest.approx(2.0)
    assert log_ratio(20, 2000, 5, 1000) == pytest.approx(-1.0)
    assert log_ratio(0, 1000, 8, 1000) == pytest.approx(4.0)
    assert log_ratio(0, 1000, 0, 1000) == 0.0


@pytest.mark.parametrize(
    ("f_a", "n_a", "f_b", "n_b", "level"),
    [(2, 1000, 30, 1500, 0.05), (0, 800, 12, 900, 0.001), (18, 10000, 133, 16000, 0.004), (100, 900, 180, 700, 0.01)],
)
def test_the_bound_solves_the_equation_of_clopper_and_pearson(
    f_a: int, n_a: int, f_b: int, n_b: int, level: float
) -> None:
    bound = log_ratio_bound(f_a, n_a, f_b, n_b, level)
    assert 0 < bound < log_ratio(f_a, n_a, f_b, n_b)
    ratio = Fraction(2**bound)
    rate = n_b * ratio / (n_a + n_b * ratio)
    assert float(exact_tail(f_b, f_a + f_b, rate)) == pytest.approx(level / 2, rel=1e-6)


def test_the_bound_of_a_term_seen_on_one_side_only_is_known_in_closed_form() -> None:
    """With f_a = 0 the tail is τ^f, so τ = (level / 2) ** (1 / f)."""
    rate = 0.025 ** (1 / 12)
    assert log_ratio_bound(0, 500, 12, 500, 0.05) == pytest.approx(math.log2(rate / (1 - rate)), abs=1e-8)


def test_the_bound_is_zero_where_no_change_is_possible() -> None:
    assert log_ratio_bound(10, 1000, 12, 1000, 0.05) == 0.0
    assert log_ratio_bound(5, 1000, 5, 1000, 0.05) == 0.0


@given(TABLES)
def test_the_bound_mirrors_and_never_exceeds_the_ratio(table: tuple[int, int, int, int]) -> None:
    f_a, n_a, f_b, n_b = table
    bound = log_ratio_bound(*table, 0.05)
    assert bound == -log_ratio_bound(f_b, n_b, f_a, n_a, 0.05)
    assert bound == 0.0 or 0 < bound / log_ratio(*table) <= 1 or 0 in (f_a, f_b)


def test_benjamini_and_hochberg_call_as_many_as_the_largest_rank_allows() -> None:
    """Four tests at 0.05: p(2) = 0.02 <= 0.05 · 2/4, p(3) = 0.04 > 0.05 · 3/4: two are significant."""
    assert significance_level([0.04, 0.001, 0.6, 0.02], 0.05) == pytest.approx(0.05 * 2 / 4)
    assert significance_level([0.3, 0.4], 0.05) == 0.0
    assert significance_level([], 0.05) == 0.0


OLD = "就业 " * 30 + "专利 " * 20 + "商标 " * 2 + "背景 声音 " * 80
NEW = "智能 " * 30 + "专利 " * 22 + "商标 " * 30 + "背景 声音 " * 80


def test_status_and_order(make_edition: Make) -> None:
    terms = compare_keywords(make_edition(OLD), make_edition(NEW))
    assert [(term.term, term.status) for term in terms] == [
        ("智能", "new"),
        ("商标", "risen"),
        ("就业", "gone"),
        ("声音", "steady"),
        ("背景", "steady"),
        ("专利", "steady"),
    ]
    risen = terms[1]
    assert (risen.count_a, risen.count_b) == (2, 30)
    assert 0 < risen.log_ratio_bound < risen.log_ratio
    assert risen.per_10k_b == pytest.approx(30 * 10_000 / sum(not c.isspace() for c in make_edition(NEW).text))
    assert all(term.log_ratio_bound == 0.0 for term in terms[3:])


def test_swapping_the_editions_mirrors_the_terms(make_edition: Make) -> None:
    mirror = {"risen": "fallen", "fallen": "risen", "new": "gone", "gone": "new", "steady": "steady"}
    ahead = {term.term: term for term in compare_keywords(make_edition(OLD), make_edition(NEW))}
    back = {term.term: term for term in compare_keywords(make_edition(NEW), make_edition(OLD))}
    assert ahead.keys() == back.keys()
    for name, term in ahead.items():
        assert back[name].status == mirror[term.status]
        assert back[name].log_ratio_bound == -term.log_ratio_bound
        assert back[name].log_likelihood == pytest.approx(term.log_likelihood)


def test_the_order_of_the_words_does_not_matter(make_edition: Make) -> None:
    words = NEW.split()
    random.Random(3).shuffle(words)
    shuffled = compare_keywords(make_edition(OLD), make_edition(" ".join(words)))
    assert shuffled == compare_keywords(make_edition(OLD), make_edition(NEW))


def test_identical_editions_show_no_change(make_edition: Make) -> None:
    edition = make_edition(OLD, NEW)
    terms = compare_keywords(edition, edition)
    assert terms
    assert {(term.status, term.log_likelihood, term.log_ratio, term.log_ratio_bound) for term in terms} == {
        ("steady", 0.0, 0.0, 0.0)
    }


def test_one_edition_alone_is_counted(make_edition: Make) -> None:
    terms = compare_keywords(make_edition(OLD))
    assert [(term.term, term.count_a) for term in terms] == [("声音", 80), ("背景", 80), ("就业", 30), ("专利", 20)]
    assert {term.status for term in terms} == {"steady"}


def test_options_change_what_is_counted(make_edition: Make) -> None:
    old, new = make_edition(OLD), make_edition(NEW)
    without = compare_keywords(old, new, KeywordOptions(stop_words=frozenset({"智能"})))
    assert "智能" not in {term.term for term in without}
    assert "商标" in {term.term for term in compare_keywords(old, options=KeywordOptions(minimum=2))}


def test_editions_without_words_have_no_terms(make_edition: Make) -> None:
    assert compare_keywords(make_edition(), make_edition()) == ()
    assert compare_keywords(make_edition(), make_edition(NEW))[0].status == "new"


def test_only_the_places_asked_for_are_counted(make_edition: Make):
    edition = make_edition("渡口渡口渡口码头。", "渡口码头码头码头。")
    first, second = (section.span for section in edition.sections)
    options = KeywordOptions(minimum=1, within=([first], [second]))
    terms = {term.term: (term.count_a, term.count_b) for term in compare_keywords(edition, edition, options)}
    assert terms["渡口"] == (3, 1)
    assert terms["码头"] == (1, 3)
    whole = compare_keywords(edition, edition, KeywordOptions(minimum=1))
    both = compare_keywords(edition, edition, KeywordOptions(minimum=1, within=([first, second], [first, second])))
    assert both == whole
    nothing = compare_keywords(edition, edition, KeywordOptions(minimum=1, within=([], [second])))
    assert {term.status for term in nothing} == {"new"}

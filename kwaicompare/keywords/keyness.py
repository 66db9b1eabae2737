"""Say which terms rose and fell between two editions, with honest statistics.

Takes one edition or two, cut into words; returns a `Term` for every term that is frequent enough. A change counts as
risen or fallen only when its log-likelihood G² passes a significance level corrected for the number of terms tried;
the rank is the conservative log ratio, the end of its confidence interval that lies nearer to no change. New and gone
are facts (no occurrence on the other side), not inferences: their bound says how much they weigh. It leaves out
co-occurrence (`collocation.py`).

    compare_keywords(a, b)[0] == Term("可灵ai", count_a=0, count_b=57, …, status="new")

Formulas. O are counts, n the words of content, E the counts expected if both editions used the term alike:
  G² = 2 Σ O ln(O/E) over the four cells of the contingency table  (Dunning 1993, Computational Linguistics 19(1));
       its p is the upper tail of χ² with one degree of freedom
  log ratio = log2((f_b/n_b) / (f_a/n_a)), a count of 0 taken as 0.5  (Hardie 2014)
  correction: the R of m terms with the smallest p are significant, R the largest number with p_(R) <= αR/m: of the
       changes called, a share of α is expected to be none  (Benjamini & Hochberg 1995); the intervals of these R are
       taken at 1 - αR/m, so that they too miss with α at most  (Benjamini & Yekutieli 2005)
  bound: given f_a + f_b, f_b is binomial with success rate τ = n_b r / (n_a + n_b r), r the ratio of the rates; the
       Clopper-Pearson interval of τ gives one of log2 r; the bound is its end nearer to 0, and 0 if it holds 0
       (LRC: Evert, S. 2022, Measuring keyness, Digital Humanities)
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kwaicompare.keywords.frequency import Frequencies, count_terms, dispersion
from kwaicompare.model.comparison import Edition
from kwaicompare.model.keyword import Term, TermStatus
from kwaicompare.model.span import Span
from kwaicompare.progress import Progress, part, reported, silent
from kwaicompare.text.lexicon import stop_words

_HALVINGS = 36  # of the interval in which the confidence bound is sought: past the precision of a double's log ratio


@dataclass(frozen=True, slots=True)
class KeywordOptions:
    """Which terms are counted, and when a change is significant.

    ``minimum`` is the least number of occurrences in both editions together; ``stop_words`` None takes the shipped
    list; ``alpha`` is the share of wrong ones expected among the changes called; ``within`` names the places of each
    edition that are counted, sorted and disjoint, None for all of it.
    """

    minimum: int = 3
    alpha: float = 0.05
    stop_words: frozenset[str] | None = None
    within: tuple[Sequence[Span] | None, Sequence[Span] | None] = (None, None)


def compare_keywords(
    a: Edition, b: Edition | None = None, options: KeywordOptions | None = None, progress: Progress = silent
) -> tuple[Term, ...]:
    """Compare the term frequencies of two editions; those of one alone when ``b`` is None (status steady).

    Order: risen and new terms, the largest bound first; fallen and gone terms likewise; steady ones by frequency.
    One edition: by frequency.
    """
    options = options or KeywordOptions()
    excluded = stop_words() if options.stop_words is None else options.stop_words
    counts_a = count_terms(a, excluded, part(progress, 0.0, 0.4), options.within[0])
    if b is None:
        return _of_one(counts_a, options)
    counts_b = count_terms(b, excluded, part(progress, 0.4, 0.8), options.within[1])
    rows = []
    for name in {*counts_a.places, *counts_b.places}:
        in_a, in_b = counts_a.count(name), counts_b.count(name)
        if in_a + in_b >= options.minimum:
            rows.append((name, log_likelihood(in_a, counts_a.tokens, in_b, counts_b.tokens)))
    level = significance_level([_p_value(g2) for _, g2 in rows], options.alpha)
    last = reported(rows, "keywords", part(progress, 0.8, 1.0))
    return tuple(sorted((_term(name, g2, counts_a, counts_b, level) for name, g2 in last), key=_rank))


def significance_level(p_values: list[float], alpha: float) -> float:
    """Return αR/m for the R of m tests that are significant after Benjamini and Hochberg; 0.0 when none is."""
    ordered = sorted(p_values)
    for rank in range(len(ordered), 0, -1):
        if ordered[rank - 1] <= alpha * rank / len(ordered):
            return alpha * rank / len(ordered)
    return 0.0


def log_likelihood(count_a: int, total_a: int, count_b: int, total_b: int) -> float:
    """Return G² of the contingency table of a term against all other words."""
    total = total_a + total_b
    both = count_a + count_b
    cells = (
        (count_a, total_a * both),
        (count_b, total_b * both),
        (total_a - count_a, total_a * (total - both)),
        (total_b - count_b, total_b * (total - both)),
    )
    return max(0.0, 2 * sum(seen * math.log(seen * total / expected) for seen, expected in cells if seen))


def log_ratio(count_a: int, total_a: int, count_b: int, total_b: int) -> float:
    """Return log2 of rate b over rate a; 0.0 where neither edition has the term."""
    if not count_a and not count_b:
        return 0.0
    return math.log2((count_b or 0.5) / max(1, total_b)) - math.log2((count_a or 0.5) / max(1, total_a))


def log_ratio_bound(count_a: int, total_a: int, count_b: int, total_b: int, level: float) -> float:
    """Return the conservative log ratio: the end nearer to 0 of its interval at confidence 1 - ``level``."""
    if count_b * total_a >= count_a * total_b:
        return _least_log_ratio(count_b, total_b, count_a, total_a, level)
    return 0.0 - _least_log_ratio(count_a, total_a, count_b, total_b, level)


@lru_cache(maxsize=4096)
def _least_log_ratio(more: int, total_more: int, less: int, total_less: int, level: float) -> float:
    """Halve the interval between no change and the ratio observed until both ends meet at the confidence bound."""

    def excess(log2_ratio: float) -> float:
        odds = total_more / max(1, total_less) * 2**log2_ratio
        return _log_upper_tail(more, more + less, odds) - math.log(level / 2)

    low, high = 0.0, log_ratio(less, total_less, more, total_more) if less else 64.0
    if high <= 0 or excess(low) >= 0:
        return 0.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if excess(middle) < 0 else (low, middle)
    return low


def _log_upper_tail(count: int, trials: int, odds: float) -> float:
    """Return ln P(X >= count) of a binomial whose success has these odds; quick where count is above the mean."""
    choose = math.lgamma(trials + 1) - math.lgamma(count + 1) - math.lgamma(trials - count + 1)
    first = choose + count * math.log(odds) - trials * math.log1p(odds)
    term = total = 1.0
    for k in range(count, trials):
        term *= (trials - k) / (k + 1) * odds
        total += term
        if term < total * 1e-16:
            break
    return first + math.log(total)


def _term(name: str, g2: float, a: Frequencies, b: Frequencies, level: float) -> Term:
    in_a, in_b = a.count(name), b.count(name)
    table = (in_a, a.tokens, in_b, b.tokens)
    significant = _p_value(g2) <= level
    ratio = log_ratio(*table)
    return Term(
        term=name,
        count_a=in_a,
        count_b=in_b,
        per_10k_a=a.per_10k(name),
        per_10k_b=b.per_10k(name),
        log_likelihood=g2,
        log_ratio=ratio,
        log_ratio_bound=log_ratio_bound(*table, level) if significant else 0.0,
        dispersion_a=dispersion(a.by_part(name), a.parts),
        dispersion_b=dispersion(b.by_part(name), b.parts),
        sections_a=a.sections(name),
        sections_b=b.sections(name),
        status=_status(in_a, in_b, ratio, significant),
    )


def _p_value(g2: float) -> float:
    return math.erfc(math.sqrt(g2 / 2))


def _status(count_a: int, count_b: int, ratio: float, significant: bool) -> TermStatus:
    if not count_a:
        return "new"
    if not count_b:
        return "gone"
    if not significant:
        return "steady"
    return "risen" if ratio > 0 else "fallen"


def _rank(term: Term) -> tuple[int, float, float, str]:
    if term.status in ("risen", "new"):
        return 0, -term.log_ratio_bound, -term.log_likelihood, term.term
    if term.status in ("fallen", "gone"):
        return 1, term.log_ratio_bound, -term.log_likelihood, term.term
    return 2, -(term.count_a + term.count_b), 0.0, term.term


def _of_one(counts: Frequencies, options: KeywordOptions) -> tuple[Term, ...]:
    none = Frequencies({}, (), 0, 0, (), ())
    names = (name for name in counts.places if counts.count(name) >= options.minimum)
    alone = (_term(name, 0.0, counts, none, 0.0) for name in names)
    return tuple(sorted((replace(term, log_ratio=0.0, status="steady") for term in alone), key=_rank))

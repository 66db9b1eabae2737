"""Every rule run over every edition: what the texts claim, recomputed.

Takes editions in the caller's order (`Evidence.document` is the index), returns findings, gravest first and then in
text order, and what checked out, in text order. Rules of one edition run first, then those that hold editions against
each other. Leaves out how far figures moved between editions: that is the ledger.

    growth stated as 78 %, recomputed as 100 %    → one finding of severity "error" with three quotations
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from kwaicompare.check.abbreviation import check_abbreviations
from kwaicompare.check.across import check_across
from kwaicompare.check.annualised import check_annualised
from kwaicompare.check.arithmetic import check_sums
from kwaicompare.check.as_of import check_dates
from kwaicompare.check.checked import Checked
from kwaicompare.check.comparison import check_comparisons
from kwaicompare.check.enumeration import check_enumerations
from kwaicompare.check.growth import check_growth
from kwaicompare.check.names_across import check_names_across
from kwaicompare.check.phrase import check_phrases
from kwaicompare.check.qualification import check_qualifiers
from kwaicompare.check.ranking import check_rankings
from kwaicompare.check.ratio import check_ratios
from kwaicompare.check.reference import check_references
from kwaicompare.check.repetition import check_repetitions
from kwaicompare.check.restated_bounds import check_restated_bounds
from kwaicompare.check.restated_object import check_restated_objects
from kwaicompare.check.restated_value import check_restated_values
from kwaicompare.check.restatement import check_restatements
from kwaicompare.check.spelling import check_spelling
from kwaicompare.check.staleness import check_staleness
from kwaicompare.check.target import check_targets
from kwaicompare.check.term_drift import check_term_drift
from kwaicompare.model.comparison import Edition
from kwaicompare.model.edit import Passage
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.span import Span
from kwaicompare.progress import Progress, part, reported, silent

Item = TypeVar("Item")
Rule = Callable[[Checked], CheckResult]
RuleAcross = Callable[[Sequence[Checked]], CheckResult]

RULES: tuple[Rule, ...] = (
    check_sums,
    check_growth,
    check_ratios,
    check_annualised,
    check_comparisons,
    check_enumerations,
    check_rankings,
    check_restatements,
    check_restated_values,
    check_restated_bounds,
    check_restated_objects,
    check_dates,
    check_references,
    check_qualifiers,
    check_abbreviations,
    check_spelling,
    check_phrases,
    check_repetitions,
)
RULES_ACROSS: tuple[RuleAcross, ...] = (check_across, check_targets, check_staleness, check_names_across)
_GRAVITY = {"error": 0, "warning": 1, "note": 2}
_ALONE = 0.85


def check_editions(
    editions: Sequence[Edition], progress: Progress = silent, passages: Sequence[Passage] = ()
) -> CheckResult:
    """Run all rules over each edition, and over all of them together.

    ``passages`` of the two editions, where they have been compared, tell which terms were replaced.
    """
    results: list[CheckResult] = []
    known: list[Checked] = []
    alone = part(progress, 0.0, _ALONE if len(editions) > 1 else 1.0)
    for document, edition in enumerate(editions):
        own = part(alone, document / len(editions), (document + 1) / len(editions))
        checked = Checked.of(edition, document, part(own, 0.0, 0.1))
        known.append(checked)
        results += [rule(checked.reporting(own)) for rule, own in _parts(RULES, part(own, 0.1, 1.0))]
    if len(editions) > 1:
        for rule, own in _parts(RULES_ACROSS, part(progress, _ALONE, 1.0)):
            results.append(rule([checked.reporting(step) for checked, step in _parts(known, own)]))
    if passages:
        results.append(check_term_drift(editions[0], editions[1], passages))
    findings = _distinct(finding for result in results for finding in result.findings)
    verified = [finding for result in results for finding in result.verified]
    return CheckResult(
        tuple(sorted(findings, key=lambda each: (_GRAVITY[each.severity], *_place(each)))),
        tuple(sorted(verified, key=_place)),
    )


def _parts(items: Sequence[Item], progress: Progress) -> Iterator[tuple[Item, Progress]]:
    """Yield each item with its part of the work, and report before it."""
    for at, item in enumerate(reported(items, "check", progress, every=1)):
        yield item, part(progress, at / len(items), (at + 1) / len(items))


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Keep the first of the findings that quote the same two or more places: they tell of one slip."""
    kept: list[Finding] = []
    seen: set[tuple[tuple[int, Span], ...]] = set()
    for finding in findings:
        places = tuple(sorted((each.document, each.span) for each in finding.evidence))
        if len(places) == 1 or places not in seen:
            kept.append(finding)
        seen.add(places)
    return kept


def _place(finding: Finding) -> tuple[int, int, str]:
    first = finding.evidence[0]
    return first.document, first.span.start, finding.rule

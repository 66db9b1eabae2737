"""The checks on the real texts against the inconsistencies found by reading them (``check_gold.toml``)."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from kwaicompare.check.rules import check_editions
from kwaicompare.compare import read_edition
from kwaicompare.model.comparison import Edition
from kwaicompare.model.finding import Finding

GOLD = tomllib.loads((Path(__file__).parent / "check_gold.toml").read_text(encoding="utf-8"))["entry"]
NAMES = {"001": "2022", "002": "2026"}
LEAST_FOUND = 0.8
MOST_FALSE = 0.25


@pytest.fixture(scope="module")
def papers(full_paper: Callable[[str], Path]) -> dict[str, Edition]:
    """Return both papers as read."""
    return {number: read_edition(full_paper(name)) for number, name in NAMES.items()}


def _meets(finding: Finding, quote: str, editions: list[Edition]) -> bool:
    for each in finding.evidence:
        text = editions[each.document].text
        at = text.find(quote)
        while at >= 0:
            if at < each.span.end and each.span.start < at + len(quote):
                return True
            at = text.find(quote, at + 1)
    return False


def _hits(finding: Finding, entry: dict, editions: list[Edition]) -> bool:
    return all(_meets(finding, quote, editions) for quote in entry["quotes"])


@pytest.mark.parametrize("number", NAMES)
def test_findings_of_one_paper(papers, number):
    editions = [papers[number]]
    entries = [entry for entry in GOLD if entry["files"] == [number]]
    findings = check_editions(editions).findings
    found = [entry for entry in entries if any(_hits(each, entry, editions) for each in findings)]
    false = [each for each in findings if not any(_hits(each, entry, editions) for entry in entries)]
    missed = [entry["quotes"] for entry in entries if entry not in found]
    assert len(found) >= LEAST_FOUND * len(entries), missed
    assert len(false) <= MOST_FALSE * len(findings), false


def test_nothing_false_between_the_papers(papers):
    editions = list(papers.values())
    findings = check_editions(editions).findings
    assert [each for each in findings if len({quote.document for quote in each.evidence}) > 1] == []

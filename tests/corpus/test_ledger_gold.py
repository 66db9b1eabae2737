"""The figures and deltas of the two real papers against a gold made by reading them.

``ledger_gold.json``: under "figures", for each paper in text order, [as printed, low, high, kind, "optional"?]; under
"pairs" the figures that measure the same thing in both; "not_figures" are dates, names and numbers of the papers.
"""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from kwaicompare.compare import align_editions, read_edition
from kwaicompare.metrics.changes import compare_metrics
from kwaicompare.model.comparison import Edition
from kwaicompare.model.metric import Ledger

GOLD = json.loads((Path(__file__).parent / "ledger_gold.json").read_text(encoding="utf-8"))
Row = tuple[int, int, list]


@pytest.fixture(scope="module")
def papers(full_paper: Callable[[str], Path]) -> dict[str, Edition]:
    """Return both papers as read."""
    return {name: read_edition(full_paper(name)) for name in ("2022", "2026")}


@pytest.fixture(scope="module")
def deltas(papers: dict[str, Edition]) -> Ledger:
    """Return the ledger of both papers."""
    a, b, alignment, _ = align_editions(papers["2022"], papers["2026"])
    return compare_metrics(a, b, alignment)


def located(text: str, rows: list) -> list[Row]:
    """Find the printed figures in text order; a figure never begins or ends inside a longer number."""
    found, at = [], 0
    for row in rows:
        start = text.find(row[0], at)
        while _inside_number(text, start, row[0]):
            start = text.find(row[0], start + 1)
        assert start >= 0, f"{row[0]} is not in the paper after {at}"
        at = start + len(row[0])
        found.append((start, at, row))
    return found


def _inside_number(text: str, start: int, printed: str) -> bool:
    before, after = text[start - 1], text[start + len(printed)]
    cut_left = printed[0].isdigit() and (before.isdigit() or before in ".,")
    return start >= 0 and (cut_left or (printed[-1].isdigit() and after.isdigit()))


@pytest.mark.parametrize("name", ["2022", "2026"])
def test_figures_of_the_paper(papers: dict[str, Edition], name: str) -> None:
    edition = papers[name]
    rows = located(edition.text, GOLD["figures"][name])
    right, optional, missed = set(), set(), []
    for start, end, row in rows:
        hits = [one for one in edition.mentions if one.span.start < end and start < one.span.end]
        wanted = tuple(None if value is None else Decimal(value) for value in row[1:3])
        exact = [one for one in hits if (one.bounds.low, one.bounds.high) == wanted and one.kind == row[3]]
        if len(row) > 4:
            optional.update(one.span for one in hits)
        elif exact:
            right.add(exact[0].span)
        else:
            missed.append((row, [one.quote for one in hits]))
    false = [one.quote for one in edition.mentions if one.span not in right | optional]
    f1 = 2 * len(right) / (2 * len(right) + len(missed) + len(false))
    assert f1 >= 0.97, (f1, missed, false)


@pytest.mark.parametrize("name", ["2022", "2026"])
def test_dates_names_and_numbers_of_the_paper_are_no_figures(papers: dict[str, Edition], name: str) -> None:
    edition = papers[name]
    reported = []
    for printed in GOLD["not_figures"][name]:
        start = edition.text.find(printed)
        end = start + len(printed)
        reported += [
            one.quote for one in edition.mentions if start >= 0 and one.span.start < end and start < one.span.end
        ]
    assert reported == []


def test_deltas_between_the_papers(deltas: Ledger) -> None:
    allowed = [tuple(pair) for pair in GOLD["pairs"] + GOLD["doubtful_pairs"]]
    certain = [tuple(pair) for pair in GOLD["pairs"]]
    found = [(delta.a.quote.replace("*", ""), delta.b.quote) for delta in deltas.deltas]
    hits = {pair for pair in certain if any(pair[0] in one and pair[1] in other for one, other in found)}
    false = [each for each in found if not any(one in each[0] and other in each[1] for one, other in allowed)]
    assert len(hits) >= 7, sorted(set(certain) - hits)
    assert len(false) <= 1, false


def test_the_patent_delta_is_at_least_91_percent(deltas: Ledger) -> None:
    (delta,) = [each for each in deltas.deltas if each.a.quote == "7321件"]
    assert delta.percent is not None
    assert delta.percent.high is None
    assert round(delta.percent.low or Decimal(0), 1) == Decimal("91.2")
    assert "bound" in [key for key, _ in delta.caveats]

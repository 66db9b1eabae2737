"""The deltas of the two real papers against a gold made by reading them.

``ledger_gold.json``: under "pairs" the figures that measure the same thing in both papers, as printed; of
"doubtful_pairs" either reading is right.
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


@pytest.fixture(scope="module")
def papers(full_paper: Callable[[str], Path]) -> dict[str, Edition]:
    """Return both papers as read."""
    return {name: read_edition(full_paper(name)) for name in ("2022", "2026")}


@pytest.fixture(scope="module")
def deltas(papers: dict[str, Edition]) -> Ledger:
    """Return the ledger of both papers."""
    a, b, alignment, _ = align_editions(papers["2022"], papers["2026"])
    return compare_metrics(a, b, alignment)


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

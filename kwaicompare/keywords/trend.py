"""Terms through three and more editions: how often each stands in every one.

Takes editions cut into words together, and terms; returns a trend for each. Leaves out which terms are telling
(`keyness.py`).

    trends(editions, ["专利"])  →  Trend("专利", (41, 30, 62), (19.1, 14.0, 19.8))
"""

from collections.abc import Iterable, Sequence

from kwaicompare.keywords.frequency import count_terms
from kwaicompare.model.comparison import Edition
from kwaicompare.model.keyword import Trend

_PER = 10_000


def trends(editions: Sequence[Edition], terms: Iterable[str]) -> tuple[Trend, ...]:
    """Count the terms in the content of each edition."""
    counted = [count_terms(edition) for edition in editions]
    found = []
    for term in terms:
        counts = tuple(each.count(term) for each in counted)
        rates = (count * _PER / max(1, each.characters) for count, each in zip(counts, counted, strict=True))
        found.append(Trend(term, counts, tuple(rates)))
    return tuple(found)

"""Terms through three and more editions: how often each stands in every one.

Takes editions cut into words together, and terms; returns a trend for each. Leaves out which terms are telling
(`keyness.py`).

    trends(editions, ["专利"])  →  Trend("专利", (41, 30, 62), (19.1, 14.0, 19.8))
"""

from collections.abc import Iterable, Sequence

from kwaicompare.keywords.frequency import count_terms
from kwaicompare.model.comparison import Edition
from kwaicompare.model.keyword import Trend


def trends(editions: Sequence[Edition], terms: Iterable[str]) -> tuple[Trend, ...]:
    """Count the terms in the content of each edition."""
    counted = [count_terms(edition) for edition in editions]
    return tuple(
        Trend(term, tuple(each.count(term) for each in counted), tuple(each.per_10k(term) for each in counted))
        for term in terms
    )

"""Look figures up by their value.

Takes a query and mentions; returns the mentions whose value is as asked, in order. A query is a figure behind >, >=, <,
<= or = (= where none stands), or a range. With a unit only figures of its dimension and currency count, in any of its
units; without one any figure does. An open bound counts as far as it is certain: 超1亿 is more than 1亿, and of 近1亿
nothing is known but that it is less. It leaves out what a figure measures.

    find_figures_like("> 1亿 件", mentions)    1.2亿件, 超1亿件;  not 9800万件, nor 近1.5亿件
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from kwaicompare.errors import BadQuery
from kwaicompare.metrics.figure import Figure
from kwaicompare.metrics.figures import find_figures
from kwaicompare.model.metric import Bounds, Mention
from kwaicompare.text.normalize import fold

_COMPARISONS = {"≥": ">=", "≧": ">=", "≤": "<=", "≦": "<=", "": "="}
_QUERY = re.compile(r"(>=|<=|[><=≥≤≧≦]?)(.+)", re.S)


def find_figures_like(query: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions whose value is as asked. Raises BadQuery where no figure can be read in the query."""
    comparison, wanted = _read(query)
    asked = wanted.bounds if not wanted.written_unit else wanted.unit.convert(wanted.bounds).bounds
    return [
        mention
        for mention in mentions
        if _same_dimension(wanted, mention)
        and _holds(comparison, asked, mention.canonical.bounds if wanted.written_unit else mention.bounds)
    ]


def _read(query: str) -> tuple[str, Figure]:
    match = _QUERY.fullmatch("".join(fold(query).text.split()))
    figures = list(find_figures(match[2])) if match else []
    if match is None or len(figures) != 1 or (figures[0].start, figures[0].end) != (0, len(match[2])):
        raise BadQuery("error.no_figure", query=query.strip())
    return _COMPARISONS.get(match[1], match[1]), figures[0]


def _same_dimension(wanted: Figure, mention: Mention) -> bool:
    if not wanted.written_unit:
        return True
    unit = wanted.unit
    return (unit.quantity, unit.canonical, unit.currency) == (
        mention.quantity,
        mention.canonical.unit,
        mention.currency,
    )


def _holds(comparison: str, asked: Bounds, stated: Bounds) -> bool:
    """Whether a stated value compares as asked, for certain; of an asked interval the nearer end counts."""
    if comparison.startswith(">"):
        return _beyond(stated.low, stated.high, asked.low if asked.high is None else asked.high, comparison)
    if comparison.startswith("<"):
        mirrored = (_minus(stated.high), _minus(stated.low), _minus(asked.high if asked.low is None else asked.low))
        return _beyond(*mirrored, comparison)
    return all(end is None or _inside(end, asked) for end in (stated.low, stated.high))


def _beyond(near: Decimal | None, far: Decimal | None, bar: Decimal | None, comparison: str) -> bool:
    """Whether an interval lies beyond a bar; one that begins there does if the bar counts or its far end is open."""
    if near is None or bar is None:
        return False
    return near > bar or (near == bar and (comparison.endswith("=") or far is None))


def _minus(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _inside(value: Decimal, asked: Bounds) -> bool:
    return (asked.low is None or value >= asked.low) and (asked.high is None or value <= asked.high)

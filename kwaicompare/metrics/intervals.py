"""Interval arithmetic between two figures: absolute and relative difference with honest bounds.

Takes bounds, returns bounds; an open side stays open. A printed rounding counts (1.06万亿 is 1.055 to 1.065), a value
printed to the unit is exact.

    7321 against "at least 14000" → at least +6679, at least +91.2 %
"""

import re
from decimal import Decimal

from kwaicompare.model.metric import Bounds, Mention
from kwaicompare.text.numerals import EXACT

HUNDRED = Decimal(100)
_ROUNDED = re.compile(r"\.[0-9０-９]")
_PLACES = Decimal("0.0001")


def stated(a: Mention, b: Mention) -> tuple[Bounds, Bounds]:
    """Return the bounds of both, widened to what a rounded print can stand for.

    In the unit as written where both have the same, else in the canonical unit of their dimension.
    """
    if a.unit == b.unit:
        return _widened(a, a.bounds, Decimal(1)), _widened(b, b.bounds, Decimal(1))
    return _widened(a, a.canonical.bounds, _factor(a)), _widened(b, b.canonical.bounds, _factor(b))


def _widened(mention: Mention, bounds: Bounds, factor: Decimal) -> Bounds:
    low, step = bounds.low, mention.precision
    if low is None or low != bounds.high or step is None or step <= 1 or not _ROUNDED.search(mention.quote):
        return bounds
    half = EXACT.divide(EXACT.multiply(step, factor), Decimal(2))
    return Bounds(low - half, low + half)


def _factor(mention: Mention) -> Decimal:
    own, canonical = mention.bounds.low, mention.canonical.bounds.low
    return EXACT.divide(canonical, own) if own and canonical is not None else Decimal(1)


def difference(a: Bounds, b: Bounds) -> Bounds | None:
    """Return ``b`` minus ``a``; None where neither side is known."""
    low = None if b.low is None or a.high is None else EXACT.subtract(b.low, a.high)
    high = None if b.high is None or a.low is None else EXACT.subtract(b.high, a.low)
    return None if low is None and high is None else Bounds(low, high)


def relative(a: Bounds, b: Bounds) -> Bounds | None:
    """Return by how many percent ``b`` differs from ``a``; None where that is unknown or ``a`` may be zero or less."""
    if (a.low is not None and a.low <= 0) or (a.high is not None and a.high <= 0) or (a.low is None and a.high is None):
        return None
    if (b.low is not None and b.low < 0) or (b.high is not None and b.high < 0):
        return None
    low = None if b.low is None or a.high is None else _percent(b.low, a.high)
    high = None if b.high is None or a.low is None else _percent(b.high, a.low)
    return None if low is None and high is None else Bounds(low, high)


def _percent(new: Decimal, old: Decimal) -> Decimal:
    exact = EXACT.subtract(EXACT.multiply(EXACT.divide(new, old), HUNDRED), HUNDRED)
    rounded = exact.quantize(_PLACES, context=EXACT)
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded.normalize(EXACT)

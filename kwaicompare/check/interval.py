"""What a printed figure can stand for: interval arithmetic on bounds.

Takes mentions and bounds, returns bounds. Leaves out units: the caller compares like with like.

    65亿 (printed to the nearest 1亿)    → 64.5亿 .. 65.5亿
    29亿 → 65亿                          → growth of 118.6 % .. 129.8 %
"""

from collections.abc import Iterable
from decimal import Decimal

from kwaicompare.model.metric import Bounds, Mention

ABOUT = {"约", "大约", "约为", "左右", "上下", "about", "around", "approximately", "roughly"}
_ABOUT_SHARE = Decimal("0.05")
_HALF = Decimal("0.5")


def printed(mention: Mention) -> Bounds:
    """Return what the figure's author can have rounded to the printed value, in the unit as written."""
    slack = _slack(mention)
    low, high = mention.bounds.low, mention.bounds.high
    return Bounds(None if low is None else low - slack, None if high is None else high + slack)


def canonical(mention: Mention) -> Bounds:
    """Return the same in the canonical unit, or as written where the figure has none."""
    written, target = mention.bounds, mention.canonical.bounds
    factor = _factor(written.low, target.low) or _factor(written.high, target.high)
    return scaled(printed(mention), factor) if mention.canonical.unit and factor else printed(mention)


def scaled(bounds: Bounds, factor: Decimal) -> Bounds:
    """Multiply by a positive factor."""
    return Bounds(_times(bounds.low, factor), _times(bounds.high, factor))


def total(parts: Iterable[Bounds]) -> Bounds:
    """Add up; one open end opens the sum."""
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for part in parts:
        low = None if low is None or part.low is None else low + part.low
        high = None if high is None or part.high is None else high + part.high
    return Bounds(low, high)


def growth(old: Bounds, new: Bounds) -> Bounds | None:
    """Return the change from ``old`` to ``new`` in percent; None unless ``old`` is known to be above zero."""
    if old.low is None or old.low <= 0 or (new.low is not None and new.low < 0):
        return None
    low = None if new.low is None or old.high is None else (new.low / old.high - 1) * 100
    high = None if new.high is None else (new.high / old.low - 1) * 100
    return Bounds(Decimal(-100) if low is None else low, high)


def quotient(part: Bounds, whole: Bounds) -> Bounds | None:
    """Return ``part`` of ``whole`` in percent; None unless both are bounded and ``whole`` is above zero."""
    if part.low is None or part.high is None or whole.high is None or whole.low is None or whole.low <= 0:
        return None
    return Bounds(part.low / whole.high * 100, part.high / whole.low * 100)


def compatible(one: Bounds, other: Bounds) -> bool:
    """Tell whether some value lies in both."""
    below = one.high is not None and other.low is not None and one.high < other.low
    above = other.high is not None and one.low is not None and other.high < one.low
    return not (below or above)


def middle(bounds: Bounds) -> Decimal | None:
    """Return the centre, or the one end that is known."""
    if bounds.low is None or bounds.high is None:
        return bounds.high if bounds.low is None else bounds.low
    return (bounds.low + bounds.high) / 2


def shown(value: Decimal) -> str:
    """Write a value without exponent and without idle zeros, to two decimal places."""
    plain = f"{value.quantize(Decimal('0.01')):f}"
    return plain.rstrip("0").rstrip(".")


def _slack(mention: Mention) -> Decimal:
    value = middle(mention.bounds) or Decimal(0)
    about = abs(value) * _ABOUT_SHARE if mention.qualifier in ABOUT else Decimal(0)
    if mention.precision is None or _counted(mention, value):
        return about
    return max(about, mention.precision * _HALF)


def _counted(mention: Mention, value: Decimal) -> bool:
    """Whether this is a whole number of things, which nobody rounds in its last digit."""
    return mention.precision == 1 and value == value.to_integral_value() and "%" not in mention.unit


def _factor(written: Decimal | None, target: Decimal | None) -> Decimal | None:
    return None if not written or target is None else target / written


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else value * factor

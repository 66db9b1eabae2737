"""Changes of figures in words: signed numbers and honest bounds.

Takes bounds and a language, returns short text for tables. Leaves out units' translation and any judgement.

    Bounds(Decimal("91.24"), None), "%"  →  至少 +91.2%
    Bounds(Decimal("-3"), Decimal("-3")), "件"  →  −3件
"""

from decimal import ROUND_HALF_UP, Decimal

from kwaicompare.model.metric import Bounds
from kwaicompare.resources import messages

_MYRIADS = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))


def change_text(bounds: Bounds | None, unit: str, language: str) -> str:
    """Word a change with its bounds; ``""`` when it cannot be computed or nothing is known of it."""
    if bounds is None or (bounds.low is None and bounds.high is None):
        return ""
    low, high = bounds.low, bounds.high
    wording = messages(language)
    if low is None or high is None:
        value, key = _one_sided(low, high)
        return wording(f"report.bound.{key}", value=signed(value, unit, language))
    if low == high:
        return signed(low, unit, language)
    return wording("report.bound.between", low=signed(low, unit, language), high=signed(high, unit, language))


def _one_sided(low: Decimal | None, high: Decimal | None) -> tuple[Decimal, str]:
    if low is not None:
        return low, "at_least" if low >= 0 else "not_below"
    assert high is not None
    return high, "at_least" if high <= 0 else "at_most"


def signed(value: Decimal, unit: str, language: str) -> str:
    """Write a difference with its sign: percent to one decimal, large numbers by 万 and 亿 in Chinese."""
    sign = "−" if value < 0 else "+"
    size = abs(value)
    if unit == "%":
        return f"{sign}{_trimmed(size, 1)}%"
    for scale, name in _MYRIADS if language == "zh_CN" else ():
        if size >= scale:
            return f"{sign}{_trimmed(size / scale, 4)}{name}{unit}"
    space = " " if unit.isascii() and unit else ""
    return f"{sign}{_trimmed(size, 4)}{space}{unit}"


def _trimmed(value: Decimal, places: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    written = f"{rounded:,f}"
    return written.rstrip("0").rstrip(".") if "." in written else written

"""Whether two figures of one indicator may be compared as they stand, and if not, why.

Takes two mentions and their texts; returns caveats as (key, detail): "bound" (one side is open), "unit" (other word for
the same unit), "scope" (whose, which product), "period" (kind of period, forecast against report),
"cumulative_vs_per_year", "definition". No caveat: the same unit, scope and kind of period on both sides.

    "累计申请7321件" / "每年申请80余项" → ("cumulative_vs_per_year", "累计 / 每年"), ("bound", "余")
"""

import re

from kwaicompare.metrics.flow import measure_of, words_near
from kwaicompare.model.metric import Mention

Caveats = tuple[tuple[str, str], ...]

_FORECAST = re.compile(r"预计|预期|力争|目标|拟|将达|有望|计划|规划")


def caveats_of(a: Mention, b: Mention, text_a: str, text_b: str) -> Caveats:
    """Return the reasons why ``a`` and ``b`` do not compare as they stand."""
    found = []
    if _open(a) or _open(b):
        found.append(("bound", " / ".join(_mark(one) for one in (a, b))))
    if _word(a) != _word(b):
        found.append(("unit", f"{a.unit} / {b.unit}"))
    places = ((text_a, a.span.start, a.span.end), (text_b, b.span.start, b.span.end))
    said_a, said_b = (measure_of(*place) for place in places)
    if said_a and said_b and said_a.measure != said_b.measure:
        found.append(("cumulative_vs_per_year", f"{said_a.word} / {said_b.word}"))
    expected = [bool(_FORECAST.search(words_near(*place))) for place in places]
    if expected[0] != expected[1]:
        found.append(("period", f"{a.period or '-'} / {b.period or '-'}"))
    if _differ(a.scope, b.scope):
        found.append(("scope", f"{a.scope} / {b.scope}"))
    defined_a, defined_b = _defined(a, text_a), _defined(b, text_b)
    if defined_a != defined_b:
        found.append(("definition", " / ".join(each or "-" for each in (defined_a, defined_b))))
    return tuple(found)


def restatement_caveats(mention: Mention, others: tuple[Mention, ...]) -> Caveats:
    """Return a caveat where the same edition states the figure with other bounds elsewhere."""
    other = next((each for each in others if each.unit and each.canonical.bounds != mention.canonical.bounds), None)
    return (("restated", f"{mention.quote} / {other.quote}"),) if other else ()


_POINTING = re.compile(r"^[该其此本这]")


def _differ(a: str, b: str) -> bool:
    """Tell whether two scopes name different things; one that only points (该中心) or contains the other does not."""
    if not a or not b or _POINTING.match(a) or _POINTING.match(b):
        return False
    return a not in b and b not in a


def _open(mention: Mention) -> bool:
    return mention.bounds.low is None or mention.bounds.high is None


def _mark(mention: Mention) -> str:
    return mention.qualifier or "-"


def _word(mention: Mention) -> str:
    return mention.unit.partition("/")[0] if mention.quantity != "count" else mention.canonical.unit.partition("/")[0]


def _defined(mention: Mention, text: str) -> str:
    """Return what a bracket right before or behind the figure restricts it to."""
    left = text[max(0, mention.span.start - 14) : mention.span.start]
    match = re.search(r"[（(]([^（）()\n]{2,12})[）)] ?\**$", left)
    return match[1] if match else ""

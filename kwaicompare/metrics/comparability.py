"""Whether two figures of one indicator may be compared as they stand, and if not, why.

Takes two mentions and their texts; returns caveats as (key, detail): "bound" (one side is open), "unit" (other word for
the same unit), "scope" (whose, which product), "period" (kind of period, forecast against report),
"cumulative_vs_per_year", "definition". No caveat: the same unit, scope and kind of period on both sides.

    "累计申请7321件" / "每年申请80余项" → ("cumulative_vs_per_year", "累计 / 每年"), ("bound", "余")
"""

import re

from kwaicompare.model.metric import Mention

Caveats = tuple[tuple[str, str], ...]

_CUMULATIVE = re.compile(r"累计|截至|迄今|至今|以来|总量|目前|已")
_FORECAST = re.compile(r"预计|预期|力争|目标|拟|将达|有望|计划|规划")


def caveats_of(a: Mention, b: Mention, text_a: str, text_b: str) -> Caveats:
    """Return the reasons why ``a`` and ``b`` do not compare as they stand."""
    near_a, near_b = _near(a, text_a), _near(b, text_b)
    found = []
    if _open(a) or _open(b):
        found.append(("bound", " / ".join(_mark(one) for one in (a, b))))
    if _word(a) != _word(b):
        found.append(("unit", f"{a.unit} / {b.unit}"))
    flow_a, flow_b = _flow(a, near_a), _flow(b, near_b)
    if flow_a and flow_b and flow_a[0] != flow_b[0]:
        found.append(("cumulative_vs_per_year", f"{flow_a[1]} / {flow_b[1]}"))
    expected = [bool(_FORECAST.search(near)) for near in (near_a, near_b)]
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


def _near(mention: Mention, text: str) -> str:
    left = re.split(r"[。！？；\n]", text[max(0, mention.span.start - 60) : mention.span.start])[-1]
    right = re.split(r"[。！？；，\n]", text[mention.span.end : mention.span.end + 16])[0]
    return left + mention.quote + right


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


def _flow(mention: Mention, near: str) -> tuple[str, str] | None:
    rate = re.search(r"每年|/年|年均|年产|每财年", near) or re.search(r"/年", mention.unit)
    if rate:
        return "rate", rate[0]
    match = _CUMULATIVE.search(near)
    return ("stock", match[0]) if match else None


def _defined(mention: Mention, text: str) -> str:
    """Return what a bracket right before or behind the figure restricts it to."""
    left = text[max(0, mention.span.start - 14) : mention.span.start]
    match = re.search(r"[（(]([^（）()\n]{2,12})[）)] ?\**$", left)
    return match[1] if match else ""

"""Whether a figure is a stock, as it stands at a time, or a flow, so much in each period.

Takes the words around a figure; returns the kind and the word that says so, None where nothing does. Leaves out when
that is (`indicators.py`).

    "截至2021年底累计申请7321件" → stock, 截至        "每年申请80余项" → flow, 每年
"""

import re
from typing import NamedTuple

from kwaicompare.model.metric import Measure

_STOCK = re.compile(r"累计|截至|迄今|至今|以来|总量|目前|已")
_FLOW = re.compile(r"每年|/年|年均|年产|每财年|每月|月均|每日|日均|单日|单月|每周|周均")
_LEFT_END = re.compile(r"[。！？；\n]")
_RIGHT_END = re.compile(r"[。！？；，\n]")
_BEFORE, _BEHIND = 60, 16


class Said(NamedTuple):
    """A kind of measure and the word that says it."""

    measure: Measure
    word: str


def measure_of(text: str, start: int, end: int) -> Said | None:
    """Return what the figure ``text[start:end]`` is; a word of flow counts before one of stock."""
    near = words_near(text, start, end)
    match = _FLOW.search(near)
    if match:
        return Said("flow", match[0])
    match = _STOCK.search(near)
    return Said("stock", match[0]) if match else None


def words_near(text: str, start: int, end: int) -> str:
    """Return the figure with what stands before it in its sentence and behind it in its clause."""
    left = _LEFT_END.split(text[max(0, start - _BEFORE) : start])[-1]
    return left + text[start:end] + _RIGHT_END.split(text[end : end + _BEHIND])[0]

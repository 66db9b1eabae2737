"""A figure as found in a reading view: place, bounds, unit, form; before anything is known of what it measures."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kwaicompare.metrics.units import NO_UNIT, Unit
from kwaicompare.model.metric import Bounds

Form = Literal["number", "percent", "ratio", "rank", "turns"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure's place in the view, its bounds, the size of its last printed digit, and its unit.

    ``number`` is where the numeral begins, behind qualifier and currency; ``written`` the numeral as it stands there;
    ``bare`` says that nothing but its place (a call-out, a table cell) can make it a figure.
    """

    start: int
    end: int
    number: int
    bounds: Bounds
    step: Decimal
    qualifier: str = ""
    unit: Unit = NO_UNIT
    written_unit: str = ""
    form: Form = "number"
    written: str = ""
    bare: bool = False

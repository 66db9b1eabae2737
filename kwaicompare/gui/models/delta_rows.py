"""Where the figures of the ledger's pairs stand on an axis in per cent of the old edition's figure.

Takes ledger rows, returns one `DeltaRow` a pair. An open bound stays open, so that a plot can draw it without an end.
Leaves out drawing.

    7321件 → 超1.4万件 ("at least +91.2 %")    → from 191.2 upwards
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwaicompare.gui.models.table import Row

HUNDRED = 100.0
_LEAST = 0.1  # per cent, under which a figure that fell to nothing stands at the edge of a logarithmic axis


@dataclass(frozen=True, slots=True)
class DeltaRow:
    """One pair: its ledger row, and the new figure's bounds in per cent of the old one.

    ``low``/``high`` None is open on that side; both None: the two figures allow no percentage.
    """

    row: Row
    low: float | None
    high: float | None

    @property
    def known(self) -> bool:
        """Whether anything is known of the new figure in per cent of the old one."""
        return self.low is not None or self.high is not None


def delta_rows(rows: Sequence[Row]) -> list[DeltaRow]:
    """Return the pairs among ledger rows, those with a percentage first."""
    found = []
    for row in rows:
        delta = row.item.delta
        if delta is not None:
            bounds = delta.percent
            low, high = (None, None) if bounds is None else (bounds.low, bounds.high)
            found.append(DeltaRow(row, _of_old(low), _of_old(high)))
    return sorted(found, key=lambda each: not each.known)


def span_of(rows: Sequence[DeltaRow]) -> tuple[float, float]:
    """Return the least and the greatest percentage to show, the old figures' 100 between them."""
    ends = [end for each in rows for end in (each.low, each.high) if end is not None]
    return min([HUNDRED, *ends]), max([HUNDRED, *ends])


def _of_old(percent: object) -> float | None:
    return None if percent is None else max(_LEAST, HUNDRED + float(percent))  # type: ignore[arg-type]

"""Figures that moved: stated by both editions, with another value now.

Takes: a comparison. Returns: their places in either text, and those that stand in a passage. Leaves out: how a figure
is worded (`passage_detail.py`).

    7321件 → 超1.4万件 moved;  超3亿 → 超3亿 did not
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kwaicompare.model.span import SIDES, meeting

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.metric import Delta
    from kwaicompare.model.span import Side, Span


def figure_moved(delta: Delta) -> bool:
    """Tell whether the figure is stated with another value now; the same bounds again (超3亿, 超3亿) are no change."""
    if delta.a.bounds == delta.b.bounds and delta.a.unit == delta.b.unit:
        return False
    return delta.absolute is None or (delta.absolute.low, delta.absolute.high) != (0, 0)


class MovedFigures:
    """The figures of a comparison that moved, found by their places."""

    def __init__(self, comparison: Comparison) -> None:
        self.deltas: list[Delta] = [delta for delta in comparison.ledger.deltas if figure_moved(delta)]
        self.spans: dict[Side, list[Span]] = {}
        """Where they stand in each text, in text order."""
        self._numbers: dict[Side, list[list[int]]] = {}
        for side in SIDES:
            stated: dict[Span, list[int]] = {}
            for number, delta in enumerate(self.deltas):
                for mention in (delta.a, *delta.also_a) if side == "a" else (delta.b, *delta.also_b):
                    stated.setdefault(mention.span, []).append(number)
            self.spans[side] = sorted(stated)
            self._numbers[side] = [stated[span] for span in self.spans[side]]

    def inside(self, a: Span | None, b: Span | None) -> list[Delta]:
        """Return those that stand in either place, in the order of the ledger."""
        found: set[int] = set()
        for side, place in zip(SIDES, (a, b), strict=True):
            if place is not None:
                stated = self._numbers[side][meeting(self.spans[side], place)]
                found.update(number for numbers in stated for number in numbers)
        return [self.deltas[number] for number in sorted(found)]

"""Scrolling over rows whose heights are known only once they are seen.

Takes: the number of rows and a function that gives a row's height. Returns: which rows lie in the viewport, and new
anchors. Leaves out: painting, and Qt.

The position is an `Anchor`: a row and how many pixels of it are above the viewport. Heights of rows out of sight are
never needed, so nothing jumps when they become known, and a text of any length scrolls at the same price.

    flow.visible(Anchor(7, 10), 300)   ->  [(7, -10), (8, 34), (9, 180)]
"""

from collections.abc import Callable
from typing import NamedTuple


class Anchor(NamedTuple):
    """The row at the viewport's top and the pixels of it that are above."""

    row: int
    above: int


class RowFlow:
    """Rows below one another."""

    def __init__(self, count: int, height_of: Callable[[int], int]) -> None:
        self.count = count
        self._height_of = height_of

    def visible(self, anchor: Anchor, height: int) -> list[tuple[int, int]]:
        """Return the rows in a viewport and their y."""
        found = []
        row, y = anchor.row, -anchor.above
        while row < self.count and y < height:
            found.append((row, y))
            y += self._height_of(row)
            row += 1
        return found

    def settle(self, anchor: Anchor, height: int) -> Anchor:
        """Return the nearest anchor that shows no emptiness below the last row, nor above the first."""
        if self.count == 0:
            return Anchor(0, 0)
        row, above = min(anchor.row, self.count - 1), anchor.above
        while above < 0 and row > 0:
            row -= 1
            above += self._height_of(row)
        while row < self.count - 1 and above >= (tall := self._height_of(row)):
            above -= tall
            row += 1
        lowest = self.lowest(height)
        return min(Anchor(row, max(0, above)), lowest)

    def lowest(self, height: int) -> Anchor:
        """Return the anchor at which the last row ends at the viewport's bottom."""
        row, room = self.count, height
        while row > 0 and room > 0:
            row -= 1
            room -= self._height_of(row)
        return Anchor(row, max(0, -room))

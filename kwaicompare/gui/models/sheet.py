"""The rows as shown: furniture and unchanged stretches folded, changes to step through, places found again.

Takes: rows in their order. Returns: the rows to show and answers about them: which row holds a place of a text,
which change comes next. Leaves out: heights and painting.

Runs of furniture (contents table, page numbers, navigation, markup) are folded in any case, so that reading begins with
content and stepping leads to content; unchanged stretches where the reader wants it.

    sheet = Sheet(rows, folded=True)
    sheet.shown[sheet.row_at("b", 120)]   -> the row in which character 120 of the new edition stands
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

from kwaicompare.gui.models.rows import QUIET, Row, RowKind
from kwaicompare.model.span import SIDES

if TYPE_CHECKING:
    from kwaicompare.model.span import Side

CONTEXT = 3
_ROW_WEIGHT = 12
_SHORTEST_FOLD = 2
_STRIP = 4320
# Gravest last: what shares a pixel of the overview strip takes the colour of the gravest.
GRAVITY: tuple[RowKind, ...] = (
    "same",
    "fold",
    "ghost",
    "moved",
    "edited",
    "moved-edited",
    "rewritten",
    "new",
    "dropped",
    "apart",
)


# Rows of these kinds that follow one another are one change, on one ground.
JOINED: tuple[RowKind, ...] = ("dropped", "new", "apart", "moved")


class Change(NamedTuple):
    """A change to step to: rows ``first`` to ``last`` (half-open) of one kind."""

    first: int
    last: int
    kind: RowKind


class Sheet:
    """Rows in order, some folded away. ``opened`` holds the folds (by their first row) that the reader opened."""

    def __init__(self, rows: Sequence[Row], folded: bool = False, opened: frozenset[int] = frozenset()) -> None:
        self.rows = rows
        self.folded = folded
        self.opened = opened
        self.shown: list[Row] = []
        self._firsts: list[int] = []
        self._fold()

    def prepared(self) -> Sheet:
        """Work out at once, off the window's thread, what is otherwise worked out when first asked for."""
        for _ in (self._change_starts, self.ends, self._starts, self._strip):
            pass
        return self

    def with_folding(self, folded: bool) -> Sheet:
        """Return the same rows, folded or not."""
        return self if folded == self.folded and not self.opened else Sheet(self.rows, folded)

    def with_open(self, shown: int) -> Sheet:
        """Return the sheet with the fold at row ``shown`` opened."""
        return Sheet(self.rows, self.folded, self.opened | {self._firsts[shown]})

    def show_place(self, side: Side, offset: int) -> tuple[Sheet, int]:
        """Return a sheet in which the place is not folded away, and its row there."""
        row = self._whole_row_at(side, offset)
        shown = self._shown_of(row)
        sheet = self if not self.shown or self.shown[shown].kind != "fold" else self.with_open(shown)
        return sheet, sheet._shown_of(row)

    def row_at(self, side: Side, offset: int) -> int:
        """Return the shown row that holds the place, or its fold; the nearest before, if none holds it."""
        return self._shown_of(self._whole_row_at(side, offset))

    def other_half(self, shown: int) -> int | None:
        """Return the row of a ghost's passage, or the ghost of a moved passage; None where there is no other half."""
        row = self.shown[shown]
        wanted = "ghost" if row.kind.startswith("moved") else "moved"
        if row.kind != "ghost" and wanted != "ghost":
            return None
        for index, other in enumerate(self.shown):
            held = row.passage <= other.passage < row.passage + row.passages
            if wanted == "ghost":
                held = other.passage <= row.passage < other.passage + other.passages
            if held and other.kind.startswith(wanted):
                return index
        return None

    @cached_property
    def changes(self) -> list[Change]:
        """The changes in order; neighbouring dropped, new or moved rows are one change."""
        changes: list[Change] = []
        for index, row in enumerate(self.shown):
            if not row.changed:
                continue
            last = changes[-1] if changes else None
            joins = row.kind in JOINED or (index and self.shown[index - 1].passage == row.passage)
            if last and joins and last.last == index and last.kind == row.kind and row.role != "heading":
                changes[-1] = last._replace(last=index + 1)
            else:
                changes.append(Change(index, index + 1, row.kind))
        return changes

    @cached_property
    def _change_starts(self) -> list[int]:
        return [change.first for change in self.changes]

    def change_at(self, shown: int) -> int | None:
        """Return the number of the change that holds a row."""
        at = bisect_right(self._change_starts, shown) - 1
        return at if at >= 0 and shown < self.changes[at].last else None

    def change_from(self, shown: int, step: int) -> int | None:
        """Return the first row of the next (+1) or previous (-1) change."""
        if step > 0:
            at = bisect_right(self._change_starts, shown)
            return self._change_starts[at] if at < len(self.changes) else None
        held = self.change_at(shown)
        at = (held if held is not None else bisect_left(self._change_starts, shown)) - 1
        return self._change_starts[at] if at >= 0 else None

    @cached_property
    def ends(self) -> list[int]:
        """For each shown row, the weights up to its end: an estimate of height that no window width changes."""
        return list(
            accumulate(min(row.extent, 4000) + _ROW_WEIGHT if row.kind not in QUIET else 30 for row in self.shown)
        )

    @property
    def total(self) -> int:
        """The weight of all rows."""
        return self.ends[-1] if self.ends else 0

    def start_of(self, shown: int) -> int:
        """Return the weight of all rows before row ``shown``."""
        return self.ends[shown - 1] if shown > 0 else 0

    def row_of_weight(self, weight: float) -> int:
        """Return the row that holds a weight."""
        return min(max(0, len(self.shown) - 1), bisect_right(self.ends, weight))

    def gravest(self, height: int) -> list[tuple[RowKind, bool]]:
        """Return for each of ``height`` pixels the gravest kind of change there and whether a figure moved."""
        pixels = []
        for pixel in range(height if self.shown else 0):
            first = pixel * _STRIP // height
            held = self._strip[first : max(first + 1, (pixel + 1) * _STRIP // height)]
            pixels.append((GRAVITY[max(grave for grave, _ in held)], any(figures for _, figures in held)))
        return pixels

    @cached_property
    def _strip(self) -> list[tuple[int, bool]]:
        """The gravest kinds in `_STRIP` stretches of equal weight: more than a screen has pixels."""
        strip: list[tuple[int, bool]] = [(0, False)] * _STRIP
        for index, row in enumerate(self.shown):
            if not row.changed and not row.figures:
                continue
            gravity = GRAVITY.index(row.kind)
            first = self.start_of(index) * _STRIP // max(1, self.total)
            last = max(first + 1, -(-self.ends[index] * _STRIP // max(1, self.total)))
            for at in range(first, min(_STRIP, last)):
                grave, figures = strip[at]
                strip[at] = max(grave, gravity), figures or row.figures
        return strip

    def _fold(self) -> None:
        labels = _labels(self.rows, self.folded)
        first = 0
        for label, group in groupby(labels):
            end = first + sum(1 for _ in group)
            held = sum(_count(row) for row in self.rows[first:end])
            if label == "" or first in self.opened or (label == "same" and end - first < _SHORTEST_FOLD):
                self.shown.extend(self.rows[first:end])
                self._firsts.extend(range(first, end))
            else:
                self.shown.append(_fold_row(self.rows[first:end], label, held))
                self._firsts.append(first)
            first = end

    def _shown_of(self, row: int) -> int:
        return max(0, bisect_right(self._firsts, row) - 1)

    @cached_property
    def _starts(self) -> dict[Side, tuple[list[int], list[int]]]:
        found: dict[Side, tuple[list[int], list[int]]] = {}
        for side in SIDES:
            places = sorted(
                (span.start, index)
                for index, row in enumerate(self.rows)
                if row.kind != "ghost" and (span := row.on(side)) is not None
            )
            found[side] = [start for start, _ in places], [index for _, index in places]
        return found

    def _whole_row_at(self, side: Side, offset: int) -> int:
        starts, indexes = self._starts[side]
        return indexes[max(0, bisect_right(starts, offset) - 1)] if indexes else 0


def _labels(rows: Sequence[Row], folded: bool) -> list[str]:
    """Say of each row what it may be folded with: "furniture", "same", or "" for nothing."""
    keep = _kept(rows) if folded else [True] * len(rows)
    labels = ["" if kept else "same" for kept in keep]
    content = any(row.role != "furniture" and row.kind not in QUIET for row in rows)
    if content:
        for index, row in enumerate(rows):
            if row.role == "furniture" and row.kind != "ghost":
                labels[index] = "furniture"
    return labels


def _fold_row(rows: Sequence[Row], label: str, held: int) -> Row:
    """Return the row that stands for ``rows``; of a single line of furniture, with its text."""
    if label == "same":
        return Row(-1, None, None, "fold", passages=held)
    a, b = (rows[0].a, rows[0].b) if len(rows) == 1 else (None, None)
    return Row(-1, a, b, "fold", "furniture", passages=held)


def _count(row: Row) -> int:
    return 0 if row.kind in QUIET else 2 if row.kind == "apart" else 1


def _kept(rows: Sequence[Row]) -> list[bool]:
    """Mark changed rows and `CONTEXT` rows around each; furniture is no change to read about."""
    keep = [False] * len(rows)
    for index, row in enumerate(rows):
        if row.changed and row.role != "furniture":
            for near in range(max(0, index - CONTEXT), min(len(rows), index + CONTEXT + 1)):
                keep[near] = True
    return keep

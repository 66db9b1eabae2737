"""The pairs of the ledger as dumbbells: the old figure at 100 per cent, the new one where it stands.

Takes `DeltaRow` values, draws each on one logarithmic axis, so that double and half are equally far from the old
figure. An open bound is a bar that ends in an arrow. Leaves out choosing pairs.

    专利申请   ○━━━━━━▶    7321件 → 超1.4万件, at least +91.2 %
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFontMetrics

from kwaicompare.gui.models.delta_rows import HUNDRED, DeltaRow, span_of
from kwaicompare.gui.views.still_plot import StillPlot, percent_ticks

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

_ROOM = 1.25  # an open bar goes on for so much beyond the last known figure
_LONGEST = 16  # characters of an indicator; the tip has it whole


@dataclass(frozen=True, slots=True)
class DumbbellData:
    """What the chart draws: pairs in their order, what is written at each, their tips, the axis's words."""

    rows: Sequence[DeltaRow]
    words: Sequence[str]
    tips: Sequence[str]
    axis: str


class DumbbellChart(StillPlot):
    """Dumbbells, one row a pair. Signal: ``row_clicked(int)``."""

    row_clicked = Signal(int)
    fitted = True
    data: DumbbellData | None = None

    def draw(self, data: DumbbellData) -> None:
        self.box.invertY(True)
        self.item.showAxis("top")
        self.item.hideAxis("bottom")
        self.item.setLabel("top", data.axis, color=self.theme.muted.name())
        low, high = (
            self._edge(end, factor) for end, factor in zip(span_of(data.rows), (1 / _ROOM, _ROOM), strict=True)
        )
        self._mark_axis(low, high)
        self.label_rows([_short(each.row.cells[0].text) for each in data.rows])
        self.frame((low, high + self._margin(data, high - low)), (-0.6, max(1, len(data.rows)) - 0.4))
        self.item.addItem(pg.InfiniteLine(log10(HUNDRED), 90, pen=pg.mkPen(self.theme.muted)))
        for at, (row, words) in enumerate(zip(data.rows, data.words, strict=True)):
            self._dumbbell(at, row, low, high)
            self.write(f" {words}", high, at, (0.0, 0.5), muted=not row.known)

    def tip_at(self, point: QPointF) -> str:
        at = round(point.y())
        return self.data.tips[at] if self.data is not None and 0 <= at < len(self.data.tips) else ""

    def click(self, point: QPointF) -> None:
        at = round(point.y())
        if self.data is not None and 0 <= at < len(self.data.rows):
            self.row_clicked.emit(at)

    def _edge(self, end: float, factor: float) -> float:
        return log10(end * factor)

    def _mark_axis(self, low: float, high: float) -> None:
        axis = self.item.getAxis("top")
        axis.setTextPen(pg.mkPen(self.theme.muted))
        axis.setGrid(40)
        axis.setTicks([percent_ticks(low, high)])

    def _dumbbell(self, at: int, row: DeltaRow, low: float, high: float) -> None:
        colour = self._colour(row)
        start = low if row.low is None else log10(row.low)
        end = high if row.high is None else log10(row.high)
        if row.known:
            nearest = min(max(log10(HUNDRED), start), end)
            self._line([log10(HUNDRED), nearest], at, colour, 2)
            self._line([start, end], at, colour, 6)
            for place, shape, is_open in ((start, "t3", row.low is None), (end, "t2", row.high is None)):
                self._dot(place, at, shape if is_open else "o", colour, colour)
        self._dot(log10(HUNDRED), at, "o", self.theme.background, self.theme.muted)

    def _line(self, ends: list[float], at: int, colour: QColor, width: int) -> None:
        pen = pg.mkPen(colour, width=width, cap=Qt.PenCapStyle.FlatCap)
        self.item.addItem(pg.PlotCurveItem(ends, [at, at], pen=pen))

    def _dot(self, x: float, at: int, shape: str, fill: QColor, edge: QColor) -> None:
        dot = pg.ScatterPlotItem([x], [at], symbol=shape, size=11, brush=pg.mkBrush(fill), pen=pg.mkPen(edge, width=2))
        self.item.addItem(dot)

    def _colour(self, row: DeltaRow) -> QColor:
        """Return the colour of risen, of fallen, and of what may be either."""
        if row.low is not None and row.low > HUNDRED:
            return self.theme.insert
        return self.theme.delete if row.high is not None and row.high < HUNDRED else self.theme.change

    def _margin(self, data: DumbbellData, width: float) -> float:
        """Return the room to the right of the bars, on the axis, in which what is written at them fits."""
        metrics = QFontMetrics(self.label_font())
        needed = max((metrics.horizontalAdvance(words) for words in data.words), default=0) + 24
        names = self.item.getAxis("left").width()
        return width * needed / max(120.0, self.width() - names - needed)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"

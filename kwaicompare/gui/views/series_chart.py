"""Indicators through three and more editions, one line each.

Takes `SeriesLine` values, draws them on a logarithmic axis in per cent of the first figure; a bound is an arrow the way
it is open, a step that does not compare as it stands is dashed. Leaves out choosing indicators.

    专利申请 100 ──── 150.3 ──── 191.2▲  专利申请  超1.4万件
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log10
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetrics

from kwaicompare.gui.models.series_lines import Point, SeriesLine
from kwaicompare.gui.views.still_plot import StillPlot, percent_ticks

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

_SHAPES = {"exact": "o", "at_least": "t1", "at_most": "t"}
_LEAD = 0.06
_NEAR = 0.05


@dataclass(frozen=True, slots=True)
class SeriesData:
    """What the chart draws: one line an indicator, the editions' names in their order, the axis's words."""

    rows: Sequence[SeriesLine]
    names: Sequence[str]
    axis: str


class SeriesChart(StillPlot):
    """One line an indicator."""

    fitted = True
    data: SeriesData | None = None

    def draw(self, data: SeriesData) -> None:
        heights = [log10(point.percent) for line in data.rows for point in line.points] or [2.0]
        low, high = min(heights) - 0.08, max(heights) + 0.08
        self.item.showAxis("left")
        self.item.showAxis("bottom")
        self.item.showAxis("top")
        self.item.setLabel("top", data.axis, color=self.theme.muted.name())
        self.item.getAxis("left").setTicks([percent_ticks(low, high)])
        self.item.getAxis("top").setTicks([[]])
        self.item.getAxis("left").setTextPen(pg.mkPen(self.theme.muted))
        self.item.getAxis("bottom").setTicks([list(enumerate(data.names))])
        last = len(data.names) - 1
        self.frame((-0.1 * last, last + self._margin(data.rows) * last), (low, high))
        for line in data.rows:
            self._draw_line(line)
        ends = [(line.points[-1].at, log10(line.points[-1].percent)) for line in data.rows]
        self.label_ends([_named(line) for line in data.rows], ends, last + _LEAD * last, (0.0, 0.5))

    def tip_at(self, point: QPointF) -> str:
        found = self._nearest(point)
        if found is None or self.data is None:
            return ""
        line, _ = found
        stated = (f"{self.data.names[each.at]}: {each.quote}" for each in line.points)
        return "\n".join((line.name, *stated))

    def click(self, point: QPointF) -> None:
        """Nothing is behind a point: further editions have no pane to lead to."""

    def _draw_line(self, line: SeriesLine) -> None:
        colour = self._colour(line)
        for one, other in pairwise(line.points):
            style = Qt.PenStyle.SolidLine if other.sound else Qt.PenStyle.DashLine
            ends = [one.at, other.at], [log10(one.percent), log10(other.percent)]
            self.item.addItem(pg.PlotCurveItem(*ends, pen=pg.mkPen(colour, width=2, style=style)))
        for each in line.points:
            self._dot(each, colour)

    def _dot(self, point: Point, colour: QColor) -> None:
        place, brush = ([point.at], [log10(point.percent)]), pg.mkBrush(colour)
        self.item.addItem(
            pg.ScatterPlotItem(*place, symbol=_SHAPES[point.end], size=9, brush=brush, pen=pg.mkPen(colour))
        )

    def _margin(self, lines: Sequence[SeriesLine]) -> float:
        """Return the room for the names at the right, in widths of the lines' part."""
        metrics = QFontMetrics(self.label_font())
        needed = max((metrics.horizontalAdvance(_named(line)) for line in lines), default=40) + 32
        return _LEAD + needed / max(120.0, self.width() - 80.0 - needed)

    def _nearest(self, point: QPointF) -> tuple[SeriesLine, Point] | None:
        low, high = self.box.viewRange()[1]
        points = [(line, each) for line in (self.data.rows if self.data else ()) for each in line.points]
        near = [
            (abs(log10(each.percent) - point.y()), line, each)
            for line, each in points
            if abs(each.at - point.x()) < _NEAR * 2
        ]
        if not near:
            return None
        distance, line, each = min(near, key=lambda found: found[0])
        return (line, each) if distance <= _NEAR * (high - low) else None

    def _colour(self, line: SeriesLine) -> QColor:
        first, last = line.points[0].percent, line.points[-1].percent
        if last == first:
            return self.theme.muted
        return self.theme.insert if last > first else self.theme.delete


def _named(line: SeriesLine) -> str:
    return f"{line.name[:16]}  {line.points[-1].quote}"

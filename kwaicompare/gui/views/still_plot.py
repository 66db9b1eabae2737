"""The ground of every plot: colours, labels, hover, click, and nothing that moves by accident.

Takes what its subclass draws. Leaves out what that means. Imports pyqtgraph, so it is itself imported only when a plot
is first shown.

    hover over a bar    → the tip that the subclass gives for that point;  click    → its ``click(point)``
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kwaicompare.gui.models.keywords import spread

if TYPE_CHECKING:
    from kwaicompare.gui.theme import Theme

ROW_HEIGHT = 24
_PIXEL_GAP = 3


def percent_ticks(low: float, high: float) -> list[tuple[float, str]]:
    """Return marks between two places of a logarithmic axis in per cent, the closer the less the axis spans."""
    steps = (10, 15, 20, 30, 50, 70) if high - low < 1.2 else (10, 20, 50) if high - low < 2.5 else (10,)
    values = (step * 10**decade for decade in range(8) for step in steps)
    return [
        (log10(each / 10), f"{each // 10:,}%") for each in values if each % 10 == 0 and low <= log10(each / 10) <= high
    ]


def rate_ticks(low: float, high: float) -> list[tuple[float, str]]:
    """Return marks between two places of a logarithmic axis of rates: 1, 2, 5 of each decade."""
    values = [(step * 10.0**decade, decade) for decade in range(-3, 5) for step in (1, 2, 5)]
    return [(log10(each), f"{each:,.{max(0, -decade)}f}") for each, decade in values if low <= log10(each) <= high]


class StillPlot(pg.PlotWidget):
    """A plot that neither pans nor zooms. Signal: ``place_clicked(side, start, end)`` where it shows single places."""

    place_clicked = Signal(str, int, int)
    fitted = False
    """Whether the drawing depends on the plot's size."""
    data: Any = None  # of the class, because pyqtgraph resizes while it is being made

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.item = pg.PlotItem()
        self.box: pg.ViewBox = self.item.getViewBox()
        super().__init__(parent, plotItem=self.item)
        self.setBackground(theme.background)
        self.theme = theme
        self.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.setMouseEnabled(False, False)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAntialiasing(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.item.setContentsMargins(4, 4, 12, 4)

    def show_data(self, data: Any) -> None:
        """Draw this instead."""
        self.data = data
        self.redraw()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.theme = theme
        self.setBackground(theme.background)
        self.redraw()

    def redraw(self) -> None:
        """Clear, colour the axes, draw."""
        self.item.clear()
        for name in ("left", "top", "bottom"):
            axis = self.item.getAxis(name)
            axis.setPen(pg.mkPen(self.theme.line))
            axis.setTextPen(pg.mkPen(self.theme.text))
            axis.setStyle(tickFont=self.label_font(), tickLength=0)
        if self.data is not None:
            self.draw(self.data)

    def draw(self, data: Any) -> None:
        """Add the plot's items."""
        raise NotImplementedError

    def tip_at(self, point: QPointF) -> str:
        """Return what to say of a point in plot coordinates; "" for nothing."""
        raise NotImplementedError

    def click(self, point: QPointF) -> None:
        """Act on a click at a point in plot coordinates."""
        raise NotImplementedError

    def wanted_height(self, rows: int) -> int:
        """Return the height that shows ``rows`` rows readably."""
        return rows * ROW_HEIGHT + 64

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def label_font(self) -> QFont:
        """Return the font of labels: the widget's own, which shows Chinese."""
        return QFont(self.font())

    def write(self, text: str, x: float, y: float, anchor: tuple[float, float], muted: bool = False) -> pg.TextItem:
        """Add a label."""
        label = pg.TextItem(text, color=self.theme.muted if muted else self.theme.text, anchor=anchor)
        label.setFont(self.label_font())
        self.item.addItem(label, ignoreBounds=True)
        label.setPos(x, y)
        return label

    def label_ends(
        self, names: Sequence[str], ends: Sequence[tuple[float, float]], x: float, anchor: tuple[float, float]
    ) -> None:
        """Write a name at ``x`` for each end of a line, moved apart where names would collide, and led to its end."""
        low, high = self.box.viewRange()[1]
        gap = (high - low) * (QFontMetrics(self.label_font()).height() + _PIXEL_GAP) / max(1.0, self.height() - 60.0)
        for name, (at, value), y in zip(names, ends, spread([each[1] for each in ends], gap, low, high), strict=True):
            self.item.addItem(pg.PlotCurveItem([at, x], [value, y], pen=pg.mkPen(self.theme.line)))
            self.write(name, x, y, anchor)

    def frame(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show exactly this part of the plane."""
        self.box.setRange(xRange=x, yRange=y, padding=0)

    def label_rows(self, names: Sequence[str]) -> None:
        """Write names beside the rows, wide enough for the longest."""
        axis = self.item.getAxis("left")
        axis.setTicks([list(enumerate(names))])
        metrics = QFontMetrics(self.label_font())
        axis.setWidth(max((metrics.horizontalAdvance(name) for name in names), default=40) + 16)

    def resizeEvent(self, ev: QResizeEvent) -> None:
        super().resizeEvent(ev)
        if self.fitted and self.data is not None:
            self.redraw()

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        tip = self.tip_at(self._plotted(ev))
        self.setCursor(Qt.CursorShape.PointingHandCursor if tip else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(ev.globalPosition().toPoint(), tip, self)
        super().mouseMoveEvent(ev)

    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        super().mouseReleaseEvent(ev)
        if ev.button() == Qt.MouseButton.LeftButton:
            self.click(self._plotted(ev))

    def _plotted(self, event: QMouseEvent) -> QPointF:
        return self.box.mapSceneToView(self.mapToScene(event.position().toPoint()))

"""Each term a dot: its rate in the old edition against that in the new, on logarithmic axes.

Takes terms in the order of their weight, writes the names of as many as fit without touching each other or a dot, the
first ones first. Leaves out choosing terms.

    above the diagonal a term has risen, below it fallen; on the edge one edition does not have it at all
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log10
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetrics

from kwaicompare.gui.views.still_plot import rate_ticks
from kwaicompare.gui.views.term_plot import PlotData, TermPlot

if TYPE_CHECKING:
    from kwaicompare.model.keyword import Term

_DOT, _PICKED_DOT = 6, 10
_NEAR = 8  # pixels around a dot that belong to it
_AWAY = 6  # pixels between a dot and its name
_MARGIN = 4  # pixels that a label keeps around its text
_ROOM = 0.25  # decades around the dots


class RateScatter(TermPlot):
    """Old rate across, new rate up."""

    fitted = True

    def draw(self, data: PlotData) -> None:
        self._places = _places(data)
        ends = [end for place in self._places for end in place] or [0.0, 1.0]
        low, high = min(ends) - _ROOM, max(ends) + _ROOM
        for name, words in (("bottom", data.names[0]), ("left", data.names[1])):
            axis = self.item.getAxis(name)
            self.item.showAxis(name)
            axis.setTicks([rate_ticks(low, high)])
            axis.setTextPen(pg.mkPen(self.theme.muted))
            label = f"{words} · {data.axis}" if name == "bottom" else words
            self.item.setLabel(name, label, color=self.theme.muted.name())
        self.item.layout.activate()  # pyright: ignore[reportAttributeAccessIssue] - the axes take their room first
        self.frame((low, high), (low, high))
        self.item.addItem(pg.PlotCurveItem([low, high], [low, high], pen=pg.mkPen(self.theme.line)))
        self._dots(data)
        self._label(data)

    def term_at(self, point: QPointF) -> Term | None:
        if self.data is None or not self.data.terms:
            return None
        across, up = self._pixels()
        gaps = [abs(x - point.x()) / across + abs(y - point.y()) / up for x, y in self._places]
        at = min(range(len(gaps)), key=lambda each: gaps[each])
        return self.data.terms[at] if gaps[at] <= _NEAR else None

    def _dots(self, data: PlotData) -> None:
        colours = [self.colour_of(term, self.theme.line) for term in data.terms]
        self.item.addItem(
            pg.ScatterPlotItem(
                [x for x, _ in self._places],
                [y for _, y in self._places],
                size=[_PICKED_DOT if at < data.picked else _DOT for at in range(len(colours))],
                brush=[pg.mkBrush(colour) for colour in colours],
                pen=pg.mkPen(None),
            )
        )

    def _label(self, data: PlotData) -> None:
        """Write names beside their dots, as long as they touch nothing; those picked always."""
        metrics = QFontMetrics(self.label_font())
        across, up = self._pixels()
        probe = pg.TextItem("国")  # a fallback font's lines may be taller than those of the font asked for
        probe.setFont(self.label_font())
        tall = probe.boundingRect().height() - 2 * _MARGIN
        taken = [QRectF(x / across - _DOT / 2, -y / up - _DOT / 2, _DOT, _DOT) for x, y in self._places]
        (left, right), (low, high) = self.box.viewRange()
        inside = QRectF(left / across, -high / up, (right - left) / across, (high - low) / up)
        for at, (term, (x, y)) in enumerate(zip(data.terms, self._places, strict=True)):
            name = self.name_of(term)
            size = metrics.horizontalAdvance(name) + 2.0, tall
            free = [
                box
                for box in _boxes(x / across, -y / up, *size)
                if inside.contains(box) and not any(box.intersects(other) for other in taken)
            ]
            if free or at < data.picked:
                box = free[0] if free else next(_boxes(x / across, -y / up, *size))
                taken.append(box)
                self.write(
                    name,
                    (box.left() - _MARGIN) * across,
                    -box.center().y() * up,
                    (0.0, 0.5),
                    muted=term.status == "steady",
                )

    def _pixels(self) -> tuple[float, float]:
        """Return how much of the plane a pixel is, across and up."""
        (left, right), (low, high) = self.box.viewRange()
        return (right - left) / max(1.0, self.box.width()), (high - low) / max(1.0, self.box.height())


def _places(data: PlotData) -> list[tuple[float, float]]:
    """Return each dot's place; a term that an edition does not have stands where it would have half a hit."""
    ends = [(data.rates_of(term)[0], data.rates_of(term)[-1]) for term in data.terms]
    least = min((rate for pair in ends for rate in pair if rate), default=1.0)
    return [(log10(old or least / 2), log10(new or least / 2)) for old, new in ends]


def _boxes(x: float, y: float, wide: float, tall: float) -> Iterator[QRectF]:
    """Yield where a name can stand: right of its dot, left, above, below; pixels, downwards."""
    yield QRectF(x + _AWAY, y - tall / 2, wide, tall)
    yield QRectF(x - _AWAY - wide, y - tall / 2, wide, tall)
    yield QRectF(x - wide / 2, y - _AWAY - tall, wide, tall)
    yield QRectF(x - wide / 2, y + _AWAY, wide, tall)

"""Rates of chosen terms in the old and the new edition, joined by a line.

Takes terms, draws both rates on one axis; labels that would collide are moved apart and led to their line. Leaves out
choosing terms.

    专利 12.4 ────╲
                   ╲──── 8.1 专利
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetrics, QResizeEvent

from kwaicompare.gui.models.keywords import number, spread
from kwaicompare.gui.views.term_plot import PlotData, TermPlot

if TYPE_CHECKING:
    from kwaicompare.model.keyword import Term

_LEAD = 0.05
_PIXEL_GAP = 3
_NEAR = 0.02


class SlopeChart(TermPlot):
    """Two columns of rates, one line for each term."""

    def draw(self, data: PlotData) -> None:
        terms = data.terms
        top = max((max(each.per_10k_a, each.per_10k_b) for each in terms), default=1.0) or 1.0
        self.item.showAxis("left")
        self.item.showAxis("bottom")
        self.item.setLabel("left", data.axis, color=self.theme.muted.name())
        self.item.getAxis("left").setTextPen(pg.mkPen(self.theme.muted))
        self.item.getAxis("bottom").setTicks([[(0, data.names[0]), (1, data.names[1])]])
        margin = self._margin(terms)
        self.frame((-margin, 1 + margin), (-0.04 * top, 1.06 * top))
        for x in (0, 1):
            self.item.addItem(pg.InfiniteLine(x, 90, pen=pg.mkPen(self.theme.line)))
        for term in terms:
            pen = pg.mkPen(self._colour(term), width=2)
            brush = pg.mkBrush(self._colour(term))
            ends = [term.per_10k_a, term.per_10k_b]
            self.item.addItem(
                pg.PlotDataItem([0, 1], ends, pen=pen, symbol="o", symbolSize=6, symbolBrush=brush, symbolPen=None)
            )
        self._label(terms, 0, [term.per_10k_a for term in terms], top)
        self._label(terms, 1, [term.per_10k_b for term in terms], top)

    def term_at(self, point: QPointF) -> Term | None:
        if self.data is None or not 0 <= point.x() <= 1 or not self.data.terms:
            return None
        top = self.box.viewRange()[1][1]
        nearest = min(self.data.terms, key=lambda term: abs(_rate(term, point.x()) - point.y()))
        return nearest if abs(_rate(nearest, point.x()) - point.y()) <= top * _NEAR else None

    def resizeEvent(self, ev: QResizeEvent) -> None:
        super().resizeEvent(ev)
        if self.data is not None:
            self.redraw()

    def _label(self, terms, x: int, rates: list[float], top: float) -> None:
        metrics = QFontMetrics(self.label_font())
        room = max(1.0, self.height() - 60.0)
        gap = 1.1 * top * (metrics.height() + _PIXEL_GAP) / room
        side = -_LEAD if x == 0 else _LEAD
        for term, rate, y in zip(terms, rates, spread(rates, gap, *self.box.viewRange()[1]), strict=True):
            text = f"{self.name_of(term)}  {number(rate)}" if x == 0 else f"{number(rate)}  {self.name_of(term)}"
            self.item.addItem(pg.PlotCurveItem([x, x + side], [rate, y], pen=pg.mkPen(self.theme.line)))
            self.write(text, x + side, y, (1.0, 0.5) if x == 0 else (0.0, 0.5))

    def _margin(self, terms) -> float:
        """Return how much wider than the lines the plot is, in their width, so that the longest label has room."""
        metrics = QFontMetrics(self.label_font())
        widest = max((metrics.horizontalAdvance(self.name_of(term)) for term in terms), default=40)
        needed = widest + metrics.horizontalAdvance("  1,000.0") + 16
        room = max(120.0, self.width() - 60.0 - 2 * needed)
        return _LEAD + needed / room

    def _colour(self, term: Term):
        if term.status in ("risen", "new"):
            return self.theme.insert
        return self.theme.delete if term.status in ("fallen", "gone") else self.theme.muted


def _rate(term: Term, x: float) -> float:
    return term.per_10k_a + (term.per_10k_b - term.per_10k_a) * x

"""Rates of chosen terms in the old and the new edition, or in all that were opened, joined by a line.

Takes terms, draws their rates on one axis; labels that would collide are moved apart and led to their line. Leaves out
choosing terms.

    专利 12.4 ────╲
                   ╲──── 8.1 专利
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetrics

from kwaicompare.gui.models.keywords import number
from kwaicompare.gui.views.term_plot import PlotData, TermPlot

if TYPE_CHECKING:
    from kwaicompare.model.keyword import Term

_LEAD = 0.05
_NEAR = 0.02


class SlopeChart(TermPlot):
    """A column of rates for each edition, one line for each term."""

    fitted = True

    def draw(self, data: PlotData) -> None:
        terms, names = data.terms, data.through or data.names
        top = max((rate for each in terms for rate in data.rates_of(each)), default=1.0) or 1.0
        last = len(names) - 1
        self.item.showAxis("left")
        self.item.showAxis("bottom")
        self.item.setLabel("left", data.axis, color=self.theme.muted.name())
        self.item.getAxis("left").setTextPen(pg.mkPen(self.theme.muted))
        self.item.getAxis("bottom").setTicks([list(enumerate(names))])
        margin = self._margin(terms) * last
        self.frame((-margin, last + margin), (-0.04 * top, 1.06 * top))
        for x in range(len(names)):
            self.item.addItem(pg.InfiniteLine(x, 90, pen=pg.mkPen(self.theme.line)))
        for term in terms:
            rates = list(data.rates_of(term))
            colour = self.colour_of(term, self.theme.muted)
            pen, brush = pg.mkPen(colour, width=2), pg.mkBrush(colour)
            places = list(range(len(rates)))
            self.item.addItem(
                pg.PlotDataItem(places, rates, pen=pen, symbol="o", symbolSize=6, symbolBrush=brush, symbolPen=None)
            )
        for x in (0, last):
            self._label(terms, x, [data.rates_of(term)[x] for term in terms])

    def term_at(self, point: QPointF) -> Term | None:
        if self.data is None or not self.data.terms:
            return None
        last = len(self.data.through or self.data.names) - 1
        if not 0 <= point.x() <= last:
            return None
        top = self.box.viewRange()[1][1]
        rates = {id(term): _rate(self.data.rates_of(term), point.x()) for term in self.data.terms}
        nearest = min(self.data.terms, key=lambda term: abs(rates[id(term)] - point.y()))
        return nearest if abs(rates[id(nearest)] - point.y()) <= top * _NEAR else None

    def _label(self, terms: Sequence[Term], x: int, rates: list[float]) -> None:
        left = x == 0
        names = [
            f"{self.name_of(term)}  {number(rate)}" if left else f"{number(rate)}  {self.name_of(term)}"
            for term, rate in zip(terms, rates, strict=True)
        ]
        ends = [(x, rate) for rate in rates]
        self.label_ends(names, ends, x - _LEAD if left else x + _LEAD, (1.0, 0.5) if left else (0.0, 0.5))

    def _margin(self, terms) -> float:
        """Return how much wider than the lines the plot is, in their width, so that the longest label has room."""
        metrics = QFontMetrics(self.label_font())
        widest = max((metrics.horizontalAdvance(self.name_of(term)) for term in terms), default=40)
        needed = widest + metrics.horizontalAdvance("  1,000.0") + 16
        room = max(120.0, self.width() - 60.0 - 2 * needed)
        return _LEAD + needed / room


def _rate(rates: Sequence[float], x: float) -> float:
    """Return the height of a line at ``x``, between the editions on either side."""
    before = min(int(x), len(rates) - 2)
    return rates[before] + (rates[before + 1] - rates[before]) * (x - before)

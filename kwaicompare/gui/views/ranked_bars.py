"""Risen and fallen terms as bars to either side of no change.

Takes ranked terms, draws for each the conservative log ratio as a bar and the estimate itself as a thin line. Leaves
out ranking.

    可灵 ━━━━━━━━──    counts 0 → 41 stand on the other side of the zero line
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF

from kwaicompare.gui.views.term_plot import PlotData, TermPlot

if TYPE_CHECKING:
    from kwaicompare.model.keyword import Term

_THICKNESS = 0.56
_ROOM = 1.12


class RankedBars(TermPlot):
    """Diverging bars, risen to the right."""

    def draw(self, data: PlotData) -> None:
        terms = data.terms
        self.box.invertY(True)
        self.item.showAxis("top")
        self.item.hideAxis("bottom")
        self.item.setLabel("top", data.axis, color=self.theme.muted.name())
        self.item.getAxis("top").setTextPen(pg.mkPen(self.theme.muted))
        self.item.getAxis("top").setGrid(40)
        self.name_rows(terms)
        for rising, colour in ((True, self.theme.insert), (False, self.theme.delete)):
            self._bars([(at, each) for at, each in enumerate(terms) if _rising(each) == rising], colour)
        self.item.addItem(pg.InfiniteLine(0, 90, pen=pg.mkPen(self.theme.muted)))
        for at, term in enumerate(terms):
            anchor = (1.0, 0.5) if _rising(term) else (0.0, 0.5)
            self.write(f"{term.count_a} → {term.count_b}", 0, at, anchor, muted=True)
        self._frame(terms)

    def term_at(self, point: QPointF) -> Term | None:
        return None if self.data is None else self.row_of(point, self.data.terms)

    def _bars(self, rows: list[tuple[int, Term]], colour) -> None:
        if not rows:
            return
        at = [place for place, _ in rows]
        bounds = [term.log_ratio_bound for _, term in rows]
        brush, pen = pg.mkBrush(colour), pg.mkPen(None)
        self.item.addItem(pg.BarGraphItem(x0=0, width=bounds, y=at, height=_THICKNESS, brush=brush, pen=pen))
        ends = [end for _, term in rows for end in (term.log_ratio_bound, term.log_ratio)]
        heights = [place for place in at for _ in range(2)]
        self.item.addItem(pg.PlotCurveItem(ends, heights, connect="pairs", pen=pg.mkPen(colour, width=2)))

    def _frame(self, terms) -> None:
        reach = max((abs(end) for term in terms for end in (term.log_ratio, term.log_ratio_bound)), default=1.0) or 1.0
        left = any(not _rising(term) for term in terms)
        right = any(_rising(term) for term in terms)
        low, high = (-reach if left else -reach / 3), (reach if right else reach / 3)
        self.frame((low * _ROOM, high * _ROOM), (-0.6, max(1, len(terms)) - 0.4))


def _rising(term: Term) -> bool:
    return term.log_ratio >= 0

"""Where in each edition a term stands: every occurrence a line on a strip, chapters as faint marks.

Takes terms, draws for each a strip of the old and one of the new edition, begin to end. Leaves out choosing terms.

    专利   |  || |     ||      |     ||||  | |
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF

from kwaicompare.gui.models.keywords import places
from kwaicompare.gui.views.term_plot import PlotData, TermPlot

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Edition
    from kwaicompare.model.keyword import Term
    from kwaicompare.model.span import Span

_STRIP = 0.62
_BETWEEN = 1.06
_NEAR = 0.012


class DispersionStrips(TermPlot):
    """One row for each term, the old edition's strip on the left."""

    def draw(self, data: PlotData) -> None:
        self.box.invertY(True)
        self.item.showAxis("top")
        self.item.hideAxis("bottom")
        self.item.setLabel("top", data.axis, color=self.theme.muted.name())
        self.item.getAxis("top").setTicks([[(0.5, data.names[0]), (_BETWEEN + 0.5, data.names[1])]])
        self.name_rows(data.terms)
        wanted = [term.term for term in data.terms]
        self._sides = tuple((each, places(each, wanted)) for each in (data.comparison.a, data.comparison.b))
        for side, (edition, found) in enumerate(self._sides):
            self._strips(side * _BETWEEN, edition, found, data.terms)
        self.frame((-0.01, 1 + _BETWEEN + 0.01), (-0.6, max(1, len(data.terms)) - 0.4))

    def term_at(self, point: QPointF) -> Term | None:
        return None if self.data is None else self.row_of(point, self.data.terms)

    def tip_at(self, point: QPointF) -> str:
        place = self._place(point)
        tip = super().tip_at(point)
        if place is None or not tip:
            return tip
        edition = self._sides[place[0]][0]
        return f"{tip}\n{_section(edition, place[1].start)}".rstrip()

    def click(self, point: QPointF) -> None:
        place = self._place(point)
        if place is None:
            super().click(point)
            return
        self.place_clicked.emit("ab"[place[0]], place[1].start, place[1].end)

    def _place(self, point: QPointF) -> tuple[int, Span] | None:
        """Return side and place of the occurrence at a point."""
        term = self.term_at(point)
        side = 0 if point.x() <= 1 else 1
        if term is None:
            return None
        edition, found = self._sides[side]
        share = point.x() - side * _BETWEEN
        size = max(1, len(edition.text))
        nearest = min(found[term.term], key=lambda span: abs(span.start / size - share), default=None)
        return None if nearest is None or abs(nearest.start / size - share) > _NEAR else (side, nearest)

    def _strips(self, x: float, edition: Edition, found: dict[str, list[Span]], terms) -> None:
        size = max(1, len(edition.text))
        rows = list(range(len(terms)))
        ground = pg.mkBrush(self.theme.surface)
        if rows:
            self.item.addItem(pg.BarGraphItem(x0=x, width=1, y=rows, height=_STRIP, brush=ground, pen=pg.mkPen(None)))
        chapters = [x + each.span.start / size for each in edition.sections if each.level == 1]
        self._lines(chapters * len(rows), [row for row in rows for _ in chapters], self.theme.line, 1.0)
        marks = [(x + span.start / size, row) for row, term in enumerate(terms) for span in found[term.term]]
        colour = self.theme.delete if x == 0 else self.theme.insert
        self._lines([at for at, _ in marks], [row for _, row in marks], colour, 1.6)

    def _lines(self, at: list[float], rows: list[int], colour, width: float) -> None:
        xs = [x for x in at for _ in range(2)]
        ys = [y for row in rows for y in (row - _STRIP / 2, row + _STRIP / 2)]
        self.item.addItem(pg.PlotCurveItem(xs, ys, connect="pairs", pen=pg.mkPen(colour, width=width)))


def _section(edition: Edition, offset: int) -> str:
    """Return the title of the innermost section at an offset."""
    starts = [section.span.start for section in edition.sections]
    at = bisect_right(starts, offset) - 1
    return edition.sections[at].title if at >= 0 else ""

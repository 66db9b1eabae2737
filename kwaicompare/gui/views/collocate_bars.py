"""The words that stand in the same sentences as a chosen term: in the old edition to the left, in the new to the right.

Takes a term, draws how strongly both attract each other. Leaves out counting (`keywords/collocation.py`).

    反诈:   风控 |━━━━━ 3     宣传 |━━━━━ 3     版权 2 ━━━|
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF

from kwaicompare.gui.views.still_plot import ROW_HEIGHT
from kwaicompare.gui.views.term_plot import PlotData, TermPlot
from kwaicompare.keywords.collocation import collocates

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Comparison, Edition
    from kwaicompare.model.keyword import Collocate, Term

    _Beside = tuple[dict[str, Collocate], dict[str, Collocate]]

_THICKNESS = 0.56
_MOST = 15.5  # log-Dice is at most 14; the rest is for the numbers
_FEWEST = 8


class CollocateBars(TermPlot):
    """Bars to either side. A click looks both words up together."""

    _known: tuple[str, Comparison, _Beside] | None = None
    _names: list[str]

    def draw(self, data: PlotData) -> None:
        self._names = []
        if not data.terms:
            return
        term = data.terms[0]
        old, new = self._beside(data, term)
        strongest = {name: max(side[name].log_dice for side in (old, new) if name in side) for name in {*old, *new}}
        rows = max(_FEWEST, (self.height() - 70) // ROW_HEIGHT)
        self._names = sorted(strongest, key=lambda name: (-strongest[name], name))[:rows]
        self.box.invertY(True)
        self.item.showAxis("top")
        self.item.hideAxis("bottom")
        words = f"{data.names[0]} ← {self.name_of(term)} → {data.names[1]}"
        self.item.setLabel("top", words, color=self.theme.text.name())
        axis = self.item.getAxis("top")
        axis.setTextPen(pg.mkPen(self.theme.muted))
        axis.setTicks([[(at, str(abs(at))) for at in (-14, -7, 0, 7, 14)]])
        self.label_rows(self._names)
        for side, sign, colour in ((old, -1, self.theme.delete), (new, 1, self.theme.insert)):
            self._bars(side, sign, colour)
        self.item.addItem(pg.InfiniteLine(0, 90, pen=pg.mkPen(self.theme.muted)))
        self.frame((-_MOST, _MOST), (-0.6, max(1, len(self._names)) - 0.4))

    def term_at(self, point: QPointF) -> Term | None:
        return None

    def tip_at(self, point: QPointF) -> str:
        name = self._name_at(point)
        if not name or self.data is None or self._known is None:
            return ""
        lines = [name]
        for edition, side in zip(self.data.names, self._known[2], strict=True):
            if name in side:
                found = side[name]
                sentences = self.tr("{count} sentences").format(count=found.together)
                lines.append(f"{edition}: {sentences}, log-Dice {found.log_dice:.1f}, G² {found.log_likelihood:.0f}")
        return "\n".join(lines)

    def click(self, point: QPointF) -> None:
        name = self._name_at(point)
        if name and self.data is not None:
            self.look_up_wanted.emit(f"{self.name_of(self.data.terms[0])} {name}")

    def _name_at(self, point: QPointF) -> str:
        at = round(point.y())
        return self._names[at] if 0 <= at < len(self._names) else ""

    def _bars(self, side: dict[str, Collocate], sign: int, colour) -> None:
        rows = [(at, side[name]) for at, name in enumerate(self._names) if name in side]
        if not rows:
            return
        places, lengths = [at for at, _ in rows], [sign * found.log_dice for _, found in rows]
        brush, pen = pg.mkBrush(colour), pg.mkPen(None)
        self.item.addItem(pg.BarGraphItem(x0=0, width=lengths, y=places, height=_THICKNESS, brush=brush, pen=pen))
        for at, found in rows:
            self.write(str(found.together), sign * found.log_dice, at, (0.0 if sign > 0 else 1.0, 0.5), muted=True)

    def _beside(self, data: PlotData, term: Term) -> _Beside:
        """Return what stands beside a term in each edition, worked out once for all sizes of the plot."""
        known = self._known
        if known is None or known[0] != term.term or known[1] is not data.comparison:
            sides = _named(data.comparison.a, term.term), _named(data.comparison.b, term.term)
            known = self._known = (term.term, data.comparison, sides)
        return known[2]


def _named(edition: Edition, term: str) -> dict[str, Collocate]:
    return {each.term: each for each in collocates(edition, term)}

"""The words that paired sentences exchange for others, and how often the old one is left: lines of text, not bars.

Takes a comparison, writes a line for each exchange. Leaves out finding them (`text/substitution.py`).

    股东大会 → 股东会   46 ×   left 0 ×
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from kwaicompare.gui.views.still_plot import ROW_HEIGHT
from kwaicompare.gui.views.term_plot import PlotData, TermPlot
from kwaicompare.text.substitution import substitutions

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.keyword import Substitution, Term

_LEAST = 2  # sentences that make the same exchange


class ReplacedWords(TermPlot):
    """Exchanges, the most frequent first. A click leads to the first place; where the old word is left, to that."""

    _known: tuple[Comparison, tuple[Substitution, ...]] | None = None

    def draw(self, data: PlotData) -> None:
        for name in ("left", "top", "bottom"):
            self.item.hideAxis(name)
        self.box.invertY(True)
        rows = self._rows()
        for at, each in enumerate(rows):
            self.write(f"{each.old} → {each.new}", 0.02, at, (0.0, 0.5))
            told = self.tr("{count} times").format(count=len(each.places))
            left = self.tr("left {count} times").format(count=len(each.left)) if each.left else self.tr("none left")
            self.write(f"{told}   {left}", 0.6, at, (0.0, 0.5), muted=not each.left)
        if not rows:
            none = self.tr("No word is exchanged for another in two sentences or more.")
            self.write(none, 0.02, 0, (0.0, 0.5), muted=True)
        self.frame((0, 1), (-0.6, max(1.0, self.height() / ROW_HEIGHT) - 0.4))

    def wanted_height(self, rows: int) -> int:
        return (len(self._rows()) + 1) * ROW_HEIGHT if self.data is not None else super().wanted_height(rows)

    def term_at(self, point: QPointF) -> Term | None:
        return None

    def tip_at(self, point: QPointF) -> str:
        at = round(point.y())
        rows = self._rows()
        return f"{rows[at].old} → {rows[at].new}" if 0 <= at < len(rows) else ""

    def click(self, point: QPointF) -> None:
        at, rows = round(point.y()), self._rows()
        if 0 <= at < len(rows):
            place = rows[at].left[0] if rows[at].left else rows[at].places[0][1]
            self.place_clicked.emit("b", place.start, place.end)

    def _rows(self) -> tuple[Substitution, ...]:
        if self.data is None:
            return ()
        comparison = self.data.comparison
        if self._known is None or self._known[0] is not comparison:
            found = substitutions(comparison.a, comparison.b, comparison.passages, _LEAST)
            self._known = comparison, tuple(sorted(found, key=lambda each: -len(each.places)))
        return self._known[1]

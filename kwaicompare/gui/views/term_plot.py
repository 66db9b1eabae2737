"""The ground of every keyword plot: terms, their names and tips.

Takes a `PlotData`, draws it in its subclass. Leaves out which terms are chosen.

    hover over a bar    → a tip naming term and values;  click    → ``term_clicked("可灵")``
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Signal

from kwaicompare.gui.views.still_plot import StillPlot

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.keyword import Term


@dataclass(frozen=True, slots=True)
class PlotData:
    """What a plot draws: terms in their order, the editions' names, the axis's words, terms as written, their tips.

    ``through`` are the names of all editions where there are more than two, ``rates`` each term's rate in them. The
    first ``picked`` terms are those that the reader selected.

    Plain values only: a bound method of the view here would tie plot and view into a cycle, and Python's collector
    then frees Qt's scene in the wrong order and crashes.
    """

    comparison: Comparison
    terms: Sequence[Term]
    names: tuple[str, str]
    axis: str
    written: Mapping[str, str]
    tips: Mapping[str, str]
    through: Sequence[str] = ()
    rates: Mapping[str, Sequence[float]] = field(default_factory=dict)
    picked: int = 0

    def rates_of(self, term: Term) -> Sequence[float]:
        """Return a term's rates, edition by edition."""
        return self.rates[term.term] if self.through else (term.per_10k_a, term.per_10k_b)


class TermPlot(StillPlot):
    """A still plot of terms. Signals: ``term_clicked(term)``; ``look_up_wanted(words)`` of two that stand together."""

    term_clicked = Signal(str)
    look_up_wanted = Signal(str)
    data: PlotData | None = None

    def term_at(self, point: QPointF) -> Term | None:
        """Return the term at a point in plot coordinates."""
        raise NotImplementedError

    def tip_at(self, point: QPointF) -> str:
        term = self.term_at(point)
        return "" if term is None or self.data is None else self.data.tips.get(term.term, "")

    def name_rows(self, terms: Sequence[Term]) -> None:
        """Write the terms beside their rows."""
        self.label_rows([self.name_of(term) for term in terms])

    def name_of(self, term: Term) -> str:
        """Return a term as the texts write it."""
        return self.data.written.get(term.term, term.term) if self.data is not None else term.term

    def colour_of(self, term: Term, steady: QColor) -> QColor:
        """Return the colour of what became of a term; ``steady`` for one that neither rose nor fell."""
        if term.status in ("risen", "new"):
            return self.theme.insert
        return self.theme.delete if term.status in ("fallen", "gone") else steady

    def row_of(self, point: QPointF, terms: Sequence[Term]) -> Term | None:
        """Return the term of a row."""
        at = round(point.y())
        return terms[at] if 0 <= at < len(terms) else None

    def click(self, point: QPointF) -> None:
        term = self.term_at(point)
        if term is not None:
            self.term_clicked.emit(term.term)

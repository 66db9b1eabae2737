"""The plots beside the table of terms: one at a time, with what it shows said above it.

Takes a comparison, the terms that pass the filter and those selected; returns the term or place that is clicked.
Leaves out filtering. A plot and pyqtgraph with it are loaded when the plot is first looked at.

    select 可灵, choose "Slopes"    → its rate in the old edition and in the new one, joined by a line
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kwaicompare.gui.models.keywords import number, ranked
from kwaicompare.gui.theme import LIGHT, Theme
from kwaicompare.gui.views.controls import bar_of, reword
from kwaicompare.gui.views.picture import save_picture

if TYPE_CHECKING:
    from kwaicompare.gui.views.term_plot import TermPlot
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.keyword import Term, Trend

_MORE = 20
_FEWEST = 4
_MOST_SLOPES, _MOST_SCATTERED = 16, 400


class Kind(NamedTuple):
    """A kind of plot: where it is defined, and whether the terms selected in the table are what it draws."""

    name: str
    module: str
    plot: str
    follows: bool = True
    growing: bool = False


KINDS = (
    Kind("bars", "ranked_bars", "RankedBars", follows=False, growing=True),
    Kind("slopes", "slope_chart", "SlopeChart"),
    Kind("strips", "dispersion_strips", "DispersionStrips", growing=True),
    Kind("scatter", "rate_scatter", "RateScatter", follows=False),
    Kind("beside", "collocate_bars", "CollocateBars"),
    Kind("replaced", "replaced_words", "ReplacedWords", follows=False),
)


class KeywordPlots(QWidget):
    """The chosen plot.

    Signals: ``term_clicked(term)``; ``place_requested(side, start, end)``; ``look_up_wanted(words)`` of two words that
    stand together; ``export_wanted()``.
    """

    term_clicked = Signal(str)
    place_requested = Signal(str, int, int)
    look_up_wanted = Signal(str)
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot: TermPlot | None = None
        self._theme = LIGHT
        self._comparison: Comparison | None = None
        self._known: Sequence[Term] = ()
        self._picked: Sequence[Term] = ()
        self._filter = ""
        self._written: Mapping[str, str] = {}
        self._through: tuple[str, ...] = ()
        self._trends: dict[str, tuple[float, ...]] = {}
        self._more = 0
        self.kinds, self.caption = QComboBox(), QLabel()
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.more_button, self.export_button = QPushButton(flat=True), QPushButton(flat=True)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        bar = bar_of(self.kinds, self.caption, self.more_button, self.export_button)
        bar.setStretchFactor(self.caption, 1)
        layout.addLayout(bar)
        layout.addWidget(self.area, 1)
        self.kinds.currentIndexChanged.connect(self._replot)
        self.more_button.clicked.connect(self._show_more)
        self.export_button.clicked.connect(self.export_wanted)
        self.retranslate()

    @property
    def kind(self) -> Kind:
        """The kind of plot chosen."""
        return KINDS[max(0, self.kinds.currentIndex())]

    def show_comparison(self, comparison: Comparison, written: Mapping[str, str]) -> None:
        """Draw from another comparison; ``written`` says how the texts write the terms."""
        if any(each.term not in self._trends for each in comparison.keywords):
            self._through, self._trends = (), {}
        self._comparison, self._written, self._more = comparison, written, 0

    def show_terms(self, known: Sequence[Term], picked: Sequence[Term], words: str) -> None:
        """Draw of the terms that pass the filter, of which ``words`` says what it is, and those selected."""
        self._known, self._picked, self._filter = known, picked, words
        if self.plot is None:
            self.update()
        else:
            self._redraw()

    def pick(self, picked: Sequence[Term]) -> None:
        """Take up other selected terms."""
        self._picked = picked
        if self.kind.follows:
            self._redraw()

    def show_trends(self, names: Sequence[str], trends: Sequence[Trend]) -> None:
        """Draw slopes through editions of these names."""
        self._through, self._trends = tuple(names), {each.term: each.per_10k for each in trends}
        slopes = [kind.name for kind in KINDS].index("slopes")
        if self.kinds.currentIndex() == slopes:
            self._redraw()
        self.kinds.setCurrentIndex(slopes)

    def names(self) -> tuple[str, str]:
        """Return what the editions are called."""
        old, new = self.tr("Old edition"), self.tr("New edition")
        if self._comparison is None:
            return old, new
        return self._comparison.a.document.source.edition or old, self._comparison.b.document.source.edition or new

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.caption.setStyleSheet(f"color: {theme.muted.name()}")
        self.area.setStyleSheet(
            f"QScrollArea, QScrollArea > QWidget > QWidget {{ background: {theme.background.name()}; }}"
        )
        if self.plot is not None:
            self.plot.set_theme(theme)

    def save(self, path: Path) -> bool:
        """Write the plot as PNG or SVG; False where that failed."""
        return self.plot is None or save_picture(self.plot, path)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        names = (
            self.tr("Risen and fallen"),
            self.tr("Slopes"),
            self.tr("Where they stand"),
            self.tr("Rates against each other"),
            self.tr("Words beside it"),
            self.tr("Replaced words"),
        )
        reword(self.kinds, names)
        self.kinds.setAccessibleName(self.tr("Which plot"))
        self.more_button.setText(self.tr("Show more"))
        self.export_button.setText(self.tr("Export …"))
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Load the first plot once the view is painted: that may take longer than all the rest of it."""
        super().paintEvent(event)
        if self.plot is None:
            QTimer.singleShot(0, self, self._first_plot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def _first_plot(self) -> None:
        if self.plot is None:
            self._replot()

    def _replot(self) -> None:
        """Put the chosen plot in the place of the old one."""
        if self._comparison is None or not self.isVisible():
            return
        module = import_module(f"kwaicompare.gui.views.{self.kind.module}")
        plot: TermPlot = getattr(module, self.kind.plot)(self._theme)
        plot.term_clicked.connect(self.term_clicked)
        plot.place_clicked.connect(self.place_requested)
        plot.look_up_wanted.connect(self.look_up_wanted)
        self.plot = plot
        self.area.setWidget(plot)
        self._redraw()

    def _redraw(self) -> None:
        if self._comparison is None or self.plot is None:
            return
        from kwaicompare.gui.views.still_plot import ROW_HEIGHT
        from kwaicompare.gui.views.term_plot import PlotData

        fits = max(_FEWEST, (self.area.viewport().height() - 64) // ROW_HEIGHT)
        terms = self._chosen(fits + self._more)
        axis, caption = self._words(len(terms))
        self.caption.setText(caption)
        self.caption.setToolTip(caption)
        self.more_button.setEnabled(self.kind.growing and len(terms) < len(self._known))
        self.plot.setMinimumHeight(self.plot.wanted_height(len(terms) if self.kind.growing else _FEWEST))
        tips = {term.term: self._describe(term) for term in terms}
        named = self._comparison, terms, self.names(), axis, self._written, tips
        self.plot.show_data(PlotData(*named, self._through, self._trends, len(self._picked)))

    def _chosen(self, limit: int) -> list[Term]:
        """Return what to plot: the selected terms where a plot follows the selection, else the most moved ones."""
        if self.kind.name == "scatter":
            return list(self._picked) + [each for each in self._known if each not in self._picked][:_MOST_SCATTERED]
        if not self.kind.follows:
            return ranked(self._known, limit)
        limit = min(limit, _MOST_SLOPES) if self.kind.name == "slopes" else limit
        return list(self._picked[:limit]) or ranked(self._known, limit) or list(self._known[:limit])

    def _words(self, drawn: int) -> tuple[str, str]:
        a, b = self.names()
        axis = {
            "bars": self.tr("log₂ of the ratio of rates: bar = cautious bound, line = estimate"),
            "slopes": self.tr("occurrences per 10,000 characters"),
            "strips": self.tr("from the beginning to the end of each edition"),
            "scatter": self.tr("occurrences per 10,000 characters, logarithmic"),
            "beside": self.tr("log-Dice: how strongly both share their sentences; 14 at most"),
            "replaced": self.tr("what paired sentences exchange"),
        }[self.kind.name]
        if self.kind.name in ("beside", "replaced"):
            return axis, f"{a} → {b} · {axis}"
        shown = self.tr("{a} → {b} · {drawn} of {known} terms · {filter}")
        return axis, shown.format(a=a, b=b, drawn=drawn, known=len(self._known), filter=self._filter)

    def _describe(self, term: Term) -> str:
        a, b = self.names()
        rates = self.tr("{a}: {count_a} ({rate_a} per 10k)   {b}: {count_b} ({rate_b} per 10k)").format(
            a=a, b=b, count_a=term.count_a, count_b=term.count_b,
            rate_a=number(term.per_10k_a), rate_b=number(term.per_10k_b),
        )  # fmt: skip
        ratio = f"log₂ {term.log_ratio:+.2f} ({term.log_ratio_bound:+.2f})   G² {number(term.log_likelihood)}"
        return f"{self._written.get(term.term, term.term)}\n{rates}\n{ratio}"

    def _show_more(self) -> None:
        self._more += _MORE
        self._redraw()

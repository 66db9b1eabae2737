"""Which words rose and fell: a table of all terms beside plots of them.

Takes a comparison, shows its terms. Leaves out counting. pyqtgraph is loaded when the view is first seen, not before.

    click on the bar of 可灵    → the panes go to its first occurrence
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kwaicompare.gui.models.keywords import number, ranked, term_rows
from kwaicompare.gui.models.table_text import write_csv
from kwaicompare.gui.models.word_line import joined, word_line
from kwaicompare.gui.theme import LIGHT, Theme
from kwaicompare.gui.views.data_table import DataTable
from kwaicompare.gui.views.picture import save_picture
from kwaicompare.gui.views.saving import ask_path
from kwaicompare.gui.views.word_strip import WordStrip
from kwaicompare.keywords.written import as_written, first_place

if TYPE_CHECKING:
    from kwaicompare.gui.models.table import Row
    from kwaicompare.gui.views.term_plot import TermPlot
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.keyword import Term, Trend

_PLOTS = ("bars", "slopes", "strips")
_KINDS = ("", "up", "down", "new", "gone")
_MORE = 20
_FEWEST = 4
_MOST_SLOPES = 16


class KeywordsView(QWidget):
    """Terms and plots.

    Signals: ``place_requested(side, start, end)``, side "a" or "b"; ``merge_wanted(word)`` of two selected terms that
    stand beside each other, ``stop_wanted(terms)`` for terms to be counted no longer.
    """

    place_requested = Signal(str, int, int)
    merge_wanted = Signal(str)
    stop_wanted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot: TermPlot | None = None
        self._comparison: Comparison | None = None
        self._theme = LIGHT
        self._more = 0
        self._written: dict[str, str] = {}
        self._through: tuple[str, ...] = ()
        self._trends: dict[str, tuple[float, ...]] = {}
        self._build()
        self.set_theme(LIGHT)
        self._retranslate()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the terms of a comparison."""
        if any(each.term not in self._trends for each in comparison.keywords):
            self._through, self._trends = (), {}
        self._comparison = comparison
        self._more = 0
        self._written = as_written((comparison.a, comparison.b), comparison.keywords)
        self._refill()

    def show_trends(self, names: Sequence[str], trends: Sequence[Trend]) -> None:
        """Draw slopes through editions of these names."""
        self._through, self._trends = tuple(names), {each.term: each.per_10k for each in trends}
        self.plots.setCurrentIndex(_PLOTS.index("slopes"))
        self._redraw()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.table.set_theme(theme)
        self.strip.set_theme(theme)
        for label in (self.count, self.caption):
            label.setStyleSheet(f"color: {theme.muted.name()}")
        self.area.setStyleSheet(
            f"QScrollArea, QScrollArea > QWidget > QWidget {{ background: {theme.background.name()}; }}"
        )
        if self.plot is not None:
            self.plot.set_theme(theme)

    def export(self, path: Path) -> None:
        """Write the plot as PNG or SVG, or the terms shown as CSV, by the file's ending."""
        if path.suffix.lower() == ".csv":
            self._export_table(path)
        elif self.plot is not None and not save_picture(self.plot, path):
            self.count.setText(self.tr("Could not write {path}").format(path=path))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._refill()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.plot is None:
            self._replot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.plot is not None:
            self._redraw()

    def _build(self) -> None:
        self.kinds, self.plots = QComboBox(), QComboBox()
        self.search = QLineEdit(clearButtonEnabled=True)
        self.count, self.caption = QLabel(), QLabel()
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.more_button, self.export_button = QPushButton(flat=True), QPushButton(flat=True)
        self.words_button = QPushButton(flat=True)
        self.strip = WordStrip(LIGHT)
        self.merging, self.stopping = QAction(self), QAction(self)
        self.table = DataTable()
        self.area = QScrollArea(widgetResizable=True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        split = QSplitter(Qt.Orientation.Horizontal)
        self.table.addActions([self.merging, self.stopping])
        terms = QWidget()
        below = QVBoxLayout(terms)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.table, 1)
        below.addWidget(self.strip)
        split.addWidget(_column((self.kinds, self.search, self.count), (self.words_button,), terms))
        split.addWidget(_column((self.plots, self.caption), (self.more_button, self.export_button), self.area))
        split.setSizes([520, 620])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.kinds.currentIndexChanged.connect(self._pick)
        self.search.textChanged.connect(self._pick)
        self.plots.currentIndexChanged.connect(self._replot)
        self.table.chosen.connect(self._go)
        self.table.selectionModel().selectionChanged.connect(self._reselect)
        self.table.selectionModel().selectionChanged.connect(self._show_words)
        self.merging.triggered.connect(self._merge)
        self.stopping.triggered.connect(self._stop)
        self.more_button.clicked.connect(self._show_more)
        self.export_button.clicked.connect(self._ask_export)

    def _retranslate(self) -> None:
        kinds = (self.tr("All terms"), self.tr("Risen"), self.tr("Fallen"), self.tr("New"), self.tr("Gone"))
        plots = (self.tr("Risen and fallen"), self.tr("Slopes"), self.tr("Where they stand"))
        for box, names, keys in ((self.kinds, kinds, _KINDS), (self.plots, plots, _PLOTS)):
            picked = max(0, box.currentIndex())
            box.blockSignals(True)
            box.clear()
            for name, key in zip(names, keys, strict=True):
                box.addItem(name, key)
            box.setCurrentIndex(picked)
            box.blockSignals(False)
        self.kinds.setAccessibleName(self.tr("Which terms"))
        self.plots.setAccessibleName(self.tr("Which plot"))
        self.search.setPlaceholderText(self.tr("Filter terms"))
        self.more_button.setText(self.tr("Show more"))
        self.export_button.setText(self.tr("Export …"))
        self.words_button.setText(self.tr("Words"))
        self.words_button.setToolTip(self.tr("What was decided about words; read and write a word list"))
        self.merging.setText(self.tr("One word"))
        self.stopping.setText(self.tr("Count no longer"))
        self.table.copying.setText(self.tr("Copy rows"))
        self.table.setAccessibleName(self.tr("Terms"))

    def _refill(self) -> None:
        if self._comparison is None:
            return
        self.table.show_rows(self._headers(), term_rows(self._comparison.keywords, self._written), self._tips())
        self.table.fit_columns(1, 160)
        self._show_words()
        self.table.horizontalHeader().setMinimumHeight(2 * self.fontMetrics().height() + 12)
        self._pick()
        if self.plot is None:
            self._replot()

    def _names(self) -> tuple[str, str]:
        old, new = self.tr("Old edition"), self.tr("New edition")
        if self._comparison is None:
            return old, new
        return self._comparison.a.document.source.edition or old, self._comparison.b.document.source.edition or new

    def _headers(self) -> tuple[str, ...]:
        a, b = self._names()
        count, rate, spread = self.tr("Count"), self.tr("Per 10k chars"), self.tr("Dispersion")
        counts, rates, spreads = ([f"{name}\n{word}" for name in (a, b)] for word in (count, rate, spread))
        strengths = (self.tr("Log ratio"), self.tr("G²"))
        return "", self.tr("Term"), *counts, self.tr("Log ratio\nbound"), *rates, *strengths, *spreads

    def _tips(self) -> tuple[str, ...]:
        dispersion = self.tr("Gries' DP: 0 evenly spread over the sections, 1 in one place only")
        return (
            *[""] * 4,
            self.tr("The end of the log ratio's confidence interval that is nearer to no change"),
            *[""] * 2,
            self.tr("Base-2 logarithm of the ratio of both rates: +1 is twice as often"),
            self.tr("Log-likelihood: how surely the rates differ"),
            dispersion,
            dispersion,
        )

    def _pick(self) -> None:
        self.table.filter.pick(self.kinds.currentData() or "", self.search.text())
        shown, known = self.table.filter.rowCount(), self.table.rows.rowCount()
        self.count.setText(self.tr("{shown} of {known}").format(shown=shown, known=known) if known else "")
        none = self.tr("No words to compare: both editions are empty.") if self._comparison is not None else ""
        self.table.empty_text = self.tr("No term matches this filter.") if known else none
        self._redraw()

    def _replot(self) -> None:
        """Put the chosen plot in the place of the old one."""
        if self._comparison is None or not self.isVisible():
            return
        self.plot = self._new_plot(self.plots.currentData())
        self.plot.term_clicked.connect(self._go_term)
        self.plot.place_clicked.connect(self.place_requested)
        self.area.setWidget(self.plot)
        self._redraw()

    def _new_plot(self, name: str) -> TermPlot:
        if name == "slopes":
            from kwaicompare.gui.views.slope_chart import SlopeChart

            return SlopeChart(self._theme)
        if name == "strips":
            from kwaicompare.gui.views.dispersion_strips import DispersionStrips

            return DispersionStrips(self._theme)
        from kwaicompare.gui.views.ranked_bars import RankedBars

        return RankedBars(self._theme)

    def _redraw(self) -> None:
        if self._comparison is None or self.plot is None:
            return
        from kwaicompare.gui.views.still_plot import ROW_HEIGHT
        from kwaicompare.gui.views.term_plot import PlotData

        fits = max(_FEWEST, (self.area.viewport().height() - 64) // ROW_HEIGHT)
        known = [row.item for row in self.table.filter.shown_rows()]
        terms = self._chosen(known, fits + self._more)
        axis, caption = self._words(len(terms), len(known))
        self.caption.setText(caption)
        self.caption.setToolTip(caption)
        self.more_button.setEnabled(len(terms) < len(known) and self.plots.currentData() != "slopes")
        rows = _FEWEST if self.plots.currentData() == "slopes" else len(terms)
        self.plot.setMinimumHeight(self.plot.wanted_height(rows))
        tips = {term.term: self._describe(term) for term in terms}
        self.plot.show_data(
            PlotData(self._comparison, terms, self._names(), axis, self._written, tips, self._through, self._trends)
        )

    def _chosen(self, known: list[Term], limit: int) -> list[Term]:
        """Return what to plot: the selected terms where a plot follows the selection, else the most moved ones."""
        if self.plots.currentData() == "bars":
            return ranked(known, limit)
        picked = [row.item for row in self.table.selected_rows()]
        limit = min(limit, _MOST_SLOPES) if self.plots.currentData() == "slopes" else limit
        return picked[:limit] or ranked(known, limit) or known[:limit]

    def _words(self, drawn: int, known: int) -> tuple[str, str]:
        a, b = self._names()
        axis = {
            "bars": self.tr("log₂ of the ratio of rates: bar = cautious bound, line = estimate"),
            "slopes": self.tr("occurrences per 10,000 characters"),
            "strips": self.tr("from the beginning to the end of each edition"),
        }[self.plots.currentData()]
        shown = self.tr("{a} → {b} · {drawn} of {known} terms · {filter}")
        return axis, shown.format(a=a, b=b, drawn=drawn, known=known, filter=self.kinds.currentText())

    def _describe(self, term: Term) -> str:
        a, b = self._names()
        rates = self.tr("{a}: {count_a} ({rate_a} per 10k)   {b}: {count_b} ({rate_b} per 10k)").format(
            a=a, b=b, count_a=term.count_a, count_b=term.count_b,
            rate_a=number(term.per_10k_a), rate_b=number(term.per_10k_b),
        )  # fmt: skip
        ratio = f"log₂ {term.log_ratio:+.2f} ({term.log_ratio_bound:+.2f})   G² {number(term.log_likelihood)}"
        return f"{self._written.get(term.term, term.term)}\n{rates}\n{ratio}"

    def _selected(self) -> list[Term]:
        return [row.item for row in self.table.selected_rows()]

    def _show_words(self) -> None:
        """Show how the sentence of the selected term was cut, in the edition that has it."""
        chosen, comparison = self._selected(), self._comparison
        self.merging.setEnabled(bool(self._joined()))
        self.stopping.setEnabled(bool(chosen))
        lines = (
            word_line(each, chosen[0].term) for each in ((comparison.b, comparison.a) if comparison and chosen else ())
        )
        self.strip.show_line(next((line for line in lines if line is not None), None))

    def _joined(self) -> str:
        """Return two selected terms as the one word that they are where they stand beside each other."""
        chosen, comparison = self._selected(), self._comparison
        if comparison is None or len(chosen) != 2:
            return ""
        names = [each.term for each in chosen]
        return joined(comparison.b, *names) or joined(comparison.a, *names)

    def _merge(self) -> None:
        self.merge_wanted.emit(self._joined())

    def _stop(self) -> None:
        self.stop_wanted.emit([each.term for each in self._selected()])

    def _reselect(self) -> None:
        if self.plots.currentData() != "bars":
            self._redraw()

    def _show_more(self) -> None:
        self._more += _MORE
        self._redraw()

    def _go(self, row: Row) -> None:
        self._go_term(row.item.term)

    def _go_term(self, term: str) -> None:
        if self._comparison is None:
            return
        for side, edition in (("a", self._comparison.a), ("b", self._comparison.b)):
            span = first_place(edition, term)
            if span is not None:
                self.place_requested.emit(side, span.start, span.end)

    def _ask_export(self) -> None:
        ask_path(self, "PNG (*.png);;SVG (*.svg);;CSV (*.csv)", "png", self.export)

    def _export_table(self, path: Path) -> None:
        headers = [" ".join(header.split()) for header in self.table.rows.headers]
        try:
            write_csv(path, headers, self.table.filter.shown_rows())
        except OSError:
            self.count.setText(self.tr("Could not write {path}").format(path=path))


def _column(left: tuple[QWidget, ...], right: tuple[QWidget, ...], below: QWidget) -> QWidget:
    """Return a line of controls above a widget."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    bar = QHBoxLayout()
    bar.setContentsMargins(8, 6, 8, 6)
    bar.setSpacing(10)
    for widget in left:
        bar.addWidget(widget)
    bar.setStretchFactor(left[-1], 1)
    for widget in right:
        bar.addWidget(widget)
    layout.addLayout(bar)
    layout.addWidget(below, 1)
    return column

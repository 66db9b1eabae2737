"""The metric ledger: which figures moved, by how much at least, and whether they can be compared.

Takes a comparison, shows one row for each indicator and, beside the table, the source sentences or the pairs as a
plot. Leaves out finding and pairing figures, and what the editor decides of them (`figure_decisions.py`).

    ⏎ on 专利申请 | 7321件 | 超1.4万件    → both panes go to the figure
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea

from kwaicompare.gui.models.delta_rows import delta_rows
from kwaicompare.gui.models.ledger import Figures, judged, ledger_rows
from kwaicompare.gui.models.vocabulary import vocabulary
from kwaicompare.gui.views.picture import save_picture
from kwaicompare.gui.views.quoted_table import TABLE_SHARE, QuotedTable
from kwaicompare.gui.views.source_quotes import Quote
from kwaicompare.model.standings import Standings

if TYPE_CHECKING:
    from kwaicompare.gui.models.delta_rows import DeltaRow
    from kwaicompare.gui.models.table import Row
    from kwaicompare.gui.theme import Theme
    from kwaicompare.gui.views.dumbbell_chart import DumbbellChart, DumbbellData
    from kwaicompare.gui.views.series_chart import SeriesChart, SeriesData
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.metric import Series

_HALF = 0.5


class LedgerView(QuotedTable):
    """Table of figures. Signal: ``place_requested(side, start, end)``, side "a" or "b"."""

    chart: DumbbellChart | SeriesChart | None = None
    _standings = Standings()
    _series: tuple[Sequence[str], Sequence[Series]] | None = None
    _pairs: Sequence[DeltaRow] = ()

    def show_comparison(self, comparison: Comparison) -> None:
        if self.comparison is None or self.comparison.a.text != comparison.a.text:
            self._series = None
        super().show_comparison(comparison)

    def show_series(self, names: Sequence[str], series: Sequence[Series]) -> None:
        """Show indicators through editions of these names in place of the pairs' plot."""
        self._series = names, series
        if self.plot_button.isChecked():
            self._draw()
        self.plot_button.setChecked(True)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Put what can be decided into the table's context menu, and let indicators be written over."""
        separator = QAction(self.table)
        separator.setSeparator(True)
        self.table.addActions([separator, *actions])
        self.table.rows.editable = 0

    def kind_names(self) -> Sequence[tuple[str, str]]:
        return (
            ("", self.tr("All figures")),
            ("moved", self.tr("Moved")),
            ("paired", self.tr("In both editions")),
            ("caveat", self.tr("With a caveat")),
            ("only_a", self.tr("Only in the old edition")),
            ("only_b", self.tr("Only in the new edition")),
            ("decided", self.tr("Decided by hand")),
        )

    def words(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Filter figures"),
            self.tr("Select a row to read both source sentences; Enter goes to them. Right-click to correct a figure."),
            self.tr("No figures were found in either edition."),
            self.tr("No figure matches this filter."),
        )

    def stretched(self) -> int:
        return 0

    def headers_and_rows(self) -> tuple[Sequence[str], Sequence[Row]]:
        assert self.comparison is not None
        a, b = self.edition_names()
        change, comparable, period = self.tr("Change"), self.tr("Comparable"), self.tr("Period")
        headers = (self.tr("Indicator"), a, b, change, comparable, period, self.tr("Sections"), self.tr("Status"))
        return headers, judged(ledger_rows(self.comparison, vocabulary()), self._standings, vocabulary())

    def show_standings(self, standings: Standings) -> None:
        """Show what the reviewer thinks of the figures."""
        if standings.about("figure") or self._standings.about("figure"):
            self._standings = standings
            self._refill()

    def quotes_of(self, row: Row) -> Sequence[Quote]:
        assert self.comparison is not None
        figures: Figures = row.item
        texts = (self.comparison.a.text, self.comparison.b.text)
        return [
            Quote(side, name, text, each.span)
            for side, name, text in zip(("a", "b"), self.edition_names(), texts, strict=True)
            for each in figures.on(side)
        ]

    def key_of(self, row: Row) -> object:
        return [each.span for side in ("a", "b") for each in row.item.on(side)[:1]]

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._theme = theme
        if self.chart is not None:
            self.chart.set_theme(theme)

    def export(self, path: Path) -> None:
        """Write the rows shown as CSV or XLSX, or the plot as PNG or SVG, by the file's ending."""
        kind = path.suffix.lower()
        if kind == ".xlsx":
            self.tell_trouble(path, lambda: path.write_bytes(self._workbook()))
        elif kind not in (".png", ".svg"):
            super().export(path)
        elif not save_picture(self._draw(), path):
            self.count.setText(self.tr("Could not write {path}").format(path=path))

    def file_kinds(self) -> Sequence[str]:
        pictures, tables = ("PNG (*.png)", "SVG (*.svg)"), ("XLSX (*.xlsx)", "CSV (*.csv)")
        return (*pictures, *tables) if self.plot_button.isChecked() else (*tables, *pictures)

    def _workbook(self) -> bytes:
        from kwaicompare.report.workbook import workbook
        from kwaicompare.report.xlsx import figures_sheet

        assert self.comparison is not None
        shown: list[Figures] = [row.item for row in self.table.filter.shown_rows()]
        return workbook(
            [figures_sheet([each.delta or (each.a, each.b) for each in shown], self.comparison, vocabulary())]
        )

    def _build(self) -> None:
        super()._build()
        self.plot_button = QPushButton(flat=True)
        self.plot_button.setCheckable(True)
        self.bar.insertWidget(self.bar.count() - 2, self.plot_button)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.beside.addWidget(self.area)

    def _connect(self) -> None:
        super()._connect()
        self.plot_button.toggled.connect(self._show_plot)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.plot_button.setText(self.tr("Plot"))
        self.plot_button.setToolTip(self.tr("Show the pairs on an axis instead of their sentences"))

    def _pick(self) -> None:
        super()._pick()
        if self.plot_button.isChecked():
            self._draw()

    def _show_plot(self, wanted: bool) -> None:
        self.beside.setCurrentIndex(int(wanted))
        self.share = _HALF if wanted else TABLE_SHARE
        self.give_room()
        if wanted:
            self._draw()

    def _draw(self) -> DumbbellChart | SeriesChart:
        """Return the chart of the rows shown, or of the series where there are some.

        The charts are loaded when first needed: pyqtgraph takes long.
        """
        data = self._drawn() if self._series is None else self._followed(*self._series)
        chart = self._pairs_chart() if self._series is None else self._series_chart()
        if chart is not self.chart:
            self.area.setWidget(chart)
            self.chart = chart
        chart.setMinimumHeight(chart.wanted_height(len(data.rows)))
        chart.show_data(data)
        return chart

    def _pairs_chart(self) -> DumbbellChart:
        from kwaicompare.gui.views.dumbbell_chart import DumbbellChart

        if isinstance(self.chart, DumbbellChart):
            return self.chart
        chart = DumbbellChart(self._theme)
        chart.row_clicked.connect(self._choose_pair)
        return chart

    def _series_chart(self) -> SeriesChart:
        from kwaicompare.gui.views.series_chart import SeriesChart

        return self.chart if isinstance(self.chart, SeriesChart) else SeriesChart(self._theme)

    def _followed(self, names: Sequence[str], series: Sequence[Series]) -> SeriesData:
        from kwaicompare.gui.models.series_lines import series_lines
        from kwaicompare.gui.views.series_chart import SeriesData

        axis = self.tr("per cent of the first figure; an arrow: a bound; dashed: does not compare as it stands")
        return SeriesData(series_lines(series), names, axis)

    def _drawn(self) -> DumbbellData:
        from kwaicompare.gui.views.dumbbell_chart import DumbbellData

        self._pairs = rows = delta_rows(self.table.filter.shown_rows())
        a, b = self.edition_names()
        axis = self.tr("{b} in per cent of {a}; an arrow: no bound on that side").format(a=a, b=b)
        return DumbbellData(rows, [_worded(each) for each in rows], [_tip(each) for each in rows], axis)

    def _choose_pair(self, at: int) -> None:
        """Select the row of a pair in the table, and go to its places."""
        row = self._pairs[at].row
        self.table.select_like(lambda shown: shown is row)
        self._go(row)


def _worded(each: DeltaRow) -> str:
    """Return what stands at the end of a pair's line: both figures, and the change where there is one."""
    _name, old, new, change = (cell.text for cell in each.row.cells[:4])
    return f"{old} → {new}   {change}"


def _tip(each: DeltaRow) -> str:
    return f"{each.row.cells[0].text}\n{_worded(each)}\n{each.row.cells[4].text}"

"""What ledger and checks share: a filter line, a table, and the quotations behind the selected row.

Takes rows, kinds and quotations from its subclass. Leaves out everything about their meaning.

    kinds on the left, text filter, count  |  copy, export
    table
    quotations of the current row (beside the table where the view is wide and flat)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kwaicompare.gui.models.table_text import write_csv
from kwaicompare.gui.theme import LIGHT, Theme
from kwaicompare.gui.views.controls import bar_of, reword
from kwaicompare.gui.views.data_table import DataTable
from kwaicompare.gui.views.saving import ask_path
from kwaicompare.gui.views.source_quotes import Quote, SourceQuotes

if TYPE_CHECKING:
    from kwaicompare.gui.models.table import Row
    from kwaicompare.model.comparison import Comparison

_WIDEST = 210  # pixels, so that a long remark in one column does not push the others out of sight
TABLE_SHARE = 0.72  # of the room, beside quotations
_FLAT = 2.6  # from this width to height on, as in a dock at the window's foot, the quotations stand beside the table


class QuotedTable(QWidget):
    """A filtered table with quotations. Signal: ``place_requested(side, start, end)``, side "a" or "b".

    A subclass gives the kinds of its filter, its rows, its quotations and its words.
    """

    place_requested = Signal(str, int, int)
    share = TABLE_SHARE
    widest = _WIDEST

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.comparison: Comparison | None = None
        self._build()
        self._connect()
        self.set_theme(LIGHT)
        self._retranslate()

    def kind_names(self) -> Sequence[tuple[str, str]]:
        """Return (kind, name) for the filter; kind "" is everything."""
        raise NotImplementedError

    def headers_and_rows(self) -> tuple[Sequence[str], Sequence[Row]]:
        """Return the table of the comparison shown."""
        raise NotImplementedError

    def quotes_of(self, row: Row) -> Sequence[Quote]:
        """Return what stands behind a row, the place to go to first on either side."""
        raise NotImplementedError

    def key_of(self, row: Row) -> object:
        """Return what a row is known by when the comparison is made anew."""
        return row.cells

    def words(self) -> tuple[str, str, str, str]:
        """Return the filter's placeholder, the hint without a selection, and what to say of no rows at all and
        of no rows under the filter."""
        raise NotImplementedError

    def stretched(self) -> int:
        """Return the column that takes the room left."""
        raise NotImplementedError

    def show_comparison(self, comparison: Comparison) -> None:
        """Show a comparison's rows."""
        self.comparison = comparison
        self._refill()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.table.set_theme(theme)
        self.quotes.set_theme(theme)
        self.count.setStyleSheet(f"color: {theme.muted.name()}")

    def export(self, path: Path) -> None:
        """Write the rows shown as CSV; trouble is told where the count stands."""
        self.tell_trouble(path, lambda: write_csv(path, self.table.rows.headers, self.table.filter.shown_rows()))

    def tell_trouble(self, path: Path, write: Callable[[], object]) -> None:
        """Write a file, and say where the count stands why it could not be written."""
        try:
            write()
        except OSError as error:
            self.count.setText(self.tr("Could not write {path}: {reason}").format(path=path, reason=error.strerror))

    def edition_names(self) -> tuple[str, str]:
        """Return what to call the two editions."""
        old, new = self.tr("Old edition"), self.tr("New edition")
        if self.comparison is None:
            return old, new
        return self.comparison.a.document.source.edition or old, self.comparison.b.document.source.edition or new

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._refill()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        flat = self.width() > _FLAT * self.height()
        wanted = Qt.Orientation.Horizontal if flat else Qt.Orientation.Vertical
        if self.split.orientation() != wanted:
            self.split.setOrientation(wanted)
            self.give_room()

    def give_room(self) -> None:
        """Give the table its ``share`` of the room it has together with what stands beside it."""
        room = self.width() if self.split.orientation() == Qt.Orientation.Horizontal else self.height()
        self.split.setSizes([int(room * self.share), int(room * (1 - self.share))])

    def _build(self) -> None:
        self.kinds = QComboBox()
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setMinimumWidth(180)
        self.count = QLabel()
        self.copy_button = QPushButton(flat=True)
        self.export_button = QPushButton(flat=True)
        self.table = DataTable()
        self.table.setMinimumHeight(80)
        self.quotes = SourceQuotes()
        self.quotes.setMinimumHeight(48)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.beside = QStackedWidget()
        self.beside.addWidget(self.quotes)
        self.split.addWidget(self.table)
        self.split.addWidget(self.beside)
        self.split.setSizes([280, 100])
        self.split.setStretchFactor(0, 1)
        self.split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.bar = bar_of(self.kinds, self.search, self.count, None, self.copy_button, self.export_button)
        layout.addLayout(self.bar)
        layout.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.kinds.currentIndexChanged.connect(self._pick)
        self.search.textChanged.connect(self._pick)
        self.table.chosen.connect(self._go)
        self.table.current_row.connect(self._quote)
        self.quotes.place_requested.connect(self.place_requested)
        self.copy_button.clicked.connect(self.table.copy)
        self.export_button.clicked.connect(self._ask_export)

    def _ask_export(self) -> None:
        filters = self.file_kinds()
        ask_path(self, ";;".join(filters), filters[0].rpartition(".")[2].rstrip(")"), self.export)

    def file_kinds(self) -> Sequence[str]:
        """Return the kinds of file that `export` writes, as file dialogs name them, the usual one first."""
        return ("CSV (*.csv)",)

    def _retranslate(self) -> None:
        kinds, names = zip(*self.kind_names(), strict=True)
        reword(self.kinds, names, kinds)
        self.kinds.setAccessibleName(self.tr("Show"))
        placeholder, hint, _none, _unmatched = self.words()
        self.search.setPlaceholderText(placeholder)
        self.table.setAccessibleName(hint)
        self.copy_button.setText(self.tr("Copy table"))
        self.export_button.setText(self.tr("Export …"))
        self.table.copying.setText(self.tr("Copy rows"))

    def _refill(self) -> None:
        if self.comparison is None:
            return
        chosen = self.table.selected_rows()[:1]
        self.table.show_rows(*self.headers_and_rows())
        self._pick()
        self.table.fit_columns(self.stretched(), self.widest)
        self._quote(None)
        if chosen:
            self.table.select_like(lambda row: self.key_of(row) == self.key_of(chosen[0]))

    def _pick(self) -> None:
        self.table.filter.pick(self.kinds.currentData() or "", self.search.text())
        shown, known = self.table.filter.rowCount(), self.table.rows.rowCount()
        self.count.setText(self.tr("{shown} of {known}").format(shown=shown, known=known) if known else "")
        _placeholder, _hint, none, unmatched = self.words()
        self.table.empty_text = unmatched if known else none if self.comparison is not None else ""

    def _quote(self, row: Row | None) -> None:
        hint = self.words()[1] if self.table.rows.rowCount() else ""
        self.quotes.show_quotes(() if row is None else self.quotes_of(row), hint)

    def _go(self, row: Row) -> None:
        """Ask for the first quotation of either side."""
        asked: set[str] = set()
        for quote in self.quotes_of(row):
            if quote.side not in asked:
                asked.add(quote.side)
                self.place_requested.emit(quote.side, quote.span.start, quote.span.end)

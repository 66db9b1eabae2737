"""Which words rose and fell: a table of all terms beside plots of them.

Takes a comparison, shows its terms, or those of a part of it. Leaves out counting, and the plots (`keyword_plots.py`).

    double-click on 可灵    → the panes go to its first occurrence
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from kwaicompare.gui.models.keywords import term_rows
from kwaicompare.gui.models.table_text import write_csv
from kwaicompare.gui.models.word_line import joined, word_line
from kwaicompare.gui.theme import LIGHT, Theme
from kwaicompare.gui.views.controls import bar_of, reword
from kwaicompare.gui.views.data_table import DataTable
from kwaicompare.gui.views.keyword_plots import KeywordPlots
from kwaicompare.gui.views.saving import ask_path
from kwaicompare.gui.views.word_strip import WordStrip
from kwaicompare.keywords.written import as_written, first_place

if TYPE_CHECKING:
    from kwaicompare.gui.models.table import Row
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.keyword import Term, Trend

_KINDS = ("", "up", "down", "new", "gone")
_CLASSES = ("", "noun", "verb", "adjective", "latin", "other")
SCOPES = ("whole", "pair", "selection")


class KeywordsView(QWidget):
    """Terms and plots.

    Signals: ``place_requested(side, start, end)``, side "a" or "b"; ``merge_wanted(word)`` of two selected terms that
    stand beside each other, ``stop_wanted(terms)`` for terms to be counted no longer; ``scope_wanted(scope)``, one of
    `SCOPES`, to count the terms of a part; ``look_up_wanted(words)``.
    """

    place_requested = Signal(str, int, int)
    merge_wanted = Signal(str)
    stop_wanted = Signal(list)
    scope_wanted = Signal(str)
    look_up_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._terms: Sequence[Term] = ()
        self._part = ""
        self._written: dict[str, str] = {}
        self._build()
        self._connect()
        self.set_theme(LIGHT)
        self._retranslate()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the terms of a comparison."""
        self._comparison, self._terms, self._part = comparison, comparison.keywords, ""
        self._written = as_written((comparison.a, comparison.b), comparison.keywords)
        self.plots.show_comparison(comparison, self._written)
        self._refill()
        if self.scope != "whole":
            self.scope_wanted.emit(self.scope)

    def show_part(self, terms: Sequence[Term], words: str) -> None:
        """Show the terms of a part of the comparison, of which ``words`` says what it is."""
        self._terms, self._part = terms, words
        self._refill()

    def show_trends(self, names: Sequence[str], trends: Sequence[Trend]) -> None:
        """Draw slopes through editions of these names."""
        self.plots.show_trends(names, trends)

    @property
    def scope(self) -> str:
        """What is counted, one of `SCOPES`."""
        return SCOPES[max(0, self.scopes.currentIndex())]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for themed in (self.table, self.strip, self.plots):
            themed.set_theme(theme)
        self.count.setStyleSheet(f"color: {theme.muted.name()}")

    def export(self, path: Path) -> None:
        """Write the plot as PNG or SVG, or the terms shown as CSV, by the file's ending."""
        if path.suffix.lower() == ".csv":
            self._export_table(path)
        elif not self.plots.save(path):
            self.count.setText(self.tr("Could not write {path}").format(path=path))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._refill()
        super().changeEvent(event)

    def _build(self) -> None:
        self.kinds, self.classes, self.scopes = QComboBox(), QComboBox(), QComboBox()
        self.search = QLineEdit(clearButtonEnabled=True)
        self.count, self.words_button = QLabel(), QPushButton(flat=True)
        self.strip, self.table, self.plots = WordStrip(LIGHT), DataTable(), KeywordPlots()
        self.merging, self.stopping = QAction(self), QAction(self)
        self.table.addActions([self.merging, self.stopping])
        terms = QWidget()
        below = QVBoxLayout(terms)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        bar = bar_of(self.scopes, self.kinds, self.classes, self.search, self.count, self.words_button)
        bar.setStretchFactor(self.search, 1)
        below.addLayout(bar)
        below.addWidget(self.table, 1)
        below.addWidget(self.strip)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(terms)
        split.addWidget(self.plots)
        split.setSizes([600, 540])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _connect(self) -> None:
        for box in (self.kinds, self.classes):
            box.currentIndexChanged.connect(self._pick)
        self.scopes.currentIndexChanged.connect(self._on_scope)
        self.search.textChanged.connect(self._pick)
        self.table.chosen.connect(self._go)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.merging.triggered.connect(self._merge)
        self.stopping.triggered.connect(self._stop)
        self.plots.term_clicked.connect(self._go_term)
        self.plots.place_requested.connect(self.place_requested)
        self.plots.look_up_wanted.connect(self.look_up_wanted)
        self.plots.export_wanted.connect(self._ask_export)

    def _retranslate(self) -> None:
        kinds = (self.tr("All terms"), self.tr("Risen"), self.tr("Fallen"), self.tr("New"), self.tr("Gone"))
        classes = (
            self.tr("All classes"), self.tr("Nouns"), self.tr("Verbs"), self.tr("Adjectives"),
            self.tr("With Latin letters"), self.tr("Other words"),
        )  # fmt: skip
        scopes = (self.tr("Whole editions"), self.tr("The section pair"), self.tr("The selection"))
        for box, names in ((self.kinds, kinds), (self.classes, classes), (self.scopes, scopes)):
            reword(box, names)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kinds.setAccessibleName(self.tr("Which terms"))
        self.classes.setAccessibleName(self.tr("Which part of speech"))
        self.scopes.setAccessibleName(self.tr("What is counted"))
        self.search.setPlaceholderText(self.tr("Filter terms"))
        self.words_button.setText(self.tr("Words"))
        self.words_button.setToolTip(self.tr("What was decided about words; read and write a word list"))
        self.merging.setText(self.tr("One word"))
        self.stopping.setText(self.tr("Count no longer"))
        self.table.copying.setText(self.tr("Copy rows"))
        self.table.setAccessibleName(self.tr("Terms"))

    def _refill(self) -> None:
        if self._comparison is None:
            return
        self.table.show_rows(self._headers(), term_rows(self._terms, self._written), self._tips())
        self.table.fit_columns(1, 160)
        self._show_words()
        self.table.horizontalHeader().setMinimumHeight(2 * self.fontMetrics().height() + 12)
        self._pick()

    def _headers(self) -> tuple[str, ...]:
        a, b = self.plots.names()
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
        # No method of the view: the filter would hold the view that holds it.
        wanted = partial(_has_class, _CLASSES[max(0, self.classes.currentIndex())])
        self.table.filter.pick(_KINDS[max(0, self.kinds.currentIndex())], self.search.text(), wanted)
        shown, known = self.table.filter.rowCount(), self.table.rows.rowCount()
        self.count.setText(self.tr("{shown} of {known}").format(shown=shown, known=known) if known else "")
        none = self.tr("No words to compare: both editions are empty.") if self._comparison is not None else ""
        if self._part:
            none = self.tr("No word stands here often enough to be compared.")
        self.table.empty_text = self.tr("No term matches this filter.") if known else none
        terms = [row.item for row in self.table.filter.shown_rows()]
        words = " · ".join(filter(None, (self._part, self.kinds.currentText())))
        self.plots.show_terms(terms, self._selected(), words)

    def _on_scope(self) -> None:
        if self.scope != "whole":
            self.scope_wanted.emit(self.scope)
        elif self._comparison is not None:
            self.show_part(self._comparison.keywords, "")

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

    def _on_selection(self) -> None:
        self.plots.pick(self._selected())
        self._show_words()

    def _merge(self) -> None:
        self.merge_wanted.emit(self._joined())

    def _stop(self) -> None:
        self.stop_wanted.emit([each.term for each in self._selected()])

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


def _has_class(wanted: str, row: Row) -> bool:
    if not wanted:
        return True
    from kwaicompare.text.word_class import word_class  # brings jieba's dictionary, for whoever asks

    return word_class(row.item.term) == wanted

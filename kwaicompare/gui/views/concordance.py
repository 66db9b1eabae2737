"""The two-sided concordance: every hit of a look-up in its context, old edition left, new edition right.

Takes hits, shows them by section or sorted by context. Leaves out searching.

    专利    2022 · 41 hits | 2026 · 63 hits
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from kwaicompare.gui.models.concordance import kwic_lines
from kwaicompare.gui.theme import LIGHT, Theme
from kwaicompare.gui.views.controls import bar_of, reword
from kwaicompare.gui.views.heat_strip import HeatStrip, parts_of
from kwaicompare.gui.views.kwic_view import KwicView
from kwaicompare.model.span import SIDES

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Comparison, Edition
    from kwaicompare.model.keyword import Hit, Query

_ORDERS = ("text", "right", "left")


class ConcordanceView(QWidget):
    """Hits of the current look-up. Signal: ``place_requested(side, start, end)``, side "a" or "b"."""

    place_requested = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query: Query | None = None
        self._hits: tuple[Hit, ...] = ()
        self._editions: tuple[Edition, ...] = ()
        self._build()
        self.set_theme(LIGHT)
        self._retranslate()

    def show_comparison(self, comparison: Comparison) -> None:
        """Begin anew with two editions and no hits."""
        self._query, self._hits = None, ()
        self._editions = (comparison.a, comparison.b)
        self._refill()

    def show_hits(self, query: Query, hits: tuple[Hit, ...], editions: tuple[Edition, Edition]) -> None:
        """Show what a look-up found."""
        self._query, self._hits, self._editions = query, hits, editions
        self._refill()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for themed in (*self.sides, *self.heats):
            themed.set_theme(theme)
        for count in self.counts:
            count.setStyleSheet(f"color: {theme.muted.name()}; padding: 0 10px 4px 10px;")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._refill()
        super().changeEvent(event)

    def _build(self) -> None:
        self.title = QLabel()
        self.orders = QComboBox()
        self.copy_button = QPushButton(flat=True)
        self.sides = (KwicView(), KwicView())
        self.counts = (QLabel(), QLabel())
        self.heats = (HeatStrip(), HeatStrip())
        split = QSplitter(Qt.Orientation.Horizontal)
        for at, (count, heat, side) in enumerate(zip(self.counts, self.heats, self.sides, strict=True)):
            column = QWidget()
            inside = QVBoxLayout(column)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
            inside.addWidget(count)
            inside.addWidget(heat)
            inside.addWidget(side, 1)
            split.addWidget(column)
            side.chosen.connect(self._go)
            heat.part_chosen.connect(lambda start, side=SIDES[at]: self.place_requested.emit(side, start, start))
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar_of(self.orders, self.title, None, self.copy_button))
        layout.addWidget(split, 1)
        self.orders.currentIndexChanged.connect(self._refill)
        self.copy_button.clicked.connect(self.copy)

    def copy(self) -> None:
        """Put all lines on the clipboard as a table: edition, section, left context, match, right context."""
        names = self._names()
        lines = []
        for name, side in zip(names, self.sides, strict=True):
            for line in side.lines.lines:
                if line.hit is not None:
                    lines.append("\t".join((name, line.section, line.left, line.match, line.right)))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _retranslate(self) -> None:
        names = (self.tr("By section"), self.tr("By what follows"), self.tr("By what precedes"))
        reword(self.orders, names, _ORDERS)
        self.orders.setAccessibleName(self.tr("Order of the lines"))
        self.copy_button.setText(self.tr("Copy table"))
        self._word()

    def _refill(self) -> None:
        for document, (edition, side) in enumerate(zip(self._editions, self.sides, strict=False)):
            hits = [hit for hit in self._hits if hit.document == document]
            side.show_lines(kwic_lines(hits, edition, self.orders.currentData()))
            self.heats[document].show_parts(parts_of(edition, hits))
        self._word()

    def _word(self) -> None:
        """Set what is said around the lines: the query, the counts, and why a side is empty."""
        text = self._query.text if self._query is not None else ""
        self.title.setText(text)
        for document, (name, count, side) in enumerate(zip(self._names(), self.counts, self.sides, strict=True)):
            found = sum(hit.document == document for hit in self._hits)
            told = self.tr("{name} · {count} hits").format(name=name, count=found)
            count.setText(told if text else name)
            side.setAccessibleName(count.text())
            none = self.tr("“{query}” does not occur in this edition.").format(query=text)
            side.empty_text = none if text else self.tr("Type into the look-up box: every place appears here.")
            side.viewport().update()

    def _names(self) -> Sequence[str]:
        names = [self.tr("Old edition"), self.tr("New edition")]
        for at, edition in enumerate(self._editions):
            names[at] = edition.document.source.edition or names[at]
        return names

    def _go(self, hit: Hit) -> None:
        self.place_requested.emit(SIDES[hit.document], hit.span.start, hit.span.end)

"""Below the panes: the current passage of both editions at large, what kind of change it is, and why they are paired.

Takes: a comparison and a row. Returns: nothing. Leaves out: the facts' wording (`models/passage_detail.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from kwaicompare.gui.models.rows import Row, edits_on
from kwaicompare.gui.models.standings import describe_standing, standings_of
from kwaicompare.model.span import SIDES
from kwaicompare.model.standings import Standings

if TYPE_CHECKING:
    from kwaicompare.gui.models.moved_figures import MovedFigures
    from kwaicompare.gui.theme import Theme
    from kwaicompare.model.comparison import Comparison


class DetailStrip(QFrame):
    """Relation and score above the two texts, reasons of the section link below."""

    def __init__(self, theme: Theme, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Comparison, Row, MovedFigures] | None = None
        self._standings = Standings()
        self._characters = False
        self.facts = QLabel(self)
        self.reasons = QLabel(self)
        self._texts = (QTextBrowser(self), QTextBrowser(self))
        for label in (self.facts, self.reasons):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setMinimumWidth(1)
        both = QHBoxLayout()
        both.setSpacing(24)
        for text in self._texts:
            text.setFrameShape(QFrame.Shape.NoFrame)
            text.setFont(font)
            text.document().setDocumentMargin(0)
            both.addWidget(text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.setSpacing(6)
        layout.addWidget(self.facts)
        layout.addLayout(both, 1)
        layout.addWidget(self.reasons)
        self.set_style(theme, font)
        self.retranslate()

    def show_row(self, comparison: Comparison, row: Row, figures: MovedFigures) -> None:
        """Show a row's passage."""
        self._shown = (comparison, row, figures) if row.passage >= 0 and row.kind != "see" else None
        self.retranslate()

    def show_standings(self, standings: Standings) -> None:
        """Say what the reviewer thinks of the passage."""
        self._standings = standings
        self.retranslate()

    def set_characters(self, wanted: bool) -> None:
        """Mark edits character by character, or word by word."""
        self._characters = wanted
        self.retranslate()

    def clear(self) -> None:
        """Show nothing."""
        self._shown = None
        self.retranslate()

    def set_style(self, theme: Theme, font: QFont) -> None:
        """Change colours and font."""
        self._theme = theme
        self.reasons.setStyleSheet(f"color: {theme.muted.name()}")
        self.facts.setStyleSheet(f"color: {theme.text.name()}; font-weight: 600")
        for text in self._texts:
            text.setFont(font)
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        for text, name in zip(self._texts, (self.tr("Old passage"), self.tr("New passage")), strict=True):
            text.setAccessibleName(name)
        if self._shown is None:
            self.facts.setText("")
            self.reasons.setText("")
            for text in self._texts:
                text.clear()
            return
        self._show(*self._shown)

    def _show(self, comparison: Comparison, row: Row, figures: MovedFigures) -> None:
        # Not needed before there is a comparison, and loading them would delay the first paint.
        from kwaicompare.gui.models.passage_detail import describe_link, describe_passage, sides_of
        from kwaicompare.gui.models.vocabulary import vocabulary
        from kwaicompare.gui.views.cells import DocumentText
        from kwaicompare.gui.views.marked_text import marked

        words = vocabulary()
        thought = [describe_standing(each, words) for each in standings_of(self._standings, row) if each is not None]
        self.facts.setText("     ".join((describe_passage(comparison, row, figures, words), *thought)))
        reasons = describe_link(comparison, row, words)
        self.reasons.setText(self.tr("Sections belong together: {reasons}").format(reasons=reasons) if reasons else "")
        places = sides_of(comparison, row)
        texts = (comparison.a.text, comparison.b.text) if self._characters else None
        for text, edition, side, place in zip(self._texts, (comparison.a, comparison.b), SIDES, places, strict=True):
            edits = edits_on(comparison.passages, row, side, texts)
            text.setHtml(marked(DocumentText(edition.document), place, edits, side, self._theme))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

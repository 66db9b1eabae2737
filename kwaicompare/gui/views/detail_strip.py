"""Below the panes: the current passage of both editions at large, what kind of change it is, and why they are paired.

Takes: a comparison and a row. Returns: nothing. Leaves out: the facts' wording (`models/passage_detail.py`).
"""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from kwaicompare.gui.models.passage_detail import describe_link, describe_passage
from kwaicompare.gui.models.rows import Row, Side
from kwaicompare.gui.models.vocabulary import vocabulary
from kwaicompare.gui.theme import Theme
from kwaicompare.gui.views.cells import DocumentText
from kwaicompare.model.comparison import Comparison
from kwaicompare.model.edit import Passage
from kwaicompare.model.span import Span

_LONGEST = 4000
_SIDES: tuple[Side, Side] = ("a", "b")


class DetailStrip(QFrame):
    """Relation and score above the two texts, reasons of the section link below."""

    def __init__(self, theme: Theme, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Comparison, Row] | None = None
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

    def show_row(self, comparison: Comparison, row: Row) -> None:
        """Show a row's passage."""
        self._shown = (comparison, row) if row.passage >= 0 else None
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
        comparison, row = self._shown
        words = vocabulary()
        self.facts.setText(describe_passage(comparison, row, words))
        reasons = describe_link(comparison, row, words)
        self.reasons.setText(self.tr("Sections belong together: {reasons}").format(reasons=reasons) if reasons else "")
        passages = [comparison.passages[at] for at in (row.passage, row.other if row.kind == "apart" else row.passage)]
        editions = (comparison.a, comparison.b)
        for text, edition, side, passage in zip(self._texts, editions, _SIDES, passages, strict=True):
            text.setHtml(marked(DocumentText(edition.document), passage, side, self._theme))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def marked(document: DocumentText, passage: Passage, side: Side, theme: Theme) -> str:
    """Return one side of a passage as HTML with its word edits marked."""
    span = passage.a if side == "a" else passage.b
    if span is None:
        return ""
    if passage.rewritten or passage.limited or not passage.edits:
        return _plain(document, span)
    strong, tint = (theme.delete, theme.delete_tint) if side == "a" else (theme.insert, theme.insert_tint)
    line = "line-through" if side == "a" else "underline"
    look = f"background:{tint.name()}; text-decoration:{line}; color:{strong.name()}"
    parts = []
    for edit in passage.edits:
        words = _plain(document, edit.a if side == "a" else edit.b)
        parts.append(words if edit.op == "equal" or not words else f'<span style="{look}">{words}</span>')
    return "".join(parts)


def _plain(document: DocumentText, span: Span) -> str:
    shown = document.shown(Span(span.start, min(span.end, span.start + _LONGEST)))
    return escape(shown) + ("…" if len(shown) < len(span) else "")

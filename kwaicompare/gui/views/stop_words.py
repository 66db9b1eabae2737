"""The words that are not counted, to be read and changed: one a line, the reader's own first.

Takes: the words left out now. Returns: those left out from now on. Leaves out: what follows (`word_decisions.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

_SIZE = 420, 560


class StopWordsDialog(QDialog):
    """A text to edit. Signal: ``words_chosen(list)`` with what is left out from now on."""

    words_chosen = Signal(list)

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Words not counted"))
        self.resize(*_SIZE)
        told = QLabel(
            self.tr(
                "One word a line. Add words that say nothing here; take out what should be counted. "
                "Single characters, figures and punctuation are never counted."
            )
        )
        told.setWordWrap(True)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Find in the list"))
        self.search.textChanged.connect(self._find)
        self.words = QPlainTextEdit("\n".join(words))
        self.words.setAccessibleName(self.tr("Words not counted"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Count again"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (told, self.search, self.words, buttons):
            layout.addWidget(widget)

    def accept(self) -> None:
        """Hand the list on."""
        super().accept()
        lines = (line.strip() for line in self.words.toPlainText().splitlines())
        self.words_chosen.emit(list(dict.fromkeys(line for line in lines if line)))

    def _find(self, text: str) -> None:
        """Lead to a word from the beginning of the list."""
        self.words.moveCursor(self.words.textCursor().MoveOperation.Start)
        self.words.find(text)

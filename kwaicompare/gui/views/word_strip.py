"""How a sentence was cut into words, to be mended with one click.

Takes a `WordLine`; a click on the line between two words makes them one, a click on a word offers to cut it. Leaves
out what follows from it.

    新质 | 生产力    → click on |: ``merge_wanted("新质生产力")``
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

from kwaicompare.gui.models.word_line import cuts

if TYPE_CHECKING:
    from kwaicompare.gui.models.word_line import WordLine
    from kwaicompare.gui.theme import Theme


class WordStrip(QLabel):
    """A line of words. Signals: ``merge_wanted(str)``; ``split_wanted(tuple)`` with the parts."""

    merge_wanted = Signal(str)
    split_wanted = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line: WordLine | None = None
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setContentsMargins(8, 4, 8, 6)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.linkActivated.connect(self._follow)
        self.hide()

    def show_line(self, line: WordLine | None) -> None:
        """Show a line, or nothing."""
        self.line = line
        self.setVisible(line is not None)
        self._write()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._write()

    def _write(self) -> None:
        if self.line is None:
            return
        pieces = []
        for at, word in enumerate(self.line.words):
            if at:
                pieces.append(self._link(f"merge:{at}", "|", self._theme.accent.name(), self.tr("make one word")))
            pieces.append(self._word(at, word))
        self.setText("&nbsp;".join(pieces))
        self.setToolTip(self.tr("Click a line between two words to make them one; click a word to cut it."))

    def _word(self, at: int, word: str) -> str:
        assert self.line is not None
        colour = self._theme.text.name()
        shown = (
            self._link(f"cut:{at}", word, colour, "")
            if len(word) > 1
            else f'<span style="color:{colour}">{escape(word)}</span>'
        )
        return f"<b>{shown}</b>" if at == self.line.at else shown

    def _link(self, target: str, words: str, colour: str, tip: str) -> str:
        style = f"color:{colour}; text-decoration:none"
        return f'<a href="{target}" title="{escape(tip)}" style="{style}">{escape(words)}</a>'

    def _follow(self, link: str) -> None:
        assert self.line is not None
        what, place = link.split(":")
        words, at = self.line.words, int(place)
        if what == "merge":
            self.merge_wanted.emit(words[at - 1] + words[at])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for parts in cuts(words[at]):
            menu.addAction(" | ".join(parts), lambda parts=parts: self.split_wanted.emit(parts))
        menu.popup(QCursor.pos())

"""The page of keys: everything the window can be told to do, with its shortcuts.

Takes: the table of actions. Returns: nothing. Leaves out: changing shortcuts.
"""

from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from kwaicompare.gui.actions import ENTRIES, MENUS, translated
from kwaicompare.gui.theme import LIGHT, Theme


class KeysPage(QWidget):
    """A plain table, readable by screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._text = QTextBrowser(self)
        self._text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setMinimumWidth(340)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._text)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        rows = []
        for menu, words in MENUS:
            entries = [entry for entry in ENTRIES if entry.menu == menu and entry.keys]
            title = escape(translated(words).split("(&")[0].replace("&", ""))
            rows.append(f'<tr><td colspan="2"><br><b>{title}</b></td></tr>')
            rows.extend(_line(translated(entry.words), entry.keys, self._theme) for entry in entries)
        panes = escape(self.tr("In the reading panes"))
        rows.append(f'<tr><td colspan="2"><br><b>{panes}</b></td></tr>')
        rows.append(_line(self.tr("Next and previous change"), ("N", "P"), self._theme))
        rows.append(_line(self.tr("Open a fold, follow a move"), ("Return",), self._theme))
        rows.append(_line(self.tr("Font size"), ("Ctrl+" + self.tr("wheel"),), self._theme))
        self._text.setHtml(f'<table cellspacing="0" cellpadding="3">{"".join(rows)}</table>')

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _line(words: str, keys: tuple[str, ...], theme: Theme) -> str:
    shown = "   ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key for key in keys)
    return (
        f'<tr><td style="color:{theme.accent.name()}; padding-right:24px">{escape(shown)}</td>'
        f"<td>{escape(words.rstrip('…'))}</td></tr>"
    )

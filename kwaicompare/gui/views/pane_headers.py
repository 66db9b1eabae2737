"""Above the panes: which edition each side holds, and whether it is a digest, a full text or a file.

Takes: two sources. Returns: nothing. Leaves out: opening and swapping.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from kwaicompare.gui.models.vocabulary import vocabulary
from kwaicompare.gui.views.row_painter import GUTTER

if TYPE_CHECKING:
    from kwaicompare.gui.theme import Theme
    from kwaicompare.model.document import Source
    from kwaicompare.model.span import Side

_MARGIN = 24
_INNER = 14
_SCROLL_BAR = 12
_BETWEEN = 3
_BOLDER = 2


class PaneHeaders(QWidget):
    """One line above each pane; the active side's is in the accent colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sources: tuple[Source, Source] | None = None
        self._side: Side = "a"
        self._labels = (QLabel(self), QLabel(self))
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 7, _MARGIN + _SCROLL_BAR, 7)
        layout.setSpacing(GUTTER + 2 * _INNER)
        for label in self._labels:
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            layout.addWidget(label, 1)

    def show_sources(self, a: Source, b: Source) -> None:
        """Name both editions."""
        self._sources = a, b
        self.retranslate()

    def set_side(self, side: Side) -> None:
        """Say which side keys act on."""
        self._side = side
        self.retranslate()

    def set_stacked(self, stacked: bool) -> None:
        """Name the editions one above the other, as their texts stand, or side by side."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if stacked else across)
        self._row.setSpacing(_BETWEEN if stacked else GUTTER + 2 * _INNER)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        if self._sources is None:
            return
        names = captions(*self._sources)
        for label, source, name, side in zip(self._labels, self._sources, names, ("a", "b"), strict=True):
            colour = self._theme.accent if side == self._side else self._theme.text
            muted = self._theme.muted.name()
            holding = f" · {vocabulary()('holding.' + source.holding)}"
            room = label.width() - label.fontMetrics().horizontalAdvance(f"{name}{holding} · ") - _BOLDER * len(name)
            title = label.fontMetrics().elidedText(source.title, Qt.TextElideMode.ElideRight, max(0, room))
            label.setText(
                f'<b style="color:{colour.name()}">{_escape(name)}</b>'
                f'<span style="color:{muted}">{holding}</span>'
                + (f'<span style="color:{muted}"> · {_escape(title)}</span>' if title else "")
            )
            label.setToolTip(f"{source.title}\n{source.path}" if source.title else source.path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the titles to the new width."""
        super().resizeEvent(event)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def captions(a: Source, b: Source) -> tuple[str, str]:
    """Return what the editions are called: by their edition, by their files' names where that tells them not apart."""
    if a.edition and b.edition and a.edition != b.edition:
        return a.edition, b.edition
    return PurePath(a.path).name, PurePath(b.path).name


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")

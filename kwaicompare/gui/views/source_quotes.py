"""The sentences behind a row: quoted in full, the figure marked, a click leads to the text.

Takes quotations by side, shows old and new beside each other. Leaves out which quotations belong to a row.

    Quote("a", "2022", text, span)    → 2022  截至2021年底，共申请 [7321件] …
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from kwaicompare.gui.models.quotation import quotation
from kwaicompare.gui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from kwaicompare.model.span import Span

_NARROW = 520  # pixels, under which two columns leave too few words a line


@dataclass(frozen=True, slots=True)
class Quote:
    """A place to quote: its side ("a" or "b"), what to call that edition, its text, the place."""

    side: str
    name: str
    text: str
    span: Span


class SourceQuotes(QTextBrowser):
    """Quotations of both editions in two columns, one below the other where it is narrow.

    Signal: ``place_requested(side, start, end)`` on a click.
    """

    place_requested = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(10)
        self.anchorClicked.connect(self._follow)
        self._theme = LIGHT
        self._quotes: tuple[Quote, ...] = ()
        self._hint = ""
        self._narrow = False
        self.set_theme(LIGHT)

    def show_quotes(self, quotes: Sequence[Quote], hint: str = "") -> None:
        """Show these quotations, or ``hint`` where there are none."""
        self._quotes, self._hint = tuple(quotes), hint
        self._render()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.setStyleSheet(f"QTextBrowser {{ background: {theme.surface.name()}; color: {theme.text.name()}; }}")
        self._render()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() < _NARROW) != self._narrow:
            self._render()

    def _render(self) -> None:
        if not self._quotes:
            self.setHtml(f'<p style="color:{self._theme.muted.name()}">{escape(self._hint)}</p>')
            return
        self._narrow = self.width() < _NARROW
        if self._narrow:
            self.setHtml("".join(self._paragraph(each) for each in self._quotes))
            return
        sides = [side for side in ("a", "b") if any(each.side == side for each in self._quotes)]
        width = 100 // len(sides)
        columns = "".join(
            f'<td width="{width}%" style="padding-right:24px">{self._column(side)}</td>' for side in sides
        )
        self.setHtml(f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{columns}</tr></table>')

    def _column(self, side: str) -> str:
        return "".join(self._paragraph(each) for each in self._quotes if each.side == side)

    def _paragraph(self, quote: Quote) -> str:
        left, marked, right = quotation(quote.text, quote.span)
        ground, ink = self._theme.change_tint.name(), self._theme.text.name()
        link = f"place:{quote.side}/{quote.span.start}/{quote.span.end}"
        return (
            f'<p style="margin:0 0 8px 0; line-height:140%">'
            f'<span style="color:{self._theme.muted.name()}">{escape(quote.name)}&nbsp;&nbsp;</span>{escape(left)}'
            f'<a href="{link}" style="background-color:{ground}; color:{ink}; font-weight:600;'
            f' text-decoration:none">{escape(marked)}</a>{escape(right)}</p>'
        )

    def _follow(self, url: QUrl) -> None:
        side, start, end = url.path().split("/")
        self.place_requested.emit(side, int(start), int(end))

"""The overview strip: the whole comparison at a glance, coloured by kind of change; click or drag to go there.

Takes: a `Sheet`, hits, and what is in sight. Returns: the weight the reader points at. Leaves out: scrolling.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from kwaicompare.gui.models.sheet import Sheet
from kwaicompare.gui.theme import mixed
from kwaicompare.gui.views.painting import painting
from kwaicompare.gui.views.row_painter import colour_of

if TYPE_CHECKING:
    from kwaicompare.gui.theme import Theme

_WIDTH = 22
_KINDS = 11
_FIGURES = 4
_HITS = 4
_CALM = 0.6


class OverviewStrip(QWidget):
    """A narrow picture of all rows. Signal: ``weight_chosen(weight)`` under the pointer."""

    weight_chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet = Sheet([])
        self._hits: Sequence[int] = ()
        self._sight = (0.0, 0.0)
        self._picture: QPixmap | None = None
        self.setFixedWidth(_WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the strip's width."""
        return QSize(_WIDTH, 100)

    def show_sheet(self, sheet: Sheet, hits: Sequence[int] = ()) -> None:
        """Show other rows; ``hits`` are the rows in which something was found."""
        self._sheet, self._hits, self._picture = sheet, hits, None
        self.update()

    def show_sight(self, first: float, last: float) -> None:
        """Frame what the panes show now."""
        self._sight = first, last
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme, self._picture = theme, None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip; the picture of the rows is kept until rows, size or colours change."""
        if self._picture is None or self._picture.deviceIndependentSize().toSize() != self.size():
            self._picture = self._draw_rows()
        with painting(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            if self._sheet.total:
                scale = self.height() / self._sheet.total
                top, bottom = self._sight[0] * scale, self._sight[1] * scale
                frame = QRectF(0.5, top + 0.5, self.width() - 1, max(6.0, bottom - top - 1))
                painter.setPen(QPen(self._theme.accent, 1))
                wash = QColor(self._theme.accent)
                wash.setAlpha(28)
                painter.setBrush(wash)
                painter.drawRect(frame)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._point(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._point(event)

    def _point(self, event: QMouseEvent) -> None:
        share = min(1.0, max(0.0, event.position().y() / max(1, self.height())))
        self.weight_chosen.emit(share * self._sheet.total)

    def _draw_rows(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        paper = self._theme.surface
        picture.fill(paper)
        with painting(picture) as painter:
            for y, (kind, figures) in enumerate(self._sheet.gravest(self.height())):
                if kind != "same":
                    painter.fillRect(QRectF(_HITS + 1, y, _KINDS, 1), mixed(colour_of(kind, self._theme), paper, _CALM))
                if figures:
                    painter.fillRect(QRectF(_HITS + _KINDS + 3, y, _FIGURES, 1), self._theme.change)
            for row in self._hits:
                y = self._sheet.start_of(row) * self.height() / max(1, self._sheet.total)
                painter.fillRect(QRectF(0, y - 1, _HITS, 2), self._theme.hit)
        return picture

"""Where in an edition something was found: its sections side by side, the warmer the more often it stands there.

Takes: an edition's sections and hits. Returns: the section that is clicked. Leaves out: looking up.

    |  |██|  |▒▒▒▒|   two sections of five hold it, the second as often as the fourth, which is longer
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from kwaicompare.gui.theme import LIGHT, Theme, mixed
from kwaicompare.gui.views.painting import painting

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Edition
    from kwaicompare.model.keyword import Hit

_HEIGHT = 14
_MARGIN = 10
_FAINTEST = 0.25


class Part(NamedTuple):
    """A stretch of the edition under one heading: where it begins and ends, its title, and the hits in it."""

    start: int
    end: int
    title: str
    hits: int

    @property
    def heat(self) -> float:
        """Hits for each character."""
        return self.hits / max(1, self.end - self.start)


def parts_of(edition: Edition, hits: Sequence[Hit]) -> list[Part]:
    """Cut an edition at every heading and count the hits in each part; nothing is said of empty parts."""
    starts = [0, *(section.span.start for section in edition.sections)]
    titles = ["", *(section.title for section in edition.sections)]
    ends = [*starts[1:], len(edition.text)]
    counts = Counter(bisect_right(starts, hit.span.start) - 1 for hit in hits)
    found = zip(starts, ends, titles, range(len(starts)), strict=True)
    return [Part(start, end, title, counts[at]) for start, end, title, at in found if end > start]


class HeatStrip(QWidget):
    """The strip. Signal: ``part_chosen(start)`` with the place where the clicked part begins."""

    part_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: list[Part] = []
        self._theme = LIGHT
        self.setFixedHeight(_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_parts(self, parts: list[Part]) -> None:
        """Show other parts."""
        self.parts = parts
        self.setVisible(any(part.hits for part in parts))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        hottest = max((part.heat for part in self.parts), default=0.0) or 1.0
        with painting(self) as painter:
            for part in self.parts:
                left, right = self._x(part.start), self._x(part.end)
                colour = self._theme.line
                if part.hits:
                    share = _FAINTEST + (1 - _FAINTEST) * part.heat / hottest
                    colour = mixed(self._theme.accent, self._theme.background, share)
                top, tall = (3, 8) if part.hits else (6, 2)
                painter.fillRect(QRectF(left, top, max(1.0, right - left - 1), tall), colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the part."""
        part = self._at(event.position().x())
        if part is not None:
            self.part_chosen.emit(part.start)

    def event(self, event: QEvent) -> bool:
        """Name the part under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            part = self._at(event.pos().x())
            QToolTip.showText(event.globalPos(), f"{part.title}  ({part.hits})" if part else "", self)
            return True
        return super().event(event)

    def _x(self, place: int) -> float:
        length = self.parts[-1].end if self.parts else 1
        return _MARGIN + (self.width() - 2 * _MARGIN) * place / max(1, length)

    def _at(self, x: float) -> Part | None:
        return next((part for part in self.parts if self._x(part.start) <= x < self._x(part.end)), None)

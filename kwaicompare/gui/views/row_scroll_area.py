"""A scrolling area over rows of which only those in sight are laid out; it knows where it stands, not what rows mean.

Takes: a `Sheet` and `RowLayouts`. Returns: scroll bar and wheel moving an anchor, kept through new widths and fonts.
Leaves out: painting, selecting and choosing rows (`reading_panes.py`).

The scroll bar counts weights of the sheet, an estimate of height that no window width changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kwaicompare.gui.models.sheet import Sheet
from kwaicompare.gui.views.cells import Style
from kwaicompare.gui.views.row_flow import Anchor, RowFlow
from kwaicompare.gui.views.row_painter import Columns

if TYPE_CHECKING:
    from kwaicompare.gui.views.row_layouts import RowLayouts

READING_HEIGHT, HEADING_HEIGHT = 0.4, 0.08
_WHEEL_STEP = 120
_LINES_PER_NOTCH = 3


class RowScrollArea(QAbstractScrollArea):
    """Rows below one another. Signals: ``scrolled()``; ``zoom_wanted(steps)`` by Ctrl and the wheel."""

    scrolled = Signal()
    zoom_wanted = Signal(int)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Asked for a viewport that Qt made, PySide sets up every class of widget there is, to tell which one it is.
        self.setViewport(QWidget(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.stacked = False
        self.sheet = Sheet([])
        self.style_of_text = style
        self._layouts: RowLayouts | None = None
        self._flow = RowFlow(0, self._height_of)
        self._anchor = Anchor(0, 0)
        self._moving_bar = False
        self.verticalScrollBar().valueChanged.connect(self._on_bar)

    @property
    def line(self) -> int:
        """The height of a line of body text."""
        return round(self.style_of_text.size * self.style_of_text.leading)

    def set_style(self, style: Style) -> None:
        """Change colours, font and line height."""
        self.style_of_text = style
        self._relay()

    def set_stacked(self, stacked: bool) -> None:
        """Show the texts of a row one above the other, or side by side."""
        self.stacked = stacked
        self._relay()

    def visible_weights(self) -> tuple[float, float]:
        """Return the first and last weight in sight, in the sheet's measure."""
        rows = self._flow.visible(self._anchor, self.viewport().height())
        if not rows:
            return 0.0, 0.0
        last, y = rows[-1]
        shown = min(1.0, (self.viewport().height() - y) / max(1, self._height_of(last)))
        start, end = self.sheet.start_of(last), self.sheet.ends[last]
        return self._weight_of(self._anchor), start + (end - start) * shown

    def go_to_weight(self, weight: float) -> None:
        """Scroll so that a weight is at reading height."""
        if not self.sheet.shown:
            return
        row = self.sheet.row_of_weight(weight)
        start, end = self.sheet.start_of(row), self.sheet.ends[row]
        inside = round(self._height_of(row) * (weight - start) / max(1, end - start))
        self._move(Anchor(row, inside - round(self.viewport().height() * READING_HEIGHT)))

    def scroll_by(self, pixels: int) -> None:
        """Scroll down (or up)."""
        self._move(Anchor(self._anchor.row, self._anchor.above + pixels))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Do nothing: the anchor moves, not the pixels."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or change the font size with Ctrl."""
        notches = event.angleDelta().y() / _WHEEL_STEP
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if notches:
                self.zoom_wanted.emit(1 if notches > 0 else -1)
        elif event.pixelDelta().y():
            self.scroll_by(-event.pixelDelta().y())
        else:
            self.scroll_by(-round(notches * _LINES_PER_NOTCH * self.line))
        event.accept()

    # Position

    def _columns(self) -> Columns:
        return Columns(self.viewport().width(), self.stacked)

    def _relay(self) -> None:
        if self._layouts is None:
            self.viewport().update()
            return
        tall = self._height_of(self._anchor.row) if self._anchor.row < self._flow.count else 1
        share = self._anchor.above / max(1, tall)
        self._layouts.forget()
        self._layouts.columns = self._columns()
        if self._anchor.row < self._flow.count:
            self._move(Anchor(self._anchor.row, round(share * self._height_of(self._anchor.row))))

    def _move(self, anchor: Anchor) -> None:
        height = self.viewport().height()
        if anchor.row >= self._flow.count > 0:
            anchor = self._flow.lowest(height)
        self._anchor = self._flow.settle(anchor, height)
        bar = self.verticalScrollBar()
        self._moving_bar = True
        bar.setRange(0, round(self._weight_of(self._flow.lowest(height))))
        first, last = self.visible_weights()
        bar.setPageStep(max(1, round(last - first)))
        bar.setSingleStep(30)
        bar.setValue(round(self._weight_of(self._anchor)))
        self._moving_bar = False
        self.viewport().update()
        self.scrolled.emit()

    def _on_bar(self, value: int) -> None:
        if self._moving_bar or not self.sheet.shown:
            return
        row = self.sheet.row_of_weight(value)
        start, end = self.sheet.start_of(row), self.sheet.ends[row]
        self._move(Anchor(row, round(self._height_of(row) * (value - start) / max(1, end - start))))

    def _weight_of(self, anchor: Anchor) -> float:
        if anchor.row >= len(self.sheet.shown):
            return 0.0
        start, end = self.sheet.start_of(anchor.row), self.sheet.ends[anchor.row]
        return start + (end - start) * min(1.0, anchor.above / max(1, self._height_of(anchor.row)))

    def _height_of(self, row: int) -> int:
        assert self._layouts is not None
        return self._layouts.layout(row, self.style_of_text).height

"""The ground of every keyword plot: colours, hover, click, and nothing that moves by accident.

Takes a `PlotData`, draws it in its subclass. Leaves out which terms are chosen. Imports pyqtgraph, so it is itself
imported only when a plot is first shown.

    hover over a bar    → a tip naming term and values;  click    → ``term_clicked("可灵")``
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

if TYPE_CHECKING:
    from kwaicompare.gui.theme import Theme
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.keyword import Term

ROW_HEIGHT = 24


@dataclass(frozen=True, slots=True)
class PlotData:
    """What a plot draws: terms in their order, the editions' names, the axis's words, terms as written, their tips.

    Plain values only: a bound method of the view here would tie plot and view into a cycle, and Python's collector
    then frees Qt's scene in the wrong order and crashes.
    """

    comparison: Comparison
    terms: Sequence[Term]
    names: tuple[str, str]
    axis: str
    written: Mapping[str, str]
    tips: Mapping[str, str]


class TermPlot(pg.PlotWidget):
    """A still plot of terms.

    Signals: ``term_clicked(term)``, and where a plot shows single places ``place_clicked(side, start, end)``.
    """

    term_clicked = Signal(str)
    place_clicked = Signal(str, int, int)
    data: PlotData | None = None  # of the class, because pyqtgraph resizes while it is being made

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.item = pg.PlotItem()
        self.box: pg.ViewBox = self.item.getViewBox()
        super().__init__(parent, plotItem=self.item)
        self.setBackground(theme.background)
        self.theme = theme
        self.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.setMouseEnabled(False, False)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAntialiasing(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.item.setContentsMargins(4, 4, 12, 4)

    def show_data(self, data: PlotData) -> None:
        """Draw this instead."""
        self.data = data
        self.redraw()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.theme = theme
        self.setBackground(theme.background)
        self.redraw()

    def redraw(self) -> None:
        """Clear, colour the axes, draw."""
        self.item.clear()
        for name in ("left", "top", "bottom"):
            axis = self.item.getAxis(name)
            axis.setPen(pg.mkPen(self.theme.line))
            axis.setTextPen(pg.mkPen(self.theme.text))
            axis.setStyle(tickFont=self.label_font(), tickLength=0)
        if self.data is not None:
            self.draw(self.data)

    def draw(self, data: PlotData) -> None:
        """Add the plot's items."""
        raise NotImplementedError

    def term_at(self, point: QPointF) -> Term | None:
        """Return the term at a point in plot coordinates."""
        raise NotImplementedError

    def tip_at(self, point: QPointF) -> str:
        """Return what to say of a point; "" for nothing."""
        term = self.term_at(point)
        return "" if term is None or self.data is None else self.data.tips.get(term.term, "")

    def wanted_height(self, rows: int) -> int:
        """Return the height that shows ``rows`` terms readably."""
        return rows * ROW_HEIGHT + 64

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def label_font(self) -> QFont:
        """Return the font of labels: the widget's own, which shows Chinese."""
        return QFont(self.font())

    def write(self, text: str, x: float, y: float, anchor: tuple[float, float], muted: bool = False) -> pg.TextItem:
        """Add a label."""
        label = pg.TextItem(text, color=self.theme.muted if muted else self.theme.text, anchor=anchor)
        label.setFont(self.label_font())
        self.item.addItem(label, ignoreBounds=True)
        label.setPos(x, y)
        return label

    def frame(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show exactly this part of the plane."""
        self.box.setRange(xRange=x, yRange=y, padding=0)

    def name_rows(self, terms: Sequence[Term]) -> None:
        """Write the terms beside their rows, wide enough for the longest."""
        axis = self.item.getAxis("left")
        axis.setTicks([[(at, self.name_of(term)) for at, term in enumerate(terms)]])
        metrics = QFontMetrics(self.label_font())
        axis.setWidth(max((metrics.horizontalAdvance(self.name_of(term)) for term in terms), default=40) + 16)

    def name_of(self, term: Term) -> str:
        """Return a term as the texts write it."""
        return self.data.written.get(term.term, term.term) if self.data is not None else term.term

    def row_of(self, point: QPointF, terms: Sequence[Term]) -> Term | None:
        """Return the term of a row."""
        at = round(point.y())
        return terms[at] if 0 <= at < len(terms) else None

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        tip = self.tip_at(self._plotted(ev))
        self.setCursor(Qt.CursorShape.PointingHandCursor if tip else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(ev.globalPosition().toPoint(), tip, self)
        super().mouseMoveEvent(ev)

    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        super().mouseReleaseEvent(ev)
        if ev.button() == Qt.MouseButton.LeftButton:
            self.click(self._plotted(ev))

    def click(self, point: QPointF) -> None:
        """Act on a click at a point in plot coordinates."""
        term = self.term_at(point)
        if term is not None:
            self.term_clicked.emit(term.term)

    def _plotted(self, event: QMouseEvent) -> QPointF:
        return self.box.mapSceneToView(self.mapToScene(event.position().toPoint()))

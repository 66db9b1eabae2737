"""Painting of one row: the grounds behind both texts, the ribbon between them, and the signs on it.

Takes: a row, its two cells and where they stand. Returns: pixels. Leaves out: which rows to paint, and input.

    −  old text on its ground ▷                       ≈Δ            old words ━━━━━━━ new words
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from kwaicompare.gui.models.rows import FIGURE_SIGN, QUIET, SIGNS, Row, RowKind
from kwaicompare.gui.models.standings import sign_of, tone_of
from kwaicompare.gui.theme import mixed

if TYPE_CHECKING:
    from kwaicompare.gui.theme import Theme
    from kwaicompare.gui.views.cells import Cell, Style
    from kwaicompare.model.decision import Standing
    from kwaicompare.model.span import Span

GUTTER = 60
_MARGIN = 24
_INNER = 14
_GROUND = 8
_BAR = 3
_TINTED = 0.4


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the two texts and the gutter stand, in pixels of the viewport.

    The gutter is between the texts; where they are ``stacked``, one above the other, it is to their left.
    """

    width: int
    stacked: bool = False

    @property
    def gutter(self) -> int:
        """Left edge of the gutter."""
        return 0 if self.stacked else (self.width - GUTTER) // 2

    @property
    def text_width(self) -> int:
        """Width of either text."""
        return max(40, self.width - self.right - _MARGIN if self.stacked else self.gutter - _MARGIN - _INNER)

    @property
    def left(self) -> int:
        """Left edge of the old text."""
        return self.right if self.stacked else _MARGIN

    @property
    def right(self) -> int:
        """Left edge of the new text."""
        return self.gutter + GUTTER + _INNER

    def side_at(self, x: float) -> str:
        """Return the side under ``x``; the gutter belongs to the nearer one."""
        return "a" if x < self.gutter + GUTTER / 2 else "b"


@dataclass(slots=True)
class RowLayout:
    """A row laid out: white space above, the two cells, and the height with everything.

    ``joined``: the ground goes on from the row above, of the same kind, through the white space. ``below``: how far
    under the old text the new one begins, 0 beside it. ``judged``: what the reviewer thinks of it, of either text.
    """

    gap: int
    height: int
    a: Cell | None = None
    b: Cell | None = None
    notes: tuple[str, str] = ("", "")
    joined: bool = False
    below: int = 0
    judged: tuple[Standing | None, Standing | None] = (None, None)

    def cell(self, side: str) -> Cell | None:
        """Return the cell of one side."""
        return self.a if side == "a" else self.b


def colour_of(kind: RowKind, theme: Theme) -> QColor:
    """Return the strong colour of a kind of change."""
    strong = {
        "apart": theme.delete,
        "dropped": theme.delete,
        "new": theme.insert,
        "moved": theme.move,
        "moved-edited": theme.move,
        "ghost": theme.move,
        "edited": theme.edit,
        "rewritten": theme.edit,
    }
    return strong.get(kind, theme.muted)


def ground_of(kind: RowKind, theme: Theme) -> QColor | None:
    """Return the ground of a whole passage of a kind, paler than that of words; None for plain paper."""
    tints = {
        "dropped": theme.delete_tint,
        "new": theme.insert_tint,
        "moved": theme.move_tint,
        "moved-edited": theme.move_tint,
        "rewritten": theme.edit_tint,
    }
    tint = tints.get(kind)
    return None if tint is None else mixed(tint, theme.background, _TINTED)


class RowPainter:
    """Paints rows with one style and one set of columns; bars at the current row tell if the panes have the focus."""

    def __init__(self, painter: QPainter, columns: Columns, style: Style, focused: bool) -> None:
        self._painter = painter
        self._focused = focused
        self._columns = columns
        self._style = style
        self._theme = style.theme

    def draw(self, row: Row, layout: RowLayout, y: int, current: bool, selected: dict[str, Span | None]) -> None:
        """Paint one row with its top at ``y``."""
        top = y + layout.gap
        if current:
            self._draw_current(layout, top)
        if row.kind in QUIET:
            if any(layout.notes):
                self._draw_notes(row, layout, top)
            return
        self._draw_ribbon(row, layout, top)
        for side, x in (("a", self._columns.left), ("b", self._columns.right)):
            cell = layout.cell(side)
            if cell is not None:
                at = top + layout.below if side == "b" else top
                self._draw_role(row, cell, x, at)
                cell.draw(self._painter, QPointF(x, at), selected[side], self._theme)
        self._draw_signs(row, layout, top)
        self._draw_judged(layout, top)

    def _draw_judged(self, layout: RowLayout, top: int) -> None:
        """Write what the reviewer thinks into the outer margins."""
        outer = (_BAR, self._columns.width - _MARGIN - _BAR)
        for standing, cell, x in zip(layout.judged, (layout.a or layout.b, layout.b), outer, strict=True):
            if standing is not None and cell is not None:
                self._painter.setFont(self._style.font)
                self._painter.setPen(getattr(self._theme, tone_of(standing)))
                area = QRectF(x, top, _MARGIN - _GROUND, cell.step)
                self._painter.drawText(area, Qt.AlignmentFlag.AlignCenter, sign_of(standing))

    def _draw_current(self, layout: RowLayout, top: int) -> None:
        height = layout.height - layout.gap
        for x in (0, self._columns.width - _BAR):
            colour = self._theme.accent if self._focused else self._theme.muted
            self._painter.fillRect(QRectF(x, top - 2, _BAR, height), colour)

    def _draw_ribbon(self, row: Row, layout: RowLayout, top: int) -> None:
        """Fill the grounds of both texts and the band that joins them; an edited pair gets a thin line only."""
        columns = self._columns
        if columns.stacked:
            self._draw_stack(row, layout, top)
            return
        if row.kind == "apart":
            self._draw_apart(layout, top)
            return
        ground = ground_of(row.kind, self._theme)
        if ground is None:
            if row.kind == "edited":
                self._draw_tie(layout, top)
            return
        left = layout.a.height + 2 if layout.a else 0
        right = layout.b.height + 2 if layout.b else 0
        start, end = columns.left - _GROUND, columns.right + columns.text_width + _GROUND
        inner_left, inner_right = columns.gutter, columns.gutter + GUTTER
        if not left:
            start = inner_left + GUTTER // 4
        if not right:
            end = inner_right - GUTTER // 4
        upper = top - layout.gap - 2 if layout.joined else top - 2
        path = QPainterPath(QPointF(start, upper))
        path.lineTo(end, upper)
        path.lineTo(end, top + (right or left))
        if left and right:
            path.lineTo(inner_right, top + right)
            middle = (inner_left + inner_right) / 2
            path.cubicTo(middle, top + right, middle, top + left, inner_left, top + left)
        path.lineTo(start, top + (left or right))
        path.closeSubpath()
        self._painter.fillPath(path, ground)

    def _draw_stack(self, row: Row, layout: RowLayout, top: int) -> None:
        """Fill the grounds of texts that stand one above the other; of a pair, lines tell the old from the new one."""
        apart: tuple[RowKind, RowKind] = ("dropped", "new")
        kinds = apart if row.kind == "apart" else (row.kind, row.kind)
        marks = (self._theme.delete, self._theme.insert)
        x, width = self._columns.left - _GROUND, self._columns.text_width + 2 * _GROUND
        for cell, at, kind, mark in zip((layout.a, layout.b), (top, top + layout.below), kinds, marks, strict=True):
            if cell is None:
                continue
            ground = ground_of(kind, self._theme)
            if ground is not None:
                self._painter.fillRect(QRectF(x, at - 2, width, cell.height + 3), ground)
            if layout.below:
                self._painter.fillRect(QRectF(x - 3, at, 2, cell.height - 2), mark)

    def _draw_apart(self, layout: RowLayout, top: int) -> None:
        """Fill the grounds of a dropped and a new passage that merely share the row."""
        columns = self._columns
        upper, lower = top - (layout.gap if layout.joined else 0) - 2, top + layout.height - layout.gap - 1
        half = GUTTER / 2 - 1
        left, right = ground_of("dropped", self._theme), ground_of("new", self._theme)
        assert left is not None
        assert right is not None
        start, end = columns.left - _GROUND, columns.right + columns.text_width + _GROUND
        self._painter.fillRect(QRectF(start, upper, columns.gutter + half - start, lower - upper), left)
        self._painter.fillRect(
            QRectF(end, upper, columns.gutter + GUTTER - half - end, lower - upper).normalized(), right
        )

    def _draw_tie(self, layout: RowLayout, top: int) -> None:
        step = layout.a.step if layout.a else 0
        y = top + step / 2
        self._painter.setPen(QPen(self._theme.line, 1))
        x = self._columns.gutter
        self._painter.drawLine(QPointF(x, y), QPointF(x + GUTTER / 2 - 15, y))
        self._painter.drawLine(QPointF(x + GUTTER / 2 + 15, y), QPointF(x + GUTTER, y))

    def _draw_role(self, row: Row, cell: Cell, x: int, top: int) -> None:
        if row.role == "callout":
            self._painter.setPen(QPen(self._theme.line, 1))
            self._painter.drawRect(
                QRectF(x - _GROUND, top - 2, self._columns.text_width + 2 * _GROUND, cell.height + 3)
            )
        elif row.role == "table":
            self._painter.setPen(QPen(self._theme.line, 1))
            y = top + cell.height + 2
            self._painter.drawLine(QPointF(x, y), QPointF(x + self._columns.text_width, y))

    def _draw_signs(self, row: Row, layout: RowLayout, top: int) -> None:
        signs = [(sign, colour_of(row.kind, self._theme)) for sign in SIGNS[row.kind]]
        if row.kind == "apart":
            signs = [(SIGNS["dropped"], self._theme.delete), (SIGNS["new"], self._theme.insert)]
        if row.figures:
            signs.append((FIGURE_SIGN, self._theme.change))
        if not signs:
            return
        cell = layout.a or layout.b
        step = cell.step if cell else self._style.size * 2
        font = QFont(self._style.font)
        font.setWeight(QFont.Weight.Bold)
        self._painter.setFont(font)
        wide = self._style.size * 1.15
        x = self._columns.gutter + GUTTER / 2 - wide * len(signs) / 2
        for sign, colour in signs:
            self._painter.setPen(colour)
            self._painter.drawText(QRectF(x, top, wide, step), Qt.AlignmentFlag.AlignCenter, sign)
            x += wide

    def _draw_notes(self, row: Row, layout: RowLayout, top: int) -> None:
        """Paint the one line of a fold (across both panes), of a ghost or of a way to counterparts elsewhere."""
        columns, height = self._columns, layout.height - layout.gap
        font = QFont(self._style.font)
        font.setPixelSize(round(self._style.size * 0.87))
        self._painter.setFont(font)
        if row.kind == "fold":
            area = QRectF(columns.left, top, columns.width - 2 * columns.left, height)
            self._painter.fillRect(area.adjusted(-_GROUND, 2, _GROUND, -2), self._theme.surface)
            self._draw_note(layout.notes[0], area, self._theme.muted, Qt.AlignmentFlag.AlignCenter)
            return
        notes = ("   ".join(filter(None, layout.notes)), "") if columns.stacked else layout.notes
        for note, x in zip(notes, (columns.left, columns.right), strict=True):
            area = QRectF(x, top, columns.text_width, height)
            if row.kind == "see":
                self._draw_note(note, area, self._theme.accent, Qt.AlignmentFlag.AlignLeft)
            elif note:
                self._painter.setPen(QPen(self._theme.move, 1, Qt.PenStyle.DashLine))
                self._painter.drawRect(area.adjusted(-_GROUND, 1, _GROUND, -2))
                self._draw_note(note, area, self._theme.move, Qt.AlignmentFlag.AlignLeft)

    def _draw_note(self, note: str, area: QRectF, colour: QColor, side: Qt.AlignmentFlag) -> None:
        self._painter.setPen(colour)
        shown = self._painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, int(area.width()))
        self._painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | side, shown)

"""Both editions side by side in one scrolling area, so that the sides can never fall out of step.

Takes: two documents, a `Sheet` of rows and `Marks`. Returns: what the reader sees, and signals about where he is.
Leaves out: the headers, the overview strip and the detail strip, which are widgets of their own.

Only rows in sight are laid out; the position is a row and some pixels (`row_flow.py`), kept through new widths,
fonts, colours and sheets.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kwaicompare.gui.models.rows import QUIET, Row
from kwaicompare.gui.views.painting import painting
from kwaicompare.gui.views.row_flow import Anchor, RowFlow
from kwaicompare.gui.views.row_layouts import Marks, RowLayouts
from kwaicompare.gui.views.row_painter import RowPainter
from kwaicompare.gui.views.row_scroll_area import HEADING_HEIGHT, READING_HEIGHT, RowScrollArea
from kwaicompare.gui.views.text_selection import Place, TextSelection
from kwaicompare.model.span import SIDES, Span, other_side

if TYPE_CHECKING:
    from kwaicompare.gui.models.sheet import Sheet
    from kwaicompare.gui.views.cells import Style
    from kwaicompare.model.document import Document
    from kwaicompare.model.span import Side


class Chosen(NamedTuple):
    """Text to copy: its side, and where it stands there, in the order of the rows."""

    side: Side
    spans: Sequence[Span]
    source: str

    @property
    def text(self) -> str:
        """What is chosen; what does not follow one another in the source stands on lines of its own."""
        return "\n".join(span.of(self.source) for span in self.spans)


class ReadingPanes(RowScrollArea):
    """The two reading panes.

    Signals: ``current_changed(row)``; ``sheet_changed()``; ``side_changed()``; ``selection_changed()`` by the mouse,
    once it is made.
    """

    current_changed = Signal(int)
    sheet_changed = Signal()
    side_changed = Signal()
    selection_changed = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.current = -1
        self.side: Side = "a"
        self._documents: dict[Side, Document] = {}
        self._selection: TextSelection | None = None
        self._edit = -1
        self.hint = ""
        """What to do, said where nothing is open."""

    def show_rows(self, a: Document, b: Document, sheet: Sheet, marks: Marks) -> None:
        """Show two documents; of the same documents the position is kept."""
        same = self._documents.get("a") is a and self._documents.get("b") is b
        place = self._place() if same else None
        if not same:
            self.current = -1
        self._documents = {"a": a, "b": b}
        self._layouts = RowLayouts(a, b)
        self._layouts.marks = marks
        self._put_sheet(sheet, place)

    def set_sheet(self, sheet: Sheet) -> None:
        """Show other rows of the same documents; the position is kept."""
        self._put_sheet(sheet, self._place())

    def refresh_marks(self) -> None:
        """Draw again after the marks have changed."""
        self._relay()

    def go_to_row(self, row: int, height: float = READING_HEIGHT) -> None:
        """Make ``row`` the current one and put it at a share of the viewport's height."""
        if not 0 <= row < len(self.sheet.shown):
            return
        self._move(Anchor(row, -round(self.viewport().height() * height)))
        self._set_current(row)

    def go_to_place(self, side: Side, start: int, end: int, height: float = READING_HEIGHT) -> None:
        """Lead to a place of one edition and mark it; a fold around it opens."""
        if not self.sheet.rows:
            return
        sheet, row = self.sheet.show_place(side, start)
        if sheet is not self.sheet:
            self.set_sheet(sheet)
        self._set_side(side)
        span = self.sheet.shown[row].on(side)
        if span is not None and end > start:
            places = Place(row, max(start, span.start)), Place(row, min(end, span.end))
            self._selection = TextSelection(side, *places) if places[0] < places[1] else None
        self.go_to_row(row, height)

    def choose_first_change(self) -> None:
        """Make the first change in sight the current row; one out of sight is left for the first step."""
        row = self.sheet.change_from(self._anchor.row - 1, 1)
        if self.current < 0 and row in dict(self._flow.visible(self._anchor, self.viewport().height())):
            assert row is not None
            self._set_current(row)

    def step_change(self, step: int) -> bool:
        """Go to the next (+1) or previous (-1) change; False at the end."""
        row = self.sheet.change_from(self.current, step)
        if row is None:
            return False
        self.go_to_row(row)
        return True

    def step_row(self, step: int) -> None:
        """Make the next or previous row the current one, folds and ways to counterparts included."""
        row = self.current + step if self.current >= 0 else self._anchor.row
        if 0 <= row < len(self.sheet.shown):
            self._set_current(row)
            if not self._sees_current(self.viewport().height()):
                self.go_to_row(row)

    def step_edit(self, step: int, edits: list[Span]) -> bool:
        """Select the next or previous of the current row's ``edits`` on the active side; False past the last one."""
        if step < 0 and self._edit < 0:
            self._edit = len(edits)
        self._edit += step
        if not 0 <= self._edit < len(edits):
            self._edit = -1
            return False
        edit = edits[self._edit]
        self._selection = TextSelection(self.side, Place(self.current, edit.start), Place(self.current, edit.end))
        self.viewport().update()
        return True

    def follow_move(self) -> bool:
        """Go to the other half of the current move."""
        other = self.sheet.other_half(self.current) if 0 <= self.current < len(self.sheet.shown) else None
        if other is None:
            return False
        self.go_to_row(other)
        return True

    def switch_side(self) -> None:
        """Make the other pane the active one."""
        self._set_side(other_side(self.side))

    def selected(self) -> Chosen | None:
        """Return the selection, if there is any text in it."""
        held = self._selection
        if held is None or held.side not in self._documents:
            return None
        source = self._documents[held.side].text
        spans = held.spans(self.sheet, source)
        return Chosen(held.side, spans, source) if spans else None

    def chosen_rows(self) -> list[Row]:
        """Return the rows of the selection, without one the current row."""
        held = self._selection
        first, last = (held.first.row, held.last.row) if held is not None else (self.current, self.current)
        return self.sheet.shown[max(0, first) : last + 1]

    def chosen(self) -> Chosen | None:
        """Return the selection, without one the current row's active side."""
        span = self.sheet.shown[self.current].on(self.side) if 0 <= self.current < len(self.sheet.shown) else None
        whole = None if span is None else Chosen(self.side, (span,), self._documents[self.side].text)
        return self.selected() or whole

    def copy(self) -> None:
        """Put the chosen text on the clipboard."""
        chosen = self.chosen()
        if chosen is not None and chosen.text:
            QGuiApplication.clipboard().setText(chosen.text)

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight."""
        with painting(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(event.rect(), self.style_of_text.theme.background)
            if self._layouts is not None:
                self._paint_rows(painter, self._layouts)
            elif self.hint:
                painter.setPen(self.style_of_text.theme.muted)
                painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.hint)

    def _paint_rows(self, painter: QPainter, layouts: RowLayouts) -> None:
        rows = RowPainter(painter, layouts.columns, self.style_of_text, self._focused)
        for index, y in self._flow.visible(self._anchor, self.viewport().height()):
            row = self.sheet.shown[index]
            layout = layouts.layout(index, self.style_of_text)
            rows.draw(row, layout, y, index == self.current, self._selected(index, row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width, at the same place; a current row in sight stays in sight."""
        super().resizeEvent(event)
        seen = self._sees_current(event.oldSize().height())
        self._relay()
        if seen and not self._sees_current(event.size().height()):
            self._move(Anchor(self.current, -round(event.size().height() * READING_HEIGHT)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk and scroll: arrows, pages, ends, n and p, Enter on a move."""
        page = round(self.viewport().height() * 0.85)
        scrolls = {
            Qt.Key.Key_Down: self.line,
            Qt.Key.Key_Up: -self.line,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: page,
            Qt.Key.Key_PageUp: -page,
        }
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in scrolls:
            self.scroll_by(scrolls[key])
        elif key == Qt.Key.Key_Home:
            self._move(Anchor(0, 0))
        elif key == Qt.Key.Key_End:
            self._move(Anchor(len(self.sheet.shown), 0))
        elif key in (Qt.Key.Key_N, Qt.Key.Key_P):
            self.step_change(1 if key == Qt.Key.Key_N else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(self.current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row, begin a selection, open a fold, follow a ghost or a way to a counterpart."""
        place, side = self._place_at(event.position())
        if event.button() == Qt.MouseButton.RightButton and place is not None and self.selected() is None:
            self._set_side(side)
            self._set_current(place.row)
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            return
        self._set_side(side)
        if self.sheet.shown[place.row].kind in QUIET:
            self._activate(place.row)
            return
        self._selection = TextSelection(side, place, place)
        self._set_current(place.row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection within its side."""
        if self._selection is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        place, _ = self._place_at(event.position(), self._selection.side)
        if place is not None:
            self._selection = self._selection._replace(reached=place)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell that a selection is made."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._selection is not None:
            self.selection_changed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the side's whole passage."""
        place, side = self._place_at(event.position())
        if place is not None and (span := self.sheet.shown[place.row].on(side)) is not None:
            self._selection = TextSelection(side, Place(place.row, span.start), Place(place.row, span.end))
            self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Word the notes again in a new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._relay()

    # Position

    def _put_sheet(self, sheet: Sheet, place: tuple[Side, int, int] | None) -> None:
        assert self._layouts is not None
        current = self._current_place()
        self.sheet = self._layouts.sheet = sheet
        self._flow = RowFlow(len(sheet.shown), self._height_of)
        self._selection, self._edit = None, -1
        self._layouts.forget()
        self._layouts.columns = self._columns()
        self.current = sheet.row_at(*current) if current and sheet.shown else -1
        row = sheet.row_at(place[0], place[1]) if place else 0
        self.sheet_changed.emit()
        self._move(Anchor(row, place[2] if place else 0))
        self.current_changed.emit(self.current)

    def _place(self) -> tuple[Side, int, int] | None:
        """Return what stands at the top: a place of an edition and the pixels above; None at the very top."""
        if self._anchor == Anchor(0, 0):
            return None
        for index in range(self._anchor.row, len(self.sheet.shown)):
            for side in SIDES:
                span = self.sheet.shown[index].on(side)
                if span is not None and self.sheet.shown[index].kind != "ghost":
                    return side, span.start, self._anchor.above if index == self._anchor.row else 0
        return None

    def _current_place(self) -> tuple[Side, int] | None:
        if not 0 <= self.current < len(self.sheet.shown):
            return None
        row = self.sheet.shown[self.current]
        if row.a is not None:
            return "a", row.a.start
        return ("b", row.b.start) if row.b is not None else None

    def _sees_current(self, height: int) -> bool:
        """Tell whether the current row is wholly in a viewport of ``height``."""
        rows = dict(self._flow.visible(self._anchor, height))
        y = rows.get(self.current)
        return y is not None and y >= 0 and y + self._height_of(self.current) <= height

    # Rows under the hand

    def _place_at(self, point: QPointF, side: Side | None = None) -> tuple[Place | None, Side]:
        if self._layouts is None:
            return None, "a"
        columns = self._layouts.columns
        wanted: Side = side or ("a" if columns.side_at(point.x()) == "a" else "b")
        origin = columns.left if wanted == "a" else columns.right
        found: Place | None = None
        for index, y in self._flow.visible(self._anchor, self.viewport().height()):
            layout = self._layouts.layout(index, self.style_of_text)
            top = y + layout.gap
            if point.y() < y:
                break
            if columns.stacked and side is None:
                wanted = "b" if layout.a is None or (layout.below and point.y() >= top + layout.below) else "a"
            cell = layout.cell(wanted)
            if cell is not None:
                down = layout.below if wanted == "b" else 0
                found = Place(index, cell.offset_at(QPointF(point.x() - origin, point.y() - top - down)))
            elif side is None:
                found = Place(index, 0)
        return found, wanted

    def _activate(self, index: int) -> None:
        """Open a fold, go to a counterpart elsewhere, follow a move."""
        if not 0 <= index < len(self.sheet.shown):
            return
        row = self.sheet.shown[index]
        if row.kind == "fold":
            anchor = self._anchor
            self._put_sheet(self.sheet.with_open(index), None)
            self._move(anchor)
            self._set_current(index)
        elif row.kind == "see":
            leads = row.leads if self.side == "a" else row.leads[::-1]
            lead = leads[0] or leads[1]
            assert lead is not None
            self.go_to_place(lead.side, lead.place.start, lead.place.start, HEADING_HEIGHT)
        else:
            self._set_current(index)
            self.follow_move()

    def _set_current(self, row: int) -> None:
        if row != self.current:
            self.current, self._edit = row, -1
            if self._selection is not None and self._selection.pressed.row != row:
                self._selection = None
            self.current_changed.emit(row)
        self.viewport().update()

    @property
    def _focused(self) -> bool:
        """Whether keys go to the panes, now or once the window is active again."""
        return self.window().focusWidget() is self

    def _set_side(self, side: Side) -> None:
        if side != self.side:
            self.side, self._edit = side, -1
            self.side_changed.emit()

    def _selected(self, index: int, row: Row) -> dict[str, Span | None]:
        held = self._selection.span_in(index, row) if self._selection else None
        side = self._selection.side if self._selection else "a"
        return {"a": held if side == "a" else None, "b": held if side == "b" else None}

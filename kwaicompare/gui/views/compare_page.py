"""The middle of the window: banner, headers, reading panes, overview strip and detail strip, working together.

Takes: an open pair, then its comparison. Returns: signals of the panes. Leaves out: menus, docks, and work.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from kwaicompare.gui.models.rows import Row, edits_on
from kwaicompare.gui.models.sheet import Sheet
from kwaicompare.gui.views.banner import Banner
from kwaicompare.gui.views.detail_strip import DetailStrip
from kwaicompare.gui.views.overview import OverviewStrip
from kwaicompare.gui.views.pane_headers import PaneHeaders, captions
from kwaicompare.gui.views.reading_panes import ReadingPanes
from kwaicompare.gui.views.row_layouts import Marks
from kwaicompare.model.span import SIDES, Span
from kwaicompare.model.standings import Standings

if TYPE_CHECKING:
    from kwaicompare.gui.models.compared import Compared, Numbers
    from kwaicompare.gui.views.cells import Style
    from kwaicompare.model.alignment import Link
    from kwaicompare.model.comparison import Comparison, Edition
    from kwaicompare.model.keyword import Hit
    from kwaicompare.model.span import Side

_DETAIL_HEIGHT = 124
_ROOM_FOR_DETAILS = 430


class ComparePage(QWidget):
    """Both editions, and everything around them that follows the reader.

    Signals: ``position_changed()`` when the current row or the rows changed; ``row_chosen(Row)``; ``focus_changed()``
    when one pair of sections is shown alone, or everything again. ``compared`` is the whole comparison,
    ``comparison`` what is shown of it.
    """

    position_changed = Signal()
    focus_changed = Signal()
    row_chosen = Signal(object)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.comparison: Comparison | None = None
        self.focus: Link | None = None
        self.compared: Compared | None = None
        self.folded = False
        self._details = True
        self._characters = False
        self._sources: tuple[Edition, Edition] | None = None
        self._marks = Marks()
        self._standings = Standings()
        self._hits: list[tuple[Side, Span]] = []
        self._hit = -1
        self.banner = Banner(style.theme, self)
        self.headers = PaneHeaders(style.theme, self)
        self.panes = ReadingPanes(style, self)
        self.overview = OverviewStrip(style.theme, self)
        self.detail = DetailStrip(style.theme, style.font, self)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._arrange()
        self.panes.scrolled.connect(self._on_scroll)
        self.panes.sheet_changed.connect(self._on_sheet)
        self.panes.current_changed.connect(self._on_current)
        self.panes.side_changed.connect(lambda: self.headers.set_side(self.panes.side))
        self.overview.weight_chosen.connect(self.panes.go_to_weight)
        self.retranslate()

    def show_editions(self, a: Edition, b: Edition, sheet: Sheet, numbers: Numbers) -> None:
        """Show two editions not yet compared."""
        self.comparison = self.compared = self.focus = None
        self._standings = Standings()
        self._sources = a, b
        self._hits, self._hit = [], -1
        self._marks = Marks(numbers=numbers)
        self.headers.show_sources(a.document.source, b.document.source)
        self.detail.clear()
        self.panes.show_rows(a.document, b.document, sheet, self._marks)

    def show_comparison(self, compared: Compared) -> None:
        """Show a comparison of the editions; the place being read stays."""
        self.compared, self.focus = compared, None
        self._show(compared.comparison, compared.sheet)

    def show_focus(self, link: Link | None) -> None:
        """Show the two sections of a link alone, or with None everything again, at the place being read."""
        if self.compared is None or link == self.focus:
            return
        self.focus = link
        comparison, sheet = self.compared.comparison, self.compared.sheet
        if link is not None:
            from kwaicompare.gui.models.focus import focused  # not needed before there is a comparison

            comparison = focused(comparison, link)
            sheet = self._sheet_of(comparison, self.compared)
        self._show(comparison, sheet)
        self.focus_changed.emit()

    def go_to_place(self, side: Side, start: int, end: int, height: float | None = None) -> None:
        """Lead to a place in either text, out of the two sections shown alone where it is not in them."""
        shown = self.comparison.passages if self.comparison is not None and self.focus is not None else ()
        spans = [passage.a if side == "a" else passage.b for passage in shown]
        if self.focus is not None and not any(span is not None and span.start <= start < span.end for span in spans):
            self.show_focus(None)
        self.panes.go_to_place(side, start, end, *(() if height is None else (height,)))

    def _show(self, comparison: Comparison, sheet: Sheet) -> None:
        assert self.compared is not None
        self.comparison = comparison
        self._marks = Marks(comparison.passages, self.compared.figures.spans, self.compared.numbers)
        self._marks.texts = self._texts()
        self._marks.standings = self._standings
        sheet = sheet.with_folding(self.folded)
        self.panes.show_rows(comparison.a.document, comparison.b.document, sheet, self._marks)
        self.panes.choose_first_change()

    def show_order(self, compared: Compared) -> None:
        """Show the comparison's rows in another order; by weight, from the heaviest change."""
        self.compared, sheet = compared, compared.sheet
        if self.focus is not None and self.comparison is not None:
            sheet = self._sheet_of(self.comparison, compared)
        self.panes.set_sheet(sheet.with_folding(self.folded))
        if compared.order == "weight":
            self.panes.go_to_row(0, 0.0)

    def set_folded(self, folded: bool) -> None:
        """Fold unchanged stretches away, or show everything."""
        self.folded = folded
        if self.comparison is not None:
            self.panes.set_sheet(self.panes.sheet.with_folding(folded))

    def set_characters(self, wanted: bool) -> None:
        """Mark edits character by character, or word by word."""
        self._characters = wanted
        self._marks.texts = self._texts()
        self.panes.refresh_marks()
        self.detail.set_characters(wanted)

    def show_standings(self, standings: Standings) -> None:
        """Show what the reviewer thinks of the rows."""
        self._standings = self._marks.standings = standings
        self.panes.refresh_marks()
        self.detail.show_standings(standings)

    def _texts(self) -> tuple[str, str] | None:
        """Return both texts where edits are to be marked character by character."""
        compared = self.comparison
        return (compared.a.text, compared.b.text) if self._characters and compared is not None else None

    def copy_with_place(self) -> None:
        """Put the selection on the clipboard with where it stands: document, section, offsets."""
        chosen = self.panes.chosen()
        if self._sources is None or chosen is None:
            return
        at, first = SIDES.index(chosen.side), chosen.spans[0].start
        name = captions(*(each.document.source for each in self._sources))[at]
        around = [each for each in self._sources[at].sections if each.span.start <= first < each.span.end]
        offsets = ", ".join(f"{span.start}–{span.end}" for span in chosen.spans)
        place = " · ".join((name, *(each.title for each in around[-1:]), offsets))
        QGuiApplication.clipboard().setText(f"{chosen.text}〔{place}〕")

    def set_stacked(self, stacked: bool) -> None:
        """Show the texts of a row and the names of the editions one above the other, or side by side."""
        self.panes.set_stacked(stacked)
        self.headers.set_stacked(stacked)

    def set_details(self, wanted: bool) -> None:
        """Show the detail strip, as long as there is room left to read."""
        self._details = wanted
        self.detail.setVisible(wanted and self.height() >= _ROOM_FOR_DETAILS)

    def set_style(self, style: Style) -> None:
        """Change colours, font and line height."""
        self.banner.set_theme(style.theme)
        self.headers.set_theme(style.theme)
        self.panes.set_style(style)
        self.overview.set_theme(style.theme)
        self.detail.set_style(style.theme, style.font)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Mark what was found in both panes."""
        self._hits = sorted((SIDES[hit.document], hit.span) for hit in hits)
        self._hit = -1
        a, b = ([span for side, span in self._hits if side == wanted] for wanted in SIDES)
        self._marks.set_hits(a, b)
        self.panes.refresh_marks()
        self._show_overview()

    def step_hit(self, step: int) -> bool:
        """Go to the next or previous hit, first from the place being read, then in turn; False if there is none."""
        if not self._hits:
            return False
        if self._hit < 0:
            self._hit = bisect_left(self._hits, self._reading_place()) - (1 if step > 0 else 0)
        self._hit = (self._hit + step) % len(self._hits)
        side, span = self._hits[self._hit]
        self._marks.set_here(side, span)
        self.panes.refresh_marks()
        self.go_to_place(side, span.start, span.start)
        return True

    def step_edit(self, step: int) -> bool:
        """Go to the next or previous word edit, on to the next changed passage after the last."""
        while True:
            if self.panes.step_edit(step, self._edits()):
                return True
            if not self.panes.step_change(step):
                return False

    def change_number(self) -> tuple[int, int]:
        """Return the number of the current change (0 for none) and how many there are."""
        sheet = self.panes.sheet
        held = sheet.change_at(self.panes.current) if self.panes.current >= 0 else None
        return (held + 1 if held is not None else 0), len(sheet.changes)

    def current_row(self) -> Row | None:
        """Return the current row."""
        shown = self.panes.sheet.shown
        return shown[self.panes.current] if 0 <= self.panes.current < len(shown) else None

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.panes.setAccessibleName(self.tr("Both editions side by side"))
        self.overview.setAccessibleName(self.tr("Overview of all changes"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the detail strip's room to the panes where there is little."""
        super().resizeEvent(event)
        self.set_details(self._details)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _arrange(self) -> None:
        reading = QWidget(self)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.headers)
        column.addWidget(self.panes, 1)
        row = QHBoxLayout(reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.overview)
        self.splitter.addWidget(reading)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setCollapsible(0, False)
        self.splitter.setSizes([600, _DETAIL_HEIGHT])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.banner)
        outer.addWidget(self.splitter, 1)

    def _edits(self) -> list[Span]:
        row = self.current_row()
        if row is None or self.comparison is None or row.passage < 0:
            return []
        return edits_on(self.comparison.passages, row, self.panes.side)

    def _sheet_of(self, part: Comparison, whole: Compared) -> Sheet:
        from kwaicompare.gui.models.row_building import comparison_rows  # not needed before there is a comparison

        return Sheet(comparison_rows(part, whole.order, whole.figures))

    def _reading_place(self) -> tuple[Side, Span]:
        row = self.current_row()
        if row is not None and row.a is not None:
            return "a", Span(row.a.start, row.a.start)
        if row is not None and row.b is not None:
            return "b", Span(row.b.start, row.b.start)
        return "a", Span(0, 0)

    def _on_scroll(self) -> None:
        self.overview.show_sight(*self.panes.visible_weights())

    def _on_sheet(self) -> None:
        self._show_overview()
        self.position_changed.emit()

    def _show_overview(self) -> None:
        sheet = self.panes.sheet
        self.overview.show_sheet(sheet, sorted({sheet.row_at(side, span.start) for side, span in self._hits}))

    def _on_current(self) -> None:
        row = self.current_row()
        if row is not None and self.comparison is not None and self.compared is not None:
            self.detail.show_row(self.comparison, row, self.compared.figures)
            self.panes.setAccessibleDescription(self.detail.facts.text())
            self.row_chosen.emit(row)
        else:
            self.detail.clear()
        self.position_changed.emit()

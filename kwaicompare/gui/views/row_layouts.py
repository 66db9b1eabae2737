"""Lays rows out on demand and remembers the latest.

Takes: the rows, both documents, the marks of a comparison and a width. Returns: the `RowLayout` of a row.
Leaves out: scrolling and painting.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kwaicompare.gui.models.rows import QUIET, Lead, Row, edits_on
from kwaicompare.gui.models.sheet import JOINED, Sheet
from kwaicompare.gui.models.standings import standings_of
from kwaicompare.gui.views.cells import Cell, DocumentText, Mark, MarkKind, Style, lay_out
from kwaicompare.gui.views.pane_headers import captions
from kwaicompare.gui.views.row_painter import Columns, RowLayout
from kwaicompare.gui.views.table_columns import is_rule
from kwaicompare.model.span import meeting
from kwaicompare.model.standings import Standings

if TYPE_CHECKING:
    from kwaicompare.model.document import Document
    from kwaicompare.model.edit import Passage
    from kwaicompare.model.span import Side, Span

_KEPT = 600
_RULE_HEIGHT = 6
_BETWEEN = 5  # pixels, between texts that stand one above the other
_HEADING_GAPS = {1: 2.6, 2: 2.0, 3: 1.5}
_NO_PLACES: Mapping[Side, Sequence[Span]] = {"a": (), "b": ()}


class Marks:
    """What stands out in both texts: word edits, figures that moved, and what the look-up found."""

    def __init__(
        self,
        passages: Sequence[Passage] = (),
        figures: Mapping[Side, Sequence[Span]] = _NO_PLACES,
        numbers: tuple[Sequence[Span], Sequence[Span]] = ((), ()),
    ) -> None:
        self._passages = passages
        self._numbers: dict[Side, Sequence[Span]] = {"a": numbers[0], "b": numbers[1]}
        self._figures = figures
        self._hits = _NO_PLACES
        self._here: tuple[Side, Span] | None = None
        self.texts: tuple[str, str] | None = None
        """Both texts, where edits are to be marked character by character."""
        self.standings = Standings()
        """What the reviewer thinks of the rows."""

    def set_hits(self, a: Sequence[Span], b: Sequence[Span]) -> None:
        """Mark what was found; sorted spans of each side."""
        self._hits = {"a": a, "b": b}
        self._here = None

    def set_here(self, side: Side, span: Span) -> None:
        """Mark one place as the hit the reader stands at."""
        self._here = side, span

    def of(self, row: Row, side: Side) -> list[Mark]:
        """Return the marks inside one side of a row."""
        span = row.on(side)
        if span is None:
            return []
        marks = self._edits(row, side)
        kinds: list[tuple[MarkKind, Sequence[Span]]] = [("figure", self._figures[side]), ("hit", self._hits[side])]
        if row.role == "heading":
            kinds.insert(0, ("number", self._numbers[side]))
        marks.extend(Mark(found, kind) for kind, spans in kinds for found in spans[meeting(spans, span)])
        if self._here is not None and self._here[0] == side and self._here[1].meets(span):
            marks.append(Mark(self._here[1], "hit_here"))
        return marks

    def _edits(self, row: Row, side: Side) -> list[Mark]:
        kind: MarkKind = "delete" if side == "a" else "insert"
        return [Mark(place, kind) for place in edits_on(self._passages, row, side, self.texts)]


class RowLayouts:
    """Layouts of the rows of one sheet at one width; the least recently seen are forgotten."""

    def __init__(self, a: Document, b: Document) -> None:
        self._texts: dict[Side, DocumentText] = {"a": DocumentText(a), "b": DocumentText(b)}
        self._names: dict[Side, str] = dict(zip(("a", "b"), captions(a.source, b.source), strict=True))
        self._kept: OrderedDict[int, RowLayout] = OrderedDict()
        self.sheet = Sheet([])
        self.marks = Marks()
        self.columns = Columns(800)

    def forget(self) -> None:
        """Drop what was laid out: width, style, rows or marks have changed."""
        self._kept.clear()

    def layout(self, index: int, style: Style) -> RowLayout:
        """Return the layout of a shown row."""
        found = self._kept.get(index)
        if found is not None:
            self._kept.move_to_end(index)
            return found
        found = self._kept[index] = self._lay_out(index, style)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found

    def _lay_out(self, index: int, style: Style) -> RowLayout:
        row = self.sheet.shown[index]
        if row.kind in QUIET:
            notes = self._notes(row)
            if row.kind == "fold" and is_rule(notes[0]):
                return RowLayout(0, _RULE_HEIGHT)
            return RowLayout(4 if row.kind == "see" else 6, style.size * 2 + 10, notes=notes)
        gap = self._gap(index, row, style)
        stacked = self.columns.stacked
        a = self._cell(row, "a", style)
        b = None if stacked and self._alike(row) else self._cell(row, "b", style)
        below = a.height + _BETWEEN if stacked and a is not None and b is not None else 0
        tall = max(a.height if a else 0, below + b.height if b else 0)
        above = self.sheet.shown[index - 1] if index else None
        joined = above is not None and above.kind == row.kind in JOINED and row.role != "heading"
        judged = standings_of(self.marks.standings, row)
        return RowLayout(gap, gap + tall + 3, a, b, joined=joined, below=below, judged=judged)

    def _alike(self, row: Row) -> bool:
        """Tell whether both sides say the same, character by character, so that once is enough."""
        if row.a is None or row.b is None:
            return False
        return row.a.of(self._texts["a"].text) == row.b.of(self._texts["b"].text)

    def _cell(self, row: Row, side: Side, style: Style) -> Cell | None:
        span = row.on(side)
        if span is None:
            return None
        marks = self.marks.of(row, side)
        return lay_out(self._texts[side], span, row.role, row.level, marks, self.columns.text_width, style)

    def _gap(self, index: int, row: Row, style: Style) -> int:
        if index == 0:
            return style.size
        if row.role == "heading":
            return round(style.size * _HEADING_GAPS.get(row.level, 1.2))
        if row.role == "table":
            return 4
        return round(style.size * 0.6) if row.paragraph else 2

    def _notes(self, row: Row) -> tuple[str, str]:
        """Return the words of a quiet row, for the left and the right pane; a fold has one note for both."""
        if row.kind == "see":
            return self._see(row.leads[0]), self._see(row.leads[1])
        if row.kind == "fold":
            return self._fold_note(row), ""
        note = "⇄ " + self._ghost_note(row)
        return (note, "") if row.gone == "a" else ("", note)

    def _see(self, lead: Lead | None) -> str:
        if lead is None:
            return ""
        words = QCoreApplication.translate("ReadingPanes", "See also {edition}: {title}")
        return words.format(edition=self._names[lead.side], title=lead.title)

    def _fold_note(self, row: Row) -> str:
        if row.role != "furniture":
            return QCoreApplication.translate("ReadingPanes", "{count} unchanged passages").format(count=row.passages)
        if row.a is None and row.b is None:
            words = QCoreApplication.translate("ReadingPanes", "Contents, page numbers and the like: {count} lines")
            return words.format(count=row.passages)
        texts = (self._line("a", row.a) if row.a else "", self._line("b", row.b) if row.b else "")
        return "   ".join(dict.fromkeys(text for text in texts if text))

    def _ghost_note(self, row: Row) -> str:
        span = row.a or row.b
        assert span is not None
        text = self._line("a" if row.a else "b", span)
        if row.passages == 1:
            return QCoreApplication.translate("ReadingPanes", "Moved: {text}").format(text=text)
        words = QCoreApplication.translate("ReadingPanes", "{count} passages moved: {text}")
        return words.format(count=row.passages, text=text)

    def _line(self, side: Side, span: Span) -> str:
        return " ".join(self._texts[side].shown(span).replace("\u200b", "").split())

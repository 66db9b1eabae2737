"""One side of a row as laid-out text: wrapped, marked, and able to say which character lies under a point.

Takes: a document, a span of it, marks (inserted, deleted, figure, hit) and a width. Returns: a `Cell`.
Leaves out: grounds, signs and everything between the two sides (`row_painter.py`).

Layout marks of the file (``##``, ``|``, ``**``, tags) are shown as nothing or faintly, never removed: a cell has
exactly one character per character of its span, so every place in it is a place of the source.

    span "## 专利 体系"  ->  shown "​​​专利 体系" with the three marks of no width, in heading type
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextFormat, QTextLayout, QTextOption

from kwaicompare.gui.text_positions import TextPositions
from kwaicompare.gui.views.table_columns import NO_WIDTH, TableColumns, in_columns
from kwaicompare.model.span import Span

if TYPE_CHECKING:
    from kwaicompare.gui.theme import Theme
    from kwaicompare.model.document import Document
    from kwaicompare.model.edit import PassageRole

MarkKind = Literal["insert", "delete", "figure", "hit", "hit_here", "faint", "number"]
_HEADING_SCALE = {1: 1.5, 2: 1.25, 3: 1.1}
_SMALL: tuple[PassageRole, ...] = ("caption", "furniture")
LEADINGS = {"compact": 1.45, "comfortable": 1.7, "wide": 2.0}
"""Line heights of body text, in its size."""
_UNSEEN = re.compile(
    r"(?<!\*)\*\*(?!\*)|</?(?:p|div|span|br|b|i|em|strong|a|h[1-6]|ul|ol|li|table|tr|td|th)\b[^<>\n]{0,200}>", re.I
)


class Mark(NamedTuple):
    """A stretch of the document and why it stands out."""

    span: Span
    kind: MarkKind


@dataclass(frozen=True)
class Style:
    """How cells look: colours, the body font and its line height in sizes."""

    theme: Theme
    font: QFont
    leading: float = LEADINGS["comfortable"]

    @cached_property
    def size(self) -> int:
        """The body font's size in pixels."""
        return self.font.pixelSize()

    def font_of(self, role: PassageRole, level: int) -> QFont:
        """Return the font of a role; headings by level."""
        font = QFont(self.font)
        if role == "heading":
            font.setPixelSize(round(self.size * _HEADING_SCALE.get(level, 1.0)))
            font.setWeight(QFont.Weight.Bold if level <= 2 else QFont.Weight.DemiBold)
        elif role in _SMALL:
            font.setPixelSize(round(self.size * 0.87))
        return font


class Cell:
    """Laid-out text of ``span``; ``height`` in pixels. Draw it and ask it for places relative to its origin."""

    __slots__ = ("_layout", "_positions", "colour", "height", "span", "step")

    def __init__(self, layout: QTextLayout, span: Span, step: int, colour: QColor) -> None:
        self._layout = layout
        self._positions = TextPositions(layout.text())
        self.span = span
        self.step = step
        self.colour = colour
        self.height = layout.lineCount() * step

    def draw(self, painter: QPainter, origin: QPointF, selected: Span | None, theme: Theme) -> None:
        """Paint the text, ``selected`` (a span of the document) as selection."""
        ranges = []
        if selected is not None and (start := max(selected.start, self.span.start)) < (
            end := min(selected.end, self.span.end)
        ):
            look = QTextCharFormat()
            look.setBackground(theme.accent)
            look.setForeground(theme.background)
            ranges.append(self._range(Span(start, end), look))
        painter.setPen(self.colour)
        self._layout.draw(painter, origin, ranges)

    def offset_at(self, point: QPointF) -> int:
        """Return the place in the document under a point."""
        count = self._layout.lineCount()
        line = self._layout.lineAt(min(count - 1, max(0, int(point.y() // self.step))))
        return self.span.start + self._positions.from_qt(line.xToCursor(point.x()))

    def _range(self, span: Span, look: QTextCharFormat) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start = self._positions.to_qt(span.start - self.span.start)  # type: ignore[assignment]
        found.length = self._positions.to_qt(span.end - self.span.start) - found.start  # type: ignore[assignment]
        found.format = look  # type: ignore[assignment]
        return found


class DocumentText:
    """A document's text as shown: which characters are layout marks, and what stands for them."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.tables = TableColumns(document)
        self._lines = document.lines

    def shown(self, span: Span) -> str:
        """Return the text of ``span``, one character for each of the source, fit to be shown on wrapped lines."""
        characters = list(span.of(self.text))
        at = max(0, bisect_right(self._lines, span.start, key=lambda line: line.span.start) - 1)
        while at < len(self._lines) and self._lines[at].span.start < span.end:
            line = self._lines[at]
            if line.role in ("heading", "list", "table"):
                bullet = "•" if line.role == "list" else NO_WIDTH
                self._hide(characters, span, Span(line.span.start, line.content.start), bullet)
                self._hide(characters, span, Span(line.content.end, line.span.end), NO_WIDTH)
            at += 1
        for mark in _UNSEEN.finditer(self.text, span.start, span.end):
            characters[mark.start() - span.start : mark.end() - span.start] = NO_WIDTH * len(mark[0])
        for index, character in enumerate(characters):
            if character < " " or character == "\x7f":
                characters[index] = self._blank(span.start + index, character)
        return "".join(characters)

    def _hide(self, characters: list[str], span: Span, part: Span, first: str) -> None:
        for place in range(max(part.start, span.start), min(part.end, span.end)):
            mark = self.text[place]
            bulleted = first != NO_WIDTH and mark in "-*+•·"
            if mark not in "0123456789.、()（）":
                characters[place - span.start] = first if bulleted else " " if first != NO_WIDTH else NO_WIDTH

    def _blank(self, place: int, character: str) -> str:
        """Return what stands for a control character; a line broken inside Chinese joins without a gap."""
        if character != "\n":
            return " " if character == "\t" else "\ufffd"
        before = self.text[place - 1 : place]
        after = self.text[place + 1 : place + 2]
        if before == "\n":
            return NO_WIDTH
        return NO_WIDTH if before > "\u2e7f" and after > "\u2e7f" else " "


def lay_out(
    document: DocumentText,
    span: Span,
    role: PassageRole,
    level: int,
    marks: Sequence[Mark],
    width: int,
    style: Style,
) -> Cell:
    """Wrap the text of ``span`` to ``width`` pixels with its marks."""
    font = style.font_of(role, level)
    shown = document.shown(span)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    edges = document.tables.edges(span, font, width) if role == "table" else ()
    if edges:
        shown = in_columns(shown, span.of(document.text))
        option.setTabs([_tab(edge) for edge in edges])
    elif role == "table":
        marks = [*marks, *_bars(shown, span)]
    layout = QTextLayout(shown, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    step = round(font.pixelSize() * (1.4 if role == "heading" else style.leading))
    colour = style.theme.muted if role in _SMALL else style.theme.text
    _set_formats(layout, span, marks, style)
    _break_lines(layout, width, step)
    return Cell(layout, span, step, colour)


def _break_lines(layout: QTextLayout, width: int, step: int) -> None:
    layout.beginLayout()
    y = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + (step - line.height()) / 2))
        y += step
    layout.endLayout()


def _tab(edge: float) -> QTextOption.Tab:
    tab = QTextOption.Tab()
    tab.position = edge
    return tab


def _bars(shown: str, span: Span) -> list[Mark]:
    return [Mark(Span(span.start + at, span.start + at + 1), "faint") for at, sign in enumerate(shown) if sign == "|"]


def _set_formats(layout: QTextLayout, span: Span, marks: Sequence[Mark], style: Style) -> None:
    """Give each stretch the look of all marks that cover it."""
    if not marks:
        return
    positions = TextPositions(layout.text())
    cuts = {span.start, span.end}
    for mark in marks:
        cuts.update((max(span.start, mark.span.start), min(span.end, mark.span.end)))
    ordered = sorted(cut for cut in cuts if span.start <= cut <= span.end)
    ranges = []
    for start, end in pairwise(ordered):
        kinds = {mark.kind for mark in marks if mark.span.start <= start and end <= mark.span.end}
        if kinds:
            found = QTextLayout.FormatRange()
            found.start = positions.to_qt(start - span.start)  # type: ignore[assignment]
            found.length = positions.to_qt(end - span.start) - found.start  # type: ignore[assignment]
            found.format = _look(kinds, style)  # type: ignore[assignment]
            ranges.append(found)
    layout.setFormats(ranges)


def _look(kinds: set[MarkKind], style: Style) -> QTextCharFormat:
    look, theme = QTextCharFormat(), style.theme
    if "number" in kinds:
        look.setForeground(theme.muted)
        look.setProperty(QTextFormat.Property.FontPixelSize, style.size)
        look.setFontWeight(QFont.Weight.Normal)
    if "faint" in kinds:
        look.setForeground(theme.line)
    if "insert" in kinds:
        look.setBackground(theme.insert_tint)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(theme.insert)
    if "delete" in kinds:
        look.setBackground(theme.delete_tint)
        look.setFontStrikeOut(True)
    if "figure" in kinds:
        look.setBackground(theme.change_tint)
        look.setFontWeight(QFont.Weight.DemiBold)
    if "hit" in kinds or "hit_here" in kinds:
        look.setBackground(theme.hit_tint)
    if "hit_here" in kinds:
        look.setFontUnderline(True)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(theme.hit)
    return look

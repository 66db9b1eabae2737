"""One side of a row as HTML for the detail strip, its word edits marked.

Takes: a document, a place in it and the places of edits. Returns: HTML. Leaves out: the strip itself.

    7321件 with an edit on 7321  ->  <span …>7321</span>件
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from kwaicompare.model.span import Span

if TYPE_CHECKING:
    from kwaicompare.gui.theme import Theme
    from kwaicompare.gui.views.cells import DocumentText
    from kwaicompare.model.span import Side

_LONGEST = 4000


def marked(document: DocumentText, place: Span | None, edits: Sequence[Span], side: Side, theme: Theme) -> str:
    """Return one side of a row as HTML with its word edits marked."""
    if place is None:
        return ""
    strong, tint = (theme.delete, theme.delete_tint) if side == "a" else (theme.insert, theme.insert_tint)
    line = "line-through" if side == "a" else "underline"
    look = f"background:{tint.name()}; text-decoration:{line}; color:{strong.name()}"
    parts, at = [], place.start
    for edit in edits:
        start, end = max(at, edit.start), min(place.end, edit.end)
        if start < end:
            parts.append(_plain(document, Span(at, start)))
            parts.append(f'<span style="{look}">{_plain(document, Span(start, end))}</span>')
            at = end
    return "".join(parts) + _plain(document, Span(at, place.end))


def _plain(document: DocumentText, span: Span) -> str:
    shown = document.shown(Span(span.start, min(span.end, span.start + _LONGEST)))
    return escape(shown) + ("…" if len(shown) < len(span) else "")

"""A place in a text quoted with the sentence around it.

Takes a text and a span, returns what stands before, the words themselves, and what stands after, without line breaks.
Leaves out colours and markup: views decide on those.

    "甲。共有5件专利。乙。", span of 5件    → ("共有", "5件", "专利。")
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwaicompare.model.span import Span

_STOP = re.compile(r"[。！？!?；;]|\n[ \t]*\n")
_BLANK = re.compile(r"\s+")
_MARKS = re.compile(r"\*\*|^#+\s|^\s*[->]\s|(?<=\|)\s*:?-{3,}:?\s*(?=\|)|\||</?[A-Za-z][^<>]{0,80}>", re.MULTILINE)
REACH = 160


def quotation(text: str, span: Span, reach: int = REACH) -> tuple[str, str, str]:
    """Return what stands before, at and after ``span``, each side to its sentence's end, at most ``reach`` far."""
    start, end = max(0, span.start - reach), min(len(text), span.end + reach)
    before, after = text[start : span.start], text[span.end : end]
    cut = max((match.end() for match in _STOP.finditer(before)), default=0)
    stop = _STOP.search(after)
    left = before[cut:] if cut or not start else "…" + before
    right = after[: stop.end()] if stop else after + ("…" if end < len(text) else "")
    return unmarked(left).lstrip(), unmarked(span.of(text)), unmarked(right).rstrip()


def one_line(text: str, longest: int) -> str:
    """Return text on one line without marks, cut after ``longest`` characters with an ellipsis."""
    line = unmarked(text).strip()
    return line if len(line) <= longest else line[:longest] + "…"


def unmarked(text: str) -> str:
    """Return text on one line without the marks of headings, lists, tables and emphasis."""
    return _BLANK.sub(" ", _MARKS.sub("", text))

"""Pieces of HTML that carry their evidence: text that names its document and offsets.

Takes text and spans, returns escaped markup. The text inside an element with ``data-doc`` is the source exactly as
written, so that `kwaicompare.report.evidence` can verify it. Leaves out layout.

    quotation("7321件", 0, Span(5, 10))  →  <q data-doc="0" data-start="5" data-end="10">7321件</q>
"""

import re
from html import escape

from kwaicompare.model.span import Span

SIGNS = {"same": "", "edited": "≈", "moved": "⇄", "moved-edited": "⇄", "dropped": "−", "new": "+", "rewritten": "≈"}
# Marks of the mark-up, kept in the page because it quotes exactly, but not shown.
MARKS = re.compile(r"(?m)(^[ \t]*#{1,6}[ \t]+|\*\*|</?(?:b|i|u|em|strong|br|sub|sup)[ \t]*/?>)")
_BROKEN_LINE = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\n[ \t]*(?=[\u3000-\u9fff\uff00-\uffef])")


def text(content: str) -> str:
    """Escape ``content``; a line break between two Chinese characters is kept but takes no room."""
    return _BROKEN_LINE.sub(lambda found: f"<i>{found.group()}</i>", escape(content))


def quotation(quote: str, document: int, span: Span) -> str:
    """Quote a document with its place."""
    pieces = [f"<i>{text(piece)}</i>" if index % 2 else text(piece) for index, piece in enumerate(MARKS.split(quote))]
    return f"<q {place(document, span)}>{''.join(pieces)}</q>"


def place(document: int, span: Span) -> str:
    """Return the attributes that say where a quotation stands; ``document`` is 0 for A, 1 for B."""
    return f'data-doc="{document}" data-start="{span.start}" data-end="{span.end}"'


def element(tag: str, content: str, css: str = "", **attributes: str) -> str:
    """Wrap markup in a tag; attribute values are escaped (``data_path`` names data-path), ``content`` is not."""
    named = {"class": css, **attributes} if css else attributes
    written = "".join(f' {name.replace("_", "-")}="{escape(value)}"' for name, value in named.items())
    return f"<{tag}{written}>{content}</{tag}>"

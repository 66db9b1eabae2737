"""The comparison as a PDF document: the sheets of the review workbook as tables, one after another.

Takes a comparison and a language, returns the file's bytes. Leaves out unchanged text, as the workbook does. Qt sets
the pages; without a window it needs no display.
"""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, cast

from kwaicompare.model.comparison import Comparison
from kwaicompare.report.workbook import Run, Sheet, Value
from kwaicompare.report.xlsx import report_sheets

if TYPE_CHECKING:
    from PySide6.QtGui import QPageLayout

_STYLE = """
body { color: #1f2328; font-size: 8pt; }
h1 { font-size: 13pt; }
th { background-color: #f0f0ee; font-weight: 600; }
td, th { padding: 2px 4px; }
.delete { color: #c24400; text-decoration: line-through; }
.insert { color: #005f99; text-decoration: underline; }
"""
_MARGIN = 12.0  # millimetres
_NARROWEST, _WIDEST = 12, 60  # characters of a column that count for its width
_DOTS = 300


def pdf_report(comparison: Comparison, language: str) -> bytes:
    """Return the document. Raises ImportError where Qt is not installed."""
    # Here and below, so that everything else outside the window works without Qt.
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QFont, QGuiApplication, QPdfWriter, QTextDocument

    application = QGuiApplication.instance() or QGuiApplication(["kwaicompare", "-platform", "offscreen"])
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("kwaicompare")
    writer.setResolution(_DOTS)
    writer.setPageLayout(_landscape())
    document = QTextDocument()
    font = QFont(cast(QGuiApplication, application).font())
    font.setPointSizeF(8)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml("".join(_table(sheet) for sheet in report_sheets(comparison, language)))
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def _landscape() -> "QPageLayout":
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize

    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    a4, orientation = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape
    return QPageLayout(a4, orientation, margins, QPageLayout.Unit.Millimeter)


def _table(sheet: Sheet) -> str:
    widths = [min(_WIDEST, max(_NARROWEST, width)) for width in sheet.widths]
    shares = [round(100 * width / sum(widths)) for width in widths]
    titles = zip(shares, sheet.headers, strict=True)
    head = "".join(f'<th width="{share}%" align="left">{escape(title)}</th>' for share, title in titles)
    rows = "".join(f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>" for row in sheet.rows)
    table = (
        f'<table width="100%" border="0.5" cellspacing="0" style="border-color: #c8c8c4"><tr>{head}</tr>{rows}</table>'
    )
    return f"<h1>{escape(sheet.title)}</h1>{table}"


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return escape(str(value)).replace("\n", "<br>")
    return "".join(_run(run) for run in value)


def _run(run: Run) -> str:
    words = escape(run.text).replace("\n", "<br>")
    return words if run.op == "equal" else f'<span class="{run.op}">{words}</span>'

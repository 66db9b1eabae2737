"""Sheets of rows as an XLSX workbook, by openpyxl, whose write-only pages have no declared attributes.

Takes sheets of plain values, returns the file's bytes: the same sheets give the same bytes. Text is never a formula,
whatever it begins with. Leaves out what the sheets say (`xlsx.py`).

    workbook([Sheet("指标", ("指标", "旧版"), [("专利申请", Decimal(7321))])])  →  b"PK…"
"""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter

from kwaicompare.model.edit import Operation

_MOST = 32_000  # characters of a cell; Excel holds 32,767
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_MARKS = {
    "delete": InlineFont(color=Color("FFC24400"), strike=True),
    "insert": InlineFont(color=Color("FF005F99"), b=True),
}


class Run(NamedTuple):
    """A stretch of a cell's text: "equal", or marked as "delete" or "insert"."""

    op: Operation
    text: str


Value = str | int | float | Decimal | Sequence[Run] | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name (at most 31 characters), headers, rows, and the width of each column in characters."""

    title: str
    headers: Sequence[str]
    rows: Iterable[Sequence[Value]]
    widths: Sequence[int] = ()


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Return the workbook as a file's content."""
    book = Workbook(write_only=True)
    book.properties.creator = "kwaicompare"
    book.properties.created = datetime(2000, 1, 1)
    for sheet in sheets:
        _write(book.create_sheet(sheet.title), sheet)
    made = io.BytesIO()
    book.save(made)
    return _dated_alike(made)


def _write(page: Any, sheet: Sheet) -> None:
    for at, width in enumerate(sheet.widths, 1):
        page.column_dimensions[get_column_letter(at)].width = width
    page.freeze_panes = "A2"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.append([_cell(page, header, Font(bold=True)) for header in sheet.headers])
    last = 1
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])
        last += 1
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.headers))}{last}"


def _cell(page: Any, value: Value, font: Font | None = None) -> Any:
    written = _written(value)
    cell = WriteOnlyCell(page, written)
    if isinstance(written, str):
        cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text=not isinstance(written, int | float | Decimal))
    if font is not None:
        cell.font = font
    return cell


def _written(value: Value) -> Any:
    if isinstance(value, str):
        return _text(value)
    if value is None or isinstance(value, int | float | Decimal):
        return value
    room, blocks = _MOST, []
    for op, text in value:
        piece = _text(text)[:room]
        room -= len(piece)
        if piece:
            blocks.append(TextBlock(_MARKS[op], piece) if op in _MARKS else piece)
    return CellRichText(*blocks)


def _text(text: str) -> str:
    """Return the text without control characters, which XML cannot hold, and no longer than a cell."""
    clean = ILLEGAL_CHARACTERS_RE.sub("", text)
    return clean if len(clean) <= _MOST else f"{clean[:_MOST]}…"


def _dated_alike(made: io.BytesIO) -> bytes:
    """Pack the files of a workbook again, without the times of day that openpyxl writes."""
    packed = io.BytesIO()
    with ZipFile(made) as before, ZipFile(packed, "w") as after:
        for name in before.namelist():
            after.writestr(ZipInfo(name), _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", before.read(name)), ZIP_DEFLATED)
    return packed.getvalue()

"""A table as text for the clipboard and for files.

Takes headers and rows of cells, returns tab-separated text or writes CSV. Leaves out Qt and the choice of a file.

    (指标, 旧版), [(专利申请, 7321件)]    → "指标\t旧版\n专利申请\t7321件\n"
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwaicompare.gui.models.table import Row


def as_tsv(headers: Sequence[str], rows: Iterable[Row]) -> str:
    """Return a header line and one line for each row; tabs and line breaks inside cells become spaces."""
    lines = [list(headers), *([cell.text for cell in row.cells] for row in rows)]
    return "".join("\t".join(" ".join(field.split()) for field in line) + "\n" for line in lines)


def write_csv(path: Path, headers: Sequence[str], rows: Iterable[Row]) -> None:
    """Write CSV with a byte order mark, without which spreadsheets take Chinese for another encoding."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headers)
        writer.writerows([cell.text for cell in row.cells] for row in rows)

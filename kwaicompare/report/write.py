"""Writes a comparison as a report file; the file's ending picks the kind.

Takes a comparison, a path and a language; returns nothing. The file appears whole or not at all. Leaves out
comparing and wording.

    comparison, out/2022-2026.html, "zh_CN"  →  the file
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from kwaicompare.errors import BadReport
from kwaicompare.model.comparison import Comparison
from kwaicompare.report.json import comparison_json
from kwaicompare.report.stream import pieces


def write_report(comparison: Comparison, path: Path, language: str) -> None:
    """Write the report. Raises BadReport for an unknown ending or a place that cannot be written."""
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise BadReport("error.report_format", str(path))
    _replace(path, writer(comparison, language))


def _json_report(comparison: Comparison, language: str) -> Iterable[bytes]:
    for piece in pieces(comparison_json(comparison, language)):
        yield piece.encode()
    yield b"\n"


def _html_report(comparison: Comparison, language: str) -> Iterable[bytes]:
    from kwaicompare.report.html import html_report

    return (html_report(comparison, language).encode(),)


def _xlsx_report(comparison: Comparison, language: str) -> Iterable[bytes]:
    from kwaicompare.report.xlsx import xlsx_report

    return (xlsx_report(comparison, language),)


def _docx_report(comparison: Comparison, language: str) -> Iterable[bytes]:
    from kwaicompare.report.docx import docx_report

    return (docx_report(comparison, language),)


def _pdf_report(comparison: Comparison, language: str) -> Iterable[bytes]:
    from kwaicompare.report.pdf import pdf_report

    return (pdf_report(comparison, language),)


_WRITERS: dict[str, Callable[[Comparison, str], Iterable[bytes]]] = {
    ".html": _html_report,
    ".json": _json_report,
    ".xlsx": _xlsx_report,
    ".docx": _docx_report,
    ".pdf": _pdf_report,
}


def _replace(path: Path, content: Iterable[bytes]) -> None:
    """Write beside ``path`` first, so that an older report stays until the new one is complete."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as file:
            file.writelines(content)
        unfinished.replace(path)
    except OSError as trouble:
        unfinished.unlink(missing_ok=True)
        raise BadReport("error.report_write", str(path), detail=trouble.strerror or str(trouble)) from trouble

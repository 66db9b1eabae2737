"""A file → a `Document`: its text, its lines, what reading alone can tell to be furniture, and where it came from.

Takes a path to .txt, .md, .html, .docx or .pdf (any other name is read as text unless its format is known not to be).
Returns text with LF line breaks and no BOM, otherwise as it stands in the file; of what is laid out, what it shows.
Leaves out all judgement about structure. Whatever is wrong with the file is an `UnreadableDocument` that says what.

    b"\\xef\\xbb\\xbf# 年报\\r\\n正文" → text "# 年报\\n正文", encoding "utf-8-sig", title "年报"
"""

import hashlib
import os
import re
import stat
from dataclasses import replace
from pathlib import Path

from kwaicompare.errors import UnreadableDocument
from kwaicompare.model.document import Document, Furniture, Line, Source
from kwaicompare.model.span import Span
from kwaicompare.progress import Progress, part, silent
from kwaicompare.read.corpus import identify
from kwaicompare.read.encoding import decode
from kwaicompare.read.html import extract
from kwaicompare.read.markdown import marked_lines
from kwaicompare.read.page import Page

LARGEST = 64 * 1024 * 1024
_LARGEST_WITH_PICTURES = 512 * 1024 * 1024
_CHUNK = 1024 * 1024
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_LAID_OUT = frozenset({".docx", ".pdf"})
READABLE = _PAGES | _LAID_OUT | {".txt", ".md", ".markdown"}
_OTHER_FORMATS = frozenset(
    """.doc .docm .dot .dotx .odt .rtf .wps .pages .xls .xlsx .ods .ppt .pptx .odp .epub .mobi .zip .gz .rar
    .7z .png .jpg .jpeg .gif .webp .mp3 .mp4 .exe .sqlite .db""".split()  # noqa: SIM905
)
_SAMPLE = 200_000
_SENTENCE_ENDS = ("。", "！", "？", "；", "，", "!", "?", ";", ",", "…")
_TITLE_LINES = 6
_YEAR_LINES = 12
_HAN = re.compile(r"[㐀-鿿]+")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_YEAR = re.compile(r"(?<![0-9A-Za-z.,])(?:19|20)\d\d(?![0-9A-Za-z.,])")
_DATED = re.compile(r"(?<![0-9A-Za-z.,])(?:19|20)\d\d(?=\s?[年版]|[-/.]\d)")
_DOCUMENT_NOUN = re.compile(
    r"(?:白皮书|蓝皮书|绿皮书|报告|法|条例|办法|规定|细则|规划|纲要|计划|方案|通知|意见|决定|年报|公报|标准|指南"
    r"|report|paper|act|law|plan)[\W\d]*\Z",
    re.I,
)


def read_document(path: str | Path, progress: Progress = silent) -> Document:
    """Read the file at ``path``. Raises UnreadableDocument; `progress` may raise Cancelled."""
    given, path = str(path), Path(path)
    data = _read_bytes(path, given, part(progress, 0.0, 0.6))
    progress("read", 0.7)
    suffix = path.suffix.lower()
    if suffix in _LAID_OUT:
        page, encoding = _laid_out(suffix, data, given, part(progress, 0.7, 1.0)), suffix.lstrip(".")
        text, lines, furniture, title = page.text, page.lines, page.furniture, page.title
    else:
        text, encoding = decode(data, given)
        if suffix in _PAGES:
            text, lines, furniture, title = _read_page(text)
        else:
            marked = marked_lines(text)
            lines, furniture, title = marked.lines, marked.furniture, marked.title
    if not text.strip():
        raise UnreadableDocument("error.empty", given)
    title = title or _first_title(text, lines) or path.stem
    source = Source(
        path=given,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        title=title,
        edition=_year(path.stem, title, text, lines),
        language=_language(text),
    )
    progress("read", 1.0)
    return Document(identify(source, len(text)), text, lines, furniture)


def _laid_out(suffix: str, data: bytes, given: str, progress: Progress) -> Page:
    """Return the text of a document that a word processor or a printer laid out; their readers are loaded for it."""
    if suffix == ".pdf":
        from kwaicompare.read.pdf import extract_pdf

        return extract_pdf(data, given, progress)
    from kwaicompare.read.docx import extract_docx

    return extract_docx(data, given)


def _read_bytes(path: Path, given: str, progress: Progress) -> bytes:
    try:
        before = path.stat()
        _refuse(path, given, before)
        data = bytearray()
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                data += chunk
                progress("read", len(data) / max(before.st_size, 1))
                if len(data) > _largest(path):
                    break
        after = path.stat()
    except FileNotFoundError as fault:
        raise UnreadableDocument("error.missing", given) from fault
    except PermissionError as fault:
        raise UnreadableDocument("error.permission", given) from fault
    except OSError as fault:
        raise UnreadableDocument("error.read", given, detail=fault.strerror or str(fault)) from fault
    except ValueError as fault:  # a NUL inside the path
        raise UnreadableDocument("error.missing", given) from fault
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        raise UnreadableDocument("error.changed", given)
    return bytes(data)


def _refuse(path: Path, given: str, status: os.stat_result) -> None:
    """Refuse what cannot be a text before a byte of it is read."""
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableDocument("error.folder", given)
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableDocument("error.binary", given)
    if path.suffix.lower() in _OTHER_FORMATS:
        raise UnreadableDocument("error.format", given, format=path.suffix.lower().lstrip("."))
    if status.st_size == 0:
        raise UnreadableDocument("error.empty", given)
    if status.st_size > _largest(path):
        size, limit = status.st_size // _CHUNK, _largest(path) // _CHUNK
        raise UnreadableDocument("error.too_large", given, size=size, limit=limit)


def _largest(path: Path) -> int:
    """Return how large a file may be; most of a laid-out document are its pictures."""
    return _LARGEST_WITH_PICTURES if path.suffix.lower() in _LAID_OUT else LARGEST


def _read_page(source: str) -> tuple[str, tuple[Line, ...], tuple[Furniture, ...], str]:
    """Extract a page's text; front matter before the page stays on top, as furniture."""
    head = marked_lines(source) if source.startswith("---") else None
    if head is None or not head.furniture or head.furniture[0].kind != "front_matter":
        page = extract(source)
        return page.text, page.lines, page.furniture, page.title
    matter = head.furniture[0]
    page, shift = extract(source[matter.span.end :]), matter.span.end + 1
    above = tuple(line for line in head.lines if line.span.end <= matter.span.end)
    lines = above + tuple(
        replace(line, span=_moved(line.span, shift), content=_moved(line.content, shift)) for line in page.lines
    )
    furniture = (matter, *(Furniture(item.kind, _moved(item.span, shift)) for item in page.furniture))
    return f"{source[: matter.span.end]}\n{page.text}", lines, furniture, head.title or page.title


def _moved(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift)


def _first_title(text: str, lines: tuple[Line, ...]) -> str:
    """Return the first heading, if it names a document or stands above all others, or else a line before it."""
    opening: list[str] = []
    for line in lines:
        words = " ".join(line.content.of(text).split())
        if line.role == "heading":
            if _DOCUMENT_NOUN.search(words) or _above_all(line, lines):
                return words
            break
        if line.role == "text" and len(line.content) <= 60 and not words.endswith(_SENTENCE_ENDS):
            opening.append(words)
        if len(line.content) > 60 or len(opening) == _TITLE_LINES:
            break
    named = (words for words in opening if _DOCUMENT_NOUN.search(words))
    return next(named, opening[0] if opening else "")


def _above_all(heading: Line, lines: tuple[Line, ...]) -> bool:
    """Tell whether no other heading is of the same depth or higher; such a one would be a section like others."""
    others = (line.level for line in lines if line.role == "heading" and line is not heading)
    return heading.level is None or all(level is None or level > heading.level for level in others)


def _year(stem: str, title: str, text: str, lines: tuple[Line, ...]) -> str:
    """Return the year a document goes by: from its file name, its title, or the latest among its first lines."""
    for words in (stem.replace("_", " "), title):
        if found := _YEAR.findall(words):
            return found[-1]
    opening = [line for line in lines if line.role != "blank"][:_YEAR_LINES]
    found = [year for line in opening if len(line.span) <= 80 for year in _DATED.findall(line.span.of(text))]
    return max(found, default="")


def _language(text: str) -> str:
    """Return "zh" or "en" by what most of the words are in: a Latin word weighs like two Han characters."""
    sample = text[:_SAMPLE]
    return "zh" if sum(map(len, _HAN.findall(sample))) >= 2 * len(_LATIN_WORD.findall(sample)) else "en"

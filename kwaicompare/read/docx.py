"""DOCX: a Word document → its text as it reads with every revision accepted, one paragraph or table row per line.

Takes the file's bytes; returns text, lines and furniture (contents table, captions). Headings are what styles or
paragraphs give an outline level, with the numbers that the word processor would put before them; text boxes follow the
paragraph they hang on, foot- and endnotes the text. Leaves out running heads, comments and pictures. The elements are
those of ECMA-376 (Office Open XML), Part 1, chapters 11 and 17.

    <w:p> Heading 1, numbered "第%1章": 渡口   →  Line(role="heading", level=1), text "第一章 渡口"
"""

import io
import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile

from kwaicompare.errors import UnreadableDocument
from kwaicompare.model.document import FurnitureKind
from kwaicompare.read.page import Block, Page, PageWriter
from kwaicompare.read.plain_text import begins_item
from kwaicompare.read.word_numbers import Numbering, W, value

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LARGEST = 256 * 1024 * 1024  # of a part, unpacked
_BODY_LEVEL = 9  # outline level of what is no heading
_HEADING_NAME = re.compile(r"(?:heading|标题|標題) ?([1-9])", re.I)
_CONTENTS_NAME = re.compile(r"toc\b.*|目录.*|目錄.*", re.I)
_CAPTION_NAMES = frozenset({"caption", "题注", "題注"})
_GONE = frozenset({f"{W}del", f"{W}moveFrom", _FALLBACK})
_NO_WORDS = _GONE | {f"{W}{name}" for name in ("pPr", "rPr", "rt", "txbxContent")}
_SPACED = frozenset({f"{W}tab", f"{W}br", f"{W}cr"})
_NOTES = ("footnotes", "endnotes")


class _Style(NamedTuple):
    name: str
    based_on: str
    level: int | None
    numbered: tuple[str, int] | None


def extract_docx(data: bytes, given: str) -> Page:
    """Return the text of a document. Raises UnreadableDocument; ``given`` is the path to name in it."""
    try:
        with ZipFile(io.BytesIO(data)) as file:
            return _Reader(file).read()
    except (BadZipFile, ParseError, KeyError, ValueError, RuntimeError, NotImplementedError, EOFError) as fault:
        raise UnreadableDocument("error.docx", given) from fault


class _Reader:
    """Walks the paragraphs of one document."""

    def __init__(self, file: ZipFile) -> None:
        self._file = file
        styles = self._part("word/styles.xml")
        self._styles = {} if styles is None else {each.get(f"{W}styleId", ""): _style(each) for each in styles}
        self._numbering = Numbering(self._part("word/numbering.xml"))
        self._writer = PageWriter()
        self._title = ""
        self._carried: list[Element] = []  # paragraphs whose end is deleted: they go on as what follows

    def read(self) -> Page:
        document = self._part("word/document.xml")
        if document is None or document.tag != f"{W}document":
            raise ValueError("not a document of the transitional form")
        self._walk(document)
        self._end()
        for name in _NOTES:
            for note in self._part(f"word/{name}.xml") or ():
                if note.get(f"{W}type") is None:  # others are the lines that part notes from the text
                    self._walk(note)
        return self._writer.page(self._title)

    def _part(self, name: str) -> Element | None:
        try:
            size = self._file.getinfo(name).file_size
        except KeyError:
            return None
        if size > _LARGEST:
            raise ValueError(f"{name} is too large")
        content = self._file.read(name)
        if b"<!DOCTYPE" in content[:1024]:
            raise ValueError(f"{name} declares entities")
        return fromstring(content)

    def _walk(self, holder: Element) -> None:
        """Read paragraphs and tables wherever they stand: in the body, in content controls, in inserted parts."""
        for each in holder:
            if each.tag == f"{W}p":
                self._paragraph(each)
            elif each.tag == f"{W}tbl":
                self._table(each)
            elif each.tag not in _GONE:
                self._walk(each)

    def _paragraph(self, paragraph: Element) -> None:
        self._carried.append(paragraph)
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is None:
            self._end()

    def _end(self) -> None:
        """Write the paragraphs that have become one, as the last of them is; then their text boxes."""
        if not self._carried:
            return
        paragraphs, self._carried = self._carried, []
        paragraph, words = paragraphs[-1], "".join(chain.from_iterable(map(_words, paragraphs)))
        name = next((style.name.lower() for style in self._styled(paragraph)), "")
        label, level, kind = self._label(paragraph) if words.strip() else "", self._level(paragraph), _furniture(name)
        if name == "title":
            self._title = self._title or " ".join(words.split())
        if level is not None and kind is None:
            block = Block("heading", level + 1)
        else:
            block = Block("list" if begins_item(f"{label} ") else "text", None, kind)
        self._writer.add(f"{label} {words}" if label else words, block)
        self._writer.end_block()
        for box in chain.from_iterable(map(_boxes, paragraphs)):
            self._walk(box)

    def _table(self, table: Element) -> None:
        self._end()
        for row in _inside(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            for cell in _inside(row, f"{W}tc"):
                words = " ".join("".join(_words(each)) for each in cell.iter(f"{W}p"))
                self._writer.add_cell()
                self._writer.add(words.replace("\t", " "), Block("table"))
            self._writer.end_block()

    def _style(self, paragraph: Element) -> str:
        properties = paragraph.find(f"{W}pPr")
        return "" if properties is None else value(properties, "pStyle")

    def _styled(self, paragraph: Element) -> Iterator[_Style]:
        """Yield the style of a paragraph and those it is based on."""
        seen: set[str] = set()
        name = self._style(paragraph)
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = self._styles[name].based_on

    def _level(self, paragraph: Element) -> int | None:
        """Return the outline level, 0 the highest; None for body text."""
        properties = paragraph.find(f"{W}pPr")
        own = value(properties, "outlineLvl") if properties is not None else ""
        known = [int(own)] if own else [style.level for style in self._styled(paragraph) if style.level is not None][:1]
        return known[0] if known and known[0] < _BODY_LEVEL else None

    def _label(self, paragraph: Element) -> str:
        properties = paragraph.find(f"{W}pPr")
        own = _numbered(properties) if properties is not None else None
        numbered = own or next((style.numbered for style in self._styled(paragraph) if style.numbered), None)
        return self._numbering.label(*numbered) if numbered is not None else ""


def _style(element: Element) -> _Style:
    name, properties = value(element, "name"), element.find(f"{W}pPr")
    named = _HEADING_NAME.fullmatch(name)
    level = value(properties, "outlineLvl") if properties is not None else ""
    depth = int(level) if level else int(named[1]) - 1 if named else None
    return _Style(name, value(element, "basedOn"), depth, _numbered(properties) if properties is not None else None)


def _numbered(properties: Element) -> tuple[str, int] | None:
    """Return the list of a paragraph and its depth in it; the list "0" takes a paragraph out of any."""
    numbers = properties.find(f"{W}numPr")
    return None if numbers is None else (value(numbers, "numId"), int(value(numbers, "ilvl") or 0))


def _furniture(style: str) -> FurnitureKind | None:
    if _CONTENTS_NAME.fullmatch(style):
        return "contents"
    return "caption" if style in _CAPTION_NAMES else None


def _words(element: Element) -> Iterator[str]:
    """Yield the words of a paragraph as they read with every revision accepted, without those of its text boxes."""
    for each in element:
        if each.tag in (f"{W}t", _MATHS):
            yield each.text or ""
        elif each.tag in _SPACED:
            yield " "
        elif each.tag == f"{W}noBreakHyphen":
            yield "-"
        elif each.tag not in _NO_WORDS:
            yield from _words(each)


def _boxes(element: Element) -> Iterator[Element]:
    """Yield the text boxes that hang on a paragraph, each once: what older programs are given instead is left out."""
    for each in element:
        if each.tag == f"{W}txbxContent":
            yield each
        elif each.tag not in _GONE:
            yield from _boxes(each)


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, those in content controls too, not those of tables within."""
    for each in element:
        if each.tag == tag:
            yield each
        elif each.tag != f"{W}tbl" and each.tag not in _GONE:
            yield from _inside(each, tag)

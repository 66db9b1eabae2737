"""The printed lines of a document as evidence needs them: trimmed, measured, without the blank ones.

Takes a `Document`; returns its `Row`s in order. A row knows how many blank lines stand before and after it: three or
more are a hole, the place of a picture in the designed page. Leaves out all judgement.

    "## **概况**\\n\\n\\n\\n正文" → Row("概况", level=2, bold=True, before=0, after=3), Row("正文", before=3)
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from kwaicompare.model.document import Document, Line, LineRole

HOLE = 3
SHORT = 60
_PIECE = 45  # a piece of a sentence with commas is running text from this length on
_NOT_LETTERS = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"[。！？；;]|(?<=[\w)”])[.!?](?:\s|\Z)")
_LONGEST_TRANSLATION = 160
_LATIN = re.compile(r"[A-Za-z]{3}")
_DIGIT = re.compile(r"\d")
_HAN = re.compile(r"[㐀-鿿]+")


@dataclass(slots=True)
class Row:
    """A printed line. ``text`` is its content with single spaces, cut off where a title would long have ended."""

    index: int
    start: int
    end: int
    text: str
    length: int
    role: LineRole
    level: int | None
    bold: bool
    indented: bool
    before: int
    after: int = 0

    @property
    def short(self) -> bool:
        """Whether a title could be this long."""
        return self.length <= SHORT

    @property
    def two_parts(self) -> bool:
        """Whether this plain row shows name and tagline with a gap between them; running text has no such gap."""
        return self.level is None and self.role == "text" and self.short and _in_two_parts(self.text)

    @property
    def prose(self) -> bool:
        """Whether this is running text: a sentence, or a long piece of one that the page cut off."""
        if self.length < 15 or self.role not in ("text", "list"):
            return False
        return bool(_SENTENCE.search(self.text)) or (self.length > _PIECE and "，" in self.text)


def _in_two_parts(text: str) -> bool:
    """Tell whether a blank has two Han characters on either side, a closing or an opening mark counting as one."""
    return any(_both_han(left[-2:], "”、") and _both_han(right[:2], "“") for left, right in pairwise(text.split(" ")))


def _both_han(pair: str, marks: str) -> bool:
    return len(pair) == 2 and all("㐀" <= char <= "鿿" or char in marks for char in pair)


def letters(text: str) -> str:
    """Reduce a title to its letters and digits, lower case: what stays equal wherever it is printed."""
    return _NOT_LETTERS.sub("", text).lower()


def is_latin(text: str) -> bool:
    """Tell whether ``text`` has Latin words and not one Han character."""
    return not _HAN.search(text) and bool(_LATIN.search(text))


def is_english_title(row: Row) -> bool:
    """Tell whether a row could be the English twin of a title: words only, without figures or a full stop."""
    fits = row.length <= _LONGEST_TRANSLATION and row.role in ("text", "heading") and row.text[-1] not in ".:;,"
    return fits and is_latin(row.text) and not _DIGIT.search(row.text)


def read_rows(document: Document) -> list[Row]:
    """Return the printed lines of ``document``; lines of nothing but markup count as blank."""
    rows: list[Row] = []
    blanks = 0
    for line in document.lines:
        if line.role in ("blank", "markup", "image"):
            blanks += 1
            continue
        if rows:
            rows[-1].after = blanks
        rows.append(_read_row(document.text, line, len(rows), blanks))
        blanks = 0
    return rows


def _read_row(text: str, line: Line, index: int, before: int) -> Row:
    content = text[line.content.start : min(line.content.end, line.content.start + 400)]
    leading = text[line.span.start : line.content.start]
    words = " ".join(content.split())
    bold = leading.lower().endswith(("**", "<b>", "<strong>"))
    return Row(
        index=index,
        start=line.span.start,
        end=line.span.end,
        text=words,
        length=len(words) if len(line.content) <= 400 else len(line.content),
        role=line.role,
        level=line.level,
        bold=bold,
        indented=leading[:1] in (" ", "\u3000") and len(leading) >= 2,
        before=before,
    )

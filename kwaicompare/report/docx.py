"""The comparison as a DOCX document with real tracked changes.

Takes a comparison and a language, returns the file's bytes: the same comparison gives the same bytes. Accepting every
change in a word processor leaves the new edition, rejecting every one the old edition; what moved is marked as moved.
What the reviewer thinks stands in comments. The foot of the first page names the sources by digest and says what was
not compared. Leaves out the order of the two editions in one text (`revisions.py`).

The parts of the file and their elements are those of ECMA-376 (Office Open XML), Part 1, chapters 11 and 17. Libraries
for such files write no tracked changes, so that the few parts needed are written here.
"""

import io
import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import PurePath
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kwaicompare.model.comparison import Comparison
from kwaicompare.model.decision import Standing
from kwaicompare.report.coverage import coverage
from kwaicompare.report.markup import MARKS
from kwaicompare.report.revisions import Paragraph, Revision, Run, revised
from kwaicompare.report.summary import summary_lines
from kwaicompare.report.tables import gap_words, said
from kwaicompare.resources import Messages, messages

_AUTHOR = "kwaicompare"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_LEVELS = 6
_SIZES = {1: 36, 2: 30, 3: 26}  # of headings, in half points
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_TAGS: dict[Revision, str] = {"delete": "w:del", "insert": "w:ins"}
_MOVES: dict[Revision, str] = {"delete": "w:moveFrom", "insert": "w:moveTo"}

_CONTENT_TYPES = f"""{_HEAD}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>\
<Override PartName="/word/footer1.xml" ContentType="{_TYPE}.footer+xml"/>\
<Override PartName="/word/footer2.xml" ContentType="{_TYPE}.footer+xml"/>\
<Override PartName="/word/comments.xml" ContentType="{_TYPE}.comments+xml"/></Types>"""
_ROOT = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>"""
_PARTS = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_RELATIONS}/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="{_RELATIONS}/footer" Target="footer1.xml"/>\
<Relationship Id="rId3" Type="{_RELATIONS}/footer" Target="footer2.xml"/>\
<Relationship Id="rId4" Type="{_RELATIONS}/comments" Target="comments.xml"/></Relationships>"""


def docx_report(comparison: Comparison, language: str) -> bytes:
    """Return the document."""
    paragraphs = list(revised(comparison))
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _ROOT,
        "word/_rels/document.xml.rels": _PARTS,
        "word/styles.xml": _styles(),
        "word/footer1.xml": _footer(_statements(comparison, language)),
        "word/footer2.xml": _footer([_names(comparison)]),
        "word/comments.xml": _comments(paragraphs, messages(language)),
        "word/document.xml": _document(paragraphs),
    }
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(ZipInfo(name, _NO_TIME), part.encode(), ZIP_DEFLATED)
    return content.getvalue()


def _thoughts(paragraphs: Iterable[Paragraph]) -> list[Standing]:
    """Return what is thought, in the order of the text: its places there are the numbers of the comments."""
    return [each for paragraph in paragraphs for run in paragraph.runs for each in run.thought]


def _comments(paragraphs: Iterable[Paragraph], say: Messages) -> str:
    told = (" · ".join(filter(None, said(each, say))) for each in _thoughts(paragraphs))
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="{_AUTHOR}">{_plain(words)}</w:comment>'
        for number, words in enumerate(told)
    )
    return f'{_HEAD}<w:comments xmlns:w="{_WORD}">{comments}</w:comments>'


def _document(paragraphs: list[Paragraph]) -> str:
    numbers = count(len(_thoughts(paragraphs)))
    comments = _Comments()
    body = "".join(_paragraph(each, numbers, comments) for each in paragraphs)
    feet = '<w:footerReference w:type="first" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>'
    section = f'<w:sectPr>{feet}<w:pgSz w:w="11906" w:h="16838"/><w:titlePg/></w:sectPr>'
    return f'{_HEAD}<w:document xmlns:w="{_WORD}" xmlns:r="{_RELATIONS}"><w:body>{body}{section}</w:body></w:document>'


def _paragraph(paragraph: Paragraph, numbers: Iterator[int], comments: "_Comments") -> str:
    style = f'<w:pStyle w:val="Heading{min(_LEVELS, paragraph.level)}"/>' if paragraph.level else ""
    mark = f"<w:rPr><{_TAGS[paragraph.end]} {_who(numbers)}/></w:rPr>" if paragraph.end else ""
    properties = f"<w:pPr>{style}{mark}</w:pPr>" if style or mark else ""
    return f"<w:p>{properties}{''.join(comments.around(run, _run(run, numbers)) for run in paragraph.runs)}</w:p>"


class _Comments:
    """Puts the numbers of comments around what they are about; numbered in the order of the text."""

    def __init__(self) -> None:
        self._begun = 0
        self._open: list[int] = []

    def around(self, run: Run, written: str) -> str:
        """Return a run with the comments that begin before it and end behind it."""
        own = range(self._begun, self._begun + len(run.thought))
        self._begun, self._open = own.stop, [*self._open, *own]
        ended, self._open = (self._open, []) if run.ended else ([], self._open)
        behind = '<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'
        begun = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in own)
        return begun + written + "".join(map(behind.format, ended))


def _run(run: Run, numbers: Iterator[int]) -> str:
    words = _UNWRITABLE.sub("\ufffd", MARKS.sub("", run.text))
    if not run.revision:
        return f"<w:r>{_text(words, 'w:t')}</w:r>"
    if not run.move:
        tag, inside = _TAGS[run.revision], "w:delText" if run.revision == "delete" else "w:t"
        return f"<{tag} {_who(numbers)}><w:r>{_text(words, inside)}</w:r></{tag}>"
    tag, range_id = _MOVES[run.revision], next(numbers)
    named = f'w:author="{_AUTHOR}" w:name="move{run.move}"'
    moved = f"<{tag} {_who(numbers)}><w:r>{_text(words, 'w:t')}</w:r></{tag}>"
    return f'<{tag}RangeStart w:id="{range_id}" {named}/>{moved}<{tag}RangeEnd w:id="{range_id}"/>'


def _text(words: str, tag: str) -> str:
    """Return words as text elements; lines within them stay lines."""
    lines = (f'<{tag} xml:space="preserve">{escape(line)}</{tag}>' for line in words.split("\n"))
    return "<w:br/>".join(lines)


def _who(numbers: Iterator[int]) -> str:
    return f'w:id="{next(numbers)}" w:author="{_AUTHOR}"'


def _statements(comparison: Comparison, language: str) -> list[str]:
    """Name the sources, and say what was found and what was not compared."""
    say = messages(language)
    lines = []
    for name, edition in (("old", comparison.a), ("new", comparison.b)):
        source = edition.document.source
        named = f"{source.title} {source.edition} · {source.path} · SHA-256 {source.sha256}"
        lines.append(f"{say(f'column.{name}')}: {named}")
    lines += summary_lines(comparison, language)
    gaps = say("cli.comma").join(gap_words(gap, say) for gap in coverage(comparison))
    return [*lines, f"{say('report.title.not_compared')}: {gaps}"]


def _names(comparison: Comparison) -> str:
    sources = [edition.document.source for edition in (comparison.a, comparison.b)]
    return " → ".join(f"{each.title or PurePath(each.path).name} {each.edition}".strip() for each in sources)


def _footer(lines: Iterable[str]) -> str:
    small = '<w:rPr><w:sz w:val="13"/></w:rPr>'
    told = "".join(_plain(line, small) for line in lines)
    return f'{_HEAD}<w:ftr xmlns:w="{_WORD}">{told}</w:ftr>'


def _plain(words: str, properties: str = "") -> str:
    """Return a paragraph of its own."""
    return f"<w:p><w:r>{properties}{_text(_UNWRITABLE.sub('', words), 'w:t')}</w:r></w:p>"


def _styles() -> str:
    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="SimSun"/>'
    normal = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    )
    headings = "".join(_heading(level) for level in range(1, _LEVELS + 1))
    return f'{_HEAD}<w:styles xmlns:w="{_WORD}">{normal}{headings}</w:styles>'


def _heading(level: int) -> str:
    name, size = quoteattr(f"heading {level}"), _SIZES.get(level, 24)
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val={name}/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
    )

"""Places of a passage that are one word for the word diff, whatever a dictionary says.

Takes the text of a passage and of the one beside it, returns spans: dates (2023年9月1日), numerals in characters
(三万, 三分之一), numbers of standards (GB/T 3216-2005), repeated marks (——), quoted names (《…》, “…”). A quoted name
whose words stand in the other text too is none: then only what is around it changed. Leaves out what `text.cutting`
keeps whole already: figures in digits, Latin runs, terms.
"""

import re
from collections.abc import Iterator

from kwaicompare.model.span import Span
from kwaicompare.text.numerals import DIGIT, SCALE

# A longer title or quotation is read word by word.
_TITLE, _NAME = 40, 12
_QUOTED = re.compile(
    rf"《([^《》\n]{{1,{_TITLE}}})》|“([^“”\n，。；！？]{{1,{_NAME}}})”|「([^「」\n，。；！？]{{1,{_NAME}}})」"
)
_NUMBER = rf"[{DIGIT}{SCALE}廿卅]"
_DATE_PART = rf"(?:[0-9]{{1,2}}|[{DIGIT}十]{{1,3}})"
_ATOM = re.compile(
    rf"""
    (?:(?:[0-9]{{4}}|[{DIGIT}]{{4}})年{_DATE_PART}月(?:{_DATE_PART}日)?|{_DATE_PART}月{_DATE_PART}日)
    | [A-Z]{{1,4}}/[A-Z]{{1,3}}\ ?[0-9]+(?:[.-][0-9]+)*
    | {_NUMBER}{{1,9}}分之(?:{_NUMBER}+|[0-9.]+)
    | (?=[{SCALE}廿卅]{{0,3}}[{DIGIT}])(?={_NUMBER}{{0,20}}[{SCALE}廿卅〇]){_NUMBER}{{2,}}(?:点[{DIGIT}]+[万亿]*)?
    | (?P<mark>[—…=~·*_#-])(?P=mark)+ | \.{{3,}}
    """,
    re.VERBOSE,
)


def atoms(text: str, span: Span, other: str) -> Iterator[Span]:
    """Yield the atoms of a passage in order, none overlapping; ``other`` is the passage beside it."""
    at = span.start
    for quoted in _QUOTED.finditer(text, span.start, span.end):
        if (quoted[1] or quoted[2] or quoted[3]) not in other:
            yield from _plain(text, at, quoted.start())
            yield Span(*quoted.span())
            at = quoted.end()
    yield from _plain(text, at, span.end)


def _plain(text: str, start: int, end: int) -> Iterator[Span]:
    return (Span(*match.span()) for match in _ATOM.finditer(text, start, end))

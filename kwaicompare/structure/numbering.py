"""The grammar of printed numbers: 第一章, 第三条之一, 一、, （二）, 1.2, 3、, ①, 01, PART 01, 附录B …

Takes the text of a row; returns its `Number` or None: family, value, how it is printed, and what follows. Whether the
row is a heading, a list item or a figure that merely looks numbered is for `headings` to weigh.

    "第三条之一 本法所称" → Number("article", (3, 1), "第三条之一", "本法所称")
"""

import re
from dataclasses import dataclass
from typing import Literal

Family = Literal[
    "part", "chapter", "roman", "plain", "padded2", "decimal", "section", "padded3", "cn", "cn_paren", "item",
    "letter", "arabic", "article", "arabic_paren", "circled", "appendix",
]  # fmt: skip

_CN = "一二三四五六七八九十百千零〇两"
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_UNITS: dict[str, Family] = {
    "部分": "part", "部": "part", "编": "part", "篇": "part", "章": "chapter", "节": "section", "目": "item",
    "条": "article",
}  # fmt: skip

_WORDS: dict[str, Family] = {"part": "part", "chapter": "chapter", "section": "section", "article": "article"}

_ORDINAL = re.compile(rf"第\s?([{_CN}]{{1,9}}|\d{{1,4}})\s?(部分|[部编篇章节目条])(?:之([{_CN}]{{1,3}}|\d{{1,2}}))?")
_WORD = re.compile(r"(part|chapter|section|article)\s?([0-9]{1,3}|[ivxlc]{1,6})\b[.:：]?", re.I)
_APPENDIX = re.compile(
    rf"(?:附录|附件|附表|appendix|annex)\s?([A-Z]\b|[{_CN}]{{1,3}}|\d{{1,2}})?[.:：、]?(?=\s|\Z)", re.I
)
_CN_LIST = re.compile(rf"([{_CN}]{{1,4}})[、．.]")
_CN_PAREN = re.compile(rf"[（(]([{_CN}]{{1,4}})[）)][、.]?")
_DECIMAL = re.compile(r"(\d{1,3}(?:[.．]\d{1,3}){1,5})(?:[.．、]|(?=[\s㐀-鿿A-Za-z“《]))")
_ARABIC = re.compile(r"(\d{1,3})(?:、|[．.](?![\d])|[)）])")
_ARABIC_PAREN = re.compile(r"[（(](\d{1,3})[）)]")
_PADDED = re.compile(r"0\d{1,2}")
_PLAIN = re.compile(r"(\d{1,3})(?=\s|\Z)")
_ROMAN_LIST = re.compile(r"([IVXL]{1,6})([、.．]?)")
_LETTER = re.compile(r"([A-H])(?:[、．)）]|\.(?=\s))")
_MEASURE = re.compile(r"\s?[万亿千百%％‰倍]|[年月日号时分秒元个件项次条家人名种]")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number: its family, its value (several parts for 1.2.3), as printed, and the text behind it."""

    family: Family
    value: tuple[int, ...]
    printed: str
    rest: str

    @property
    def lone(self) -> bool:
        """Whether nothing but the number is printed."""
        return not self.rest


def numeral(digits: str) -> int:
    """Return the value of a Chinese, Arabic or Roman numeral of a heading."""
    if digits.isdecimal():
        return int(digits)
    if digits[0].lower() in _ROMAN:
        values = [_ROMAN[sign] for sign in digits.lower()]
        return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    if not any(sign in _POWERS for sign in digits):
        return int("".join(str(_DIGITS[sign]) for sign in digits))
    total = current = 0
    for sign in digits:
        if sign in _POWERS:
            total, current = total + max(current, 1) * _POWERS[sign], 0
        else:
            current = _DIGITS[sign]
    return total + current


def parse_number(text: str) -> Number | None:
    """Return the number ``text`` begins with, if any."""
    if not text or not (text[0] in "第（(" or text[0] in _CN or text[0] in _CIRCLED or text[0].isalnum()):
        return None
    for parse in (_ordinal, _worded, _chinese, _arabic, _lettered):
        if number := parse(text):
            return number
    return None


def _number(family: Family, value: tuple[int, ...], text: str, end: int) -> Number:
    return Number(family, value, text[:end].strip(), text[end:].strip())


def _ordinal(text: str) -> Number | None:
    match = _ORDINAL.match(text)
    if not match:
        return None
    value = (numeral(match[1]), *((numeral(match[3]),) if match[3] else ()))
    return _number(_UNITS[match[2]], value, text, match.end())


def _worded(text: str) -> Number | None:
    if match := _WORD.match(text):
        return _number(_WORDS[match[1].lower()], (numeral(match[2]),), text, match.end())
    match = _APPENDIX.match(text)
    if not match:
        return None
    sign = match[1] or ""
    value = (ord(sign.upper()) - 64,) if "A" <= sign.upper() <= "Z" else (numeral(sign),) if sign else ()
    return _number("appendix", value, text, match.end()) if sign else None


def _chinese(text: str) -> Number | None:
    if match := _CN_LIST.match(text):
        return _number("cn", (numeral(match[1]),), text, match.end())
    if match := _CN_PAREN.match(text):
        return _number("cn_paren", (numeral(match[1]),), text, match.end())
    if text[0] in _CIRCLED:
        return _number("circled", (_CIRCLED.index(text[0]) + 1,), text, 1)
    return None


def _arabic(text: str) -> Number | None:
    if (match := _DECIMAL.match(text)) and not _MEASURE.match(text, match.end()):
        return _number("decimal", tuple(map(int, re.split("[.．]", match[1]))), text, match.end())
    if (match := _PADDED.match(text)) and _begins_title(text[match.end() :]):
        return _number("padded3" if match.end() == 3 else "padded2", (int(match[0]),), text, match.end())
    if match := _ARABIC.match(text):
        return _number("arabic", (int(match[1]),), text, match.end())
    if match := _ARABIC_PAREN.match(text):
        return _number("arabic_paren", (int(match[1]),), text, match.end())
    if (match := _PLAIN.match(text)) and not _MEASURE.match(text, match.end()):
        return _number("plain", (int(match[1]),), text, match.end())
    return None


def _follows_roman(text: str, marked: bool) -> bool:
    """Tell whether this can stand behind a Roman number; behind a bare one only a blank and a Han character."""
    blank = text[:1].isspace()
    return (blank or _is_han(text)) if marked else (blank and _is_han(text[1:]))


def _begins_title(text: str) -> bool:
    return not text or text[0].isspace() or text[0] in "“《" or _is_han(text)


def _is_han(text: str) -> bool:
    """Tell whether ``text`` begins with a Han character."""
    return "㐀" <= text < "ꀀ"


def _lettered(text: str) -> Number | None:
    if (match := _ROMAN_LIST.match(text)) and _follows_roman(text[match.end() :], marked=bool(match[2])):
        return _number("roman", (numeral(match[1]),), text, match.end())
    if match := _LETTER.match(text):
        return _number("letter", (ord(match[1]) - 64,), text, match.end())
    return None

"""The numbers that a word processor puts before headings and list items, which stand nowhere in the text of the file.

Takes a document's numbering definitions; returns the label of each numbered paragraph in turn. Leaves out how a label
is laid out. ECMA-376 (Office Open XML), Part 1, 17.9.

    level 0 "第%1章" chineseCounting, level 1 "%1.%2" decimal    →  第一章, 1.1, 1.2, 第二章, 2.1
"""

import re
from collections import defaultdict
from typing import NamedTuple
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN += ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLACEHOLDER = re.compile("%([1-9])")
_LETTERS = 26
_CIRCLED = 20


class _Level(NamedTuple):
    start: int
    kind: str
    words: str
    plain: bool  # numbers of the levels above are written in Arabic figures


class Numbering:
    """The counters of a document's lists, as they stand at the paragraph being read."""

    def __init__(self, definitions: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._list_of: dict[str, str] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        if definitions is None:
            return
        for abstract in definitions.iter(f"{W}abstractNum"):
            levels = {int(each.get(f"{W}ilvl", "0")): _level(each) for each in abstract.iter(f"{W}lvl")}
            self._levels[abstract.get(f"{W}abstractNumId", "")] = levels
        for number in definitions.iter(f"{W}num"):
            name, abstract = number.get(f"{W}numId", ""), value(number, "abstractNumId")
            overridden = {int(each.get(f"{W}ilvl", "0")): each for each in number.iter(f"{W}lvlOverride")}
            # A list with levels or a start of its own counts by itself; others go on counting where they are resumed.
            self._list_of[name] = f"own {name}" if overridden else abstract
            if overridden:
                self._levels[f"own {name}"] = self._overridden(abstract, overridden)

    def label(self, number: str, depth: int) -> str:
        """Return the label of the next paragraph of a list at a depth, "" where it has none; "•" for a bullet."""
        held = self._list_of.get(number, "")
        level = self._levels.get(held, {}).get(depth)
        if level is None:
            return ""
        counts = self._counts[held]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if level.kind == "bullet":
            return "•"
        if level.kind == "none":
            return ""
        return _PLACEHOLDER.sub(lambda match: self._count(held, int(match[1]) - 1, level.plain), level.words).strip()

    def _count(self, held: str, depth: int, plain: bool) -> str:
        level = self._levels[held].get(depth)
        if level is None:
            return ""
        return written(self._counts[held].get(depth, level.start), "decimal" if plain else level.kind)

    def _overridden(self, abstract: str, overridden: dict[int, Element]) -> dict[int, _Level]:
        levels = dict(self._levels.get(abstract, {}))
        for depth, each in overridden.items():
            own = each.find(f"{W}lvl")
            level = _level(own) if own is not None else levels.get(depth)
            start = value(each, "startOverride")
            if level is not None:
                levels[depth] = level._replace(start=int(start)) if start else level
        return levels


def value(element: Element, name: str) -> str:
    """Return the value of a property of an element, "" where it has none."""
    found = element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")


def _level(element: Element) -> _Level:
    plain = element.find(f"{W}isLgl") is not None
    return _Level(int(value(element, "start") or 1), value(element, "numFmt"), value(element, "lvlText"), plain)


def written(count: int, kind: str) -> str:
    """Write a count as a kind of number (ST_NumberFormat) says; kinds not known here are written in Arabic figures."""
    if count < 1:
        return str(count)
    if kind in ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"):
        return _chinese(count)
    if kind in ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"):
        return "".join(_DIGITS[int(digit)] for digit in str(count)).replace("零", "〇")
    if kind in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("upperRoman", "lowerRoman"):
        return _roman(count).upper() if kind == "upperRoman" else _roman(count)
    if kind.startswith("decimalEnclosedCircle") and count <= _CIRCLED:
        return chr(ord("①") + count - 1)
    return str(count)


def _chinese(count: int) -> str:
    if count >= 10 * _PLACES[0][0]:
        return str(count)
    words, gap = "", False
    for place, name in _PLACES:
        digit, count = divmod(count, place)
        if digit:
            words += ("零" if gap else "") + _DIGITS[digit] + name
            gap = False
        else:
            gap = bool(words)
    words += ("零" if gap and count else "") + (_DIGITS[count] if count else "")
    return words.removeprefix("一") if words.startswith("一十") else words


def _roman(count: int) -> str:
    words = ""
    for amount, letters in _ROMAN:
        times, count = divmod(count, amount)
        words += letters * times
    return words

"""Fold a text to the form that counting and matching use, with a map back to the text as written.

Takes any text; returns half-width, lower-case, simplified text. Folding works character by character and knows no
context, so a query folds exactly like the text it is looked up in, and folding twice is folding once. It leaves
alone: curly quotes, 〇, … and superscripts (a footnote mark must not become part of a figure); white space stays.

    fold("ＡＩ專利７８.４％，㎡").text == "ai专利78.4%,m2"
"""

import unicodedata
from array import array
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kwaicompare.model.span import Span
from kwaicompare.text.scanning import characters, exchanged

# Decompositions that only say how a character is drawn; superscripts, fractions and Arabic shapes say more.
_WIDTH_FORMS = (
    "<wide>",
    "<narrow>",
    "<square>",
    "<circle>",
    "<font>",
    "<noBreak>",
    "<small>",
    "<vertical>",
    "<compat>",
)
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")
_KEPT = frozenset("…‥")
_ALIKE = {"〜": "~", "‐": "-", "‑": "-", "−": "-", "²": "2", "³": "3", "ς": "σ"}
# Characters of GB 2312 that are nevertheless traditional or variant forms: every other Han character of that set is
# plain simplified use, and a text of such characters never needs OpenCC.
_TRADITIONAL_IN_GB2312 = frozenset("乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. ``origins[i]`` is where character i comes from, None where both texts run in step."""

    text: str
    length: int
    origins: array | None = None

    def start(self, index: int) -> int:
        """Return where folded character ``index`` begins in the original (its length at the end)."""
        if self.origins is None:
            return index
        return self.origins[index] if index < len(self.origins) else self.length

    def span(self, start: int, end: int) -> Span:
        """Return the span of the original that ``text[start:end]`` comes from."""
        if self.origins is None:
            return Span(start, end)
        first = self.start(start)
        return Span(first, max(first, self.origins[end - 1] + 1) if end > start else first)


def fold(text: str) -> Folded:
    """Fold ``text``: half width, lower case, simplified."""
    if text.isascii():
        return Folded(text.lower(), len(text))
    changed = {char: folded for char in characters(text) if (folded := fold_character(char)) != char}
    result = exchanged(text, changed)
    if all(len(folded) == 1 for folded in changed.values()):
        return Folded(result, len(text))
    return Folded(result, len(text), _origins(text, changed))


@lru_cache(maxsize=1 << 16)
def fold_character(char: str) -> str:
    """Fold one character; the result may be empty (invisible characters) or longer (㎡)."""
    folded = _fold_once(char)
    while (again := "".join(map(_fold_once, folded))) != folded:
        folded = again
    return folded


def _fold_once(char: str) -> str:
    if char in _INVISIBLE:
        return ""
    if char in _ALIKE:
        return _ALIKE[char]
    char = _half_width(char).lower()
    return "".join(map(simplified, char))


def _half_width(char: str) -> str:
    decomposition = unicodedata.decomposition(char)
    if not decomposition or char in _KEPT:
        return char
    if decomposition.startswith("<") and not decomposition.startswith(_WIDTH_FORMS):
        return char
    normal = unicodedata.normalize("NFKC", char)
    # Spacing accents would fall apart into a space and a combining mark.
    return char if len(normal) > 1 and normal.startswith(" ") else normal


def simplified(char: str) -> str:
    """Return the simplified form of one character; any other than a traditional Han character is its own."""
    if not _is_han(char) or (_in_gb2312(char) and char not in _TRADITIONAL_IN_GB2312):
        return char
    return _opencc().convert(char)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U000323af"


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _opencc() -> Any:  # opencc ships no types
    import opencc

    return opencc.OpenCC("t2s")


def _origins(text: str, changed: dict[str, str]) -> array:
    resized = {char: len(folded) for char, folded in changed.items() if len(folded) != 1}
    origins = array("L")
    for index, char in enumerate(text):
        size = resized.get(char, 1)
        if size == 1:
            origins.append(index)
        else:
            origins.extend([index] * size)
    return origins

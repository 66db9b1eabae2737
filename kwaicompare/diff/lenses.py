"""Lenses: kinds of difference that an editor may hide, each one counted and listed.

Takes a set of lenses; folds what is compared, never what is shown, and tells afterwards which lenses a place needed.
Leaves out the comparison itself and all wording.

    space        可灵 AI = 可灵AI               case      kling = Kling
    punctuation  “甲” = 「甲」, —— = —, ， = ,   script    專利 = 专利
    width        ＡＩ = AI, ， = ,               numbers   二〇二二 = 2022, 1.4万 = 14000, 百分之二十 = 20%

A lens hides how something is written, never that it is there: a comma that became a full stop is a difference under
every lens.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple

from kwaicompare.model.edit import LENSES, Edit, Lens, Passage
from kwaicompare.text.normalize import simplified
from kwaicompare.text.numerals import ARABIC, DIGIT, EXACT, SCALE, read

_STYLES = {
    '"': "“”„‟〝〞「」『』‘’‚‛'＂＇",
    "-": "—―–－─‒‐‑−~～〜∼",
    "(": "（〔［【〖｛{[",
    ")": "）〕］】〗｝}]",
    "《": "〈«＜<",
    "》": "〉»＞>",
    ",": "，﹐",
    ".": "。．｡",
    ";": "；",
    ":": "：∶",
    "!": "！",
    "?": "？",
    "、": "､",
    "·": "•・‧∙･",
    "…": "‥⋯",
}
_STYLE = str.maketrans({mark: plain for plain, marks in _STYLES.items() for mark in marks})
_REPEATED = re.compile(r"-{2,}|…+|\.{3,}|·{3,}")
_NUMERAL = re.compile(
    rf"(?P<percent>百分之)?(?P<number>(?:{ARABIC}|[{DIGIT}{SCALE}廿卅])+(?:点[{DIGIT}]+[万亿]*)?)", re.ASCII
)


class IgnoredPlace(NamedTuple):
    """A difference that lenses hid: the passage's place in the comparison, and the edit."""

    passage: int
    edit: Edit


def ignored_places(passages: Iterable[Passage]) -> list[IgnoredPlace]:
    """List every difference that lenses hid, in the order of the passages."""
    return [
        IgnoredPlace(at, edit) for at, passage in enumerate(passages) for edit in passage.edits if edit.lenses
    ]  # fmt: skip


def ignored_counts(passages: Iterable[Passage]) -> dict[Lens, int]:
    """Count for each lens that hid something the places that would show without it; one place may need several."""
    counts = Counter(lens for place in ignored_places(passages) for lens in place.edit.lenses)
    return {lens: counts[lens] for lens in LENSES if counts[lens]}


class Folding:
    """Folds text under some lenses and remembers the words it has folded."""

    def __init__(self, lenses: frozenset[Lens]) -> None:
        self.lenses: tuple[Lens, ...] = tuple(lens for lens in LENSES if lens in lenses)
        self.space = "space" in self.lenses
        self._words: tuple[Lens, ...] = tuple(lens for lens in self.lenses if lens != "space")
        self._known: dict[str, str] = {}

    def keys(self, words: Iterable[str]) -> list[str]:
        """Fold words, white space around them left to the caller."""
        if not self._words:
            return list(words)
        known = self._known
        return [known[word] if word in known else self._key(word) for word in words]

    def text(self, text: str) -> str:
        """Fold a whole passage."""
        return _folded(text, self.lenses)

    def needed(self, a: str, b: str) -> tuple[Lens, ...] | None:
        """Return the lenses that it takes to make ``a`` and ``b`` equal, none if they are; None if they differ."""
        if a == b:
            return ()
        if self.text(a) != self.text(b):
            return None
        needed = self.lenses
        for lens in self.lenses:
            rest: tuple[Lens, ...] = tuple(other for other in needed if other != lens)
            if _folded(a, rest) == _folded(b, rest):
                needed = rest
        return needed

    def _key(self, word: str) -> str:
        self._known[word] = key = _folded(word, self._words)
        return key


def _folded(text: str, lenses: Iterable[Lens]) -> str:
    for lens in lenses:
        text = _FOLDS[lens](text)
    return text


class _Table(dict[int, str]):
    """A translation table that learns each character when it is first met."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold

    def __missing__(self, code: int) -> str:
        self[code] = folded = self._fold(chr(code))
        return folded


def _without_blanks(text: str) -> str:
    return "".join(text.split())


def _plain_marks(text: str) -> str:
    return _REPEATED.sub(_once, text.translate(_STYLE))


def _once(repeated: re.Match[str]) -> str:
    return "…" if repeated[0][0] in "….·" else "-"


def _half_width(char: str) -> str:
    written_wide = unicodedata.decomposition(char).startswith(("<wide>", "<narrow>"))
    return unicodedata.normalize("NFKC", char) if written_wide else char


def _values(text: str) -> str:
    return _NUMERAL.sub(_value, text)


def _value(match: re.Match[str]) -> str:
    written = match["number"]
    numeral = None if written[0] == "0" and written[1:2].isdigit() else read(written)
    if numeral is None:
        return match[0]
    low, high = _plain(numeral.low), _plain(numeral.high) if numeral.high is not None else ""
    return (low if low == high else f"{low}~{high}") + ("%" if match["percent"] else "")


def _plain(value: Decimal) -> str:
    return f"{value.normalize(EXACT):f}"


_FOLDS: dict[Lens, Callable[[str], str]] = {
    "space": _without_blanks,
    "punctuation": _plain_marks,
    "width": lambda text: text.translate(_WIDTHS),
    "case": str.lower,
    "script": lambda text: text.translate(_SCRIPTS),
    "numbers": _values,
}
_WIDTHS = _Table(_half_width)
_SCRIPTS = _Table(simplified)

"""A reading view of a text: what the figure grammar matches on, with the way back to the source.

Takes plain text; returns it with full-width forms folded, the few traditional characters of numerals and units
simplified, and everything that may stand inside a figure without meaning taken out: emphasis marks, tags, spaces beside
Chinese characters, a line break between qualifier, numeral and unit. Nothing else of the text is touched.

    "近 **1.4** 万\n件"  → "近1.4万件"
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from kwaicompare.progress import Progress, silent
from kwaicompare.text.scanning import characters, exchanged, matches

_FOLD = {chr(0xFF01 + place): chr(0x21 + place) for place in range(94) if chr(0x21 + place) not in ",!?:;()[]{}"}
_FOLD |= zip("萬億個點兩陸貳參對條項處級種類噸畝鐘幣〜−", "万亿个点两陆贰叁对条项处级种类吨亩钟币~-", strict=True)
_FOLD |= dict.fromkeys("\xa0\u3000\u2009\u202f\u2002\u2003", " ") | {"～": "~"}

_PIECES = 20_000  # between two reports of progress
_CJK = "\u3007\u3400-\u9fff"
_WIDE = "\u3001-\u303f\u3400-\u9fff\uff00-\uffef"
_NOISE = re.compile(
    r"(?=[*_ \n<，\u200b\u200c\u200d\ufeff\u00ad])(?:"  # all begin with one of these: one look spares seven
    rf"(?<=[0-9{_CJK}])(?<![。！？；：])[*_ ]*\n(?=[*_ ]*(?:万|亿|%|余|多|以上|左右|个百分点))"
    r"|(?<=[超近约达逾])[*_ ]*\n[ \n]{0,6}(?=[*_ ]*[0-9])"
    rf"|(?<=[{_WIDE}])(?:[ *]|</?(?:b|strong|em|i|span|u|mark)\b[^<>\n]{{0,80}}>)+"
    rf"|(?<![ *])[ *]+(?=[{_WIDE}])"
    r"|\*+|</?(?:b|strong|em|i|span|u|mark)\b[^<>\n]{0,80}>"
    r"|[\u200b\u200c\u200d\ufeff\u00ad]+"
    r"|(?<=[0-9])，(?=[0-9]{3}(?![0-9])))",
)


@dataclass(frozen=True, slots=True)
class View:
    """The text to match on; ``starts``/``shifts`` say how far each piece lies behind its source."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def source(self, position: int) -> int:
        """Return the source offset of the character at ``position``."""
        return position + self.shifts[bisect_right(self.starts, position) - 1]

    def source_end(self, position: int) -> int:
        """Return the source offset just behind the character before ``position``."""
        return self.source(position - 1) + 1 if position else 0

    def position(self, source: int) -> int:
        """Return the position of the first character at or after the source offset ``source``."""
        low, high = 0, len(self.starts)
        while high - low > 1:
            middle = (low + high) // 2
            if self.starts[middle] + self.shifts[middle] <= source:
                low = middle
            else:
                high = middle
        following = self.starts[low + 1] if low + 1 < len(self.starts) else len(self.text)
        return min(max(0, source - self.shifts[low]), following)


def reading_view(text: str, progress: Progress = silent) -> View:
    """Fold ``text`` and take out what is noise to the figure grammar."""
    folded = exchanged(text, {char: _FOLD[char] for char in characters(text) & _FOLD.keys()})
    pieces: list[str] = []
    starts, shifts = [0], [0]
    at = length = 0
    for match in matches(_NOISE, folded):
        start, end = match.span()
        if len(starts) % _PIECES == 0:
            progress("metrics", start / len(text))
        pieces.append(folded[at:start])
        length += start - at
        if folded[start] == "，":
            pieces.append(",")
            length, at = length + 1, end
            continue
        at = end
        starts.append(length)
        shifts.append(end - length)
    pieces.append(folded[at:])
    return View("".join(pieces), tuple(starts), tuple(shifts))

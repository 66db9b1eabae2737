"""What speaks for and against a row being a heading, as weights that add up.

Takes rows, their numbers and what is known of the document; returns a weight per row: 3 or more is a heading. Numbers
count by their series: consecutive values with text between them are headings, one right below the other they are a
list. Leaves out titles of several rows, and the nesting.

    "一、总体情况" (of a series, text below) → 5.5; "（一）扶贫；" (next row is "（二）…") → below 0
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kwaicompare.structure.contents import role_of
from kwaicompare.structure.numbering import Number
from kwaicompare.structure.rows import Row, is_english_title, is_latin

THRESHOLD = 3.0
_FAMILY = {
    "part": 3.0, "chapter": 3.0, "section": 3.0, "appendix": 3.0, "item": 1.5, "roman": 1.5, "cn": 2.0, "decimal": 1.5,
    "padded2": 1.5, "padded3": 1.5, "plain": 0.5, "cn_paren": 1.0, "arabic": 1.0, "arabic_paren": 0.5, "letter": 0.5,
    "circled": 0.0,
}  # fmt: skip
_LISTED = frozenset({"cn", "cn_paren", "arabic", "arabic_paren", "circled", "letter", "decimal", "roman", "plain"})
_MINOR = frozenset({"arabic", "arabic_paren", "circled", "letter", "plain"})
_ENDS = "。！？；;，,、!?…"
_ABOVE_TITLE = frozenset({"part", "chapter", "section", "padded2", "padded3"})
_MARK = 3.0
_ARTICLE = 5.0
_REFUSED = -9.0
_REFERENCE = "、，,至到和或及规第的款项与之所中"


@dataclass(slots=True)
class Series:
    """Rows of one number family with consecutive values. ``dense``: most stand right below one another: a list."""

    members: list[int]
    dense: bool = False


def find_series(numbers: Sequence[Number | None]) -> dict[int, Series]:
    """Return the series each numbered row belongs to."""
    belongs: dict[int, Series] = {}
    current: dict[tuple, tuple[int, Series]] = {}
    for index, number in enumerate(numbers):
        if number is None or not number.value:
            continue
        key = (number.family, number.value[:-1] if number.family == "decimal" else ())
        value = number.value[-1] if number.family == "decimal" else number.value[0]
        last, series = current.get(key, (-1, None))
        if series is None or not last <= value <= last + 2 or (value == last and number.family != "article"):
            series = Series([])
        series.members.append(index)
        belongs[index] = series
        current[key] = (value, series)
    for series in {id(series): series for series in belongs.values()}.values():
        steps = list(pairwise(series.members))
        series.dense = bool(steps) and 2 * sum(b == a + 1 for a, b in steps) > len(steps)
    return belongs


def _is_translation(row: Row, below: Row) -> bool:
    """Tell whether the row below is likely this title in English: a title of some length, and so is the English."""
    return row.length >= 6 and below.text.count(" ") >= 3 and is_english_title(below) and not is_latin(row.text)


@dataclass(slots=True)
class Weigher:
    """Weighs the rows of one document. ``witnessed``: a contents table already named the titles it lists."""

    rows: list[Row]
    numbers: Sequence[Number | None]
    series: dict[int, Series]
    witnessed: bool

    def weigh(self, index: int) -> float:
        """Return the weight of row ``index``."""
        row, number = self.rows[index], self.numbers[index]
        if row.role == "table":
            return _REFUSED
        if number is not None and number.family == "article":
            return _ARTICLE if self._begins_article(index, number) else _REFUSED
        weight = self._typography(row) + self._wording(row, number)
        if number is not None:
            weight += self._numbering(index, number)
        return weight + self._position(index)

    def _begins_article(self, index: int, number: Number) -> bool:
        """Tell an article's beginning from a sentence that begins with a reference to one."""
        text = self.rows[index].text
        follow = text[len(number.printed) : len(number.printed) + 1]
        if follow and follow in _REFERENCE:
            return False
        return len(self.series[index].members) > 1 or number.value[0] == 1

    def _typography(self, row: Row) -> float:
        weight = _MARK if row.level is not None else 0.0
        weight += 1.0 if row.bold and row.level is None else 0.0
        weight -= 2.0 if row.role == "list" and not row.text[:1].isdigit() else 0.0
        weight += 1.0 if row.two_parts else 0.0
        return weight + (1.0 if row.indented and row.level is None else 0.0)

    def _wording(self, row: Row, number: Number | None) -> float:
        weight = 1.0 if row.length <= 30 else 0.0 if row.length <= 50 else -2.0 if row.length <= 80 else -6.0
        last = row.text[-1:]
        if last in ("：", ":"):
            weight += 0.5 if number is not None else -1.5
        elif last in _ENDS or (last == "." and not is_latin(row.text[-4:])):
            weight -= 1.0 if number is not None and last == "。" and row.length <= 50 else 3.0
        if "。" in row.text[:-1]:
            weight -= 3.0
        if role_of(row.text if number is None or number.lone else number.rest):
            weight += 3.0
        if not any(sign.isalpha() for sign in row.text):
            weight -= 3.0
        return weight

    def _numbering(self, index: int, number: Number) -> float:
        weight = _FAMILY[number.family]
        series = self.series.get(index)
        if series is None or (len(series.members) == 1 and number.value[-1] != 1):
            return weight - (1.0 if number.family in _LISTED else 0.0)
        weight += 1.0 if len(series.members) > 1 else 0.0
        if number.family in _LISTED and len(series.members) > 1:
            weight += -4.0 if series.dense else 1.5
        if number.family in _MINOR and self.rows[index].level is None and not self.has_prose(index):
            weight -= 4.0
        return weight

    def _position(self, index: int) -> float:
        row = self.rows[index]
        weight = 0.5 if row.before and row.after else 0.0
        below = self.rows[index + 1] if index + 1 < len(self.rows) else None
        if below is not None and below.prose:
            weight += 0.5
        if below is not None and _is_translation(row, below):
            weight += 1.5
        if index and self._follows_number(index):
            weight += 2.5
        if self.witnessed and self.numbers[index] is None and row.level is None:
            weight -= 1.0
        return weight

    def _follows_number(self, index: int) -> bool:
        above = self.numbers[index - 1]
        return above is not None and above.lone and above.family in _ABOVE_TITLE and self.numbers[index] is None

    def has_prose(self, index: int) -> bool:
        """Tell whether running text follows before the next marked or equally numbered row."""
        own = self.numbers[index]
        for below in range(index + 1, min(index + 12, len(self.rows))):
            row, number = self.rows[below], self.numbers[below]
            if row.level is not None or (own and number and number.family == own.family):
                return False
            if row.role == "list":
                return False
            if row.prose:
                return True
        return False

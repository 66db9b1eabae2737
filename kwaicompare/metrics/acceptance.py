"""Which numerals with all that belongs to them are figures: no years, enumerations, periods, bare numbers.

Takes a complete figure and the text it stands in; says whether it is one. What can be told from the letters alone is
told earlier, in `exclusions`.

    5年 (a duration) yes, 2021年 and 近5年来 no      三名 yes, 三大能力 no      "PUE为1.57" yes, "4.0 时代" no
"""

import re

from kwaicompare.metrics.figure import Figure
from kwaicompare.metrics.units import NO_UNIT
from kwaicompare.text.numerals import DIGIT, LARGE, SCALE

YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SCALED = re.compile(rf"[{SCALE}]")
_STATED = re.compile(r"(?:为|是|达|达到|至|到|有|共|共计|合计|计|总计|值|率|量|数|:|=|于) ?$")
_REFERENCE = re.compile(r"来(?!自)|前(?![列茅])|后|间|之前|之后|以来|之际|代|级|龄|轻|周年|规划|计划|行动")
_REFERENCE_BEFORE = re.compile(r"(?:近|过去|未来|最近|今后|前|后|每隔?|上|下|这|往后|此后|十四|十三)的?$")
_LASTING = re.compile(r"的?时间|的(?:建设|努力|发展|历史|研发)")
_LASTED = re.compile(r"历时|长达|达|用时|耗时|持续|经过$")
_STATED_LENGTH = frozenset("为期满达共续")
_CALENDAR = {"年", "日", "天", "周", "个月", "个季度", "个星期"}
_ONE_ENUMERATES = {"count", "time", "angle", "multiple", "data", "volume"}
_ONE_ENUMERATES_UNITS = {"角", "块", "毛", "里", "两", "桶"}
_MARKS = 8
_HEADER_MARKS = frozenset(("", ":", "：", "(", "（", "/", "位", "|", "\n"))


def is_figure(text: str, figure: Figure) -> bool:
    """Tell a figure from a year, an ordinal, a period, an enumeration and a bare number."""
    written, unit = figure.written, figure.unit
    if set(written) <= set(SCALE) and written[0] != "十" and not figure.qualifier and not _amount(text, figure):
        return False
    if len(written) > 15 and unit is NO_UNIT:
        return False
    if unit.quantity == "time" and unit.name in _CALENDAR and not _is_duration(text, figure):
        return False
    if unit is NO_UNIT:
        return figure.bare or _is_stated(text, figure)
    return not (written[0] in DIGIT and _enumerates(figure))


def _amount(text: str, figure: Figure) -> bool:
    """Tell a round sum of money (达百万元) from the unit that a table's header names (单位：百万元)."""
    round_sum = figure.unit.quantity == "money" and len(figure.written) > 1 and figure.written[0] in "百千"
    return round_sum and text[max(0, figure.start - 1) : figure.start] not in _HEADER_MARKS


def _is_duration(text: str, figure: Figure) -> bool:
    name, written = figure.unit.name, figure.written
    before = text[max(0, figure.start - 3) : figure.start]
    if name == "年" and (YEAR.fullmatch(written) or (len(written) == 4 and set(written) <= set(DIGIT))):
        return False
    if name == "日":
        return text[figure.end : figure.end + 1] in ("内", "以", "前", "后", "之") and before[-1:] != "月"
    if _REFERENCE_BEFORE.search(before):
        return False
    if figure.qualifier == "近" and not _LASTING.match(text, figure.end):
        return bool(_LASTED.search(before))
    if figure.qualifier in ("", "近"):
        round_number = written in ("一", "十") and before[-1:] not in _STATED_LENGTH
        return _REFERENCE.match(text, figure.end) is None and not round_number
    return True


def _enumerates(figure: Figure) -> bool:
    """Tell whether a figure in characters merely lists (一个, 三大, 四项); larger ones measure."""
    if len(figure.written) > 1 or figure.qualifier:
        return False
    if figure.written == "一":
        return figure.unit.quantity in _ONE_ENUMERATES or figure.unit.name in _ONE_ENUMERATES_UNITS
    return figure.unit.quantity == "count" and not figure.unit.small


def _is_stated(text: str, figure: Figure) -> bool:
    """Tell whether a number without a unit is stated as a value: scaled, qualified, or behind 为, 达, 率 …"""
    written = figure.written
    if written[0] in DIGIT + SCALE:
        return (bool(figure.qualifier) and (len(written) > 1 or written in SCALE)) or (
            len(written) > 1 and written[-1] in LARGE
        )
    if figure.qualifier or _SCALED.search(written):
        return not YEAR.fullmatch(written) or figure.qualifier not in ("", "近", "到")
    following = text[figure.end : figure.end + 2]
    if YEAR.fullmatch(written) or following[1:2].isdigit() or following.strip()[:1].isalpha():
        return False
    return bool(_STATED.search(text, max(0, figure.start - 3), figure.start))


def stands_alone(text: str, figure: Figure) -> bool:
    """Tell whether a line holds nothing but the figure and a mark or two."""
    before = text[max(0, figure.start - _MARKS) : figure.start].rpartition("\n")
    after = text[figure.end : figure.end + _MARKS].partition("\n")
    opens = bool(before[1]) or figure.start <= _MARKS
    closes = bool(after[1]) or figure.end + _MARKS >= len(text)
    return opens and closes and not (before[2] + after[0]).strip(" >·•●")

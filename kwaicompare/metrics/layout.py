"""What the layout says of a figure: the gloss beside a call-out number, the header of a table cell.

Takes the view text and a figure; returns the words that name it although they do not stand in its sentence. A bare
number (without unit, scale or qualifier) counts as a figure only where the layout vouches for it.

    "7321" / "" / "共申请7321件专利" → gloss 共申请7321件专利
    "销售额（万元）\\t…" over "530" → header 销售额（万元）
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kwaicompare.metrics.figure import Figure
from kwaicompare.metrics.units import unit_at
from kwaicompare.model.metric import Bounds
from kwaicompare.text.numerals import EXACT, read

_HAN_RUN = re.compile(r"([\u4e00-\u9fff]+)")
_DIGIT = re.compile(r"[0-9]")
_MOST_UNITS, _LONGEST_UNIT = 4, 4
_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z]{2}")
_ORDER_HEADER = re.compile(r"序号|编号|年份|年度|页码|排名|名次|No\.?|年$|月份|日期|电话|代码", re.IGNORECASE)
_HEADER_UNIT = re.compile(r"[（(](?:单位[:：]?)?(?P<scale>[十百千万亿]*)(?P<unit>[^（()）]{0,8})[）)]")
_HEADER_BOUND = re.compile(r"(?P<least>超过?|突破|逾)$|(?P<most>近|不足|不到)$")
_ROWS_UP = 40
_SHORT, _LONGEST = 60, 1000
_FAR = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """The header over a cell and the label of its row."""

    header: str
    label: str


def gloss_of(text: str, figure: Figure) -> str:
    """Return the line that explains a number standing alone on its line; "" where it does not stand alone."""
    start, end = _line(text, figure.start)
    if end - start > _SHORT or not _numbers_only(text[start:end]):
        return ""
    rank = len(re.findall(r"[0-9][0-9,.]*", text[start : figure.number]))
    following = _lines_after(text, end)
    if not following:
        return _line_before(text, start)
    gloss = following[min(rank, len(following) - 1)]
    return gloss if not _numbers_only(gloss) else _line_before(text, start)


def _numbers_only(line: str) -> bool:
    """Tell whether a line has up to four numbers and nothing but a short unit behind each."""
    parts = _HAN_RUN.split(line)
    units, between = parts[1::2], parts[:-1:2] or parts
    short = len(units) <= _MOST_UNITS and all(len(unit) <= _LONGEST_UNIT for unit in units)
    return short and all(_DIGIT.search(each) for each in between)


def _line(text: str, position: int) -> tuple[int, int]:
    """Return the line around ``position``, cut off where it is longer than any row of a table."""
    low, high = max(0, position - _LONGEST), min(len(text), position + _LONGEST)
    end = text.find("\n", position, high)
    start = text.rfind("\n", low, position) + 1
    return (start or low), high if end < 0 else end


def _lines_after(text: str, end: int) -> list[str]:
    """Return the next block of short lines with words, after at most a few blank ones."""
    found: list[str] = []
    at, skipped = end + 1, 0
    while at < len(text) and len(found) < 4:
        start, stop = _line(text, at)
        line = text[start:stop].strip(" >#*●◎-")
        at = stop + 1
        if not line:
            skipped += 1
            if found or skipped > _FAR:
                break
        elif len(line) > _SHORT or not _WORDS.search(line):
            break
        else:
            found.append(line)
    return found


def _line_before(text: str, start: int) -> str:
    for _ in range(_FAR):
        if start <= 1:
            return ""
        first, last = _line(text, start - 2) if text[start - 1] == "\n" else (start, start)
        line = text[first:last].strip(" >#*●◎-")
        if line:
            return line if len(line) <= _SHORT and _WORDS.search(line) and not _numbers_only(line) else ""
        start = first
    return ""


def restated_beside(text: str, figure: Figure) -> bool:
    """Tell whether the lines around a lone number say it again, in words."""
    start, end = _line(text, figure.start)
    beside = text[max(0, start - 120) : start] + "\n" + text[end : end + 120]
    return re.search(rf"(?<![0-9.,]){re.escape(figure.written)}(?![0-9.,])", beside) is not None


def cell_of(text: str, figure: Figure) -> Cell | None:
    """Return header and label of the table cell a figure stands in; None outside tables."""
    start, end = _line(text, figure.start)
    row = text[start:end]
    if len(row) >= _LONGEST:
        return None
    mark = "\t" if "\t" in row else "|" if row.count("|") >= 2 else ""
    if not mark:
        return None
    column = row[: figure.start - start].count(mark)
    cells = row.split(mark)
    label = next((each.strip() for each in cells if _WORDS.search(each) and not each.strip()[:1].isdigit()), "")
    header = ""
    for _ in range(_ROWS_UP):
        if start == 0:
            break
        start, end = _line(text, start - 1)
        above = text[start:end]
        if mark not in above:
            break
        over = above.split(mark)
        name = over[column].strip(" *") if column < len(over) else ""
        if _WORDS.search(name) and not name[0].isdigit():
            header = name
            if not any(each.strip()[:1].isdigit() for each in over):
                break
    return Cell(header, label)


def vouched(text: str, figure: Figure, cell: Cell | None, in_callout: bool) -> bool:
    """Tell whether the layout makes a bare number a figure."""
    if cell is not None:
        return bool(cell.header) and not _ORDER_HEADER.search(cell.header)
    return in_callout or (len(figure.written) > 1 and restated_beside(text, figure))


def under_header(figure: Figure, cell: Cell) -> Figure:
    """Apply the unit, scale and bound that a header states: 销售额（万元）, 购买超过."""
    match = _HEADER_UNIT.search(cell.header)
    if match and figure.unit.name == "" and (match["scale"] or match["unit"]):
        scaled = read(match["scale"]) if match["scale"] else None
        scale = scaled.low if scaled else Decimal(1)
        found = unit_at(match["unit"], 0)
        figure = replace(
            figure,
            bounds=Bounds(_times(figure.bounds.low, scale), _times(figure.bounds.high, scale)),
            step=figure.step * scale,
            unit=found[0] if found else figure.unit,
            written_unit=match["scale"] + match["unit"],
        )
    bound = _HEADER_BOUND.search(cell.header)
    if bound and not figure.qualifier:
        low, high = figure.bounds.low, figure.bounds.high
        bounds = Bounds(low, None) if bound["least"] else Bounds(None, high)
        figure = replace(figure, qualifier=bound[0], bounds=bounds)
    return figure


def _times(value: Decimal | None, scale: Decimal) -> Decimal | None:
    return None if value is None else EXACT.multiply(value, scale)

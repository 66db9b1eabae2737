"""The grammar of figures: qualifier, numeral, scale, unit, range, share, rank, in Chinese and English text.

Takes the text of a reading view; yields raw figures in order, each with bounds and unit. What a figure measures, and
whether it is a change, is decided later (`context`, `indicators`). One pass: a pattern finds numerals and steps over
what is none (`exclusions`); units and what stands around are looked up where the numeral ends.

    "近8000件" → at most 8000 件      "15%~30%" → 15 to 30 %      "数十万台" → at least 100000 台
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kwaicompare.metrics import english, special_forms
from kwaicompare.metrics.acceptance import YEAR, is_figure, stands_alone
from kwaicompare.metrics.exclusions import BEGINNING, NO_FIGURE
from kwaicompare.metrics.figure import Figure
from kwaicompare.metrics.qualifiers import qualify
from kwaicompare.metrics.units import KILOWATT_HOUR, NO_UNIT, RATIO, Unit, lexicon, unit_at
from kwaicompare.model.metric import Bounds
from kwaicompare.text.numerals import ARABIC, DIGIT, EXACT, SCALE, Numeral, read

_S = "(?:[十百万亿拾佰仟]|千(?!米|克|瓦|卡|伏|帕|赫|焦|字节|比特)|兆(?![字比赫瓦]))"
_D = rf"[{DIGIT}]"
_COUNTED = "人件指总分基函系参岁"
_ARABIC_NUMERAL = rf"(?<![0-9.]){ARABIC}(?:{_S}+(?:{ARABIC}{_S}+){{0,2}})?(?:[余多几]{_S}+)?"
_CHINESE_NUMERAL = (
    rf"(?:(?<![{_COUNTED}])[数几](?={_S})|{_D}|{_S}|[廿卅])(?:{_D}|{_S}|[廿卅])*+"
    rf"(?:[余多几](?={_S}){_S}+)?(?:点{_D}+[万亿]*)?"
)
_NUMERAL = rf"(?:{_ARABIC_NUMERAL}|{_CHINESE_NUMERAL})"
_MASTER = re.compile(
    rf"{BEGINNING}(?:(?P<skip>{NO_FIGURE})|{special_forms.FRACTION}|{special_forms.RANK}|{special_forms.HALF}"
    rf"|{special_forms.FOLD}"
    rf"|{special_forms.TURN}|{english.ENGLISH}|(?P<number>{_NUMERAL}))"
)
_MORE = re.compile(r"[余多](?=[^元样语模媒方维])|几(?=[个名家件项条台人年岁])|来(?=[个名家件项条台人年岁])|\+(?![0-9])")
_RANGE = re.compile(r" ?(?:[~–—-]{1,2}|至|到| to ) ?")
_ONE_NUMERAL = re.compile(_NUMERAL)
_AND = frozenset("和、与及或")
_SCALED = re.compile(rf"[{SCALE}]")
_LETTER_SCALE = re.compile(r" ?(?:(?P<k>[kK])(?=个|次|人|元|条|$)|(?P<b>B)(?= ?(?:参数|模型|规模|[Tt]okens?)))")
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12}


def find_figures(text: str) -> Iterator[Figure]:
    """Yield the figures of ``text`` in order, none overlapping."""
    at = floor = 0
    while (match := _MASTER.search(text, at)) is not None:
        at = max(match.end(), at + 1)
        figure = None if match["skip"] is not None else _read(text, match, floor)
        if figure is not None:
            yield figure
            at = floor = max(figure.end, at)
        elif match["front"] is not None or match["fold"] is not None:
            at = match.start() + 1


def _read(text: str, match: re.Match[str], floor: int) -> Figure | None:
    if match["number"] is not None:
        return _number(text, match, floor)
    if match["words"] is not None or match["mixed"] is not None:
        return _words(text, match, floor)
    if match["fraction"] is not None:
        figure = special_forms.fraction(match)
    elif match["fold"] is not None:
        figure = special_forms.fold(text, match)
        if figure is None:  # 三成立 is no tenth, 3成 may still begin a number
            return None
    elif match["half"] is not None:
        figure = special_forms.half(match)
    elif match["turn"] is not None:
        figure = special_forms.turns(match)
    else:
        return special_forms.rank(text, match)
    return qualify(text, figure, floor) if figure else None


def _number(text: str, match: re.Match[str], floor: int) -> Figure | None:
    start, end = match.span()
    if end - start == 1 and text[start] in DIGIT and _hopeless(text, start, end):
        return None
    before = text[start - 1 : start]
    if before.isascii() and before.isalpha() and not english.starts_money(text, start):
        return None
    end, liang = _trailing_liang(text, start, end)
    numeral = read(text[start:end])
    if numeral is None or _leading_zero(text[start:end]):
        return None
    return _measure(text, start, end, numeral, floor, fixed=lexicon().chinese["两"] if liang else None)


def _hopeless(text: str, start: int, end: int) -> bool:
    following = text[end : end + 1]
    return text[start] in "零〇○" or (following not in lexicon().initials and following not in ("至", "到", "~", "-"))


def _leading_zero(written: str) -> bool:
    return len(written) > 1 and written[0] == "0" and written[1] != "."


def _trailing_liang(text: str, start: int, end: int) -> tuple[int, bool]:
    """Give 两 at the end of a numeral back to the unit: 三十两 is thirty 两, 一两个 stays a range."""
    if end - start > 1 and text[end - 1] == "两" and text[end : end + 1] not in lexicon().initials - {"重"}:
        return end - 1, True
    return end, False


def _words(text: str, match: re.Match[str], floor: int) -> Figure | None:
    found = english.number_words(match)
    if found is None:
        return None
    figure = _measure(text, match.start(), match.end(), found[0], floor, fixed=None, ratio=found[1])
    spelled_scale = figure is not None and match["words"] and figure.bounds.low and figure.bounds.low >= 100
    if figure is None or (figure.unit is NO_UNIT and not (spelled_scale and figure.qualifier)):
        return None
    return figure


def _measure(
    text: str, start: int, end: int, numeral: Numeral, floor: int, fixed: Unit | None, ratio: Unit | None = None
) -> Figure | None:
    """Complete a numeral with scale letters, 余, range, unit and what stands around."""
    written = text[start:end]
    numeral, end = _scale(text, start, end, numeral)
    more = _MORE.match(text, end)
    if more:
        end = more.end()
        numeral = numeral if more[0] == "来" else Numeral(numeral.low, None, numeral.step)
    unit, unit_end, factor = (fixed, end + 1, Decimal(1)) if fixed else _unit(text, end)
    if unit.quantity == "money" and _is_next_prefix(text, start, unit_end):
        unit, unit_end, factor = NO_UNIT, end, Decimal(1)
    numeral = _times(numeral, factor)
    ranged = _ranged(text, start, unit_end, written, numeral, unit)
    if ranged is not None:
        numeral, unit, end, unit_end = ranged
    elif unit is NO_UNIT:
        unit = ratio or _shared_unit(text, end) or NO_UNIT
    name = text[end:unit_end].strip(" -()[]{}<>") or unit.name
    figure = Figure(
        start, unit_end, start, Bounds(numeral.low, numeral.high), numeral.step, more[0] if more else "", unit, name,
        "ratio" if unit is RATIO else "percent" if unit.quantity == "share" else "number", written,
    )  # fmt: skip
    return _finish(text, figure, floor)


def _is_next_prefix(text: str, start: int, unit_end: int) -> bool:
    """Tell whether the money word behind a figure already in money belongs to the next: rmb 10 usd 20."""
    return text[unit_end : unit_end + 2].strip(" ")[:1].isdigit() and english.starts_money(text, start)


def _scale(text: str, start: int, end: int, numeral: Numeral) -> tuple[Numeral, int]:
    following = text[end : end + 2]
    if not following.strip(" -")[:1].isascii() or not following.strip(" -"):
        return numeral, end
    letter = _LETTER_SCALE.match(text, end)
    if letter:
        return _times(numeral, Decimal(1000 if letter["k"] else 10**9)), letter.end()
    scale = english.scale_at(text, end, english.starts_money(text, start))
    return (_times(numeral, scale[0]), scale[1]) if scale else (numeral, end)


def _times(numeral: Numeral, factor: Decimal) -> Numeral:
    if factor == 1:
        return numeral
    high = None if numeral.high is None else EXACT.multiply(numeral.high, factor)
    return Numeral(EXACT.multiply(numeral.low, factor), high, EXACT.multiply(numeral.step, factor))


def _unit(text: str, end: int) -> tuple[Unit, int, Decimal]:
    found = unit_at(text, end)
    if found:
        return found[0], found[1], Decimal(1)
    spelled = english.unit_at(text, end) if text[end : end + 2].strip(" -")[:1] else None
    if spelled is None:
        return NO_UNIT, end, Decimal(1)
    scale = english.scale_at(text, spelled[1], money=False) if spelled[0].quantity == "money" else None
    return (spelled[0], scale[1], spelled[2] * scale[0]) if scale else spelled


def _shared_unit(text: str, end: int) -> Unit | None:
    """Return the unit that a following figure of an enumeration has: 4.2和0.7个百分点."""
    match = _ONE_NUMERAL.match(text, end + 1) if text[end : end + 1] in _AND else None
    found = unit_at(text, match.end()) if match else None
    return found[0] if found and found[0].quantity in ("share", "money", "multiple") else None


def _ranged(
    text: str, start: int, end: int, written: str, numeral: Numeral, unit: Unit
) -> tuple[Numeral, Unit, int, int] | None:
    """Read the second half of a range; None where there is none. Returns bounds, unit, and the unit's place."""
    link = _RANGE.match(text, end)
    second = _ONE_NUMERAL.match(text, link.end()) if link else None
    if link is None or second is None or text[max(0, start - 1) : start] in ("由", "从", "自"):
        return None
    upper = read(second[0])
    if upper is None or upper.high is None or _leading_zero(second[0]):
        return None
    found, unit_end, factor = _unit(text, second.end())
    if unit is not NO_UNIT and found.quantity != unit.quantity:
        return None
    if found is NO_UNIT and not _SCALED.search(second[0]):
        return None
    if unit is NO_UNIT and not _SCALED.search(written) and second[0][-1] in _POWERS and second[0][0].isdigit():
        factor_below = Decimal(1).scaleb(sum(_POWERS.get(each, 0) for each in second[0]))
        numeral = _times(numeral, factor_below)
    upper = _times(upper, factor)
    if numeral.high is None or upper.high is None or numeral.low > upper.high:
        return None
    return Numeral(numeral.low, upper.high, upper.step), found, second.end(), unit_end


def _finish(text: str, figure: Figure, floor: int) -> Figure | None:
    figure = _electricity(text, _rate(text, english.compound(text, _compound(text, figure))))
    figure = _closed(text, qualify(text, figure, floor))
    if figure.unit is NO_UNIT and (noun := english.noun_at(text, figure.end)) and figure.written[0].isdigit():
        unit = Unit(noun, "count", noun)
        return replace(figure, unit=unit, written_unit=noun, end=text.index(noun, figure.end) + len(noun))
    if figure.unit is NO_UNIT and "," in figure.written:
        return figure
    if is_figure(text, figure):
        return figure
    return replace(figure, bare=True) if figure.unit is NO_UNIT and _may_be_bare(text, figure) else None


def _closed(text: str, figure: Figure) -> Figure:
    """Join the two halves of 五万元以上五十万元以下."""
    second = _ONE_NUMERAL.match(text, figure.end) if figure.qualifier == "以上" else None
    upper = read(second[0]) if second else None
    if second is None or upper is None or upper.high is None or figure.bounds.low is None:
        return figure
    unit, end, _ = _unit(text, second.end())
    if unit != figure.unit or text[end : end + 2] != "以下" or figure.bounds.low > upper.high:
        return figure
    return replace(figure, bounds=Bounds(figure.bounds.low, upper.high), end=end + 2, qualifier="以上…以下")


def _may_be_bare(text: str, figure: Figure) -> bool:
    if not figure.written[0].isdigit() or YEAR.fullmatch(figure.written):
        return False
    return stands_alone(text, figure) or text[figure.end : figure.end + 2].strip(" ")[:1] in ("\t", "|")


_HALVED = {"mass", "length", "time", "area", "volume"}
_COIN = re.compile("(角|毛|分|美分|日本銭|日本钱)(?![别析布])")
_CENT = re.compile("(分)")
_COINS = {"角": "0.1", "毛": "0.1", "分": "0.01", "美分": "0.01", "日本銭": "0.01", "日本钱": "0.01"}


def _compound(text: str, figure: Figure) -> Figure:
    """Add 半 behind a unit (一吨半) and the small coin behind the large (五元三毛)."""
    low, high, end = figure.bounds.low, figure.bounds.high, figure.end
    if low is None or high is None or figure.unit is NO_UNIT:
        return figure
    if text[end : end + 1] == "半" and figure.unit.quantity in _HALVED:
        extra, end = Decimal("0.5"), end + 1
    elif figure.unit.quantity == "money" and (coin := _coins(text, end, _COIN)):
        extra, end = coin
        if smaller := _coins(text, end, _CENT):
            extra, end = extra + smaller[0], smaller[1]
    else:
        return figure
    return replace(figure, bounds=Bounds(low + extra, high + extra), end=end)


def _coins(text: str, at: int, coin: re.Pattern[str]) -> tuple[Decimal, int] | None:
    """Read 三毛 or 又三毛 as a part of the large coin, with where it ends."""
    number = _ONE_NUMERAL.match(text, at + text.startswith("又", at))
    match = coin.match(text, number.end()) if number else None
    numeral = read(number[0]) if number and match else None
    return (numeral.low * Decimal(_COINS[match[1]]), match.end()) if match and numeral else None


_PER = re.compile(
    r" ?[/／](年|月|日|天|周|小时|分钟|秒|人|次|件|吨|亩|公里|平方米|立方米|台|户|千瓦时|度|[A-Za-z]{1,8})(?![A-Za-z])"
)


def _rate(text: str, figure: Figure) -> Figure:
    """Take in what a figure is per: 120余篇/年."""
    match = _PER.match(text, figure.end) if figure.unit is not NO_UNIT else None
    if match is None:
        return figure
    per = f"/{match[1]}"
    unit = replace(figure.unit, name=figure.unit.name + per, canonical=figure.unit.canonical + per)
    return replace(figure, end=match.end(), unit=unit, written_unit=figure.written_unit + per)


def _electricity(text: str, figure: Figure) -> Figure:
    """Read 度 as kilowatt hours where the clause speaks of electricity or the number is large."""
    if figure.unit.name != "度":
        return figure
    low = figure.bounds.low or Decimal(0)
    if low >= 1000 or "电" in text[max(0, figure.start - 14) : figure.end + 6]:
        return replace(figure, unit=KILOWATT_HOUR)
    return figure

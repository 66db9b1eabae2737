"""The grammar of figures in Chinese text: qualifier, numeral, scale, unit, range, share, rank.

Takes the text of a reading view; returns raw figures in order, each with bounds and unit. What a figure measures, and
whether it is a change, is decided later (`context`, `indicators`); English number words are read by `english`.
One pass: a pattern finds numerals and steps over what is none (`exclusions`), the rest is looked up where it stands.

    "近8000件" → at most 8000 件      "15%~30%" → 15 to 30 %      "数十万台" → at least 100000 台
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from kwaicompare.metrics.exclusions import NO_FIGURE
from kwaicompare.metrics.units import KILOWATT_HOUR, NO_UNIT, PERCENT, RATIO, Unit, lexicon, unit_at
from kwaicompare.model.metric import Bounds
from kwaicompare.text.numerals import ARABIC, DIGIT, EXACT, LARGE, SCALE, SMALL, Numeral, read

Form = Literal["number", "percent", "ratio", "rank", "turns"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure found in a reading view: its place, bounds, unit and form."""

    start: int
    end: int
    number: int
    """Where the numeral itself begins, behind qualifier and currency."""
    bounds: Bounds
    step: Decimal
    qualifier: str = ""
    unit: Unit = NO_UNIT
    written_unit: str = ""
    form: Form = "number"


_S = "(?:[十百万亿拾佰仟]|千(?!米|克|瓦|卡|伏|帕|赫|焦|字节|比特)|兆(?![字比赫瓦]))"
_D = rf"[{DIGIT}]"
_COUNTED = "人次指件总分基函级系参个常度少复倍整变计字岁年奇偶点读无有"
_ROMAN = rf"(?<![0-9.]){ARABIC}"
_ARABIC_NUMERAL = rf"{_ROMAN}(?:[余多几]?{_S}+(?:{ARABIC}{_S}+(?:{ARABIC}{_S}+)?)?)?"
_CHINESE_NUMERAL = (
    rf"(?:(?<![{_COUNTED}])[数几](?={_S})|{_D}|{_S}|[廿卅])(?:{_D}|{_S}|[廿卅])*+"
    rf"(?:[余多几](?={_S}){_S}+)?(?:点{_D}+[万亿]*)?"
)
NUMERAL = rf"(?:{_ARABIC_NUMERAL}|{_CHINESE_NUMERAL})"
_PLAIN = rf"(?:{ARABIC}|[{DIGIT}{SCALE}]{{1,9}}(?:点{_D}+)?)"

_MASTER = re.compile(
    rf"(?P<skip>{NO_FIGURE})"
    rf"|(?P<fraction>(?P<whole>{_PLAIN})分之(?P<part>{_PLAIN})(?P<thousand> ?[kK](?![A-Za-z]))?)"
    rf"|(?P<rank>第 ?(?P<nth>[0-9]{{1,5}}|[{DIGIT}{SMALL}]{{1,5}}) ?(?P<nth_unit>位|名|大)?)"
    rf"|(?P<top>(?<![A-Za-z])(?:TOP|Top|top) ?-?(?P<top_number>[0-9]{{1,5}}))"
    rf"|(?P<front>前 ?(?P<front_number>[0-9]{{1,4}}|[{DIGIT}十百]{{1,3}}) ?(?P<front_unit>位|名|强|席|大)?)"
    rf"|(?P<half>一半|半数|过半|大半)"
    rf"|(?P<fold>(?P<folds>{ARABIC}|[{DIGIT}十]{{1,2}}(?:点{_D})?|[半对])(?P<fold_unit>[折成])(?P<fold_rest>半|{_D})?)"
    rf"|(?P<turn>翻(?:了|了近|近)?(?P<turns>{_D})番)"
    rf"|(?P<peak>登顶|榜首)"
    rf"|(?P<number>{NUMERAL})"
)

_AT_LEAST = "超过|超出|突破|不低于|不少于|不小于|至少|起码|最少|高于|大于|多于|逾|超|≥|>"
_AT_MOST = "不超过|不高于|不多于|不大于|至多|最多|将近|接近|不足|不到|未满|低于|少于|小于|≤|<"
_ABOUT = "大约|大概|约为|约|≈"
_BEFORE = re.compile(
    rf"(?P<qualifier>(?:{_AT_LEAST}|{_AT_MOST}|{_ABOUT}|(?<![最附靠临])近|[上过破])(?:了|到|至)? ?)?"
    r"(?P<currency>人民币|(?<![A-Za-z])(?:RMB|CNY|US\$|HK\$|USD\$?|EUR|GBP|HKD|JPY)|[¥$€£])? ?(?P<sign>负|(?<![0-9A-Za-z%)\]~–—-])-)?$"
)
_AFTER = re.compile(
    r"(?P<qualifier>以上|以下|以内|之内|左右|上下|有余|开外|余(?![额款下地生])|多(?![元样语模媒方维种次级层端边个家项名人])|\+)?"
)
_MORE = re.compile(r"[余多](?=[^元样语模媒方维])|几(?=[个名家件项条台人年岁])|来(?=[个名家件项条台人年岁])|\+")
_RANGE = re.compile(r" ?(?:[~–—-]{1,2}|至|到) ?")
_RANGE_NUMERAL = re.compile(NUMERAL)
_LIST = re.compile(rf"(?:和|、|与|及|或)({NUMERAL})")
_SCALED = re.compile(rf"[{SCALE}]")
_LETTER_SCALE = re.compile(r" ?([kK])(?=个|次|人|元|条|$)|(B)(?= ?(?:参数|模型|规模|tokens?|Tokens?))")
_OPENING = {"以上": 1, "余": 1, "多": 1, "+": 1, "有余": 1, "开外": 1, "来": 0, "几": 1}
_CLOSING = {"以下", "以内", "之内"}
_UNLIKE_FOLD = re.compile(
    r"[立为功果长员本都就绩熟交分品年人型片套因效像语群家千了一份倍正即行事] ?|[叠扣返旧射腾磨合线]"
)
_RANKED = re.compile(
    r"(?:列|居|排名?|获得?|夺得?|斩获|保持|得分|位|稳居|世界|全球|全国|国内|行业|单项|双项|综合|为)(?:了)?(?:全球|世界|全国|行业|国内)?$"
)
_RANK_END = re.compile(r"$|[，。；、！\s,;)）的和与及之并]")
_NOT_FRONT = re.compile(r" ?(?:年|个月|季度|天|周|章|节|次|期|款|者|大|日|月|几|轮|届|小时|分钟|部分|点|季|代|任|述|排|后|项|条|个|集|步|批|缀|半)")  # fmt: skip
_CONTEXT = 16


def find_figures(text: str) -> Iterator[Figure]:
    """Yield the figures of ``text`` in order, none overlapping."""
    at = 0
    while (match := _MASTER.search(text, at)) is not None:
        at = max(match.end(), at + 1)
        if match.lastgroup == "skip" or match["skip"] is not None:
            continue
        figure = _read(text, match)
        if figure is not None:
            yield figure
            at = max(figure.end, at)


def _read(text: str, match: re.Match[str]) -> Figure | None:
    if match["number"] is not None:
        return _number(text, match)
    if match["fraction"] is not None:
        return _fraction(text, match)
    if match["fold"] is not None:
        return _fold(text, match)
    if match["half"] is not None:
        value = Decimal("0.5")
        figure = _complete(text, match.start(), match.end(), Numeral(value, value, Decimal("0.1")), RATIO, "ratio")
        if match["half"] in ("过半", "大半"):
            return replace(figure, bounds=Bounds(value, None), qualifier=match["half"][0])
        return figure
    if match["turn"] is not None:
        turns = read(match["turns"])
        return turns and Figure(
            match.start(), match.end(), match.start("turns"), Bounds(turns.low, turns.high), turns.step,
            unit=Unit("番", "multiple", "番"), written_unit="番", form="turns",
        )  # fmt: skip
    return _rank(text, match)


def _rank(text: str, match: re.Match[str]) -> Figure | None:
    start, end = match.span()
    one = Decimal(1)
    if match["peak"] is not None:
        return Figure(start, end, start, Bounds(one, one), one, form="rank")
    written = match["nth"] or match["top_number"] or match["front_number"]
    numeral = read(written)
    if numeral is None or numeral.low < 1:
        return None
    if match["rank"] is not None:
        if match["nth_unit"] is None and not (
            _RANKED.search(text, max(0, start - 6), start) and _RANK_END.match(text, match.end("nth"))
        ):
            return None
        bounds = Bounds(numeral.low, numeral.low)
    elif match["front"] is not None:
        if _NOT_FRONT.match(text, end) or text[start - 1 : start] in (
            "提",
            "之",
            "以",
            "目",
            "当",
            "向",
            "先",
            "年",
            "日",
            "此",
        ):
            return None
        if match["front_unit"] is None and not (_RANK_END.match(text, end) or text[end : end + 1] == "%"):
            return None
        bounds = Bounds(None, numeral.high)
    else:
        bounds = Bounds(None if numeral.low > 1 else one, numeral.low)
    unit = match["nth_unit"] or match["front_unit"] or ""
    return Figure(start, end, start, bounds, one, written_unit=unit, form="rank")


def _fraction(text: str, match: re.Match[str]) -> Figure | None:
    whole, part = read(match["whole"]), read(match["part"])
    if whole is None or part is None or whole.low == 0 or part.high is None:
        return None
    value = part.low * 1000 if match["thousand"] else part.low
    if set(match["whole"]) <= set("百千万佰仟亿"):
        divisor = EXACT.divide(_product(match["whole"]), Decimal(100))
        value = EXACT.divide(value, divisor)
        step = EXACT.divide(part.step, divisor)
        return _complete(text, match.start(), match.end(), Numeral(value, value, step), PERCENT, "percent")
    value = EXACT.divide(value, whole.low)
    return _complete(text, match.start(), match.end(), Numeral(value, value, Decimal("0.01")), RATIO, "ratio")


def _product(scales: str) -> Decimal:
    powers = {"百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "亿": 8}
    return Decimal(1).scaleb(sum(powers[each] for each in scales))


def _fold(text: str, match: re.Match[str]) -> Figure | None:
    written, unit, rest = match["folds"], match["fold_unit"], match["fold_rest"]
    end = match.end()
    if rest == "半" or (rest and unit == "成"):
        following = text[end : end + 1]
    else:
        end, rest = match.end("fold_unit"), None
        following = text[end : end + 1]
    if _UNLIKE_FOLD.match(following) or (written == "对" and text[match.start() - 1 : match.start()] not in ("打", "")):
        return None
    if written in ("半", "对"):
        value = Decimal(5 if written == "半" else 50)
    else:
        value = _tenths(written)
        if value is None:
            return None
    if rest:
        extra = Decimal(5) if rest == "半" else read(rest)
        value += extra if isinstance(extra, Decimal) else extra.low if extra else 0
    return _complete(text, match.start(), end, Numeral(value, value, Decimal(1)), PERCENT, "percent")


def _tenths(written: str) -> Decimal | None:
    """Read 七五, 75, 7.5, 八点五, 十 as tenths of the whole, in percent."""
    numeral = read(written)
    if numeral is None:
        return None
    if len(written) == 2 and set(written) <= set(DIGIT):
        digits = [read(each) for each in written]
        return sum((d.low * w for d, w in zip(digits, (10, 1), strict=True) if d), Decimal(0))
    if numeral.low > 10 and "." not in written and numeral.low < 100:
        return numeral.low
    return numeral.low * 10 if numeral.low <= 10 else None


def _number(text: str, match: re.Match[str]) -> Figure | None:
    start, end = match.span()
    if end - start == 1 and text[start] in DIGIT and _hopeless(text, start, end):
        return None
    if text[start - 1 : start].isascii() and text[start - 1 : start].isalpha() and _currency_code(text, start) is None:
        return None
    end, liang = _trailing_liang(text, start, end)
    numeral = read(text[start:end])
    if numeral is None or _leading_zero(text[start:end]):
        return None
    return _measure(text, start, end, numeral, liang)


def _hopeless(text: str, start: int, end: int) -> bool:
    following = text[end : end + 1]
    return text[start] in "零〇○" or (following not in lexicon().initials and following not in ("至", "到", "~", "-"))


def _currency_code(text: str, start: int) -> Unit | None:
    before = _BEFORE.search(text, max(0, start - 6), start)
    return lexicon().prefixes.get(before["currency"]) if before and before["currency"] else None


def _leading_zero(written: str) -> bool:
    return len(written) > 1 and written[0] == "0" and written[1] != "."


def _trailing_liang(text: str, start: int, end: int) -> tuple[int, bool]:
    """Give 两 at the end of a numeral back to the unit: 三十两 is thirty 两, 一两个 stays a range."""
    if end - start > 1 and text[end - 1] == "两" and text[end : end + 1] not in lexicon().initials - {"重"}:
        return end - 1, True
    return end, False


def _measure(text: str, start: int, end: int, numeral: Numeral, liang: bool) -> Figure | None:
    written = text[start:end]
    letter = _LETTER_SCALE.match(text, end)
    if letter:
        numeral, end = _scaled(numeral, 3 if letter[1] else 9), letter.end()
    more = _MORE.match(text, end)
    if more:
        end = more.end()
        if _OPENING[more[0]]:
            numeral = Numeral(numeral.low, None, numeral.step)
    found = None if liang else unit_at(text, end)
    if liang:
        found = unit_at(text, end)
    unit, unit_end = found or (NO_UNIT, end)
    ranged = _ranged(text, start, end if not found else unit_end, written, numeral, found)
    if ranged is not None:
        numeral, unit, end, unit_end = ranged
        found = (unit, unit_end)
    elif not found:
        shared = _shared_unit(text, end)
        unit = shared or NO_UNIT
    written_unit = text[end:unit_end].strip() if found and unit_end > end else ("" if not found else unit.name)
    figure = Figure(start, unit_end, start, Bounds(numeral.low, numeral.high), numeral.step, unit=unit)
    figure = replace(
        figure, written_unit=written_unit or unit.name, form="percent" if unit.quantity == "share" else "number"
    )
    if more:
        figure = replace(figure, qualifier=more[0])
    return _finish(text, figure, written)


def _scaled(numeral: Numeral, power: int) -> Numeral:
    high = None if numeral.high is None else numeral.high.scaleb(power, EXACT)
    return Numeral(numeral.low.scaleb(power, EXACT), high, numeral.step.scaleb(power))


def _shared_unit(text: str, end: int) -> Unit | None:
    """Return the unit that a following figure of an enumeration has: 4.2和0.7个百分点."""
    match = _LIST.match(text, end)
    found = unit_at(text, match.end()) if match else None
    return found[0] if found and found[0].quantity in ("share", "money", "multiple") else None


def _ranged(
    text: str, start: int, end: int, written: str, numeral: Numeral, found: tuple[Unit, int] | None
) -> tuple[Numeral, Unit, int, int] | None:
    """Read the second half of a range; None where there is none. Returns bounds, unit, and the unit's place."""
    link = _RANGE.match(text, end)
    second = _RANGE_NUMERAL.match(text, link.end()) if link else None
    if link is None or second is None or text[start - 1 : start] in ("由", "从", "自"):
        return None
    upper = read(second[0])
    if upper is None or upper.high is None or _leading_zero(second[0]):
        return None
    second_end = second.end()
    unit = unit_at(text, second_end)
    if found and (unit is None or unit[0].quantity != found[0].quantity):
        return None
    if unit is None:
        if not (_SCALED.search(second[0]) and _plausible_range(numeral, upper)) or found:
            return None
        unit = (NO_UNIT, second_end)
    if not found and not _SCALED.search(written) and second[0][-1] in SCALE and second[0][0].isdigit():
        power = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12}
        numeral = _scaled(numeral, sum(power.get(each, 0) for each in second[0]))
    if numeral.low > upper.high or not numeral.high:
        return None
    return Numeral(numeral.low, upper.high, upper.step), unit[0], second_end, unit[1]


def _plausible_range(lower: Numeral, upper: Numeral) -> bool:
    return lower.low <= (upper.high or upper.low)


def _finish(text: str, figure: Figure, written: str) -> Figure | None:
    figure = _compound(text, figure)
    figure = _rate(text, figure)
    figure = _qualify(text, figure)
    figure = _electricity(text, figure)
    return figure if _is_figure(text, figure, written) else None


_HALF = re.compile("半")
_SMALL_MONEY = re.compile(rf"又?({_PLAIN})(角|毛|分|美分|日本銭|日本钱)(?![别析布])(?:又?({_PLAIN})分)?")
_SMALLER = {"角": "0.1", "毛": "0.1", "分": "0.01", "美分": "0.01", "日本銭": "0.01", "日本钱": "0.01"}


def _compound(text: str, figure: Figure) -> Figure:
    """Add 半 behind a unit (一吨半) and the small coin behind the large (五元三毛)."""
    low, high, end = figure.bounds.low, figure.bounds.high, figure.end
    if low is None or high is None or figure.unit is NO_UNIT:
        return figure
    if text[end : end + 1] == "半" and figure.unit.quantity in ("mass", "length", "time", "area", "volume"):
        extra, end = Decimal("0.5"), end + 1
    elif figure.unit.quantity == "money" and (match := _SMALL_MONEY.match(text, end)):
        first, second = read(match[1]), read(match[3]) if match[3] else None
        if first is None:
            return figure
        extra = first.low * Decimal(_SMALLER[match[2]]) + (second.low * Decimal("0.01") if second else 0)
        end = match.end()
    else:
        return figure
    return replace(figure, bounds=Bounds(low + extra, high + extra), end=end)


_PER = re.compile(
    r" ?[/／](年|月|日|天|周|小时|分钟|秒|人|次|件|吨|亩|公里|平方米|台|户|千瓦时|度|[A-Za-z]{1,8})(?![A-Za-z])"
)


def _rate(text: str, figure: Figure) -> Figure:
    """Take in what a figure is per: 120余篇/年."""
    match = _PER.match(text, figure.end) if figure.unit is not NO_UNIT else None
    if match is None:
        return figure
    per = f"/{match[1]}"
    unit = replace(figure.unit, name=figure.unit.name + per, canonical=figure.unit.canonical + per)
    return replace(figure, end=match.end(), unit=unit, written_unit=figure.written_unit + per)


def _complete(text: str, start: int, end: int, numeral: Numeral, unit: Unit, form: Form) -> Figure:
    name = "%" if form == "percent" else ""
    figure = Figure(start, end, start, Bounds(numeral.low, numeral.high), numeral.step, unit=unit, form=form)
    return _qualify(text, replace(figure, written_unit=name))


def _qualify(text: str, figure: Figure) -> Figure:
    """Apply what stands before and behind: 超, 近, 约, currency, sign; 以上, 余, 左右."""
    before = _BEFORE.search(text, max(0, figure.start - _CONTEXT), figure.start)
    if before and (before["qualifier"] or "")[:1] in _VERBS_TOO and text[figure.number] not in SCALE:
        before = None  # 通过5项, 赶上3家: a bound only before a bare scale (上百, 破亿)
    after = _AFTER.match(text, figure.end)
    low, high, start, end = figure.bounds.low, figure.bounds.high, figure.start, figure.end
    words = [figure.qualifier] if figure.qualifier else []
    unit = figure.unit
    if before:
        start = before.start()
        if before["sign"] and low is not None:
            low, high = (None if high is None else -high), -low
        if before["currency"] and unit.quantity in ("count", "money"):
            unit = lexicon().prefixes[before["currency"]] if unit.quantity == "count" else unit
        if before["qualifier"]:
            low, high = _bounded(before["qualifier"].strip(), low, high)
            words.insert(0, before["qualifier"].strip())
        elif not before["currency"] and not before["sign"]:
            start = figure.start
    if after and after["qualifier"]:
        word, end = after["qualifier"], after.end()
        if _OPENING.get(word):
            low, high = (low if low is not None else high), None
        elif word in _CLOSING:
            low, high = None, (high if high is not None else low)
        words.append(word)
    return replace(figure, start=start, end=end, bounds=Bounds(low, high), qualifier="…".join(words), unit=unit)


_VERBS_TOO = tuple("上过破")


def _bounded(word: str, low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    word = word.rstrip("了到至")
    if word in ("近",) or word in _AT_MOST.split("|"):
        return (None, high if high is not None else low) if high is not None else (low, high)
    if word in _ABOUT.split("|"):
        return low, high
    return low, None


_ELECTRIC = re.compile("电")


def _electricity(text: str, figure: Figure) -> Figure:
    """Read 度 as kilowatt hours where the clause speaks of electricity or the number is large."""
    if figure.unit.name != "度":
        return figure
    low = figure.bounds.low or figure.bounds.high or Decimal(0)
    if low >= 1000 or _ELECTRIC.search(text, max(0, figure.start - 14), min(len(text), figure.end + 6)):
        return replace(figure, unit=KILOWATT_HOUR)
    return figure


_YEAR_LIKE = re.compile(r"(?:19|20)[0-9]{2}")
_STATED = re.compile(r"(?:为|是|达|达到|至|到|有|共|共计|合计|计|总计|值|率|量|数|：|:|=|于|在) ?$")
_PERIOD = re.compile(r"(?:来|前|后|间|之前|之后|以来|内|期|之际|代|级|龄|轻|周年)")
_PERIOD_BEFORE = re.compile(r"(?:近|过去|未来|最近|今后|前|后|每隔?|上|下|这|往后|此后|十四|十三)(?:的)?$")


def _is_figure(text: str, figure: Figure, written: str) -> bool:
    """Tell a figure from a year, an ordinal, a period, an enumeration and a bare number."""
    unit, end = figure.unit, figure.end
    bare = set(written) <= set(SCALE) and len(written) <= 2 and written[0] != "十"
    if bare and not figure.qualifier:
        return False
    if len(written) > 12 and unit is NO_UNIT:
        return False
    if unit.name in ("年", "日", "天", "周") and not _is_duration(text, figure, written):
        return False
    if unit is NO_UNIT:
        return _is_bare_figure(text, figure, written)
    if written[0] in DIGIT and _is_enumeration(figure, written, text[end : end + 2]):
        return False
    return True


def _is_duration(text: str, figure: Figure, written: str) -> bool:
    name = figure.unit.name
    if name == "年" and (_YEAR_LIKE.fullmatch(written) or len(written) == 4 and set(written) <= set(DIGIT)):
        return False
    before = text[max(0, figure.start - 3) : figure.start]
    if name == "日":
        return text[figure.end : figure.end + 1] in ("内", "以", "前", "后", "之") and before[-1:] != "月"
    if figure.qualifier in ("近", "") and (_PERIOD.match(text, figure.end) or _PERIOD_BEFORE.search(before)):
        return False
    if figure.qualifier == "近":
        return not text[figure.end : figure.end + 1] == "来"
    return written not in ("一", "十")


def _is_enumeration(figure: Figure, written: str, following: str) -> bool:
    if len(written) > 1 or figure.qualifier:
        return False
    if written == "一":
        return figure.unit.quantity in ("count", "time", "angle", "multiple", "data") or figure.unit.name in (
            "角",
            "块",
            "毛",
            "里",
            "升",
            "两",
            "方",
        )
    return figure.unit.quantity == "count" and not figure.unit.small


def _is_bare_figure(text: str, figure: Figure, written: str) -> bool:
    """A number without a unit counts when scaled, qualified, or stated as a value."""
    if written[0] in DIGIT + SCALE:
        return (len(written) > 1 and written[-1] in LARGE) or (bool(figure.qualifier) and len(written) > 1)
    if figure.qualifier or _SCALED.search(written):
        return not (_YEAR_LIKE.fullmatch(written) and figure.qualifier == "近")
    following = text[figure.end : figure.end + 2]
    if (
        _YEAR_LIKE.fullmatch(written)
        or (following[:1].isascii() and following[:1].isalpha())
        or following[1:2].isdigit()
    ):
        return False
    return bool(_STATED.search(text, max(0, figure.start - 3), figure.start)) and not following.strip()[:1].isalpha()

"""Figures that are no numeral with a unit: ranks, fractions, tenths (折, 成), halves.

Takes a match of the figure grammar; returns the figure without what stands around it (`qualifiers`), or None.

    第6位 → rank 6      前三 → rank 1 to 3      三分之二 → 0.667 of the whole      七成六 → 76 %
"""

import re
from decimal import Decimal

from kwaicompare.metrics.figure import Figure
from kwaicompare.metrics.units import PERCENT, RATIO, Unit
from kwaicompare.model.metric import Bounds
from kwaicompare.text.numerals import ARABIC, DIGIT, EXACT, SCALE, SMALL, Numeral, read

_PLAIN = rf"(?:{ARABIC}|[{DIGIT}{SCALE}]{{1,9}}(?:点[{DIGIT}]{{1,9}})?)"
FRACTION = rf"(?P<fraction>(?P<whole>{_PLAIN})分之(?P<part>{_PLAIN})(?P<thousand> ?[kK](?![A-Za-z]))?)"
RANK = (
    rf"(?P<rank>第 ?(?P<nth>[0-9]{{1,5}}|[{DIGIT}{SMALL}]{{1,5}}) ?(?P<nth_unit>位|名|大)?)"
    r"|(?P<top>(?<![A-Za-z])(?:TOP|Top|top) ?-?(?P<top_number>[0-9]{1,5})(?![0-9.,]))"
    rf"|(?P<front>前 ?(?P<front_number>[0-9]{{1,4}}(?![0-9.,])|[{DIGIT}十百]{{1,3}}) ?(?P<front_unit>位|名|强|席)?)"
    r"|(?P<peak>登顶|榜首)"
)
FOLD = (
    rf"(?P<fold>(?P<folds>{ARABIC}|[{DIGIT}十]{{1,2}}(?:点[{DIGIT}])?|[半对])(?P<fold_unit>[折成])(?P<fold_rest>半"
    rf"|[{DIGIT}])?)"
)
HALF = r"(?P<half>一半|过半数?|半数|大半)"
TURN = rf"(?P<turn>翻(?:了|近|了近)?(?P<turns>[{DIGIT}])番)"

_UNLIKE_FOLD = re.compile(
    r"[立为功果长员本都就绩熟交分品年人型片套因效像语群家千了一份倍正即行事色形体名] ?|[叠扣返旧射腾磨合线]"
)
_RANKED = re.compile(
    r"(?:列|居|排名?|获得?|夺得?|斩获|保持|得分|位|世界|全球|全国|国内|行业|单项|双项|综合|为|拿下|蝉联|获评)了?"
    r"(?:全球|世界|全国|行业|国内)?$"
)
_RANK_END = re.compile(r"$|[，。；、！\s,;)）”]|的|和|与|及|之|并")
_NOT_FRONT = re.compile(
    r" ?(?:年|个月|季度|天|周|章|节|次|期|款|者|大|日|月|几|轮|届|小时|分钟|部分|点|季|代|任|述|排|后|项|条|"
    r"个|集|步|批|缀|半)"
)
_BEFORE_FRONT = frozenset("提之以目当向先年日此跟空史月期生生会面")
_TENTH_POWERS = {"百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "亿": 8}
_ONE = Decimal(1)


def rank(text: str, match: re.Match[str]) -> Figure | None:
    """Read 第6位, 前三, TOP1, 登顶."""
    start, end = match.span()
    if match["peak"] is not None:
        return Figure(start, end, start, Bounds(_ONE, _ONE), _ONE, form="rank")
    numeral = read(match["nth"] or match["top_number"] or match["front_number"])
    if numeral is None or numeral.low < 1:
        return None
    if match["rank"] is not None:
        ranked = _RANKED.search(text, max(0, start - 8), start) and _RANK_END.match(text, match.end("nth"))
        if match["nth_unit"] is None and not ranked:
            return None
        bounds = Bounds(numeral.low, numeral.low)
    elif match["front"] is not None:
        if _NOT_FRONT.match(text, end) or text[max(0, start - 1) : start] in _BEFORE_FRONT:
            return None
        if match["front_unit"] is None and not (_RANK_END.match(text, end) or text[end : end + 1] == "%"):
            return None
        bounds = Bounds(_ONE, numeral.high)
    else:
        bounds = Bounds(_ONE, numeral.low)
    unit = match["nth_unit"] or match["front_unit"] or ""
    return Figure(start, end, start, bounds, _ONE, written_unit=unit, form="rank")


def fraction(match: re.Match[str]) -> Figure | None:
    """Read 百分之五 as 5 %, 三分之二 as a share of the whole."""
    whole, part = read(match["whole"]), read(match["part"])
    if whole is None or part is None or whole.low == 0:
        return None
    value = part.low * 1000 if match["thousand"] else part.low
    if set(match["whole"]) <= set(_TENTH_POWERS):
        divisor = _ONE.scaleb(sum(_TENTH_POWERS[each] for each in match["whole"]) - 2)
        return _figure(match, match.end(), EXACT.divide(value, divisor), EXACT.divide(part.step, divisor), PERCENT)
    return _figure(match, match.end(), EXACT.divide(value, whole.low), Decimal("0.01"), RATIO)


def half(match: re.Match[str]) -> Figure:
    """Read 一半, 过半."""
    value = Decimal("0.5")
    figure = _figure(match, match.end(), value, Decimal("0.1"), RATIO)
    if match["half"][0] in "过大":
        return Figure(
            *match.span(), match.start(), Bounds(value, None), figure.step, match["half"][0], RATIO, "", "ratio"
        )
    return figure


def turns(match: re.Match[str]) -> Figure | None:
    """Read 翻两番: doubled twice."""
    count = read(match["turns"])
    if count is None:
        return None
    unit = Unit("番", "multiple", "番")
    return Figure(*match.span(), match.start("turns"), Bounds(count.low, count.high), _ONE, "", unit, "番", "turns")


def fold(text: str, match: re.Match[str]) -> Figure | None:
    """Read tenths of a price or a whole: 七五折, 九成, 七成六, 对折."""
    written, rest = match["folds"], match["fold_rest"]
    end = match.end()
    if rest and rest != "半" and match["fold_unit"] == "折":
        end, rest = match.end("fold_unit"), None
    if _UNLIKE_FOLD.match(text, end) or (
        written == "对" and text[max(0, match.start() - 1) : match.start()] not in ("打", "")
    ):
        return None
    if rest is None and match["fold_rest"] and _UNLIKE_FOLD.match(match["fold_rest"]):
        return None
    value = _tenths(written) if written not in ("半", "对") else Decimal(5 if match["fold_unit"] == "成" else 50)
    if value is None:
        return None
    extra = read(rest) if rest and rest != "半" else None
    value += Decimal(5) if rest == "半" else extra.low if extra else 0
    return _figure(match, end, value, _ONE, PERCENT)


def _tenths(written: str) -> Decimal | None:
    """Read 七五, 75, 7.5, 八点五, 十 as tenths of the whole, in percent."""
    numeral = read(written)
    if numeral is None:
        return None
    if len(written) == 2 and set(written) <= set(DIGIT):
        digits: list[Numeral | None] = [read(each) for each in written]
        return sum((each.low * weight for each, weight in zip(digits, (10, 1), strict=True) if each), Decimal(0))
    if 10 < numeral.low < 100 and "." not in written:
        return numeral.low
    return numeral.low * 10 if numeral.low <= 10 else None


def _figure(match: re.Match[str], end: int, value: Decimal, step: Decimal, unit: Unit) -> Figure:
    percent = unit is PERCENT
    form = "percent" if percent else "ratio"
    return Figure(match.start(), end, match.start(), Bounds(value, value), step, "", unit, "%" if percent else "", form)

"""Units and measure words: their dimension, canonical unit, factor and currency.

Takes the lexicon ``units.toml``; answers which unit begins at a place in a text (longest match, with a look at the next
character) and what a unit means. Never converts between currencies.

    "4.0 升级": no unit (升 before 级)     度 after 5亿 with 电 nearby → 1 千瓦时
"""

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kwaicompare import resources
from kwaicompare.model.metric import Bounds, Canonical
from kwaicompare.text.numerals import EXACT

# What may not follow a unit, because it makes another word of it.
_NOT_BEFORE = {
    "升": "级至到值温华降起高任学", "手": "语机工动段法游", "米": "粉饭其", "里": "面程", "人": "工才均物脸"
    "机类体文民大",
    "条": "件例款", "项": "目", "家": "庭乡长", "台": "阶", "位": "于置", "名": "单称誉为义", "次": "数序要",
    "部": "门分署队委", "集": "团中合成约", "篇": "章", "所": "有以在属", "间": "接隔", "款": "式项", "种": "子植",
    "类": "型似", "支": "持付撑", "头": "部条发", "张": "贴", "座": "谈", "架": "构", "本": "次质地科年月周身土",
    "场": "景所馆地面合", "户": "外籍", "套": "餐路", "批": "准评发", "起": "诉步草到源点来", "份": "额",
    "例": "如", "处": "理于置", "首": "次发批创席都", "门": "户店槛", "笔": "记", "单": "位日月次品个项",
    "期": "间望待刊", "级": "别", "层": "面次级", "节": "点省能", "课": "程", "字": "节", "页": "面", "代": "表码理",
    "股": "东份权市", "点": "击赞播评", "分": "别析布发之类", "路": "径线", "度": "假过", "片": "段面", "块": "链",
    "天": "然眼猫", "日": "均常活元报", "周": "年边期报", "年": "轻均代龄级", "元": "宇素旦件年", "角": "度"
    "色", "两": "者大岸会翼",
    "克": "服隆", "毛": "利", "方": "面式案法向", "亩": "均", "桶": "装", "把": "握", "口": "径", "道": "路",
    "秒": "杀", "吨": "位", "轮": "流", "岁": "月", "席": "卷", "卷": "入", "包": "括含裹", "发": "明布展行放",
    "题": "材目", "盒": "子", "级环": "", "帧": "率级", "台次": "", "瓦": "斯", "步": "骤", "词": "汇", "笼": "统",
    "组": "织成合建", "遍": "布", "版": "权本", "行": "业动为政", "倍": "增速", "拨": "付", "站": "点式", "%": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as listed: its dimension, canonical unit, factor to it, and currency if it is money."""

    name: str
    quantity: str
    canonical: str
    factor: Decimal = Decimal(1)
    currency: str | None = None
    small: bool = True
    """Whether a figure below eleven in characters measures with it (两吨) rather than enumerates (两个)."""

    def convert(self, bounds: Bounds) -> Canonical:
        """Return ``bounds`` in the canonical unit."""
        if self.factor == 1:
            return Canonical(self.canonical, bounds)
        return Canonical(self.canonical, Bounds(_times(bounds.low, self.factor), _times(bounds.high, self.factor)))


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else EXACT.multiply(value, factor)


NO_UNIT = Unit("", "count", "")
PERCENT = Unit("%", "share", "%")
KILOWATT_HOUR = Unit("度", "energy", "千瓦时")
RATIO = Unit("", "share", "%", Decimal(100))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All units by the form they are written in, and the words of money that stand before a figure."""

    chinese: dict[str, Unit]
    latin: dict[str, Unit]
    english: dict[str, Unit]
    prefixes: dict[str, Unit]
    longest: int
    initials: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Read the unit table."""
    table = tomllib.loads(resources.text("lexicons", "units.toml"))
    chinese: dict[str, Unit] = {}
    latin: dict[str, Unit] = {}
    english: dict[str, Unit] = {}
    prefixes: dict[str, Unit] = {}
    _add_counts(table.pop("count"), chinese)
    for currency, entry in table.pop("money").items():
        canonical = "元" if currency == "CNY" else currency
        _add(entry, "money", canonical, currency, chinese, latin, english)
        prefixes |= {word: Unit(word, "money", canonical, Decimal(1), currency) for word in entry.get("prefix", ())}
    for quantity, entry in table.items():
        _add(entry, "time" if quantity == "months" else quantity, entry["canonical"], None, chinese, latin, english)
    longest = max(map(len, chinese))
    for word in [each for each in latin if len(each) > 1 and each.isascii()]:
        latin.setdefault(word.upper(), latin[word])
    return Lexicon(chinese, latin, english, prefixes, longest, frozenset(word[0] for word in chinese))


def _add_counts(entry: dict, chinese: dict[str, Unit]) -> None:
    leader = {word: group[0] for group in entry["same"] for word in group}
    small = set(entry["small"].split())
    for word in entry["units"].split():
        chinese[word] = Unit(word, "count", leader.get(word, word), small=word in small)


def _add(entry: dict, quantity: str, canonical: str, currency: str | None, *tables: dict[str, Unit]) -> None:
    for kind, table in zip(("units", "latin", "english"), tables, strict=True):
        for word, factor in entry.get(kind, {}).items():
            table[word] = Unit(word, quantity, canonical, Decimal(factor), currency)


_LATIN = re.compile(r" ?([A-Za-zμ℃°㎡][A-Za-z²³]*(?:[23](?![0-9A-Za-z]))?)(?![A-Za-z0-9])")
_BRACKETED = re.compile(r" ?[(\[{<]([A-Za-z%]{1,6})[)\]}>]")


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """Return the longest unit that begins at ``position`` and where it ends."""
    table = lexicon()
    if text[position : position + 1] in table.initials:
        for length in range(min(table.longest, len(text) - position), 0, -1):
            unit = table.chinese.get(text[position : position + length])
            if unit is not None and _allowed(unit.name, text, position + length):
                return unit, position + length
    if text[position : position + 2] in (" %", " ‰"):
        return table.chinese[text[position + 1]], position + 2
    match = _LATIN.match(text, position) or _BRACKETED.match(text, position)
    unit = table.latin.get(match[1]) if match else None
    return (unit, match.end()) if match and unit else None


def _allowed(name: str, text: str, end: int) -> bool:
    return text[end : end + 1] == "" or text[end] not in _NOT_BEFORE.get(name, "")

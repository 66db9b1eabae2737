"""What stands before and behind a figure and moves its bounds: 超, 近, 约, 以上, 余, a currency, a sign.

Takes a figure and the text it stands in; returns it with place, bounds, qualifier and currency completed.

    8000件 in "近8000件" → at most 8000      20% in "20%以上" → at least 20      5 in "负5℃" → -5
"""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from kwaicompare.metrics.figure import Figure
from kwaicompare.metrics.units import Unit, lexicon
from kwaicompare.model.metric import Bounds
from kwaicompare.text.numerals import SCALE

_AT_LEAST = [
    "超过",
    "超出",
    "突破",
    "不低于",
    "不少于",
    "不小于",
    "至少",
    "起码",
    "最少",
    "高于",
    "大于",
    "多于",
    "逾",
    "超",
    "≥",
    ">",
    "上",
    "过",
    "破",
]
_AT_MOST = [
    "不超过",
    "不高于",
    "不多于",
    "不大于",
    "至多",
    "最多",
    "将近",
    "接近",
    "不足",
    "不到",
    "未满",
    "低于",
    "少于",
    "小于",
    "≤",
    "<",
    "近",
]
_ABOUT = ["大约", "大概", "约为", "约", "≈"]
_ENGLISH_LEAST = (
    "over|more than|at least|exceeding|exceeds|exceed|exceeded|above|in excess of|upwards of|no less than"
    "|not less than"
    "|greater than|no fewer than|surpassing|surpassed"
)
_ENGLISH_MOST = "nearly|almost|less than|fewer than|under|below|up to|at most|no more than|not more than|close to"
_ENGLISH_ABOUT = "about|around|approximately|roughly|some|an estimated|estimated|circa"
_VERBS_TOO = tuple("上过破")
"""Words that bound a bare scale only: 上百, 过亿, but not 通过5项, 赶上3家."""
REACH = 30

_AFTER = re.compile(
    r"以上|以下|以内|之内|左右|上下|有余|开外|余(?![额款下地生])|多(?=[人元亿吨]|$|[，。；、\s的])(?![元样])"
    r"|多(?![元样语模媒方维种次级层端边个家项名条])"
    r"|\+| or more(?![a-z])| or less(?![a-z])| or so(?![a-z])"
)
_OPENING = {"以上", "余", "多", "+", "有余", "开外", " or more"}
_CLOSING = {"以下", "以内", "之内", " or less"}


@cache
def _before() -> re.Pattern[str]:
    words = "|".join(sorted((*_AT_LEAST, *_AT_MOST, *_ABOUT), key=len, reverse=True))
    first = "".join(sorted({word[0] for word in (*_AT_LEAST, *_AT_MOST, *_ABOUT, *lexicon().prefixes)}))
    return re.compile(
        rf"(?=[ A-Za-z负零{re.escape(first)}-]|$)"
        rf"(?P<qualifier>(?<![最附靠临新邻将])(?:{words})(?:了|到|至)? ?"
        rf"|(?<![A-Za-z])(?i:{_ENGLISH_LEAST}|{_ENGLISH_MOST}|{_ENGLISH_ABOUT}) (?:an? )?)?"
        rf"(?P<currency>{prefix_pattern()})? ?(?P<sign>负|零下|(?<![0-9A-Za-z%)\]~–—-])-|(?<![A-Za-z])minus )?$"
    )


@cache
def _last_characters() -> frozenset[str]:
    """Return what the word before a figure can end in: one look spares most searches."""
    words = (*_AT_LEAST, *_AT_MOST, *_ABOUT, *lexicon().prefixes)
    return frozenset(word[-1] for word in words) | frozenset("了到至负下- ")


@cache
def prefix_pattern() -> str:
    """Return the alternation of the words and signs of money that stand before a figure."""
    words = sorted(lexicon().prefixes, key=len, reverse=True)
    return "|".join((rf"(?<![A-Za-z])M?{re.escape(each)}" if each[0].isalpha() else re.escape(each)) for each in words)


def qualify(text: str, figure: Figure, floor: int) -> Figure:
    """Apply what stands before ``figure`` (not before ``floor``) and behind it."""
    leads = figure.start > floor and text[figure.start - 1] in _last_characters()
    before = _before().search(text, max(floor, figure.start - REACH), figure.start) if leads else None
    after = _AFTER.match(text, figure.end)
    word = (before["qualifier"] or "").strip() if before else ""
    if before and word[:1] in _VERBS_TOO and text[figure.number] not in SCALE:
        word, before = "", None
    low, high, end, unit = figure.bounds.low, figure.bounds.high, figure.end, figure.unit
    words = [figure.qualifier] if figure.qualifier else []
    if before:
        if before["sign"] and low is not None:
            low, high = (None if high is None else -high), -low
        if before["currency"] and unit.quantity in ("count", "money"):
            low, high, unit = _in_currency(before["currency"], low, high, figure)
        if word:
            low, high = _bounded(word, low, high)
            words.insert(0, word)
    if after:
        end = after.end()
        words.append(after[0].strip())
        if after[0] in _OPENING:
            low, high = (low if low is not None else high), None
        elif after[0] in _CLOSING:
            low, high = None, (high if high is not None else low)
    start = before.start() if before and before[0] else figure.start
    start += len(text[start : figure.start]) - len(text[start : figure.start].lstrip())
    return replace(figure, start=start, end=end, bounds=Bounds(low, high), qualifier="…".join(words), unit=unit)


def _in_currency(
    written: str, low: Decimal | None, high: Decimal | None, figure: Figure
) -> tuple[Decimal | None, Decimal | None, Unit]:
    prefixes = lexicon().prefixes
    unit = prefixes.get(written) or prefixes[written[1:]]
    if written not in prefixes:  # MUSD 60: the M is a million
        low, high = (None if each is None else each * 10**6 for each in (low, high))
    return low, high, unit if figure.unit.quantity == "count" else figure.unit


def _bounded(word: str, low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    bare = word.rstrip("了到至") if not word.isascii() else word.removesuffix(" an").removesuffix(" a").lower()
    if bare in _AT_MOST or bare in _ENGLISH_MOST.split("|"):
        return (None, high) if high is not None else (low, high)
    if bare in _ABOUT or bare in _ENGLISH_ABOUT.split("|"):
        return low, high
    return low, None

"""Numerals as written → Decimal bounds.

Takes one numeral, already folded to half width and simplified characters and without white space inside; returns its
bounds and the size of its last printed digit. Finding numerals in running text, units and qualifiers are left to the
metrics stage. Arithmetic is Decimal throughout, never float.

    read("1.06万亿")  → 1060000000000, step 10000000000
    read("数十万")     → 100000 and more
    read("七八十")     → 70 to 80
    read_english("two hundred and five")  → 205
"""

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache

EXACT = Context(prec=60)
LONGEST = 40  # digits; a longer run is an identifier, and keeps arithmetic inside EXACT

_DIGITS = dict(zip("零〇○一二三四五六七八九", (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_DIGITS |= dict(zip("壹贰叁肆伍陆柒捌玖两", (1, 2, 3, 4, 5, 6, 7, 8, 9, 2), strict=True))
_SMALL = {"十": 1, "百": 2, "千": 3, "拾": 1, "佰": 2, "仟": 3}
_LARGE = {"万": 4, "亿": 8, "兆": 12}

DIGIT = "零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖"
SMALL = "十百千拾佰仟"
LARGE = "万亿兆"
SCALE = SMALL + LARGE
ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{2,3}){0,12},[0-9]{3}(?![0-9])|[0-9]+)(?:\.[0-9]+)?"

_TOKEN = re.compile(rf"[0-9]+(?:\.[0-9]+)?|[{DIGIT}{SCALE}廿卅]")
_POSITIONAL = re.compile(rf"[{DIGIT}]+")
_NEIGHBOURS = re.compile(rf"([{DIGIT}{SCALE}]*?)([{DIGIT}])([{DIGIT}])([{SCALE}]*)")
_VAGUE = re.compile("[余多几来]")
_WHOLE = re.compile(rf"[0-9.{DIGIT}{SCALE}廿卅]+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """Bounds of a numeral (None: open above) and the size of its last printed digit."""

    low: Decimal
    high: Decimal | None
    step: Decimal


def read(written: str) -> Numeral | None:
    """Read a Chinese, Arabic or mixed numeral; None where ``written`` is none or longer than any quantity."""
    body = written.replace(",", "")
    if not body or len(body) > 2 * LONGEST:
        return None
    vague = body[0] in "数几"
    if vague:
        body = "一" + body[1:]
    body, dropped = _VAGUE.subn("", body)
    if body and body[0] in SCALE:
        body = "一" + body
    whole, point, fraction = body.partition("点")
    if not _WHOLE.fullmatch(whole) or len(whole) > LONGEST:
        return None
    if point:
        return _with_fraction(whole, fraction)
    return _between(whole) or _evaluate(whole, open_above=vague or dropped > 0)


def _with_fraction(whole: str, fraction: str) -> Numeral | None:
    digits = _POSITIONAL.match(fraction)
    base = _evaluate(whole, open_above=False)
    if digits is None or base is None:
        return None
    printed = "".join(str(_DIGITS[each]) for each in digits[0])
    power = sum(_LARGE.get(each, 0) for each in fraction[digits.end() :])
    value = EXACT.add(base.low, Decimal(f"0.{printed}")).scaleb(power, EXACT)
    return Numeral(value, value, Decimal(1).scaleb(power - len(printed)))


def _between(whole: str) -> Numeral | None:
    """Read neighbouring digits as a range: 三四, 七八十, 两三百万, 十五六."""
    match = _NEIGHBOURS.fullmatch(whole)
    if match is None or _DIGITS[match[3]] != _DIGITS[match[2]] + 1 or _DIGITS[match[2]] == 0:
        return None
    if match[1] and match[1][-1] not in SCALE:
        return None
    low = _evaluate(match[1] + match[2] + match[4], open_above=False, elide=False)
    high = _evaluate(match[1] + match[3] + match[4], open_above=False, elide=False)
    return Numeral(low.low, high.high, low.step) if low and high else None


def _evaluate(whole: str, *, open_above: bool, elide: bool = True) -> Numeral | None:
    if len(whole) > 1 and _POSITIONAL.fullmatch(whole):
        value = Decimal("".join(str(_DIGITS[each]) for each in whole))
        return Numeral(value, None if open_above else value, Decimal(1))
    sum_ = _Sum()
    for token in _TOKEN.findall(whole):
        sum_.take(token)
    value, step = sum_.result(elide)
    return Numeral(value, None if open_above else value, step)


class _Sum:
    """Adds up the parts of a numeral: 三亿五千万, 1亿5000万, 一万五千亿, 两千三."""

    def __init__(self) -> None:
        self.total = self.section = Decimal(0)
        self.pending: Decimal | None = None
        self.step = Decimal(1)
        self.last_power: int | None = None
        self.lowest_large = 99
        self.short = False

    def take(self, token: str) -> None:
        if token in _DIGITS:
            self.short = self.last_power is not None and self.pending is None
            self.pending = Decimal(_DIGITS[token])
            self.step = Decimal(1)
            if _DIGITS[token] == 0:
                self.last_power = None
        elif token in _SMALL:
            self._scale_section(_SMALL[token])
        elif token in _LARGE:
            self._scale_total(_LARGE[token])
        elif token in ("廿", "卅"):
            self.section += 20 if token == "廿" else 30
            self.last_power = 1
        else:
            self.pending = Decimal(token)
            self.step = _step(len(token.partition(".")[2]))
            self.short = False

    def _scale_section(self, power: int) -> None:
        if self.pending is None and self.last_power is not None and self.section:
            self.section = self.section.scaleb(power, EXACT)  # 百千: a scale on a scale
        else:
            self.section += (Decimal(1) if self.pending is None else self.pending).scaleb(power, EXACT)
        self._scaled(power)

    def _scale_total(self, power: int) -> None:
        current = self.section + (self.pending or 0)
        if power >= self.lowest_large:
            self.total = EXACT.add(self.total, current).scaleb(power, EXACT)
        elif self.pending is None and not self.section:
            self.total = (self.total or Decimal(1)).scaleb(power, EXACT)
        else:
            self.total = EXACT.add(self.total, current.scaleb(power, EXACT))
        self.lowest_large = power
        self.section = Decimal(0)
        self._scaled(power)

    def _scaled(self, power: int) -> None:
        self.step = (self.step if self.pending is not None else max(self.step, Decimal(1))).scaleb(power)
        self.pending, self.last_power, self.short = None, power, False

    def result(self, elide: bool) -> tuple[Decimal, Decimal]:
        pending = self.pending or Decimal(0)
        if elide and self.short and self.last_power is not None and self.last_power >= 2:
            pending = pending.scaleb(self.last_power - 1)  # 两千三 = 2300
            self.step = Decimal(1).scaleb(self.last_power - 1)
        return EXACT.add(EXACT.add(self.total, self.section), pending), self.step


_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: Decimal(value) for value, word in enumerate(_UNITS)}
_WORDS |= {word: Decimal(10 * (place + 2)) for place, word in enumerate(_TENS)}
MULTIPLES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "lakh": Decimal(100_000),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
ENGLISH_WORD = "|".join(sorted((*_WORDS, *MULTIPLES), key=len, reverse=True))
_ENGLISH = re.compile(r"[a-z]+")


def read_english(written: str) -> Decimal | None:
    """Read an English numeral in words ("twenty-two", "three hundred and five thousand"); None for other words."""
    total = section = Decimal(0)
    seen = False
    for word in _ENGLISH.findall(written.lower()):
        if word in _WORDS:
            section += _WORDS[word]
        elif word == "hundred":
            section = (section or Decimal(1)) * 100
        elif word in MULTIPLES:
            total, section = total + (section or Decimal(1)) * MULTIPLES[word], Decimal(0)
        elif word in ("and", "a"):
            continue
        else:
            return None
        seen = True
    return total + section if seen else None


@cache
def _step(places: int) -> Decimal:
    """Return the size of the last of so many decimal places."""
    return Decimal(1).scaleb(-places)

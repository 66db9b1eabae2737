"""English number words, scales, units and fractions beside a figure.

Takes a text and a place; returns what stands there. The figure grammar asks here wherever Latin letters follow a
numeral or a number word begins.

    "1 trillion" → scale 10^12      "three-foot" → unit foot      "thirteen dollars and forty-five cents" → 13.45
"""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from string import ascii_lowercase

from kwaicompare.metrics.figure import Figure
from kwaicompare.metrics.qualifiers import prefix_pattern
from kwaicompare.metrics.units import RATIO, Unit, lexicon
from kwaicompare.model.metric import Bounds
from kwaicompare.text.numerals import ARABIC, ENGLISH_WORD, EXACT, MULTIPLES, Numeral, read, read_english

_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10, "hundredth": 100}
_VULGAR = dict(zip("½⅓⅔¼¾⅕⅛", ("0.5", "1/3", "2/3", "0.25", "0.75", "0.2", "0.125"), strict=True))
_WORD_RUN = rf"(?:{ENGLISH_WORD})(?:(?:-| and | a | )(?:{ENGLISH_WORD})(?![A-Za-z]))*"
ENGLISH = (
    rf"(?P<words>(?<![A-Za-z0-9.])(?i:(?P<few>{_WORD_RUN})?[ -]?(?P<piece>(?<![A-Za-z])(?:half|halves|quarter"
    rf"|third|fourth|fifth|tenth)s?"
    rf"(?![A-Za-z]))|{_WORD_RUN})(?![A-Za-z]))"
    r"|(?P<mixed>(?<![0-9./-])(?:(?P<mixed_whole>[0-9]{1,6})(?: |(?=[½⅓⅔¼¾⅕⅛])))?"
    r"(?:(?P<upper>[0-9]{1,2})/(?P<under>[0-9]{1,2})(?![0-9/年月])|(?P<vulgar>[½⅓⅔¼¾⅕⅛])))"
)
_SCALES = MULTIPLES | {
    "mn": Decimal(10**6), "bn": Decimal(10**9), "tn": Decimal(10**12),
    "m": Decimal(10**6), "k": Decimal(1000), "b": Decimal(10**9),
}  # fmt: skip
_SCALE = re.compile(
    r"[ -]?(?P<long>hundred thousand|hundred|thousand|lakh|million|crore|billion|trillion)(?![A-Za-z])"
    r"|(?P<short> ?(?:mn|bn|tn)|k|K)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_MONEY_SCALE = re.compile(r" ?(?P<short>[mMbBkK]|mn|bn)(?![A-Za-z0-9])")
_PLURAL = re.compile(r" ([a-z]{2,20}[^\Wsiu_]s)(?![A-Za-z])|(?: [a-z]{3,12}){1,2} ([a-z]{3,20}[^\Wsiu_]s)(?![A-Za-z])")
_LATIN = frozenset(ascii_lowercase)
_LONGEST_WORD = 32
_NO_NOUN = frozenset(["has", "was", "does", "times", "says", "plus", "yes", "always", "perhaps"])


@cache
def _sign_pattern() -> re.Pattern[str]:
    table = lexicon()
    signs = "|".join(re.escape(each) for each in sorted(table.english, key=len, reverse=True) if not each[0].isalpha())
    codes = "|".join(each for each in table.prefixes if each.isalpha() and each.isupper())
    return re.compile(
        rf"[ -]?(?:(?P<code>M?(?:{codes}))(?![A-Za-z])(?! ?[0-9])| ?(?P<sign>{signs})(?! ?[0-9]))"
        rf"|(?P<repeated> ?[$€£])(?= [0-9.,]+ ?(?:[$€£]|cents?))"
    )


@cache
def _words_by_letter() -> dict[str, list[str]]:
    """Return the units in words by their first letter, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(lexicon().english, key=len, reverse=True):
        if word[0].isalpha():
            found.setdefault(word[0].lower(), []).append(word)
    return found


def unit_at(text: str, position: int) -> tuple[Unit, int, Decimal] | None:
    """Return the English unit at ``position``, its end, and the million that an M before a currency code stands for."""
    begins = position + (text[position : position + 1] in ("-", " "))
    word = _unit_word(text[begins : begins + _LONGEST_WORD].lower())
    if word:
        return _unit_of(word), begins + len(word), Decimal(1)
    match = _sign_pattern().match(text, position)
    if match is None:
        return None
    if match["code"]:
        prefixes, code = lexicon().prefixes, match["code"]
        return prefixes.get(code) or prefixes[code[1:]], match.end(), Decimal(1 if code in prefixes else 10**6)
    return _unit_of((match["sign"] or match["repeated"].strip()).lower()), match.end(), Decimal(1)


def _unit_word(following: str) -> str:
    """Return the unit in words that ``following`` begins with, a plural ending included; "" where there is none."""
    for word in _words_by_letter().get(following[:1], ()):
        if following.startswith(word.lower()):
            for ending in ("s", "es", ""):
                end = len(word) + len(ending)
                if following.startswith(ending, len(word)) and following[end : end + 1] not in _LATIN:
                    return following[:end]
    return ""


def _unit_of(written: str) -> Unit:
    table = lexicon().english
    return next(table[name] for ending in ("", "s", "es") if (name := written.removesuffix(ending)) in table)


def scale_at(text: str, position: int, money: bool) -> tuple[Decimal, int] | None:
    """Return the scale word at ``position`` and its end; single letters (M, B) are scales behind a currency only."""
    match = _SCALE.match(text, position) or (_MONEY_SCALE.match(text, position) if money else None)
    if match is None:
        return None
    groups = match.groupdict()
    word = (groups.get("long") or groups["short"]).strip().lower()
    factor = Decimal(100_000) if word == "hundred thousand" else _SCALES[word]
    return factor, match.end()


def noun_at(text: str, position: int) -> str:
    """Return the plural noun that a plain English count counts: 100 patents."""
    match = _PLURAL.match(text, position)
    noun = (match[1] or match[2]) if match else ""
    return "" if noun in _NO_NOUN else noun


def number_words(match: re.Match[str]) -> tuple[Numeral, Unit | None] | None:
    """Read a run of number words or a fraction in figures; the unit is a ratio where it is a share of a whole."""
    if match["mixed"] is not None:
        return _mixed(match)
    if match["piece"] is None:
        value = read_english(match["words"])
        return (Numeral(value, value, Decimal(1)), None) if value is not None else None
    part = match["piece"].lower()
    divisor = _PARTS.get(part) or _PARTS.get(part.removesuffix("s"))
    count = read_english(match["few"]) if match["few"] else Decimal(1)
    if divisor is None or count is None:
        return None
    value = EXACT.divide(count, Decimal(divisor))
    return Numeral(value, value, Decimal("0.01")), RATIO if match["few"] else None


def _mixed(match: re.Match[str]) -> tuple[Numeral, Unit | None] | None:
    whole = Decimal(match["mixed_whole"] or 0)
    upper, under = match["upper"], match["under"]
    if match["vulgar"]:
        upper, _, under = _VULGAR[match["vulgar"]].partition("/")
    if under and Decimal(under) == 0:
        return None
    value = EXACT.add(whole, EXACT.divide(Decimal(upper), Decimal(under or 1)))
    return Numeral(value, value, Decimal("0.01")), None


_AND_CENTS = re.compile(
    rf"(?:,? and)? (?P<extra>(?i:{_WORD_RUN})|[0-9]{{1,2}}+)(?![0-9]"
    rf"|[.,][0-9])(?:(?P<cents> cents?)(?![A-Za-z])|(?! ?(?!and)[A-Za-z$€£%]))"
)
_INCHES = re.compile(rf"(?: and)? (?P<extra>{ARABIC}) ?(?:inches|inch|in)(?![A-Za-z])")


def compound(text: str, figure: Figure) -> Figure:
    """Add cents behind dollars, inches behind feet."""
    name, low = figure.unit.name, figure.bounds.low
    if low is None or figure.bounds.high != low:
        return figure
    if name in ("ft", "foot", "feet") and (match := _INCHES.match(text, figure.end)):
        inches = read(match["extra"])
        extra = EXACT.divide(inches.low, Decimal(12)) if inches else Decimal(0)
    elif (
        figure.unit.quantity == "money"
        and "dollar" in name + "dollar" * (name in "$€£")
        and (match := _AND_CENTS.match(text, figure.end))
    ):
        spelled = match["extra"]
        cents = Decimal(spelled) if spelled.isdigit() else read_english(spelled)
        if cents is None or cents >= 100:
            return figure
        extra = cents / 100
    else:
        return figure
    return replace(figure, end=match.end(), bounds=Bounds(low + extra, low + extra))


def starts_money(text: str, start: int) -> bool:
    """Tell whether a word or sign of money stands right before ``start``."""
    return _money_before().search(text, max(0, start - 8), start) is not None


@cache
def _money_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{prefix_pattern()}) ?$")

"""Cut a text into words with offsets into the text as written.

Takes a text and terms to keep whole; returns `Words` that cover the text without gap. Figures (1105.8亿, 78.4%),
Latin runs (AI-IDC, H.266/VVC, GB/T) and addresses are words of their own; Han runs are cut by jieba's algorithm and
dictionary (rjieba) without its hidden Markov model, which on report prose joins neighbours that are no word (双赛|道,
名中) as often as it finds one; new words are found by `discover_terms` instead. Terms are merged afterwards, from
whole words: rjieba's ``add_word`` would change a dictionary that the whole process shares, this way the result
depends on the arguments alone. It leaves out parts of speech and sentence boundaries.

    segment("可灵 AI用户超1.4万", ["可灵AI"]).forms == ("可灵ai", "用户", "超", "1.4万")
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import rjieba

from kwaicompare import resources
from kwaicompare.model.keyword import Words
from kwaicompare.text.normalize import fold

_HAN = "々〆\u3400-\u9fff\U00020000-\U000323af"
_SIGN = rf"[^\W_{_HAN}〇]"
_LETTER = rf"[^\W\d_{_HAN}〇]"
_PIECES = re.compile(
    rf"""
    [{_HAN}]+
    | [^\S\n]+ | \n
    | https?://[!-~]+
    | \d*{_LETTER}                                # a Latin run has a letter, and goes on over
      (?: {_SIGN}
        | [-&+_](?={_SIGN})                       #   AI-IDC, R&D
        | ['’](?={_LETTER})(?!s(?!{_SIGN}))       #   don't, but the possessive stands apart
        | \.(?=\d)                                #   H.266
        | /(?:(?={_SIGN}{{1,2}}(?!{_SIGN}))|(?={_SIGN}*\d))   # GB/T, H.266/VVC, not iOS/Android
        | (?<=\d)/(?={_LETTER}) | (?<!{_SIGN}{_SIGN})(?<={_SIGN})/(?={_LETTER})
      )*
    | \d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)   # a date
    | \d+(?:,\d{{3}})*(?:\.\d+)?                  # a figure
      (?: %|‰|万亿|[百千]?[万亿]|[百千](?![瓦米克帕伏焦卡赫安]) )?
    | [〇零一二三四五六七八九]{{4}}(?=年)
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_IS_HAN = re.compile(f"[{_HAN}]").match


@dataclass(frozen=True, slots=True)
class _Dictionary:
    """Terms in folded form without spaces beside Han characters, and every beginning of one."""

    terms: frozenset[str]
    beginnings: frozenset[str]


def segment(text: str, terms: Iterable[str] = ()) -> Words:
    """Cut ``text`` into words, keeping the terms of the shipped lexicon and ``terms`` whole."""
    folded = fold(text)
    tokens = list(_cut(folded.text))
    forms, lengths = _merge_terms(tokens, _dictionary(frozenset(terms)))
    ends = list(accumulate(lengths))
    if folded.origins is None:
        return Words(array("L", [0, *ends[:-1]] if ends else []), tuple(forms), len(text))
    return _words_in_original([folded.start(end) for end in ends], forms, len(text))


def read_terms(text: str) -> tuple[str, ...]:
    """Read a dictionary in jieba's format: a term a line, frequency and tag optional; BOM and CRLF tolerated."""
    found: list[str] = []
    for line in text.lstrip("\ufeff").splitlines():
        entry = re.sub(r"(?:\s+\d+)?(?:\s+[a-z]{1,4})?\s*$", "", line).strip()
        if entry and not entry.startswith("#"):
            found.append(entry)
    return tuple(found)


def term_form(term: str) -> str:
    """Return the form a term has among ``Words.forms``: folded, no space beside a Han character."""
    parts = fold(term).text.split()
    return _join(parts) if parts else ""


def discover_terms(texts: Sequence[str]) -> tuple[str, ...]:
    """Find words that no dictionary lists in the texts themselves, by cohesion and freedom."""
    return ()


def _cut(text: str) -> Iterator[str]:
    pieces: list[str] = _PIECES.findall(text)
    han = iter(rjieba.cut("\n".join(piece for piece in pieces if _IS_HAN(piece)), False))
    for piece in pieces:
        if _IS_HAN(piece):
            for word in han:
                if word == "\n":
                    break
                yield word
        else:
            yield piece


def _merge_terms(tokens: list[str], dictionary: _Dictionary) -> tuple[list[str], list[int]]:
    forms: list[str] = []
    lengths: list[int] = []
    at, count = 0, len(tokens)
    beginnings = dictionary.beginnings
    while at < count:
        token = tokens[at]
        if token in beginnings:
            form, following = _longest_term(tokens, at, dictionary)
            forms.append(form)
            lengths.append(sum(map(len, tokens[at:following])))
            at = following
        else:
            forms.append(token)
            lengths.append(len(token))
            at += 1
    return forms, lengths


def _longest_term(tokens: list[str], at: int, dictionary: _Dictionary) -> tuple[str, int]:
    """Return the longest term that whole tokens from ``at`` make up, and where it ends; else the token itself."""
    joined, following = tokens[at], at + 1
    best = (joined, following)
    while following < len(tokens):
        if tokens[following].isspace() and tokens[following] != "\n" and following + 1 < len(tokens):
            joined = _join([joined, tokens[following + 1]])
            following += 2
        else:
            joined += tokens[following]
            following += 1
        if joined not in dictionary.beginnings:
            break
        if joined in dictionary.terms:
            best = (joined, following)
    return best


def _join(parts: list[str]) -> str:
    """Join with a space only where neither neighbour is a Han character: 可灵 AI is 可灵ai, white paper stays two."""
    joined = parts[0]
    for part in parts[1:]:
        beside_han = _IS_HAN(joined[-1]) or _IS_HAN(part[0])
        joined += part if beside_han else f" {part}"
    return joined


def _words_in_original(ends: list[int], forms: list[str], length: int) -> Words:
    """Map word ends to the original; words that share one character of it (㈠) become one, the first starts at 0."""
    starts: array = array("L")
    kept: list[str] = []
    start = 0
    for end, form in zip(ends, forms, strict=True):
        if starts and starts[-1] == start:
            kept[-1] += form
        else:
            starts.append(start)
            kept.append(form)
        start = end
    if not starts and length:
        return Words(array("L", [0]), ("",), length)
    return Words(starts, tuple(kept), length)


def _dictionary(terms: frozenset[str]) -> _Dictionary:
    forms = _lexicon() | {form for form in map(term_form, terms) if form}
    return _Dictionary(forms, frozenset(form[:end] for form in forms for end in range(1, len(form) + 1)))


@cache
def _lexicon() -> frozenset[str]:
    return frozenset(map(term_form, read_terms(resources.text("lexicons", "terms.txt"))))

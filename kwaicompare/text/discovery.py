"""Find words that no dictionary lists in the documents themselves: product names, coinages, fixed compounds.

Takes the texts of all editions together; returns terms. Neighbouring tokens are joined, the firmest pair first, as long
as they belong together (cohesion: how much of either one's occurrences are this pair); a joined word counts as a term
when it stands in different surroundings (freedom: at least two different neighbours on either side, borders of a
sentence counting as different). It leaves out figures, function words, and pairs of Latin words.

    discover_terms(["…可灵 AI…"]) == ("可灵", "可灵ai", …)
"""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress, pairwise

import rjieba

from kwaicompare.progress import Progress, part, reported, silent
from kwaicompare.text.cutting import cut, is_han, join
from kwaicompare.text.lexicon import lexicon, stop_words
from kwaicompare.text.normalize import fold
from kwaicompare.text.terms import Dictionary, merge_terms

MOST_CHARACTERS = 400_000  # of all texts together: enough to know the words, and the cost stays bounded
_PIECES = 20  # of a longer text, spread over it
_ROUNDS = 4
_LONGEST = 8
_SEEN = 3  # times a term must stand in the texts, and one more for every so many tokens:
_TOKENS_PER_TIME = 50_000
# Cohesion is measured by the shares of the left and of the right token's occurrences that are this pair.
_FIRM = 0.25  # product of both shares: the two are one word more often than not
_BOUND = 0.7  # the larger share, where a token is a single character and so likely a piece of a word
_TIED = 0.5  # the new word's share, where a new word meets a listed one (可灵 AI)
_BORDER = ""
_LATIN_WORD = re.compile(r"\d*[a-z][\da-z.+&/-]*").fullmatch
# Never a piece of a word.
_FUNCTION = frozenset(
    "的了着和与及或在是为以等将从被把也都就又并其之于由至有无不个这那该各每某此本更较最很已让使给比而且则但若如所还再只仅均即非超近"
    "约余第年月日时次项件名位条款台套元万亿百千十一二两三四五六七八九〇零几数半我你他她它们吗呢吧啊请"
)
# A piece of a word only beside another single character (可灵, 上云, 自研); after a word they say where or when.
_MOSTLY_FUNCTION = frozenset("可能会要来去上下内外前后里间中多过得地起看说用做应到对向自出")
_NO_NAME_TAGS = ("m", "q", "r", "p", "c", "d", "u", "f", "t", "y")  # jieba's: numerals, pronouns, adverbs, times …
_ATTRIBUTE_TAGS = ("n", "a", "b", "j", "l", "i", "z", "s", "vn", "eng")  # what can stand before the noun of a compound


def discover_terms(texts: Sequence[str], progress: Progress = silent) -> tuple[str, ...]:
    """Find new words in ``texts``, by cohesion and freedom; sorted."""
    share = min(1.0, MOST_CHARACTERS / max(1, sum(map(len, texts))))
    samples = reported(texts, "segment", part(progress, 0.0, 0.3), every=1)
    return discover_in([cut(fold(_sample(text, share)).text) for text in samples], part(progress, 0.3, 1.0))


def discover_in(texts: Iterable[list[str]], progress: Progress = silent) -> tuple[str, ...]:
    """Find new words in texts that are cut already."""
    chain = _chain(texts)
    progress("segment", 0.3)
    least = _SEEN + len(chain) // _TOKENS_PER_TIME
    single = Counter(chain)
    pairs = Counter(pairwise(chain))
    new: set[str] = set()
    terms: set[str] = set()
    for done in range(_ROUNDS):
        progress("segment", 0.5 + 0.5 * done / _ROUNDS)
        firm = _firm_pairs(pairs, single, new, least)
        if not firm:
            break
        chain = _joined(chain, firm, single)
        made = {join(list(pair)) for pair in firm}
        new |= made
        places = list(_places_of(made, chain))
        terms |= _free(chain, places, least)
        # Only pairs with a word just made are new; of the others, none was firm.
        beside = {at for place in places for at in (place - 1, place)}
        pairs = Counter((chain[at], chain[at + 1]) for at in beside)
    return tuple(sorted(terms))


def _chain(texts: Iterable[list[str]]) -> list[str]:
    """Return the words of all texts in one chain that ends in a border; what cannot be part of a word is a border."""
    dictionary = Dictionary.of(lexicon())
    chain: list[str] = []
    for tokens in texts:
        words = merge_terms(list(tokens), dictionary)[0]
        part = {word: word if is_han(word) or _LATIN_WORD(word) else _BORDER for word in set(words)}
        start, last = 0, _BORDER
        for blank in [*_places_of({" "}, words), len(words)]:
            run = [part[word] for word in words[start:blank]]
            if run and run[0] and last and is_han(run[0]) == is_han(last):
                chain.append(_BORDER)
            chain += run
            start, last = blank + 1, run[-1] if run else last
        chain.append(_BORDER)
    return chain


def _places_of(wanted: Container[str], words: Sequence[str]) -> Iterator[int]:
    """Yield where the wanted words stand."""
    return compress(range(len(words)), map(wanted.__contains__, words))


def _sample(text: str, share: float) -> str:
    """Take a share of the text, in equal pieces from all over it."""
    if share == 1.0:
        return text
    step = len(text) // _PIECES + 1
    return "\n".join(text[start : start + int(step * share)] for start in range(0, len(text), step))


def _firm_pairs(
    pairs: Counter[tuple[str, str]], single: Counter[str], new: set[str], least: int
) -> dict[tuple[str, str], float]:
    """Return the neighbours that belong together, with how firmly (product of both shares)."""
    firm: dict[tuple[str, str], float] = {}
    for (left, right), count in pairs.items():
        if count < least or not left or not right or not _may_meet(left, right):
            continue
        shares = count / single[left], count / single[right]
        if _belong(left, right, shares, count, new, least):
            firm[left, right] = shares[0] * shares[1]
    return firm


def _belong(left: str, right: str, shares: tuple[float, float], count: int, new: set[str], least: int) -> bool:
    """Tell whether two neighbours are one word."""
    if (left in new and shares[0] >= _TIED) != (right in new and shares[1] >= _TIED):
        return True
    if is_han(left) and is_han(right) and 1 in (len(left), len(right)):
        return max(shares) >= _BOUND or shares[0] * shares[1] >= _FIRM
    # Two listed words are a compound only when seen more often, and not when a verb has found its object (拉动|内需).
    pieces = left in new or right in new
    compound = left in new or _tag(left).startswith(_ATTRIBUTE_TAGS)
    return compound and shares[0] * shares[1] >= _FIRM and count >= (least if pieces else least + 1)


def _may_meet(left: str, right: str) -> bool:
    if not (is_han(left) or is_han(right)) or len(left) + len(right) > _LONGEST:
        return False
    if not (_MOSTLY_FUNCTION.isdisjoint((left, right)) or len(left) == len(right) == 1):
        return False
    return _can_join(left) and _can_join(right)


@lru_cache(maxsize=1 << 14)
def _can_join(token: str) -> bool:
    if token in _FUNCTION or token in stop_words() or token.isnumeric():
        return False
    return len(token) == 1 or not _tag(token).startswith(_NO_NAME_TAGS)


@lru_cache(maxsize=1 << 14)
def _tag(token: str) -> str:
    """Return jieba's part of speech of a listed word, "" for one that it does not list."""
    tags = rjieba.tag(token, False)
    return tags[0][1] if len(tags) == 1 else ""


def _joined(chain: list[str], firm: dict[tuple[str, str], float], single: Counter[str]) -> list[str]:
    """Join the firm pairs from left to right, each unless the pair that begins with its second half is firmer.

    Keeps the counts of ``single`` in step.
    """
    joined: list[str] = []
    done = 0
    lefts = {left for left, _ in firm}
    for at in _places_of(lefts, chain):
        pair = chain[at], chain[at + 1]
        if at >= done and pair in firm and firm[pair] >= firm.get((pair[1], chain[at + 2]), 0.0):
            word = join(list(pair))
            joined += chain[done:at]
            joined.append(word)
            single.subtract(pair)
            single[word] += 1
            done = at + 2
    return joined + chain[done:]


def _free(chain: list[str], places: Iterable[int], least: int) -> set[str]:
    """Return those of the words at ``places`` that stand often enough, and in different surroundings."""
    before: dict[str, Counter[str]] = defaultdict(Counter)
    after: dict[str, Counter[str]] = defaultdict(Counter)
    for at in places:
        before[chain[at]][chain[at - 1]] += 1  # before the very first word stands the border that ends the chain
        after[chain[at]][chain[at + 1]] += 1
    return {
        word
        for word in before
        if before[word].total() >= least and _different(before[word]) > 1 and _different(after[word]) > 1
    }


def _different(neighbours: Counter[str]) -> int:
    borders = neighbours[_BORDER]
    return len(neighbours) - (borders > 0) + borders

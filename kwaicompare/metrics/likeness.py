"""How alike two figures' subjects are: the words around them, weighed by how rare they are.

Takes the texts and mentions of two editions; returns a score (0..1) for a pair of mentions. Equal values count for
nothing: only what is measured does. Words of change (增长, 下降, 同比) say nothing of the subject and are left out.

    "共申请7321件国内外专利" ~ "累计提交国内外专利申请超1.4万件": 申请, 国内外, 专利 → high
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt
from sys import intern

from kwaicompare.model.metric import Mention
from kwaicompare.progress import Progress, part, reported, silent

_RUN = re.compile("[\u3400-\u9fff]+|[A-Za-z][A-Za-z0-9-]+")
_EMPTY = frozenset(
    "的了和与及在是为有已共等达到超过约近余多其中目前截至年月日累计总合通过进行实现个件条项家次位名人万亿数"
    "将可每被着也并均由元"
)
_CHANGE = re.compile(
    r"同比|环比|增长|提升|提高|上升|增加|下降|降低|减少|缩短|突破|累计|合计|总计|预计|目前|分别|整体|大幅|持"
    r"续|数量|总量"
    r"|increased|decreased|rose|fell|over|nearly|about"
)
_SENTENCE = re.compile(r"[。！？\n|\t]|\. ")
_CLAUSE = re.compile(r"[，,；;、]")
_BREAK = re.compile(r"[。！？\n，；,;|\t]")
_BEFORE, _REST, _AFTER = 60, 30, 24


@dataclass(frozen=True, slots=True)
class _Words:
    weights: dict[str, float]
    norm: float


class Likeness:
    """Scores pairs of mentions of two editions. Rare words weigh more; words nearer to the figure weigh more."""

    def __init__(self, mentions: Sequence[tuple[str, Mention]], progress: Progress = silent) -> None:
        read = reported(mentions, "metrics", part(progress, 0.0, 0.7))
        contexts = {id(mention): _context(text, mention) for text, mention in read}
        counts = Counter(word for words in contexts.values() for word in words)
        total = max(1, len(contexts))
        self._words: dict[int, _Words] = {}
        self._postings: dict[str, int] = dict(counts)
        rarity = {word: log(1 + total / count) for word, count in counts.items()}
        for key, words in reported(list(contexts.items()), "metrics", part(progress, 0.7, 1.0)):
            for word, near in words.items():
                words[word] = near * rarity[word]  # in place: of many figures these are most of the memory
            self._words[key] = _Words(words, sqrt(sum([value * value for value in words.values()])))

    def score(self, a: Mention, b: Mention) -> float:
        """Return the cosine of the two surroundings."""
        one, other = self._words[id(a)], self._words[id(b)]
        if not one.norm or not other.norm:
            return 0.0
        theirs = other.weights
        dot = sum([weight * theirs[word] for word, weight in one.weights.items() if word in theirs])
        return dot / (one.norm * other.norm)

    def words(self, mention: Mention) -> Iterable[str]:
        """Return the words around a mention."""
        return self._words[id(mention)].weights


def _context(text: str, mention: Mention) -> dict[str, float]:
    """Return characters, pairs of them and foreign words near the mention, lighter with distance.

    A counted noun (31项|监管合规标准) weighs more than what stands before it.
    """
    found: dict[str, float] = {}
    left = _SENTENCE.split(text[max(0, mention.span.start - _BEFORE) : mention.span.start])[-1]
    clauses = _CLAUSE.split(left)
    own = clauses[-1]
    rest = left[: len(left) - len(own)]
    if len(own) < 3 and len(clauses) > 1:
        own, rest = clauses[-2] + own, ""
    right = _BREAK.split(text[mention.span.end : mention.span.end + _AFTER])[0].strip("* ")
    counted = mention.quantity == "count" and bool(mention.unit) and "\u4e00" <= right[:1] <= "\u9fff"
    _collect(rest[-_REST:], 0.2 if counted else 0.4, found, towards=True)
    _collect(own, 0.6 if counted else 1.0, found, towards=True)
    reach, weight = (14, 1.2) if counted else (20, 1.0) if mention.kind == "share" else (8, 1.0)
    _collect(right[:reach], weight, found, towards=False)
    _collect(mention.indicator, 0.8, found, towards=True)
    _collect(mention.scope, 0.3, found, towards=False)
    return found


def _collect(piece: str, weight: float, found: dict[str, float], towards: bool) -> None:
    for match in _RUN.finditer(_CHANGE.sub(" ", piece)):
        run = match[0]
        if run[0].isascii():
            word = run.lower()
            found[word] = max(found.get(word, 0.0), weight)
            continue
        for place, char in enumerate(run):
            if char in _EMPTY:
                continue
            near = weight / (1 + max(0, len(piece) - match.start() - place) / 12) if towards else weight
            if found.get(char, 0.0) < 0.35 * near:
                found[intern(char)] = 0.35 * near
            pair = run[place : place + 2]
            if len(pair) == 2 and pair[1] not in _EMPTY and found.get(pair, 0.0) < near:
                found[intern(pair)] = near

"""How alike two figures' subjects are: the words around them, weighed by how rare they are.

Takes the texts and mentions of two editions; returns a score (0..1) for a pair of mentions. Equal values count for
nothing: only what is measured does.

    "共申请7321件国内外专利" ~ "累计提交国内外专利申请超1.4万件": 申请, 国内外, 专利 → high
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log, sqrt

from kwaicompare.model.metric import Mention

_HAN = re.compile("[\u3400-\u9fff]+|[A-Za-z][A-Za-z0-9-]+")
_EMPTY = frozenset(
    "的了和与及在是为有已共等达到超过约近余多其中目前截至年月日累计总计合计共计通过进行实现持续个件条项家次位名人万亿数将可每被"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The weighted words of a mention's surroundings."""

    weights: dict[str, float]
    norm: float


class Likeness:
    """Scores pairs of mentions of two editions. Rare words weigh more; words nearer to the figure weigh more."""

    def __init__(self, mentions: Iterable[tuple[str, Mention]]) -> None:
        contexts = {id(mention): _words(text, mention) for text, mention in mentions}
        counts = Counter(word for words in contexts.values() for word in words)
        total = max(1, len(contexts))
        self._subjects = {}
        for key, words in contexts.items():
            weights = {word: near * log(1 + total / counts[word]) for word, near in words.items()}
            self._subjects[key] = Subject(weights, sqrt(sum(value * value for value in weights.values())))

    def score(self, a: Mention, b: Mention) -> float:
        """Return the cosine of the two surroundings."""
        one, other = self._subjects[id(a)], self._subjects[id(b)]
        if not one.norm or not other.norm:
            return 0.0
        dot = sum(weight * other.weights.get(word, 0.0) for word, weight in one.weights.items())
        return dot / (one.norm * other.norm)

    def shared(self, a: Mention, b: Mention) -> list[str]:
        """Return the words both have, heaviest first."""
        one, other = self._subjects[id(a)].weights, self._subjects[id(b)].weights
        return sorted(one.keys() & other.keys(), key=lambda word: (-one[word] * other[word], word))


def _words(text: str, mention: Mention) -> dict[str, float]:
    """Return pairs of characters and foreign words near the mention, with a weight that falls with distance."""
    found: dict[str, float] = {}
    start = max(0, mention.span.start - 40)
    left = re.split(r"[。！？\n|\t]", text[start : mention.span.start])[-1]
    right = re.split(r"[。！？\n，；,;|\t]", text[mention.span.end : mention.span.end + 24])[0]
    for piece, towards in ((left, True), (right, False)):
        for match in _HAN.finditer(piece):
            run = match[0]
            away = len(piece) - match.end() if towards else match.start()
            units = [run.lower()] if run[0].isascii() else [run[i : i + 2] for i in range(len(run) - 1)] or [run]
            for place, unit in enumerate(units):
                if any(char in _EMPTY for char in unit) and len(unit) <= 2:
                    continue
                distance = away + (len(run) - 2 - place if towards else place)
                near = 1.0 / (1.0 + max(0, distance) / 8.0)
                found[unit] = max(found.get(unit, 0.0), near)
    return found

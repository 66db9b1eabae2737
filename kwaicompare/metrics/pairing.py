"""Which figures of two editions measure the same thing.

Takes the entries of both editions; returns pairs of their places, each entry used once. Evidence is what the figures
measure (`likeness`) and whether their sections are counterparts. A figure outside counterpart sections must also share
the scope. Values only break ties between equally likely partners.

    专利申请 7321件 in 专利体系 ~ 超1.4万件 in 专利保护 → a pair; 3亿 users of one product, 3亿 of another → none
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kwaicompare.metrics.likeness import Likeness
from kwaicompare.metrics.restatement import Entry
from kwaicompare.model.alignment import Alignment
from kwaicompare.model.metric import Mention

_LINKED, _UNLINKED, _PARTICULAR = 0.2, 0.5, 0.45
_RARE_SHARE, _RARE_ENOUGH = 0.05, 0.06
_EVERYDAY = {"count", "share", "money", "time", "multiple", "rank"}
_COMMON = 400
"""A word around more figures than this leads to no candidates by itself."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The places of two entries, and how sure the pairing is."""

    a: int
    b: int
    score: float


def pair_entries(
    old: Sequence[Entry], new: Sequence[Entry], likeness: Likeness, alignment: Alignment
) -> tuple[Pair, ...]:
    """Return the pairs, best first taken, in the order of the old edition."""
    links = _Links(alignment)
    counts = Counter(entry.main.quantity for entry in (*old, *new))
    rare = {each for each, count in counts.items() if each not in _EVERYDAY and count <= _RARE_SHARE * counts.total()}
    found = []
    for i, j in _candidates(old, new, likeness):
        score = _score(old[i], new[j], likeness, links, rare)
        if score is not None:
            same = old[i].main.canonical == new[j].main.canonical
            apart = abs(i / len(old) - j / len(new))
            found.append((-score - 0.03 * same, apart, i, j, score))
    found.sort()
    chosen: list[Pair] = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for _, _, i, j, score in found:
        if i not in used_a and j not in used_b:
            chosen.append(Pair(i, j, score))
            used_a.add(i)
            used_b.add(j)
    return tuple(sorted(chosen, key=lambda pair: pair.a))


def _candidates(old: Sequence[Entry], new: Sequence[Entry], likeness: Likeness) -> list[tuple[int, int]]:
    """Return the comparable entries that share a word, without looking at all pairs."""
    places: dict[tuple[object, ...], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for j, entry in enumerate(new):
        words = {word for mention in entry.mentions for word in likeness.words(mention)}
        for word in words:
            places[_sort(entry.main)][word].append(j)
    found: list[tuple[int, int]] = []
    for i, entry in enumerate(old):
        table = places.get(_sort(entry.main))
        if table is None:
            continue
        words = {word for mention in entry.mentions for word in likeness.words(mention)}
        partners = {j for word in words if len(table.get(word, ())) <= _COMMON for j in table.get(word, ())}
        found.extend((i, j) for j in sorted(partners))
    return found


def _sort(mention: Mention) -> tuple[object, ...]:
    """Return what two figures must agree in to be compared at all."""
    unit = mention.canonical.unit.partition("/")[0] if mention.quantity != "count" or mention.unit else "?"
    return mention.kind, mention.quantity, unit, mention.currency, mention.direction, mention.mode == "to"


def _score(a: Entry, b: Entry, likeness: Likeness, links: "_Links", rare: set[str]) -> float | None:
    if _rhetorical(a.main) or _rhetorical(b.main):
        return None
    best: float | None = None
    for one in a.mentions:
        for other in b.mentions:
            score = likeness.score(one, other)
            link = links.between(one.section, other.section)
            if score >= _needed(one, other, link, rare):
                best = max(best or 0.0, score + 0.2 * (link or 0.0))
    return best


def _needed(a: Mention, b: Mention, link: float | None, rare: set[str]) -> float:
    if link is None:
        same = a.canonical == b.canonical or (bool(a.scope) and a.scope == b.scope)
        return _UNLINKED if same else 2.0
    if a.quantity in rare:
        return _RARE_ENOUGH
    return _PARTICULAR if a.quantity in ("time", "rank") or a.kind in ("share", "rank") else _LINKED


def _rhetorical(mention: Mention) -> bool:
    """Tell a vague figure without a unit (数亿用户) from one that measures."""
    return not mention.unit and mention.quote[:1] in "数几"


class _Links:
    """How strongly two sections are linked; their parents' links count half."""

    def __init__(self, alignment: Alignment) -> None:
        self._scores = {(link.a, link.b): link.score for link in (*alignment.related, *alignment.pairs)}

    def between(self, a: str, b: str) -> float | None:
        return self._scores.get((a, b), 0.5 if a == b == "" else None)

"""Which figures of two editions measure the same thing.

Takes the entries of both editions; returns pairs of their places, each entry used once. Evidence is what the figures
measure (`likeness`) and whether their sections are counterparts. A figure outside counterpart sections must also share
the scope. Values only break ties between equally likely partners. What the editor said of two figures goes before.

    专利申请 7321件 in 专利体系 ~ 超1.4万件 in 专利保护 → a pair; 3亿 users of one product, 3亿 of another → none
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kwaicompare.metrics.decided import Ruling
from kwaicompare.metrics.likeness import Likeness
from kwaicompare.model.alignment import Alignment
from kwaicompare.model.metric import Entry, Mention, Verdict
from kwaicompare.progress import Progress, part, reported, silent

_LINKED, _UNLINKED, _PARTICULAR = 0.2, 0.5, 0.45
_RARE_SHARE, _RARE_ENOUGH = 0.05, 0.06
_EVERYDAY = {"count", "share", "money", "time", "multiple", "rank"}
_COMMON = 24
"""A word around more figures than this leads to no candidates by itself, nor does a section with more figures."""

_STATEMENTS = 12
"""So many statements of one figure are looked at; a figure repeated more often says nothing new."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The places of two entries, how sure the pairing is, the statements that pair best, and the editor's verdict."""

    a: int
    b: int
    score: float
    old: Mention
    new: Mention
    decided: Verdict | None = None


def pair_entries(
    old: Sequence[Entry],
    new: Sequence[Entry],
    likeness: Likeness,
    alignment: Alignment,
    rulings: Sequence[Ruling] = (),
    progress: Progress = silent,
) -> tuple[Pair, ...]:
    """Return the pairs, the editor's first, then the best first taken, in the order of the old edition."""
    ruled = _ruled(old, new, rulings)
    apart = {(pair.a, pair.b) for pair in ruled if pair.decided == "apart"}
    links = _Links(alignment)
    counts = Counter(entry.main.quantity for entry in (*old, *new))
    rare = {each for each, count in counts.items() if each not in _EVERYDAY and count <= _RARE_SHARE * counts.total()}
    found: list[tuple[float, float, Pair]] = []
    candidates = _candidates(old, new, likeness, links, part(progress, 0.0, 0.5))
    for i, j in reported(candidates, "metrics", part(progress, 0.5, 1.0)):
        pair = _pair(i, j, old[i], new[j], likeness, links, rare)
        if pair is not None and (i, j) not in apart:
            tie = 0.03 if pair.old.canonical == pair.new.canonical else 0.0
            found.append((-pair.score - tie, abs(i / len(old) - j / len(new)), pair))
    found.sort(key=lambda each: (*each[:2], each[2].a, each[2].b))
    chosen: list[Pair] = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for pair in (*(each for each in ruled if each.decided != "apart"), *(pair for _, _, pair in found)):
        if pair.a not in used_a and pair.b not in used_b:
            chosen.append(pair)
            used_a.add(pair.a)
            used_b.add(pair.b)
    return tuple(sorted(chosen, key=lambda pair: pair.a))


def _ruled(old: Sequence[Entry], new: Sequence[Entry], rulings: Sequence[Ruling]) -> list[Pair]:
    """Return the pairs the editor spoke of, the latest word first."""
    if not rulings:
        return []
    places_a, places_b = ({each: at for at, entry in enumerate(some) for each in entry.mentions} for some in (old, new))
    return [Pair(places_a[one.a], places_b[one.b], 1.0, one.a, one.b, one.verdict) for one in reversed(rulings)]


def _candidates(
    old: Sequence[Entry], new: Sequence[Entry], likeness: Likeness, links: "_Links", progress: Progress
) -> list[tuple[int, int]]:
    """Return the comparable entries of linked sections and those that share a rare word, without looking at all."""
    by_word: dict[tuple[object, ...], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    by_section: dict[tuple[object, ...], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for j, entry in enumerate(reported(new, "metrics", part(progress, 0.0, 0.4))):
        words, sections = by_word[_sort(entry.main)], by_section[_sort(entry.main)]
        for word in _words(entry, likeness):
            words[word].append(j)
        for section in {mention.section for mention in entry.mentions}:
            sections[section].append(j)
    found: list[tuple[int, int]] = []
    for i, entry in enumerate(reported(old, "metrics", part(progress, 0.4, 1.0))):
        words, sections = by_word[_sort(entry.main)], by_section[_sort(entry.main)]
        linked = {other for mention in entry.mentions for other in links.partners(mention.section)}
        partners = {j for section in linked for j in sections.get(section, ())[:_COMMON]}
        partners.update(
            j for word in _words(entry, likeness) if len(words.get(word, ())) <= _COMMON for j in words[word]
        )
        found.extend((i, j) for j in sorted(partners))
    return found


def _words(entry: Entry, likeness: Likeness) -> set[str]:
    return {word for mention in entry.mentions for word in likeness.words(mention)}


def _sort(mention: Mention) -> tuple[object, ...]:
    """Return what two figures must agree in to be compared at all."""
    unit = mention.canonical.unit.partition("/")[0] if mention.quantity != "count" or mention.unit else "?"
    return mention.kind, mention.quantity, unit, mention.currency, mention.direction, mention.mode == "to"


def _pair(i: int, j: int, a: Entry, b: Entry, likeness: Likeness, links: "_Links", rare: set[str]) -> Pair | None:
    """Return the pair of two entries with its best statements; None where no two statements are alike enough."""
    if _rhetorical(a.main) or _rhetorical(b.main):
        return None
    best: Pair | None = None
    best_value = 0.0
    for one in a.mentions[:_STATEMENTS]:
        for other in b.mentions[:_STATEMENTS]:
            score = likeness.score(one, other)
            link = links.between(one.section, other.section)
            if score < _needed(one, other, link, rare):
                continue
            score += 0.2 * (link or 0.0)
            value = score + 0.3 * _stands_in_text(one) + 0.3 * _stands_in_text(other)
            if best is None or value > best_value:
                best, best_value = Pair(i, j, max(score, best.score if best else 0.0), one, other), value
            elif score > best.score:
                best = Pair(i, j, score, best.old, best.new)
    return best


def _stands_in_text(mention: Mention) -> bool:
    return bool(mention.unit) and not mention.callout


def _needed(a: Mention, b: Mention, link: float | None, rare: set[str]) -> float:
    if link is None:
        same = a.canonical == b.canonical or (bool(a.scope) and a.scope == b.scope)
        return _UNLINKED if same else 2.0
    if a.quantity in rare:
        return _RARE_ENOUGH
    if _worlds_apart(a, b):
        return _UNLINKED
    return _PARTICULAR if a.quantity in ("time", "rank") or a.kind in ("share", "rank") else _LINKED


def _worlds_apart(a: Mention, b: Mention) -> bool:
    """Tell whether two exact figures differ a hundredfold: one case and a year's total, rather than one indicator."""
    one, other = a.canonical.bounds, b.canonical.bounds
    if one.low != one.high or other.low != other.high or not one.low or not other.low:
        return False
    return max(abs(one.low), abs(other.low)) > 100 * min(abs(one.low), abs(other.low))


def _rhetorical(mention: Mention) -> bool:
    """Tell a vague figure without a unit (数亿用户) from one that measures."""
    return not mention.unit and mention.quote[:1] in "数几"


class _Links:
    """How strongly two sections are linked; their parents' links count half."""

    def __init__(self, alignment: Alignment) -> None:
        self._scores = {(link.a, link.b): link.score for link in (*alignment.related, *alignment.pairs)}
        self._partners: dict[str, set[str]] = defaultdict(set, {"": {""}})
        for a, b in self._scores:
            self._partners[a].add(b)

    def between(self, a: str, b: str) -> float | None:
        return self._scores.get((a, b), 0.5 if a == b == "" else None)

    def partners(self, a: str) -> set[str]:
        """Return the sections of the new edition linked to one of the old."""
        return self._partners[a]

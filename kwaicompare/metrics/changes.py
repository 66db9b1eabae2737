"""What moved: the figures of two editions that measure the same thing, with honest differences.

Takes two editions with their mentions and the section alignment; returns the ledger. Figures pair by what they measure
(words around them, counterpart sections), never by value or unit alone; restatements of one figure (call-outs,
summaries) form one entry. A difference of scope, period kind, bound or unit is a caveat, and where it would mislead
there is no percentage.

    "共申请7321件国内外专利" / "专利申请（已公开）超1.4万件" → at least +91.2 %, caveat: bound
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kwaicompare.metrics.comparability import caveats_of
from kwaicompare.metrics.intervals import difference, relative, stated
from kwaicompare.metrics.likeness import Likeness
from kwaicompare.metrics.restatement import Entry, entries_of
from kwaicompare.model.alignment import Alignment
from kwaicompare.model.comparison import Edition
from kwaicompare.model.metric import Delta, Ledger, Mention

_ENOUGH = 0.42
_ALIGNED = 0.12
_MISLEADING = {"cumulative_vs_per_year", "unit", "definition"}


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    a: int
    b: int


def compare_metrics(a: Edition, b: Edition, alignment: Alignment) -> Ledger:
    """Return the ledger of two editions."""
    likeness = Likeness([(a.text, each) for each in a.mentions] + [(b.text, each) for each in b.mentions])
    old, new = entries_of(a.text, a.mentions, likeness), entries_of(b.text, b.mentions, likeness)
    paired = _pair(old, new, likeness, alignment)
    deltas = tuple(_delta(old[one.a], new[one.b], a.text, b.text) for one in sorted(paired, key=lambda one: one.a))
    taken_a, taken_b = {one.a for one in paired}, {one.b for one in paired}
    return Ledger(
        deltas,
        tuple(mention for place, entry in enumerate(old) if place not in taken_a for mention in entry.mentions),
        tuple(mention for place, entry in enumerate(new) if place not in taken_b for mention in entry.mentions),
    )


def _pair(old: Sequence[Entry], new: Sequence[Entry], likeness: Likeness, alignment: Alignment) -> list[_Candidate]:
    """Return the pairs that are each other's best, best first; an entry is used once."""
    linked = {(link.a, link.b) for link in (*alignment.pairs, *alignment.related)}
    candidates = [
        _Candidate(score, i, j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if (score := _score(one, other, likeness, linked)) >= _ENOUGH
    ]
    candidates.sort(key=lambda one: (-one.score, one.a, one.b))
    used_a: set[int] = set()
    used_b: set[int] = set()
    chosen = []
    for one in candidates:
        if one.a not in used_a and one.b not in used_b:
            chosen.append(one)
            used_a.add(one.a)
            used_b.add(one.b)
    return chosen


def _score(a: Entry, b: Entry, likeness: Likeness, linked: set[tuple[str, str]]) -> float:
    if not _comparable(a.main, b.main):
        return 0.0
    best = max(likeness.score(one, other) for one in a.mentions for other in b.mentions)
    aligned = any((one.section, other.section) in linked for one in a.mentions for other in b.mentions)
    return best + (_ALIGNED if aligned and best > 0.1 else 0.0)


def _comparable(a: Mention, b: Mention) -> bool:
    return (
        a.kind == b.kind
        and a.quantity == b.quantity
        and a.canonical.unit.partition("/")[0] == b.canonical.unit.partition("/")[0]
        and a.direction == b.direction
        and (a.mode == "to") == (b.mode == "to")
        and a.currency == b.currency
    )


def _delta(old: Entry, new: Entry, text_a: str, text_b: str) -> Delta:
    a, b = old.main, new.main
    caveats = caveats_of(a, b, text_a, text_b)
    keys = {key for key, _ in caveats}
    misleading = bool(keys & _MISLEADING) and not (keys & {"unit"} and a.canonical.unit == b.canonical.unit)
    before, after = stated(a), stated(b)
    return Delta(
        indicator=b.indicator or a.indicator,
        a=a,
        b=b,
        also_a=old.others,
        also_b=new.others,
        comparability="caveat" if caveats else "same",
        caveats=caveats,
        absolute=None if a.canonical.unit != b.canonical.unit else difference(before, after),
        percent=None if misleading else relative(before, after),
    )

"""Restatements of one figure inside an edition, gathered into one entry.

Takes the mentions of an edition; returns entries in text order, each with the fullest statement first. A bare figure
(a call-out, a summary box) joins the nearest statement of the same value; two full statements join only when they
speak of the same thing.

    "7321" over "快手共申请7321件国内外专利", and the sentence in the text → one entry of three places
"""

from collections.abc import Sequence
from decimal import Decimal

from kwaicompare.metrics.likeness import Likeness
from kwaicompare.model.metric import Entry, Mention
from kwaicompare.progress import Progress, reported, silent

_NEAR = 160
_ALIKE = 0.45
# A figure repeated more often than this is held against its latest statements only.
_STATEMENTS = 12
# So do figures of one value that measure more different things than this.
_GROUPS = 24


def entries_of(mentions: Sequence[Mention], likeness: Likeness, progress: Progress = silent) -> tuple[Entry, ...]:
    """Gather the restatements of ``mentions``, which are in text order."""
    groups: list[list[Mention]] = []
    by_value: dict[tuple[str, Decimal], list[int]] = {}
    ordered = sorted(mentions, key=lambda one: (not one.indicator, one.span))
    for mention in reported(ordered, "metrics", progress):
        key = (mention.kind if mention.kind != "share" else "metric", _value(mention))
        place = _place(mention, [(index, groups[index]) for index in by_value.get(key, ())[-_GROUPS:]], likeness)
        if place is None:
            by_value.setdefault(key, []).append(len(groups))
            groups.append([mention])
        else:
            groups[place].append(mention)
    entries = []
    for group in groups:
        main = max(group, key=lambda one: (_fullness(one), -one.span.start))
        others = tuple(sorted((one for one in group if one is not main), key=lambda one: one.span))
        entries.append(Entry(main, others))
    return tuple(sorted(entries, key=lambda entry: entry.main.span))


def _value(mention: Mention) -> Decimal:
    bounds = mention.canonical.bounds
    value = bounds.low if bounds.low is not None else bounds.high
    return Decimal(0) if value is None else value


def _place(mention: Mention, groups: list[tuple[int, list[Mention]]], likeness: Likeness) -> int | None:
    best: tuple[float, int] | None = None
    for index, statements in groups:
        group = statements[-_STATEMENTS:]
        if not any(_same_unit(mention, one) for one in group):
            continue
        near = min(abs(one.span.start - mention.span.start) for one in group)
        if not mention.indicator:
            score = 1.0 - near / _NEAR
            enough = near <= _NEAR
        else:
            score = max(likeness.score(mention, one) for one in group)
            enough = score >= _ALIKE
        if enough and (best is None or score > best[0]):
            best = score, index
    return best[1] if best else None


def _same_unit(a: Mention, b: Mention) -> bool:
    return a.canonical.unit == b.canonical.unit or ((not a.unit or not b.unit) and "count" in (a.quantity, b.quantity))


def _fullness(mention: Mention) -> tuple[bool, bool, bool, bool]:
    return bool(mention.indicator), bool(mention.unit), bool(mention.period), not mention.callout

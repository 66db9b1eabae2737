"""What moved: the figures of two editions that measure the same thing, with honest differences.

Takes two editions with their mentions and the section alignment; returns the ledger. Figures pair by what they measure
(words around them, counterpart sections), never by value or unit alone; restatements of one figure (call-outs,
summaries) form one entry. A difference of scope, period kind, bound or unit is a caveat, and where it would mislead
there is no percentage.

    "共申请7321件国内外专利" / "专利申请（已公开）超1.4万件" → at least +91.2 %, caveat: bound
"""

from collections.abc import Sequence

from kwaicompare.metrics.comparability import caveats_of, restatement_caveats
from kwaicompare.metrics.decided import Ruling
from kwaicompare.metrics.intervals import difference, relative, stated
from kwaicompare.metrics.likeness import Likeness
from kwaicompare.metrics.pairing import Pair, pair_entries
from kwaicompare.metrics.restatement import entries_of
from kwaicompare.model.alignment import Alignment
from kwaicompare.model.comparison import Edition
from kwaicompare.model.metric import Delta, Entry, Ledger, Mention
from kwaicompare.progress import Progress, part, reported, silent

_MISLEADING = {"cumulative_vs_per_year"}


def compare_metrics(
    a: Edition, b: Edition, alignment: Alignment, rulings: Sequence[Ruling] = (), progress: Progress = silent
) -> Ledger:
    """Return the ledger of two editions; ``rulings`` are the editor's, on mentions of these editions."""
    mentions = [(a.text, each) for each in a.mentions] + [(b.text, each) for each in b.mentions]
    likeness = Likeness(mentions, part(progress, 0.0, 0.4))
    old = entries_of(a.mentions, likeness, part(progress, 0.4, 0.5))
    new = entries_of(b.mentions, likeness, part(progress, 0.5, 0.6))
    pairs = pair_entries(old, new, likeness, alignment, rulings, part(progress, 0.6, 0.9))
    taken_a, taken_b = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    last = reported(pairs, "metrics", part(progress, 0.9, 1.0))
    return Ledger(
        tuple(_delta(pair, old[pair.a], new[pair.b], a.text, b.text) for pair in last),
        tuple(entry for place, entry in enumerate(old) if place not in taken_a),
        tuple(entry for place, entry in enumerate(new) if place not in taken_b),
    )


def _delta(pair: Pair, old: Entry, new: Entry, text_a: str, text_b: str) -> Delta:
    a, b = pair.old, pair.new
    also_a = tuple(each for each in old.mentions if each is not a)
    also_b = tuple(each for each in new.mentions if each is not b)
    found = caveats_of(a, b, text_a, text_b) + restatement_caveats(a, also_a) + restatement_caveats(b, also_b)
    caveats = () if pair.decided == "comparable" else found
    misleading = not _of_one_kind(a, b) or any(key in _MISLEADING for key, _ in caveats)
    before, after = stated(a, b)
    return Delta(
        indicator=b.indicator if len(b.indicator) > 3 else a.indicator or b.indicator,
        a=a,
        b=b,
        also_a=tuple(sorted(also_a, key=lambda each: each.span)),
        also_b=tuple(sorted(also_b, key=lambda each: each.span)),
        comparability="caveat" if caveats else "same",
        caveats=caveats,
        absolute=None if misleading else difference(before, after),
        percent=None if misleading else relative(before, after),
        decided=pair.decided,
    )


def _of_one_kind(a: Mention, b: Mention) -> bool:
    """Tell whether a difference of the two means anything; the editor may pair what has different units."""
    units = [each.canonical.unit.partition("/")[0] for each in (a, b)]
    same_unit = a.quantity == "count" or units[0] == units[1]
    return a.quantity == b.quantity and a.currency == b.currency and same_unit

"""The editor's corrections of an outline, honoured exactly; everything else stays as it was found.

Takes the headings found and the corrections; returns the headings without those that are none and with those that were
added or given a depth, and their ranks with the depths the editor wants. Leaves out where corrections come from
(`corrections.py`).

    甲, 乙, 丙 of one rank; 乙 corrected to depth 2  →  甲 (乙), 丙
"""

from collections.abc import Iterable, Sequence

from kwaicompare.model.document import HeadingCorrection
from kwaicompare.structure.draft import Heading
from kwaicompare.structure.rows import Row

_BELOW = 0.5  # between the rank of a section and that of any number family below it


def corrected_headings(
    headings: Sequence[Heading], rows: Sequence[Row], corrections: Iterable[HeadingCorrection]
) -> list[Heading]:
    """Return the headings in text order; a correction whose line is blank changes nothing."""
    by_row = {row: heading for heading in headings for row in heading.printed_rows}
    kept = {heading.rows[0]: heading for heading in headings}
    for correction in corrections:
        row = next((row for row in rows if row.start <= correction.start < row.end), None)
        row = row or next((row for row in rows if row.start >= correction.start), None)
        if row is None:
            continue
        heading = by_row.get(row.index)
        if correction.level is None:
            if heading is not None:
                kept.pop(heading.rows[0], None)
            continue
        heading = heading or Heading([row.index], row.text.strip("：:。 "))
        heading.depth = correction.level
        kept[heading.rows[0]] = heading
    return [kept[start] for start in sorted(kept)]


def corrected_ranks(headings: Sequence[Heading], ranks: Sequence[float]) -> list[float]:
    """Return ranks that nest every heading with a depth of the editor's at that depth, as far as there is one above."""
    if all(heading.depth is None for heading in headings):
        return list(ranks)
    found: list[float] = []
    path: list[float] = []
    seen: list[float] = []  # the last rank at each depth, below the last heading above it
    for heading, rank in zip(headings, ranks, strict=True):
        if heading.depth is None:
            while path and path[-1] >= rank:
                path.pop()
        else:
            del path[heading.depth - 1 :]
            rank = _rank_below(path, seen, rank)
        path.append(rank)
        seen[len(path) - 1 :] = [rank]
        found.append(rank)
    return found


def _rank_below(path: Sequence[float], seen: Sequence[float], rank: float) -> float:
    """Return the rank of the sections beside, if there are any, else one just below what stands above."""
    if len(path) < len(seen) and (not path or seen[len(path)] > path[-1]):
        return seen[len(path)]
    return path[-1] + _BELOW if path else rank

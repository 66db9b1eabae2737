"""The editor's corrections of the outline: headings promoted, demoted, unmarked, added.

Takes the headings found, in text order, and the depth each has; returns both as corrected. Every other heading keeps
its depth. Leaves out the nesting (`section_tree`).

    "一、" (1), "附表" (1) corrected to 2 → "一、" (1), "附表" (2)
"""

from bisect import bisect_right
from collections.abc import Sequence

from kwaicompare.model.document import Furniture, HeadingCorrection
from kwaicompare.model.span import Span
from kwaicompare.structure.draft import Draft, Heading
from kwaicompare.structure.rows import Row


def corrected_rows(rows: Sequence[Row], corrections: Sequence[HeadingCorrection]) -> dict[int, int | None]:
    """Return the depth wanted for each row; the last correction of a row counts, one of a blank line says nothing."""
    starts = [row.start for row in rows]
    wanted: dict[int, int | None] = {}
    for correction in corrections:
        index = bisect_right(starts, correction.start) - 1
        if index >= 0 and correction.start < rows[index].end:
            wanted[index] = correction.level
    return wanted


def correct_headings(
    draft: Draft, headings: list[Heading], levels: list[int], wanted: dict[int, int | None]
) -> tuple[list[Heading], list[int]]:
    """Return headings and depths as the editor wants them; any printed row of a heading stands for all of it."""
    open_rows = dict(wanted)
    kept: list[tuple[Heading, int]] = []
    for heading, level in zip(headings, levels, strict=True):
        asked = [open_rows.pop(index) for index in heading.printed_rows if index in open_rows]
        depth = asked[0] if asked else level
        if depth is not None:
            kept.append((heading, depth))
    kept += [(_added(draft, index), level) for index, level in open_rows.items() if level is not None]
    kept.sort(key=lambda item: item[0].printed_rows[0])
    return [heading for heading, _ in kept], [level for _, level in kept]


def _added(draft: Draft, index: int) -> Heading:
    draft.add(Heading([index], draft.rows[index].text))
    return draft.by_start[index]


def cut_out(furniture: Sequence[Furniture], heading: Span) -> list[Furniture]:
    """Return ``furniture`` without the lines of a heading: what the editor calls a heading is content."""
    pieces: list[Furniture] = []
    for item in furniture:
        if item.span.end <= heading.start or heading.end <= item.span.start:
            pieces.append(item)
            continue
        for start, end in ((item.span.start, heading.start), (heading.end, item.span.end)):
            if start < end:
                pieces.append(Furniture(item.kind, Span(start, end)))
    return pieces

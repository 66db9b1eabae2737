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
    """Return the depth wanted for each row; a blank line stands for the printed one below."""
    ends = [row.end for row in rows]
    wanted: dict[int, int | None] = {}
    for correction in corrections:
        index = bisect_right(ends, correction.start)
        if index < len(rows):
            wanted[index] = correction.level
    return wanted


def correct_headings(
    draft: Draft, headings: list[Heading], levels: list[int], wanted: dict[int, int | None]
) -> tuple[list[Heading], list[int]]:
    """Return headings and depths as the editor wants them; any printed row of a heading stands for all of it.

    A depth is honoured as far as there is a heading above to nest in.
    """
    open_rows = dict(wanted)
    found: list[tuple[Heading, int | None, bool]] = []
    for heading, level in zip(headings, levels, strict=True):
        asked = [open_rows.pop(index) for index in heading.printed_rows if index in open_rows]
        found.append((heading, asked[0] if asked else level, bool(asked)))
    found += [(_added(draft, index), level, True) for index, level in open_rows.items() if level is not None]
    kept: list[tuple[Heading, int]] = []
    for heading, level, asked in sorted(found, key=lambda item: item[0].printed_rows[0]):
        if level is not None:
            deepest = kept[-1][1] + 1 if kept else 1
            kept.append((heading, min(level, deepest) if asked else level))
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

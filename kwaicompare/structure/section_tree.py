"""Headings → the outline: sections nested, with spans, ids and parents; furniture and doubts beside them.

Takes a `Document`; returns its `Outline`. The rank of a heading comes from its number family, from the contents
table, or from the depth of its marks where that can be trusted; a section nests in the last one of a higher rank.
The editor's corrections are honoured last (`corrected`).

    "第一章 总则", "第一条 …", "第二章 …" → 1 (第一章), 1.1 (第一条, parent 1), 2 (第二章)
"""

from collections.abc import Sequence

from kwaicompare.model.document import Document, Doubt, Furniture, FurnitureKind, HeadingCorrection, Outline, Section
from kwaicompare.model.span import Span
from kwaicompare.progress import Progress, part, silent
from kwaicompare.structure.contents import Contents, find_contents
from kwaicompare.structure.corrected import correct_headings, corrected_rows, cut_out
from kwaicompare.structure.draft import Draft, Heading
from kwaicompare.structure.furniture import find_furniture, list_captions, running_heads
from kwaicompare.structure.headings import find_headings
from kwaicompare.structure.ranks import rank_headings
from kwaicompare.structure.rows import Row, letters, read_rows


def build_outline(
    document: Document, progress: Progress = silent, corrections: Sequence[HeadingCorrection] = ()
) -> Outline:
    """Return the outline of ``document``. A text without any heading has at most one section: its title's.

    Headings that no correction names keep their depth; what they nest in follows from the depths before them.
    """
    rows = read_rows(document)
    progress("structure", 0.2)
    if not rows:
        return Outline(_title_in_front_matter(document), document.furniture)
    kinds = _known_furniture(document, rows)
    kinds.update(find_furniture(rows))
    kinds.update(list_captions(rows))
    progress("structure", 0.4)
    contents = find_contents(rows)
    inside = {index for start, end in contents.ranges for index in range(start, end)}
    for index in inside:
        kinds.pop(index, None)
    kinds.update(running_heads(rows, set(kinds) | inside))
    found = find_headings(rows, kinds, contents, document.source.title, part(progress, 0.6, 0.9))
    kinds.update(found.furniture)
    headings = _without_title(found) or _title_alone(document, rows)
    wanted = corrected_rows(rows, corrections)
    headings, levels = correct_headings(found, headings, _depths(rank_headings(headings, found.lies)), wanted)
    found.doubts = [(index, reason) for index, reason in found.doubts if index not in wanted]
    sections = _sections(document, rows, headings, levels) or _title_in_front_matter(document)
    furniture: Sequence[Furniture] = _furniture(document, rows, kinds, contents)
    for index in (index for index, level in wanted.items() if level is not None):
        furniture = cut_out(furniture, Span(rows[index].start, rows[index].end))
    return Outline(sections, tuple(furniture), _doubts(rows, found, headings, sections))


def _known_furniture(document: Document, rows: list[Row]) -> dict[int, FurnitureKind]:
    """Return the rows that lie wholly in furniture the reader found (navigation of a page)."""
    kinds: dict[int, FurnitureKind] = {}
    known = iter(sorted(document.furniture, key=lambda item: item.span))
    item = next(known, None)
    for row in rows:
        while item is not None and item.span.end < row.end:
            item = next(known, None)
        if item is not None and item.span.start <= row.start:
            kinds[row.index] = item.kind
    return kinds


def _without_title(draft: Draft) -> list[Heading]:
    """Return the headings without one that names the whole document, unless it is the only one."""
    headings = draft.headings
    if len(headings) < 2:
        return headings
    first, others = headings[0], headings[1:]
    if first.number or first.entry or first.role or first.rows[0] > 5:
        return headings
    named = letters(first.title) == draft.title_key
    wrapping = first.level == 1 and all(other.level != 1 for other in others) and not draft.lies
    return others if named or wrapping else headings


def _depths(ranks: list[float]) -> list[int]:
    """Return how deep each heading stands when it nests in the last one of a higher rank."""
    depths: list[int] = []
    path: list[float] = []
    for rank in ranks:
        while path and path[-1] >= rank:
            path.pop()
        path.append(rank)
        depths.append(len(path))
    return depths


def _sections(document: Document, rows: list[Row], headings: list[Heading], levels: list[int]) -> tuple[Section, ...]:
    starts = [rows[heading.printed_rows[0]].start for heading in headings]
    ends = _ends(levels, starts, len(document.text))
    sections: list[Section] = []
    path: list[Section] = []
    counts: dict[str | None, int] = {}
    for heading, level, start, end in zip(headings, levels, starts, ends, strict=True):
        while path and path[-1].level >= level:
            path.pop()
        parent = path[-1].id if path else None
        counts[parent] = counts.get(parent, 0) + 1
        name = f"{parent}.{counts[parent]}" if parent else str(counts[parent])
        section = Section(
            id=name,
            parent=parent,
            level=level,
            number=heading.number.printed if heading.number else None,
            title=heading.title,
            span=Span(start, end),
            heading=Span(start, _heading_end(heading, rows)),
        )
        sections.append(section)
        path.append(section)
    return tuple(sections)


def _heading_end(heading: Heading, rows: list[Row]) -> int:
    """Return where the heading's own lines end; the text of an article begins on the line of its number."""
    last = rows[heading.printed_rows[-1]]
    number = heading.number
    if number is not None and number.family == "article" and number.rest:
        return last.end - max(last.length - len(number.printed), 0)
    return last.end


def _ends(levels: list[int], starts: list[int], length: int) -> list[int]:
    """Return for each section where the next one of the same or a higher level begins."""
    ends = [length] * len(levels)
    stack: list[int] = []
    for index, level in enumerate(levels):
        while stack and levels[stack[-1]] >= level:
            ends[stack.pop()] = starts[index]
        stack.append(index)
    return ends


def _title_alone(document: Document, rows: list[Row]) -> list[Heading]:
    """Return the document's title as its only heading, where it is printed near the top."""
    key = letters(document.source.title)
    return [Heading([row.index], row.text) for row in rows[:6] if key and letters(row.text) == key][:1]


def _title_in_front_matter(document: Document) -> tuple[Section, ...]:
    """Return the whole text as one section under the title its front matter gives, if it gives one."""
    title = document.source.title
    for line in document.lines[:20]:
        if line.role == "markup" and title and title in line.span.of(document.text):
            span = Span(line.span.start, len(document.text))
            return (Section("1", None, 1, None, title, span, line.span),)
    return ()


def _furniture(
    document: Document, rows: list[Row], kinds: dict[int, FurnitureKind], contents: Contents
) -> tuple[Furniture, ...]:
    """Join neighbouring rows of a kind to one span each, beside what the reader found; no two spans overlap."""
    found = [Furniture("contents", Span(rows[start].start, rows[end - 1].end)) for start, end in contents.ranges]
    last: int | None = None
    for index in sorted(kinds):
        kind, row = kinds[index], rows[index]
        if last is not None and index == last + 1 and found[-1].kind == kind and kind != "caption":
            found[-1] = Furniture(kind, Span(found[-1].span.start, row.end))
        else:
            found.append(Furniture(kind, Span(row.start, row.end)))
        last = index
    disjoint: list[Furniture] = []
    for item in sorted([*found, *document.furniture], key=lambda item: (item.span.start, -item.span.end)):
        if not disjoint or item.span.start >= disjoint[-1].span.end:
            disjoint.append(item)
    return tuple(disjoint)


def _doubts(rows: list[Row], draft: Draft, headings: list[Heading], sections: tuple[Section, ...]) -> tuple[Doubt, ...]:
    doubts = [Doubt(Span(rows[index].start, rows[index].end), reason) for index, reason in draft.doubts]
    if not sections:
        doubts.append(Doubt(Span(rows[0].start, rows[0].end), "no_heading"))
    if draft.lies:
        marked = next((row for row in rows if row.level is not None), rows[0])
        doubts.append(Doubt(Span(marked.start, marked.end), "depth_lies"))
    last: dict[tuple[str | None, str], int] = {}
    for heading, section in zip(headings, sections, strict=False):
        number = heading.number
        if number is None or not number.value:
            continue
        key, value = (section.parent, number.family), number.value[-1 if number.family == "decimal" else 0]
        if value > last.get(key, value) + 1:
            doubts.append(Doubt(section.heading, "numbering_gap"))
        last[key] = value
    return tuple(sorted(doubts, key=lambda doubt: doubt.span))

"""The section map and the two panes of the HTML report.

Takes a comparison, returns markup: the outline of A with what became of each section, the new sections of B, and one
row of equal height per passage, word edits marked in place. Runs of unchanged passages are folded. Leaves out
everything counted (see ``tables``).

    A "截至2021年，申请7321件" / B "截至2025年，申请超1.4万件"
    →  row ≈ | 截至<del>2021</del>年，申请<del>7321件</del> | 截至<ins>2025</ins>年，申请<ins>超1.4万件</ins>
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.document import Section
from kwaicompare.model.edit import Passage
from kwaicompare.model.span import Span
from kwaicompare.report.markup import element, place, text
from kwaicompare.resources import Messages

SIGNS = {"same": "", "edited": "≈", "moved": "⇄", "moved-edited": "⇄", "dropped": "−", "new": "+", "rewritten": "≈"}
FOLD_FROM = 3


def section_map(comparison: Comparison, wording: Messages) -> str:
    """List the sections of A with their counterparts, then those only B has; each leads to its first row."""
    partners: dict[str, list[tuple[str, str]]] = defaultdict(list)
    titles = {section.id: section.title for section in comparison.b.sections}
    for link in comparison.alignment.pairs:
        partners[link.a].append((link.b, "moved" if link.moved else link.relation))
    rows = _first_rows(comparison)
    items = [
        _map_item(section, partners[section.id], titles, rows, comparison, wording) for section in comparison.a.sections
    ]
    new = set(comparison.alignment.new)
    only_b = [_new_item(section, rows, wording) for section in comparison.b.sections if section.id in new]
    heading = element("h3", text(wording("report.new_sections", count=len(only_b))))
    return element("ol", "".join(items)) + (heading + element("ol", "".join(only_b)) if only_b else "")


def _map_item(
    section: Section,
    partners: Sequence[tuple[str, str]],
    titles: dict[str, str],
    rows: dict[tuple[int, str], int],
    comparison: Comparison,
    wording: Messages,
) -> str:
    dropped = section.id in comparison.alignment.dropped
    relation = "dropped" if dropped else partners[0][1] if partners else "same"
    renamed = [titles[b] for b, _ in partners if titles[b] != section.title]
    arrow = element("small", text("→ " + "；".join(renamed))) if renamed else ""
    return _item(section, relation, rows.get((0, section.id)), arrow, wording)


def _new_item(section: Section, rows: dict[tuple[int, str], int], wording: Messages) -> str:
    return _item(section, "new", rows.get((1, section.id)), "", wording)


def _item(section: Section, relation: str, row: int | None, more: str, wording: Messages) -> str:
    label = " ".join(part for part in (section.number, section.title) if part)
    sign = element("b", SIGNS[relation], title=wording(f"relation.{relation}")) if SIGNS[relation] else ""
    target = {} if row is None else {"href": f"#r{row}"}
    link = element("a", sign + text(label) + more, **target)
    return element("li", link, css=relation, style=f"--level:{section.level}")


def _first_rows(comparison: Comparison) -> dict[tuple[int, str], int]:
    """Map (side, section) to the first row that shows the section or one below it."""
    first: dict[tuple[int, str], int] = {}
    parents = [{section.id: section.parent for section in edition.sections} for edition in (comparison.a, comparison.b)]
    for row, passage in enumerate(comparison.passages):
        for side, innermost in enumerate((passage.section_a, passage.section_b)):
            section: str | None = innermost or None
            while section is not None and (side, section) not in first:
                first[side, section] = row
                section = parents[side].get(section)
    return first


def panes(comparison: Comparison, wording: Messages) -> Iterator[str]:
    """Yield the rows in order, runs of unchanged passages folded."""
    figures = _moved_figures(comparison)
    editions = (comparison.a, comparison.b)
    numbered = enumerate(comparison.passages)
    for foldable, run in groupby(numbered, key=lambda item: item[1].relation == "same" and item[1].role != "heading"):
        rows = [_row(index, passage, editions, figures, wording) for index, passage in run]
        if foldable and len(rows) >= FOLD_FROM:
            summary = element("summary", text(wording("report.unchanged", count=len(rows))))
            yield element("details", summary + "".join(rows))
        else:
            yield from rows


def _row(
    index: int,
    passage: Passage,
    editions: tuple[Edition, Edition],
    figures: tuple[list[Span], list[Span]],
    wording: Messages,
) -> str:
    relation = passage.relation
    name = "rewritten" if passage.rewritten and relation == "edited" else relation
    sign = element("b", SIGNS[relation], title=wording(f"relation.{name}")) if SIGNS[relation] else "<b></b>"
    sides = [
        _cell(side, span, passage, editions[side].text, figures[side])
        for side, span in enumerate((passage.a, passage.b))
    ]
    css = " ".join([relation, passage.role, *(["rewritten"] if passage.rewritten else [])])
    return element("div", sign + "".join(sides), css=f"row {css}", id=f"r{index}")


def _cell(side: int, span: Span | None, passage: Passage, source: str, figures: list[Span]) -> str:
    if span is None:
        return "<p></p>"
    changed = [] if passage.rewritten else list(_changed(passage, side))
    inside = _within(figures, span) if passage.relation != "same" else []
    return f"<p {place(side, span)}>{''.join(_pieces(source, span, changed, inside, 'ins' if side else 'del'))}</p>"


def _within(figures: list[Span], span: Span) -> list[Span]:
    first = bisect_left(figures, span.start, key=lambda figure: figure.start)
    last = bisect_left(figures, span.end, lo=first, key=lambda figure: figure.start)
    return [figure for figure in figures[first:last] if figure.end <= span.end]


def _changed(passage: Passage, side: int) -> Iterator[Span]:
    for edit in passage.edits:
        span = edit.b if side else edit.a
        if edit.op != "equal" and not edit.ignored and len(span):
            yield span


def _pieces(source: str, span: Span, changed: list[Span], figures: list[Span], tag: str) -> Iterator[str]:
    """Cut a passage where an edit or a figure begins or ends, and mark each piece."""
    ends = {span.start, span.end}
    for part in (*changed, *figures):
        ends.update((part.start, part.end))
    marks = sorted(ends)
    for start, end in pairwise(marks):
        piece = text(source[start:end])
        if _covers(figures, start):
            piece = element("mark", piece)
        yield element(tag, piece) if _covers(changed, start) else piece


def _covers(spans: Iterable[Span], offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def _moved_figures(comparison: Comparison) -> tuple[list[Span], list[Span]]:
    deltas = comparison.ledger.deltas
    a = [mention.span for delta in deltas for mention in (delta.a, *delta.also_a)]
    b = [mention.span for delta in deltas for mention in (delta.b, *delta.also_b)]
    return sorted(a), sorted(b)

"""The two panes of the HTML report: one row of equal height per passage pair, word edits marked in place.

Takes a comparison, yields markup. Runs of unchanged passages and of furniture are folded; what counterpart sections
have alone stands side by side. Leaves out the section map and everything counted (see ``section_map``, ``tables``).

    A "截至2021年，申请7321件" / B "截至2025年，申请超1.4万件"
    →  row ≈ | 截至<del>2021</del>年，申请<del>7321件</del> | 截至<ins>2025</ins>年，申请<ins>超1.4万件</ins>
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from kwaicompare.model.comparison import Comparison
from kwaicompare.model.edit import Passage
from kwaicompare.model.span import Span
from kwaicompare.report.markup import MARKS, SIGNS, element, place, text
from kwaicompare.resources import Messages

FOLD_FROM = 3


class _Shown(NamedTuple):
    """A passage with its place in the comparison, which is the number of its row."""

    row: int
    passage: Passage


class _Page(NamedTuple):
    """What every row needs: both texts, the figures that moved, the linked sections, and the words."""

    texts: tuple[str, str]
    figures: tuple[list[Span], list[Span]]
    links: frozenset[tuple[str, str]]
    wording: Messages


def panes(comparison: Comparison, wording: Messages) -> Iterator[str]:
    """Yield the rows in order."""
    links = frozenset((link.a, link.b) for link in comparison.alignment.pairs)
    page = _Page((comparison.a.text, comparison.b.text), _moved_figures(comparison), links, wording)
    shown = [_Shown(index, passage) for index, passage in enumerate(comparison.passages)]
    for fold, run in groupby(shown, key=lambda item: _fold(item.passage)):
        items = list(run)
        rows = "".join(_rows(items, page))
        if fold and len(items) >= FOLD_FROM:
            summary = element("summary", text(wording(f"report.fold.{fold}", count=len(items))))
            yield element("details", summary + rows)
        else:
            yield rows


def _fold(passage: Passage) -> str:
    """Tell in which kind of fold a passage disappears, "" if in none; headings stay to show the way."""
    if passage.role == "furniture":
        return "furniture"
    return "same" if passage.relation == "same" and passage.role != "heading" else ""


def _rows(items: Sequence[_Shown], page: _Page) -> Iterator[str]:
    """Yield a row per pair; texts that only one of two counterpart sections has share a row."""
    runs = [list(run) for _, run in groupby(items, key=_alone)]
    at = 0
    while at < len(runs):
        first, second = runs[at][0].passage, runs[at + 1][0].passage if at + 1 < len(runs) else None
        if second is not None and _face(first, second, page.links):
            old, new = (runs[at], runs[at + 1]) if first.a is not None else (runs[at + 1], runs[at])
            yield _facing(old, new, page)
            at += 2
        else:
            yield from (_row(item, page) for item in runs[at])
            at += 1


def _alone(item: _Shown) -> tuple[int, str]:
    """Group passages of one section that have no counterpart; every pair is a group of its own."""
    passage = item.passage
    if passage.a is not None and passage.b is not None:
        return item.row, ""
    return (-1, passage.section_a) if passage.b is None else (-2, passage.section_b)


def _face(first: Passage, second: Passage, links: frozenset[tuple[str, str]]) -> bool:
    sides = (first.b is None, first.a is None, second.b is None, second.a is None)
    if sides == (True, False, False, True):
        return (first.section_a, second.section_b) in links
    return sides == (False, True, True, False) and (second.section_a, first.section_b) in links


def _facing(old: Sequence[_Shown], new: Sequence[_Shown], page: _Page) -> str:
    stacks = [
        element("div", "".join(_stacked(item, side, page) for item in items)) for side, items in enumerate((old, new))
    ]
    return element("div", "<b></b>" + "".join(stacks), css="row facing")


def _stacked(item: _Shown, side: int, page: _Page) -> str:
    css = f'id="r{item.row}" class="{item.passage.relation} {item.passage.role}"'
    if elsewhere := _elsewhere(item.passage, page):
        css += f' title="{text(elsewhere)}"'
    return _cell(item.passage, side, page, css)


def _row(item: _Shown, page: _Page) -> str:
    passage = item.passage
    cells = [_cell(passage, side, page) for side in (0, 1)]
    css = " ".join([passage.relation, passage.role, *(["rewritten"] if passage.rewritten else [])])
    return element("div", _sign(passage, page) + "".join(cells), css=f"row {css}", id=f"r{item.row}")


def _sign(passage: Passage, page: _Page) -> str:
    relation = "rewritten" if passage.rewritten and passage.relation == "edited" else passage.relation
    sign = SIGNS[relation]
    if not sign:
        return "<b></b>"
    moved = passage.a is not None and passage.b is not None and bool(_within(page.figures[0], passage.a))
    title = " · ".join(filter(None, (page.wording(f"relation.{relation}"), _elsewhere(passage, page))))
    return element("b", sign + (element("i", "Δ") if moved else ""), title=title)


def _elsewhere(passage: Passage, page: _Page) -> str:
    """Say how many other places were as good a counterpart, or have the words of a passage alone; "" for none."""
    count = len(passage.origins) + len(passage.destinations)
    key = "choices" if passage.a is not None and passage.b is not None else "copies"
    return page.wording(f"passage.{key}", count=count) if count else ""


def _cell(passage: Passage, side: int, page: _Page, attributes: str = "") -> str:
    span = passage.b if side else passage.a
    if span is None:
        return "<p></p>"
    changed = [] if passage.rewritten else list(_changed(passage, side))
    figures = _within(page.figures[side], span) if passage.relation != "same" else []
    pieces = _pieces(page.texts[side], span, changed, figures, "ins" if side else "del")
    return f"<p {attributes}{' ' if attributes else ''}{place(side, span)}>{''.join(pieces)}</p>"


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
    """Cut a passage where an edit, a figure or a mark begins or ends, and dress each piece."""
    hidden = [Span(*found.span()) for found in MARKS.finditer(source, span.start, span.end)]
    ends = {span.start, span.end}
    for part in (*changed, *figures, *hidden):
        ends.update((max(part.start, span.start), min(part.end, span.end)))
    for start, end in pairwise(sorted(ends)):
        piece = text(source[start:end])
        if _covers(hidden, start):
            yield element("i", piece)
            continue
        if _covers(figures, start):
            piece = element("mark", piece)
        yield element(tag, piece) if _covers(changed, start) else piece


def _covers(spans: Iterable[Span], offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def _moved_figures(comparison: Comparison) -> tuple[list[Span], list[Span]]:
    deltas = [delta for delta in comparison.ledger.deltas if delta.a.bounds != delta.b.bounds]
    a = [mention.span for delta in deltas for mention in (delta.a, *delta.also_a)]
    b = [mention.span for delta in deltas for mention in (delta.b, *delta.also_b)]
    return sorted(a), sorted(b)

"""The two panes of the HTML report: one row of equal height per passage pair, word edits marked in place.

Takes a comparison, yields markup. What stands in a row, and where, is `diff.pieces` and `diff.arrangement`, as in the
window; runs of unchanged rows and of furniture are folded. Leaves out the section map and everything counted (see
``section_map``, ``tables``).

    A "截至2021年，申请7321件" / B "截至2025年，申请超1.4万件"
    →  row ≈ | 截至<del>2021</del>年，申请<del>7321件</del> | 截至<ins>2025</ins>年，申请<ins>超1.4万件</ins>
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from kwaicompare.diff.arrangement import arrange
from kwaicompare.diff.pieces import Piece, pieces_of
from kwaicompare.model.comparison import Comparison
from kwaicompare.model.edit import Passage
from kwaicompare.model.span import SIDES, Span
from kwaicompare.report.markup import MARKS, SIGNS, element, place, text
from kwaicompare.resources import Messages

FOLD_FROM = 3


class _Page(NamedTuple):
    """What every row needs: both texts, the passages, the figures that moved, and the words."""

    texts: tuple[str, str]
    passages: Sequence[Passage]
    figures: tuple[list[Span], list[Span]]
    wording: Messages


def panes(comparison: Comparison, wording: Messages) -> Iterator[str]:
    """Yield the rows in the order of the old edition."""
    pieces = pieces_of(comparison)
    page = _Page((comparison.a.text, comparison.b.text), comparison.passages, _moved_figures(comparison), wording)
    slots = (slot for block in arrange(pieces, comparison.alignment, "a") for slot in block)
    rows = ([pieces[at] for at in slot if at >= 0] for slot in slots)
    for fold, run in groupby(rows, key=lambda row: _fold(row[0])):
        items = list(run)
        shown = "".join(_row(row, page) for row in items)
        if fold and len(items) >= FOLD_FROM:
            summary = element("summary", text(wording(f"report.fold.{fold}", count=len(items))))
            yield element("details", summary + shown)
        else:
            yield shown


def _fold(piece: Piece) -> str:
    """Tell in which kind of fold a row disappears, "" if in none; headings stay to show the way."""
    if piece.role == "furniture":
        return "furniture"
    return "same" if piece.relation == "same" and piece.role != "heading" else ""


def _row(row: Sequence[Piece], page: _Page) -> str:
    """Show a piece, or one that only the old edition has beside one that only the new one has."""
    piece = row[0]
    if len(row) == 1 and len(piece.passages) == 1:
        return _single(piece, page)
    stacks = [_stack(row, side, page) for side in (0, 1)]
    if len(row) > 1:
        return element("div", "<b></b>" + "".join(stacks), css="row facing")
    return element("div", _sign(piece, page.passages[piece.passages[0]], page) + "".join(stacks), css=_css(piece))


def _single(piece: Piece, page: _Page) -> str:
    at = piece.passages[0]
    cells = [_cell(at, piece.on(side), number, page) for number, side in enumerate(SIDES)]
    target = {"id": f"r{at}"} if _leads(piece, page.passages[at]) else {}
    return element("div", _sign(piece, page.passages[at], page) + "".join(cells), css=_css(piece), **target)


def _css(piece: Piece) -> str:
    return " ".join(["row", piece.relation, piece.role, *(["rewritten"] if piece.rewritten else [])])


def _leads(piece: Piece, passage: Passage) -> bool:
    """Tell whether a piece shows the first side of a passage; the two sides of one may stand in two rows."""
    return piece.a is not None or passage.a is None


def _stack(row: Sequence[Piece], number: int, page: _Page) -> str:
    """Show what the pieces of a row have on one side below each other; a passage's first place is its target."""
    shown = []
    for piece in row:
        for at in piece.passages:
            spans = page.passages[at].a, page.passages[at].b
            whole, span = piece.on(SIDES[number]), spans[number]
            if whole is not None and span is not None and whole.holds(span):
                css = f'class="{piece.relation} {piece.role}"' + _tip(page.passages[at], page)
                css += f' id="r{at}"' if number == 0 or spans[0] is None else ""
                shown.append(_cell(at, span, number, page, css))
    return element("div", "".join(shown))


def _tip(passage: Passage, page: _Page) -> str:
    elsewhere = _elsewhere(passage, page)
    return f' title="{text(elsewhere)}"' if elsewhere else ""


def _sign(piece: Piece, passage: Passage, page: _Page) -> str:
    relation = "rewritten" if piece.rewritten and piece.relation == "edited" else piece.relation
    sign = SIGNS[relation]
    if not sign:
        return "<b></b>"
    moved = piece.a is not None and piece.b is not None and bool(_within(page.figures[0], piece.a))
    title = " · ".join(filter(None, (page.wording(f"relation.{relation}"), _elsewhere(passage, page))))
    return element("b", sign + (element("i", "Δ") if moved else ""), title=title)


def _elsewhere(passage: Passage, page: _Page) -> str:
    """Say how many other places were as good a counterpart, or have the words of a passage alone; "" for none."""
    count = len(passage.origins) + len(passage.destinations)
    key = "choices" if passage.a is not None and passage.b is not None else "copies"
    return page.wording(f"passage.{key}", count=count) if count else ""


def _cell(at: int, span: Span | None, side: int, page: _Page, attributes: str = "") -> str:
    if span is None:
        return "<p></p>"
    passage = page.passages[at]
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

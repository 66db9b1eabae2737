"""A comparison with everything the window shows of it at first sight, to be worked out off the window's thread.

Takes: a comparison, an order, and whether unchanged stretches are folded. Returns: rows, marks, section map, counts.
Leaves out: what is only shown when asked for (tool views).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kwaicompare.diff.lenses import ignored_places
from kwaicompare.diff.pieces import printed_numbers
from kwaicompare.gui.models.moved_figures import MovedFigures
from kwaicompare.gui.models.plain_rows import plain_rows
from kwaicompare.gui.models.row_building import comparison_rows
from kwaicompare.gui.models.rows import Arrangement, Order, RowKind, kind_of
from kwaicompare.gui.models.section_nodes import MapNode, build_section_map
from kwaicompare.gui.models.sheet import Sheet

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Comparison, Edition
    from kwaicompare.model.span import Span

Numbers = tuple[list["Span"], list["Span"]]


class Counts(NamedTuple):
    """How many passages there are of each kind, figures that moved, and differences that lenses hide."""

    kinds: Counter[RowKind]
    figures: int
    ignored: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison laid out in an order. ``numbers`` are the places of printed numbers in the headings of each text."""

    comparison: Comparison
    order: Order
    sheet: Sheet
    figures: MovedFigures
    numbers: Numbers
    sections: MapNode
    counts: Counts


def laid_out(comparison: Comparison, arrangement: Arrangement = Arrangement()) -> Compared:  # noqa: B008
    """Work out everything that is shown of a comparison at once."""
    order, folded = arrangement
    figures = MovedFigures(comparison)
    return Compared(
        comparison,
        order,
        Sheet(comparison_rows(comparison, order, figures), folded).prepared(),
        figures,
        numbers_of(comparison.a, comparison.b),
        build_section_map(comparison, order),
        Counts(
            Counter(kind_of(passage) for passage in comparison.passages),
            len(figures.deltas),
            len(ignored_places(comparison.passages)),
        ),
    )


def plain_sheet(a: Edition, b: Edition) -> Sheet:
    """Lay two editions side by side that are not compared yet."""
    return Sheet(plain_rows(a, b)).prepared()


def numbers_of(a: Edition, b: Edition) -> Numbers:
    """Return the places of printed numbers in the headings of both editions."""
    return printed_numbers(a), printed_numbers(b)

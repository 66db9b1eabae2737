"""Indicators through several editions as lines in per cent of the first figure stated.

Takes series and the editions' names; returns the points to draw and what to say of each. Leaves out drawing.

    7321件, 1.1万件, 超1.4万件    → 100, 150.3, 191.2 and upwards
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kwaicompare.gui.models.quotation import unmarked

if TYPE_CHECKING:
    from kwaicompare.model.metric import Mention, Series

End = Literal["exact", "at_least", "at_most"]


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in the edition at place ``at``: per cent of the first one, how it is bounded, what it says.

    ``sound``: it compares as it stands with the point before.
    """

    at: int
    percent: float
    end: End
    quote: str
    sound: bool


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """One indicator's points, at least two."""

    name: str
    points: tuple[Point, ...]


def series_lines(series: Sequence[Series]) -> list[SeriesLine]:
    """Return the lines of indicators with values above zero, the longest first."""
    lines = [line for line in map(_line, series) if len(line.points) > 1]
    return sorted(lines, key=lambda line: -len(line.points))


def _line(series: Series) -> SeriesLine:
    points: list[Point] = []
    first = 0.0
    for at, figure in enumerate(series.figures):
        value = 0.0 if figure is None else _known(figure)
        if figure is None or value <= 0:
            continue
        first = first or value
        step = series.steps[at - 1] if at else None
        sound = step is not None and step.percent is not None
        points.append(Point(at, 100 * value / first, _end(figure), unmarked(figure.quote).strip(), sound))
    return SeriesLine(series.indicator, tuple(points))


def _known(mention: Mention) -> float:
    bounds = mention.canonical.bounds
    known = bounds.low if bounds.low is not None else bounds.high
    return 0.0 if known is None else float(known)


def _end(mention: Mention) -> End:
    bounds = mention.canonical.bounds
    if bounds.high is None:
        return "at_least"
    return "at_most" if bounds.low is None else "exact"

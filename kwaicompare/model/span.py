"""A half-open range of code points in a document's plain text, and the two sides that have one."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Side = Literal["a", "b"]
"""The old edition and the new one."""

SIDES: tuple[Side, Side] = ("a", "b")


def other_side(side: Side) -> Side:
    """Return the edition that is not ``side``."""
    return "b" if side == "a" else "a"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)``, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"bad span {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """Return the text this span covers."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


def meeting(spans: Sequence[Span], place: Span) -> slice:
    """Return which of some sorted, disjoint spans share a code point with a place."""
    first = bisect_right(spans, place.start, key=lambda span: span.end)
    return slice(first, bisect_left(spans, place.end, first, key=lambda span: span.start))

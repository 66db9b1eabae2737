"""What became of each section: links between the outlines of two editions."""

from dataclasses import dataclass
from typing import Literal

Relation = Literal["same", "edited", "rewritten"]
ReasonKind = Literal["heading", "terms", "figures", "parents", "neighbours", "role", "wording", "pinned"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence for a link: its kind, its share of the score (0..1), and what was shared."""

    kind: ReasonKind
    weight: float = 0.0
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A section of A and a section of B that treat the same matter. ``score`` in 0..1."""

    a: str
    b: str
    score: float
    relation: Relation
    moved: bool = False
    why: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"score {self.score} of {self.a}~{self.b} outside 0..1")


@dataclass(frozen=True, slots=True)
class Pin:
    """An editor's decision: these two are counterparts, or (one side None) this section has none.

    ``linked`` False with both sides given forbids the link.
    """

    a: str | None
    b: str | None
    linked: bool = True

    def __post_init__(self) -> None:
        if self.a is None and self.b is None:
            raise ValueError("a pin names at least one section")

    @property
    def absent(self) -> bool:
        """Whether it says that a section has no counterpart."""
        return self.a is None or self.b is None

    def about(self, a: str | None, b: str | None) -> bool:
        """Tell whether it decides about section ``a`` of A or section ``b`` of B; None is no section."""
        return (a is not None and self.a == a) or (b is not None and self.b == b)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Counterparts, merely related sections, sections of either edition without a counterpart, and the pins applied."""

    pairs: tuple[Link, ...]
    related: tuple[Link, ...] = ()
    dropped: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    pins: tuple[Pin, ...] = ()

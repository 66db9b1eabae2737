"""Figures with bounds, and what moved between two editions."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from kwaicompare.model.span import Span

MentionKind = Literal["metric", "change", "share", "rank"]
Direction = Literal["up", "down"]
Mode = Literal["by", "to", "times"]
Comparability = Literal["same", "caveat"]
Measure = Literal["stock", "flow"]
Verdict = Literal["paired", "comparable", "apart"]
"""What the editor said of two figures: one indicator, one indicator and comparable as it stands, two indicators."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A closed interval; None is open on that side, equal ends are an exact value."""

    low: Decimal | None
    high: Decimal | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"bounds {self.low} > {self.high}")


@dataclass(frozen=True, slots=True)
class Canonical:
    """Bounds in the canonical unit of their dimension (度 → 千瓦时, 亩 → 平方米, 斤 → 千克)."""

    unit: str
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Mention:
    """One figure as the text states it.

    ``span``/``quote`` cover qualifier, numeral and unit; ``bounds`` the expanded value (percent as percent);
    ``qualifier`` as written or ""; ``unit`` as written; ``quantity`` the canonical dimension ("money", "energy",
    "share", "count" …); ``precision`` the size of the last printed digit (1.06万亿 → 10^9 · 10); ``measure`` a stock
    as of a time or a flow in each period, None where the words do not say.
    """

    span: Span
    quote: str
    kind: MentionKind
    bounds: Bounds
    qualifier: str = ""
    unit: str = ""
    quantity: str = ""
    canonical: Canonical = field(default_factory=lambda: Canonical("", Bounds(None, None)))
    precision: Decimal | None = None
    currency: str | None = None
    direction: Direction | None = None
    mode: Mode | None = None
    indicator: str = ""
    scope: str = ""
    period: str = ""
    measure: Measure | None = None
    section: str = ""
    callout: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of an edition: its fullest statement, and where else it is stated."""

    main: Mention
    others: tuple[Mention, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All places."""
        return (self.main, *self.others)


@dataclass(frozen=True, slots=True)
class Delta:
    """The same indicator in both editions. ``caveats`` are message keys with values; None = not computable.

    ``decided`` is what the editor said of the pair; None where it was found.
    """

    indicator: str
    a: Mention
    b: Mention
    also_a: tuple[Mention, ...] = ()
    also_b: tuple[Mention, ...] = ()
    comparability: Comparability = "same"
    caveats: tuple[tuple[str, str], ...] = ()
    absolute: Bounds | None = None
    percent: Bounds | None = None
    decided: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All deltas between two editions, and the figures that have no counterpart."""

    deltas: tuple[Delta, ...] = ()
    only_a: tuple[Entry, ...] = ()
    only_b: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator through several editions: its figure in each, None where it is not stated.

    ``steps[n]`` compares ``figures[n + 1]`` with the last figure stated before it; None where there is none.
    """

    indicator: str
    figures: tuple[Mention | None, ...]
    steps: tuple[Delta | None, ...]

    def __post_init__(self) -> None:
        if len(self.steps) != len(self.figures) - 1:
            raise ValueError(f"{len(self.steps)} steps between {len(self.figures)} figures")

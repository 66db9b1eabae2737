"""Single decisions and opinions about two editions, anchored in their texts so that they survive reading them again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from kwaicompare.model.span import Side, Span, other_side

if TYPE_CHECKING:
    from kwaicompare.model.metric import Verdict

Subject = Literal["section", "change", "figure"]
ReviewStatus = Literal["open", "passed", "returned", "doubtful"]
STATUSES: tuple[ReviewStatus, ...] = ("open", "passed", "returned", "doubtful")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a text by its words: the quote, what stands around it, and where it began.

    The text-quote and text-position selectors of the W3C's Web Annotation Data Model in one value.
    """

    quote: str
    before: str = ""
    after: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class SectionDecision:
    """These two sections are counterparts, or are not; with one side None, the section has no counterpart.

    A section is anchored at its heading. ``linked`` False with both sides given forbids the link.
    """

    a: Anchor | None
    b: Anchor | None
    linked: bool = True

    def __post_init__(self) -> None:
        if self.a is None and self.b is None:
            raise ValueError("a decision names at least one section")

    def mirrored(self) -> SectionDecision:
        """Return the same decision with the editions exchanged."""
        return SectionDecision(self.b, self.a, self.linked)


@dataclass(frozen=True, slots=True)
class HeadingDecision:
    """The line at ``place`` is a heading of depth ``level`` (1 the highest), or with None no heading at all."""

    side: Side
    place: Anchor
    level: int | None

    def mirrored(self) -> HeadingDecision:
        """Return the same decision with the editions exchanged."""
        return HeadingDecision(other_side(self.side), self.place, self.level)


@dataclass(frozen=True, slots=True)
class FigureDecision:
    """The figure at ``place`` measures ``indicator``, or with None is no figure of the ledger."""

    side: Side
    place: Anchor
    indicator: str | None

    def mirrored(self) -> FigureDecision:
        """Return the same decision with the editions exchanged."""
        return FigureDecision(other_side(self.side), self.place, self.indicator)


@dataclass(frozen=True, slots=True)
class PairingDecision:
    """What two figures are to each other."""

    a: Anchor
    b: Anchor
    verdict: Verdict

    def mirrored(self) -> PairingDecision:
        """Return the same decision with the editions exchanged."""
        return PairingDecision(self.b, self.a, self.verdict)


Decision = SectionDecision | HeadingDecision | FigureDecision | PairingDecision


def quotes_of(decision: Decision) -> tuple[str, ...]:
    """Return the words a decision is anchored at."""
    single = isinstance(decision, HeadingDecision | FigureDecision)
    places = (decision.place,) if single else (decision.a, decision.b)
    return tuple(place.quote for place in places if place is not None)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the reviewer thinks of a section, a change or a figure, with its places in both editions or in one.

    A section is anchored at its heading. ``digest`` is of the texts it was given on; on others it is open again.
    """

    subject: Subject
    a: Anchor | None
    b: Anchor | None
    status: ReviewStatus = "open"
    note: str = ""
    digest: str = ""

    @property
    def place(self) -> tuple[Subject, Anchor | None, Anchor | None]:
        """What it is about, and where."""
        return self.subject, self.a, self.b

    @property
    def says_something(self) -> bool:
        """Whether there is a status or a note."""
        return self.status != "open" or bool(self.note)

    def mirrored(self) -> Opinion:
        """Return the same opinion with the editions exchanged."""
        return replace(self, a=self.b, b=self.a)


@dataclass(frozen=True, slots=True)
class Standing:
    """An opinion, and where its subject stands now.

    ``state``: it "holds"; "changed", the text is another than was judged; "lost", it found no place.
    """

    opinion: Opinion
    a: Span | None
    b: Span | None
    state: Literal["holds", "changed", "lost"]

    @property
    def places(self) -> tuple[Span | None, Span | None]:
        """Where the subject stands in both texts."""
        return self.a, self.b

    @property
    def status(self) -> ReviewStatus:
        """The status that is still true."""
        return self.opinion.status if self.state == "holds" else "open"

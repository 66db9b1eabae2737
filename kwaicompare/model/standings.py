"""What the reviewer thinks, found by the places of what it is thought of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kwaicompare.model.span import SIDES, Side, Span, meeting

if TYPE_CHECKING:
    from kwaicompare.model.decision import Standing, Subject


class Target(NamedTuple):
    """What a status or a note is given to, with its places in both texts; of a section, those of its headings."""

    subject: Subject
    a: Span | None
    b: Span | None

    @property
    def places(self) -> tuple[Span | None, Span | None]:
        """The places in both texts."""
        return self.a, self.b


class Standings:
    """The standings of a review, by the places of their subjects; lost ones stand nowhere."""

    def __init__(self, standings: Sequence[Standing] = ()) -> None:
        self.all = standings
        found: dict[tuple[Subject, Side], list[tuple[Span, Standing]]] = {}
        for each in standings:
            for side, place in zip(SIDES, each.places, strict=True):
                if place is not None and each.state != "lost":
                    found.setdefault((each.opinion.subject, side), []).append((place, each))
        self._found: dict[tuple[Subject, Side], tuple[list[Span], list[Standing]]] = {}
        for key, held in found.items():
            held.sort(key=lambda one: one[0])
            self._found[key] = [place for place, _ in held], [each for _, each in held]

    @property
    def judged(self) -> int:
        """How many changes have a status other than open."""
        return sum(each.opinion.subject == "change" and each.status != "open" for each in self.all)

    def about(self, subject: Subject) -> bool:
        """Tell whether anything is thought of subjects of a kind."""
        return any(each.opinion.subject == subject for each in self.all)

    def of(self, target: Target) -> Standing | None:
        """Return what is thought of a subject."""
        held = (self.at(target.subject, side, place) for side, place in zip(SIDES, target.places, strict=True))
        return next((each for some in held for each in some if _same(each, target)), None)

    def at(self, subject: Subject, side: Side, place: Span | None) -> Iterator[Standing]:
        """Yield what is thought of the subjects of a kind that stand in a place."""
        spans, held = self._found.get((subject, side), ((), ()))
        if place is not None:
            yield from held[meeting(spans, place)]


def _same(standing: Standing, target: Target) -> bool:
    return all(
        (one is None) == (other is None) and (one is None or other is None or one.meets(other))
        for one, other in zip(standing.places, target.places, strict=True)
    )

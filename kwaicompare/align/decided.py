"""What the editor's pins say about places in the two editions.

Takes pins by section id and the profiles of both editions; returns which pairs are linked and which are ruled out. A
pin of a section that is not there is a mistake of the caller and raises KeyError. Leaves out finding the sections again
in changed texts (`pins.py`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kwaicompare.align.evidence import Profile
from kwaicompare.model.alignment import Pin

Places = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Decided:
    """Pairs linked by hand, pairs ruled out, and the sections of either edition that have no counterpart."""

    linked: Places = frozenset()
    apart: Places = frozenset()
    alone: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())

    def allows(self, i: int, j: int) -> bool:
        """Tell whether the two may be found to be counterparts."""
        return (i, j) not in self.apart and i not in self.alone[0] and j not in self.alone[1]


UNDECIDED = Decided()


def decided_by(pins: Iterable[Pin], own: Sequence[Profile], other: Sequence[Profile]) -> Decided:
    """Read the pins as places in the profiles."""
    places_a, places_b = ({profile.section.id: at for at, profile in enumerate(side)} for side in (own, other))
    pairs = [(places_a[pin.a], places_b[pin.b], pin.linked) for pin in pins if pin.a is not None and pin.b is not None]
    return Decided(
        frozenset((i, j) for i, j, linked in pairs if linked),
        frozenset((i, j) for i, j, linked in pairs if not linked),
        (
            frozenset(places_a[pin.a] for pin in pins if pin.a is not None and pin.b is None),
            frozenset(places_b[pin.b] for pin in pins if pin.b is not None and pin.a is None),
        ),
    )

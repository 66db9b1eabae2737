"""The editor's decisions as the alignment needs them: places instead of ids.

A link set by hand scores 1 and stands as a witness beside the sections around it, a forbidden one is never scored, so
that either section is free for another. Leaves out how pins are kept and found again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kwaicompare.align.evidence import Profile
from kwaicompare.model.alignment import Pin


@dataclass(frozen=True, slots=True)
class Pinned:
    """Pins by place: pairs ``linked`` and ``barred``, and the sections of A and of B without any counterpart."""

    linked: frozenset[tuple[int, int]] = frozenset()
    barred: frozenset[tuple[int, int]] = frozenset()
    alone_a: frozenset[int] = frozenset()
    alone_b: frozenset[int] = frozenset()

    def allows(self, pair: tuple[int, int]) -> bool:
        """Tell whether the two may be set beside each other; a link set by hand outweighs the other pins."""
        if pair in self.linked:
            return True
        return pair not in self.barred and pair[0] not in self.alone_a and pair[1] not in self.alone_b

    def witnesses(self, own: Sequence[Profile], other: Sequence[Profile]) -> set[tuple[int, int]]:
        """Return the linked pairs and the pairs of their parents: what lies in one chapter speaks for its chapter."""
        above = {
            (p, q) for i, j in self.linked if (p := own[i].above) is not None and (q := other[j].above) is not None
        }
        return above | self.linked


def place_pins(own: Sequence[Profile], other: Sequence[Profile], pins: Sequence[Pin]) -> Pinned:
    """Return the pins by place; one that names a section no longer there says nothing."""
    of_a = {profile.section.id: index for index, profile in enumerate(own)}
    of_b = {profile.section.id: index for index, profile in enumerate(other)}
    both = [(of_a[pin.a], of_b[pin.b], pin.linked) for pin in pins if pin.a in of_a and pin.b in of_b]
    return Pinned(
        linked=frozenset((i, j) for i, j, linked in both if linked),
        barred=frozenset((i, j) for i, j, linked in both if not linked),
        alone_a=frozenset(of_a[pin.a] for pin in pins if pin.b is None and pin.a in of_a),
        alone_b=frozenset(of_b[pin.b] for pin in pins if pin.a is None and pin.b in of_b),
    )

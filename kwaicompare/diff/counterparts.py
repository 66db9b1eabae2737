"""Which sections of B may hold the counterparts of a section's passages.

Takes both outlines and the alignment; a section of B answers to one of A where the two, or sections above them, are
linked. Text before the first heading answers to text before the first heading.
"""

from collections import defaultdict
from collections.abc import Sequence

from kwaicompare.model.alignment import Alignment
from kwaicompare.model.document import Section


class Counterparts(dict[str, "Answers"]):
    """``counterparts[section of A][section of B]`` tells whether they answer to each other; worked out when asked."""

    def __init__(self, sections_a: Sequence[Section], sections_b: Sequence[Section], alignment: Alignment) -> None:
        super().__init__()
        self._up_a = {section.id: section.parent for section in sections_a}
        self._up_b = {section.id: section.parent for section in sections_b}
        self._linked: defaultdict[str, set[str]] = defaultdict(set)
        for link in alignment.pairs:
            self._linked[link.a].add(link.b)

    def __missing__(self, section: str) -> "Answers":
        linked = [self._linked[name] for name in above(section, self._up_a) if name in self._linked]
        self[section] = answers = Answers(set[str]().union(*linked), self._up_b, front=not section)
        return answers


class Answers(dict[str, bool]):
    """Tells for each section of B whether it answers to one section of A."""

    def __init__(self, linked: set[str], up: dict[str, str | None], *, front: bool) -> None:
        super().__init__()
        self._linked, self._up, self._front = linked, up, front

    def __missing__(self, section: str) -> bool:
        self[section] = found = not self._linked.isdisjoint(above(section, self._up)) if section else self._front
        return found


def above(section: str, up: dict[str, str | None]) -> list[str]:
    """Return a section and all that it is in, the innermost first; none for text before the first heading."""
    found: list[str] = []
    at: str | None = section or None
    while at is not None:
        found.append(at)
        at = up[at]
    return found

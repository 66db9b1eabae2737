"""What the reviewer thinks of what is shown, found by its place, and in words.

Takes: the standings of a review. Returns: those of a row, of a section, of figures; signs and words. Leaves out: Qt.

    of_row(a sentence that was passed)    → (its standing, None), shown as ✓ beside the row
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kwaicompare.model.span import SIDES, meeting

if TYPE_CHECKING:
    from kwaicompare.gui.models.rows import Row
    from kwaicompare.gui.models.section_nodes import MapNode
    from kwaicompare.gui.models.table import Tone
    from kwaicompare.model.review import ReviewStatus, Standing, Subject
    from kwaicompare.model.span import Side, Span
    from kwaicompare.resources import Messages

STATUS_SIGNS: dict[ReviewStatus, str] = {"open": "✎", "passed": "✓", "returned": "↩", "doubtful": "?"}
STATUS_TONES: dict[ReviewStatus, Tone] = {"open": "muted", "passed": "move", "returned": "delete", "doubtful": "change"}
CHANGED_SIGN = "↻"


class Target(NamedTuple):
    """What a status or a note is given to, with its places in both texts."""

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
        self._found: dict[tuple[Subject, Side], tuple[list[Span], list[Standing]]] = {}
        for subject in ("section", "change", "figure"):
            for side in SIDES:
                placed = [each for each in standings if each.opinion.subject == subject and each.state != "lost"]
                held = [(span, each) for each in placed if (span := _on(each, side)) is not None]
                held.sort(key=lambda one: one[0])
                self._found[subject, side] = [span for span, _ in held], [each for _, each in held]

    @property
    def judged(self) -> int:
        """How many changes have a status other than open."""
        return sum(each.opinion.subject == "change" and each.status != "open" for each in self.all)

    def of(self, target: Target) -> Standing | None:
        """Return what is thought of a subject."""
        for side, place in zip(SIDES, target.places, strict=True):
            if place is not None:
                return next((each for each in self._at(target.subject, side, place) if _same(each, target)), None)
        return None

    def of_row(self, row: Row) -> tuple[Standing | None, Standing | None]:
        """Return what is thought of a row: of all of it, and of its new text where that is a change of its own."""
        old = next(self._at("change", "a", row.a), None)
        new = next(self._at("change", "b", row.b), None)
        return (old, None) if old is new else (old or new, None) if row.kind != "apart" else (old, new)

    def of_section(self, node: MapNode) -> Standing | None:
        """Return what is thought of a line of the map."""
        return self.of(section_target(node))

    def _at(self, subject: Subject, side: Side, place: Span | None) -> Iterator[Standing]:
        spans, held = self._found[subject, side]
        return iter(held[meeting(spans, place)] if place is not None else ())


def section_target(node: MapNode) -> Target:
    """Return what a line of the map stands for."""
    return Target("section", *(section.heading if section else None for section in (node.a, node.b)))


def row_target(row: Row, side: Side) -> Target | None:
    """Return the change that a row is; where two share the row, the one on a side."""
    if not row.changed:
        return None
    if row.kind == "apart":
        return Target("change", row.a, None) if side == "a" else Target("change", None, row.b)
    return Target("change", row.a, row.b)


def sign_of(standing: Standing) -> str:
    """Return the sign of a standing."""
    return CHANGED_SIGN if standing.state == "changed" else STATUS_SIGNS[standing.status]


def tone_of(standing: Standing) -> Tone:
    """Return the colour that a standing is shown in."""
    return STATUS_TONES[standing.status]


def describe_standing(standing: Standing, words: Messages) -> str:
    """Word a standing: its status, that its text has changed, its note."""
    opinion = standing.opinion
    told = [f"{sign_of(standing)} {words(f'opinion.{standing.status}')}"]
    if standing.state != "holds":
        told.append(words(f"opinion.{standing.state}", status=words(f"opinion.{opinion.status}")))
    return "  ·  ".join((*told, *([opinion.note] if opinion.note else [])))


def _on(standing: Standing, side: Side) -> Span | None:
    return standing.a if side == "a" else standing.b


def _same(standing: Standing, target: Target) -> bool:
    return all(
        (one is None) == (other is None) and (one is None or other is None or one.meets(other))
        for one, other in zip(standing.places, target.places, strict=True)
    )

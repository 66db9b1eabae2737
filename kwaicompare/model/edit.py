"""Passages (sentences, headings, table rows) of two texts side by side, and the edits inside a pair."""

from dataclasses import dataclass
from typing import Literal

from kwaicompare.model.span import Span

Operation = Literal["equal", "delete", "insert", "replace"]
PassageRelation = Literal["same", "edited", "moved", "moved-edited", "dropped", "new"]
PassageRole = Literal["text", "heading", "list", "table", "callout", "caption", "furniture"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One operation of an edit script. ``ignored``: equal only under the lenses that were on."""

    op: Operation
    a: Span
    b: Span
    ignored: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of A beside its counterpart in B, or alone.

    ``edits`` cover both spans fully and in order when both are there; a pair too different for an honest word diff
    has ``rewritten`` set and one ``replace`` edit. ``limited`` says that a word diff was not made because of size.
    ``section_a``/``section_b`` name the innermost section of each side ("" before the first heading).
    """

    a: Span | None
    b: Span | None
    relation: PassageRelation
    score: float
    edits: tuple[Edit, ...] = ()
    rewritten: bool = False
    limited: bool = False
    role: PassageRole = "text"
    section_a: str = ""
    section_b: str = ""

    def __post_init__(self) -> None:
        if self.a is None and self.b is None:
            raise ValueError("a passage has at least one side")
        if self.a is not None and self.b is not None:
            _check_cover(self.edits, self.a, self.b)
        elif self.edits:
            raise ValueError("edits belong to a pair")


def _check_cover(edits: tuple[Edit, ...], a: Span, b: Span) -> None:
    at_a, at_b = a.start, b.start
    for edit in edits:
        if (edit.a.start, edit.b.start) != (at_a, at_b):
            raise ValueError("edits leave a gap")
        at_a, at_b = edit.a.end, edit.b.end
    if (at_a, at_b) != (a.end, b.end):
        raise ValueError("edits do not cover the pair")

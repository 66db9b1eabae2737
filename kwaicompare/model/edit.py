"""Passages (sentences, headings, table rows) of two texts side by side, and the edits inside a pair."""

from dataclasses import dataclass
from typing import Literal

from kwaicompare.model.span import Span

Operation = Literal["equal", "delete", "insert", "replace"]
PassageRelation = Literal["same", "edited", "moved", "moved-edited", "dropped", "new"]
PassageRole = Literal["text", "heading", "list", "table", "callout", "caption", "furniture"]
Lens = Literal["space", "punctuation", "width", "case", "script", "numbers"]

LENSES: tuple[Lens, ...] = ("space", "punctuation", "width", "case", "script", "numbers")
DEFAULT_LENSES: frozenset[Lens] = frozenset({"space"})


@dataclass(frozen=True, slots=True)
class Edit:
    """One operation of an edit script. ``lenses``: those without which an ``equal`` edit would not be equal."""

    op: Operation
    a: Span
    b: Span
    lenses: tuple[Lens, ...] = ()

    def __post_init__(self) -> None:
        if self.lenses and self.op != "equal":
            raise ValueError("lenses make places equal")

    @property
    def ignored(self) -> bool:
        """Whether the two sides differ and only the lenses that were on make them equal."""
        return bool(self.lenses)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of A beside its counterpart in B, or alone.

    ``edits`` cover both spans fully and in order when both are there; a pair too different for an honest word diff
    has ``rewritten`` set and one ``replace`` edit. ``limited`` says that a word diff was not made because of size.
    ``section_a``/``section_b`` name the innermost section of each side ("" before the first heading). Where one
    sentence became two, or two one, the span of that side covers both.

    ``origins`` are other places of A that B's side comes from just as well, ``destinations`` other places of B where
    A's side may just as well have gone: of a moved pair the choices that were equally good, of a passage alone the
    places where the other text has the same words, paired already.
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
    origins: tuple[Span, ...] = ()
    destinations: tuple[Span, ...] = ()

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

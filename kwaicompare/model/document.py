"""A document as read, and the outline found in it."""

from dataclasses import dataclass
from typing import Literal

from kwaicompare.model.span import Span

LineRole = Literal["text", "heading", "list", "table", "blank", "image", "markup"]
FurnitureKind = Literal[
    "contents", "page_number", "running_head", "caption", "callout", "image", "navigation", "front_matter"
]
Holding = Literal["file", "full", "digest"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from and what it says of itself.

    ``path`` is the path as the user gave it, ``sha256`` the digest of the file's bytes, ``holding`` whether this is
    a file like any other, the full text of a document the corpus knows, or the corpus's digest edition of it.
    """

    path: str
    sha256: str
    encoding: str
    title: str = ""
    edition: str = ""
    language: str = ""
    holding: Holding = "file"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the plain text, without its line break.

    ``content`` is the part without marks at either end (``#``, ``-``, ``|``, emphasis); ``level`` the depth that
    heading marks claim (1 for ``#``), else None.
    """

    span: Span
    role: LineRole
    content: Span
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A part of the text that is not content: contents table, caption, call-out, navigation …"""

    kind: FurnitureKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A file read as text: ``lines`` cover ``text``; ``furniture`` is what reading alone can tell apart."""

    source: Source
    text: str
    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the outline. ``span`` runs from the heading to the next section of the same or a higher level.

    ``heading`` covers the heading's own lines (printed number included); ``number`` is the number as printed.
    """

    id: str
    parent: str | None
    level: int
    number: str | None
    title: str
    span: Span
    heading: Span

    def __post_init__(self) -> None:
        if self.level < 1 or not self.span.holds(self.heading):
            raise ValueError(f"bad section {self.id}")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place where the outline could be read otherwise, with the kind of reason."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class HeadingCorrection:
    """The editor's word: the line at ``start`` is a heading of depth ``level`` (1 the highest), or, None, is none."""

    start: int
    level: int | None

    def __post_init__(self) -> None:
        if self.level is not None and self.level < 1:
            raise ValueError(f"no heading has depth {self.level}")


@dataclass(frozen=True, slots=True)
class Outline:
    """All sections in text order (parents before children), and everything that is furniture, in text order."""

    sections: tuple[Section, ...]
    furniture: tuple[Furniture, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for section in self.sections:
            if section.id in seen or (section.parent is not None and section.parent not in seen):
                raise ValueError(f"section {section.id}: repeated id or parent not before it")
            seen.add(section.id)

    def by_id(self) -> dict[str, Section]:
        """Return the sections by their id."""
        return {section.id: section for section in self.sections}

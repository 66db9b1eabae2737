"""A library: folders of reports that are looked up together."""

from dataclasses import dataclass

from kwaicompare.model.span import Span


@dataclass(frozen=True, slots=True)
class LibraryHit:
    """A place in a document of the library, in its context. ``span`` counts in the document's plain text."""

    path: str
    title: str
    span: Span
    left: str
    match: str
    right: str


@dataclass(frozen=True, slots=True)
class LibraryFound:
    """The first places of a query in library order; ``complete``: there are no more."""

    hits: tuple[LibraryHit, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class LibraryFolder:
    """A folder of the library, and what the index holds of it."""

    path: str
    documents: int
    chars: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of the library that could not be read, with the message key of the reason."""

    path: str
    key: str


@dataclass(frozen=True, slots=True)
class LibraryUpdate:
    """What an update found: numbers of documents, and the files that could not be read."""

    added: int = 0
    changed: int = 0
    moved: int = 0
    removed: int = 0
    unread: tuple[Unread, ...] = ()

"""Documents made by hand, so that the tests of figures need no reader and no outline."""

from array import array
from collections.abc import Callable

import pytest

from kwaicompare.metrics.quantities import find_mentions
from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Document, Furniture, Line, Outline, Section, Source
from kwaicompare.model.keyword import Words
from kwaicompare.model.metric import Mention
from kwaicompare.model.span import Span

Find = Callable[..., tuple[Mention, ...]]


def document_of(text: str) -> Document:
    """Return a document whose lines are the text's."""
    lines, at = [], 0
    for line in text.split("\n"):
        span = Span(at, at + len(line))
        lines.append(Line(span, "text" if line.strip() else "blank", span))
        at += len(line) + 1
    return Document(Source("made.txt", "0" * 64, "utf-8"), text, tuple(lines))


def edition_of(text: str, *sections: tuple[str, str]) -> Edition:
    """Return an edition with one section for each (id, title) line of ``text``, in order."""
    starts = [text.index(title) for _, title in sections] + [len(text)]
    outline = Outline(
        tuple(
            Section(name, None, 1, None, title, Span(start, end), Span(start, start + len(title)))
            for (name, title), start, end in zip(sections, starts[:-1], starts[1:], strict=True)
        )
    )
    document = document_of(text)
    return Edition(document, outline, Words(array("L"), (), 0), find_mentions(document, outline))


@pytest.fixture
def find() -> Find:
    """Return a function from a text (and furniture of it) to its mentions."""

    def mentions(text: str, *furniture: Furniture) -> tuple[Mention, ...]:
        return find_mentions(document_of(text), Outline((), furniture))

    return mentions


@pytest.fixture
def edition() -> Callable[..., Edition]:
    """Return the maker of editions."""
    return edition_of

"""Editions made by hand: sections one after another, each with a heading line and a body."""

from collections.abc import Callable, Sequence

import pytest

from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Document, Furniture, Outline, Section, Source
from kwaicompare.model.span import Span
from kwaicompare.text.segment import segment

MakeEdition = Callable[..., Edition]


def _edition(*bodies: str, furniture: Sequence[Furniture] = (), terms: Sequence[str] = ()) -> Edition:
    text = ""
    sections: list[Section] = []
    for index, body in enumerate(bodies):
        start = len(text)
        heading = f"第{index + 1}节"
        text += f"{heading}\n{body}\n"
        span = Span(start, len(text))
        sections.append(Section(str(index + 1), None, 1, None, heading, span, Span(start, start + len(heading))))
    document = Document(Source("made.txt", "", "utf-8"), text, ())
    return Edition(document, Outline(tuple(sections), tuple(furniture)), segment(text, terms))


@pytest.fixture
def make_edition() -> MakeEdition:
    """Return the builder; it takes the bodies of the sections."""
    return _edition

"""The passage around a place found in a document of the library.

Takes a document's text and a hit, returns what stands before, at and after the place. Leaves out reading and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kwaicompare.model.library import LibraryHit

_REACH = 400


class Around(NamedTuple):
    """What stands before a place, at it and after it, as written."""

    before: str
    match: str
    after: str


def around(text: str, hit: LibraryHit) -> Around | None:
    """Return the passage, whole lines where they are short; None where the text says something else there."""
    span = hit.span
    if span.of(text) != hit.match:
        return None
    start, end = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    first, last = text.find("\n", start, span.start), text.rfind("\n", span.end, end)
    start = first + 1 if start and first >= 0 else start
    end = last if end < len(text) and last >= 0 else end
    return Around(text[start : span.start], hit.match, text[span.end : end])

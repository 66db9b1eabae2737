"""The one place that converts between code points, which the core counts, and UTF-16 units, which Qt counts.

Takes: a piece of text. Returns: a two-way map of offsets in it. Leaves out: grapheme clusters.

    TextPositions("𠮷野家").to_qt(1)   -> 2
    TextPositions("𠮷野家").from_qt(2) -> 1
"""

from bisect import bisect_left

_LAST_OF_PLANE_0 = "\uffff"


class TextPositions:
    """Offsets of one text, both ways. Text without astral characters costs one pass to find that out."""

    __slots__ = ("_astral", "_astral_qt")

    def __init__(self, text: str) -> None:
        astral: list[int] = []
        if text and max(text) > _LAST_OF_PLANE_0:
            astral = [at for at, character in enumerate(text) if character > _LAST_OF_PLANE_0]
        self._astral = astral
        self._astral_qt = [at + earlier for earlier, at in enumerate(astral)]

    def to_qt(self, offset: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def from_qt(self, offset: int) -> int:
        """Return the code point offset of a UTF-16 offset; inside a surrogate pair, the end of the pair."""
        return offset - bisect_left(self._astral_qt, offset) if self._astral else offset

"""One text as the pairing reads it: its passages, their words, and what they say when folded.

Takes an edition and its passages. Words are the edition's own folded forms: for finding a counterpart case, width and
script never count. Leaves out the pairing.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from kwaicompare.diff.lenses import Folding
from kwaicompare.diff.sentences import Piece
from kwaicompare.diff.tokens import is_content, is_word
from kwaicompare.model.comparison import Edition


class Side:
    """The passages of one edition."""

    def __init__(self, edition: Edition, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.text = edition.text
        self._words = edition.words
        self._is_word = _Known(is_word)
        self._is_content = _Known(is_content)

    def words(self, index: int) -> list[str]:
        """Return the words and figures of a passage."""
        return [form for form in self._forms(index) if self._is_word[form]]

    def content(self, index: int) -> list[str]:
        """Return the words of a passage that say something by themselves."""
        return [form for form in self._forms(index) if self._is_content[form]]

    def folded(self, folding: Folding) -> list[str]:
        """Return every passage as the lenses read it."""
        return [folding.text(piece.span.of(self.text)) for piece in self.pieces]

    def left(self, partners: Iterable[int | None]) -> list[int]:
        """Name the passages without a counterpart, furniture left out."""
        return [at for at, other in enumerate(partners) if other is None and self.pieces[at].role != "furniture"]

    def beside(self, index: int) -> Iterator[int]:
        """Yield the passages after and before one in the same line."""
        for near, first in ((index + 1, index), (index - 1, index - 1)):
            if 0 <= near < len(self.pieces) and self._same_line(self.pieces[first], self.pieces[first + 1]):
                yield near

    def _same_line(self, first: Piece, second: Piece) -> bool:
        return self.text.find("\n", first.span.end, second.span.start) < 0

    def _forms(self, index: int) -> Sequence[str]:
        span, starts = self.pieces[index].span, self._words.starts
        first = bisect_left(starts, span.start)
        return self._words.forms[first : bisect_left(starts, span.end, first)]


class _Known(dict[str, bool]):
    """Remembers the answer for each word."""

    def __init__(self, ask: Callable[[str], bool]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> bool:
        self[word] = answer = self._ask(word)
        return answer

"""One text as the pairing reads it: its passages, their words, and what they say when folded.

Takes an edition and its passages. Words are the edition's own folded forms: for finding a counterpart case, width and
script never count. Leaves out the pairing.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kwaicompare.diff.lenses import Folding
from kwaicompare.diff.sentences import Sentence, sentences
from kwaicompare.diff.tokens import is_content, is_word
from kwaicompare.model.comparison import Edition
from kwaicompare.model.span import Span
from kwaicompare.progress import Progress, part, reported


class Reading:
    """The passages of one edition; ``texts`` is what the lenses leave of each."""

    def __init__(self, edition: Edition, sentences: Sequence[Sentence], texts: Sequence[str]) -> None:
        self.sentences = sentences
        self.texts = texts
        self._edition = edition
        self._is_word = _Known(is_word)
        self._is_content = _Known(is_content)

    @classmethod
    def of(cls, edition: Edition, folding: Folding, progress: Progress) -> "Reading":
        """Cut an edition into passages."""
        found = sentences(edition, part(progress, 0.0, 0.6))
        spans = (sentence.span for sentence in reported(found, "diff", part(progress, 0.6, 1.0)))
        return cls(edition, found, [folding.text(span.of(edition.text)) for span in spans])

    def words(self, index: int) -> list[str]:
        """Return the words and figures of a passage."""
        return [form for form in self._forms(index) if self._is_word[form]]

    def content(self, index: int) -> list[str]:
        """Return the words of a passage that say something by themselves."""
        return [form for form in self._forms(index) if self._is_content[form]]

    def left(self, partners: Iterable[int | None]) -> list[int]:
        """Name the passages without a counterpart, furniture left out."""
        return [at for at, other in enumerate(partners) if other is None and self.sentences[at].role != "furniture"]

    def beside(self, index: int) -> Iterator[int]:
        """Yield the passages after and before one in the same line."""
        for near, first in ((index + 1, index), (index - 1, index - 1)):
            if 0 <= near < len(self.sentences) and self._same_line(self.sentences[first], self.sentences[first + 1]):
                yield near

    def joined(self, into: Mapping[int, int]) -> tuple["Reading", list[int]]:
        """Join passages to the neighbours they belong to; return also the new place of each old one."""
        if not into:
            return self, list(range(len(self.sentences)))
        found: list[Sentence] = []
        texts: list[str] = []
        places: list[int] = []
        for index, (sentence, text) in enumerate(zip(self.sentences, self.texts, strict=True)):
            if index and (into.get(index) == index - 1 or into.get(index - 1) == index):
                found[-1] = replace(found[-1], span=Span(found[-1].span.start, sentence.span.end))
                texts[-1] += text
            else:
                found.append(sentence)
                texts.append(text)
            places.append(len(found) - 1)
        return Reading(self._edition, found, texts), places

    def _same_line(self, first: Sentence, second: Sentence) -> bool:
        return self._edition.text.find("\n", first.span.end, second.span.start) < 0

    def _forms(self, index: int) -> Sequence[str]:
        words, span = self._edition.words, self.sentences[index].span
        first = bisect_left(words.starts, span.start)
        return words.forms[first : bisect_left(words.starts, span.end, first)]


class _Known(dict[str, bool]):
    """Remembers the answer for each word."""

    def __init__(self, ask: Callable[[str], bool]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> bool:
        self[word] = answer = self._ask(word)
        return answer

"""Cut a text into words with offsets into the text as written.

Takes a text and terms to keep whole; returns `Words` that cover the text without gap. Figures (1105.8亿, 78.4%),
Latin runs (AI-IDC, H.266/VVC, GB/T) and addresses are words of their own (see `cutting`). Terms are merged afterwards,
from whole words: rjieba's ``add_word`` would change a dictionary that the whole process shares, this way the result
depends on the arguments alone. It leaves out parts of speech and sentence boundaries.

    segment("可灵 AI用户超1.4万", ["可灵AI"]).forms == ("可灵ai", "用户", "超", "1.4万")
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from kwaicompare.model.keyword import Words
from kwaicompare.progress import Progress, part, silent
from kwaicompare.text.cutting import cut
from kwaicompare.text.discovery import MOST_CHARACTERS, discover_in, discover_terms
from kwaicompare.text.lexicon import lexicon, term_form
from kwaicompare.text.normalize import Folded, fold
from kwaicompare.text.project_words import NO_OWN_WORDS, OwnWords
from kwaicompare.text.terms import Dictionary, merge_terms

_BLOCK = 100_000
__all__ = ["discover_terms", "segment", "segment_together"]


def segment(text: str, terms: Iterable[str] = (), progress: Progress = silent, own: OwnWords = NO_OWN_WORDS) -> Words:
    """Cut ``text`` into words, keeping the terms of the shipped lexicon, ``terms`` and the editor's ``own`` whole."""
    folded, dictionary = fold(text), _dictionary(terms, own)
    years = "〇" in folded.text
    forms: list[str] = []
    lengths: list[int] = []
    known: dict[str, str] = {}  # one string for all places of a word: a quarter of the memory
    for start, block in _blocks(folded.text):
        progress("segment", start / len(folded.text))
        found = merge_terms(_apart(cut(block, years), own), dictionary)
        forms += map(known.setdefault, found[0], found[0])
        lengths += found[1]
    return _words(folded, forms, lengths)


def segment_together(
    texts: Sequence[str], terms: Iterable[str] = (), progress: Progress = silent, own: OwnWords = NO_OWN_WORDS
) -> tuple[Words, ...]:
    """Cut the editions of a report, keeping whole also the new words found in all of them together.

    The same as `segment` with the terms of `discover_terms`, for texts of ordinary size without cutting twice.
    """
    if sum(map(len, texts)) > MOST_CHARACTERS:
        found = discover_terms(texts, part(progress, 0.0, 0.2))
        rest, step = part(progress, 0.2, 1.0), 1 / len(texts)
        return tuple(
            segment(text, (*terms, *found), part(rest, at * step, (at + 1) * step), own)
            for at, text in enumerate(texts)
        )
    folded = [fold(text) for text in texts]
    tokens = [cut(each.text) for each in folded]
    dictionary = _dictionary((*terms, *discover_in(tokens)), own)
    merged = [merge_terms(_apart(cut_up, own), dictionary) for cut_up in tokens]
    return tuple(_words(each, *found) for each, found in zip(folded, merged, strict=True))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield where blocks of whole lines begin, and their text: no token and no term runs over a line break."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _BLOCK) + 1 or len(text)
        yield start, text[start:end]
        start = end


def _dictionary(terms: Iterable[str], own: OwnWords) -> Dictionary:
    forms = (*lexicon(), *map(term_form, terms), *own.terms)
    return Dictionary.of(form for form in forms if form not in own.splits)


def _apart(tokens: list[str], own: OwnWords) -> list[str]:
    """Take the words apart that the editor wants apart."""
    return [piece for token in tokens for piece in own.splits.get(token, (token,))] if own.splits else tokens


def _words(folded: Folded, forms: list[str], lengths: list[int]) -> Words:
    ends = array("L")
    for at in range(0, len(lengths), _BLOCK):
        ends.extend(accumulate(lengths[at + 1 : at + _BLOCK], initial=lengths[at] + (ends[-1] if ends else 0)))
    if folded.origins is None:
        return Words(array("L", [0])[: len(ends)] + ends[:-1], tuple(forms), folded.length)
    return _words_in_original([folded.start(end) for end in ends], forms, folded.length)


def _words_in_original(ends: list[int], forms: list[str], length: int) -> Words:
    """Map word ends to the original; words that share one character of it (㈠) become one, the first starts at 0."""
    starts: array = array("L")
    kept: list[str] = []
    start = 0
    for end, form in zip(ends, forms, strict=True):
        if starts and starts[-1] == start:
            kept[-1] += form
        else:
            starts.append(start)
            kept.append(form)
        start = end
    if not starts and length:
        return Words(array("L", [0]), ("",), length)
    return Words(starts, tuple(kept), length)

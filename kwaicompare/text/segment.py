"""Cut a text into words with offsets into the text as written.

Takes a text and terms to keep whole; returns `Words` that cover the text without gap. Figures (1105.8亿, 78.4%),
Latin runs (AI-IDC, H.266/VVC, GB/T) and addresses are words of their own (see `cutting`). Terms are merged afterwards,
from whole words: rjieba's ``add_word`` would change a dictionary that the whole process shares, this way the result
depends on the arguments alone. It leaves out parts of speech and sentence boundaries.

    segment("可灵 AI用户超1.4万", ["可灵AI"]).forms == ("可灵ai", "用户", "超", "1.4万")
"""

from array import array
from collections.abc import Iterable
from itertools import accumulate

from kwaicompare.model.keyword import Words
from kwaicompare.text.cutting import cut
from kwaicompare.text.discovery import discover_terms
from kwaicompare.text.lexicon import lexicon, term_form
from kwaicompare.text.normalize import fold
from kwaicompare.text.terms import Dictionary, merge_terms

__all__ = ["discover_terms", "segment"]


def segment(text: str, terms: Iterable[str] = ()) -> Words:
    """Cut ``text`` into words, keeping the terms of the shipped lexicon and ``terms`` whole."""
    folded = fold(text)
    forms, lengths = merge_terms(cut(folded.text), Dictionary.of((*lexicon(), *map(term_form, terms))))
    ends = list(accumulate(lengths))
    if folded.origins is None:
        return Words(array("L", [0, *ends[:-1]] if ends else []), tuple(forms), len(text))
    return _words_in_original([folded.start(end) for end in ends], forms, len(text))


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

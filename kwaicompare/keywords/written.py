"""How the texts themselves write a term, and where it first stands.

Takes editions with their words and terms in folded form; returns spans and written forms. Leaves out counting.

    term "可灵ai" in a text that says 可灵 AI  →  "可灵 AI"
"""

import re
from collections.abc import Iterable, Sequence

from kwaicompare.model.comparison import Edition
from kwaicompare.model.keyword import Term
from kwaicompare.model.span import Span

_LATIN = re.compile(r"[a-z]")


def first_place(edition: Edition, term: str) -> Span | None:
    """Return where a term first stands; a term that is no single word is looked up in the text itself."""
    forms = edition.words.forms
    if term in forms:
        return edition.words.span(forms.index(term))
    at = edition.text.casefold().find(term)
    return Span(at, at + len(term)) if at >= 0 else None


def as_written(editions: Sequence[Edition], terms: Iterable[Term]) -> dict[str, str]:
    """Return how the texts first write the terms whose folded form hides it: ai → AI."""
    written = {}
    for term in terms:
        if _LATIN.search(term.term):
            for edition in reversed(editions):
                span = first_place(edition, term.term)
                if span is not None:
                    written[term.term] = " ".join(span.of(edition.text).split())
                    break
    return written

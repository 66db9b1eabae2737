"""Read the shipped dictionaries: terms that are one word, and words too general to be terms.

Takes the files of ``resources/lexicons``, in jieba's format like an editor's own dictionary; returns folded forms,
which is what words are compared by. It leaves out units and what a project adds.

    term_form("可灵 AI") == "可灵ai"
"""

import re
from collections.abc import Iterable
from functools import cache

from kwaicompare import resources
from kwaicompare.text.cutting import join
from kwaicompare.text.normalize import fold

# jieba's tags are those of ICTCLAS: one letter, or n, v, a, m … with a second; eng for Latin words.
_FREQUENCY_AND_TAG = re.compile(r"(?:\s+\d+)?(?:\s+(?:n[a-z]{0,3}|v[a-z]?|a[dgn]|[a-z]|[bdmqrtuj][a-z]|eng))?\s*$")


def read_terms(text: str) -> tuple[str, ...]:
    """Read a dictionary in jieba's format: a term a line, frequency and tag optional; BOM and CRLF tolerated."""
    found: list[str] = []
    for line in text.lstrip("\ufeff").splitlines():
        entry = _FREQUENCY_AND_TAG.sub("", line).strip()
        if entry and not entry.startswith("#"):
            found.append(entry)
    return tuple(found)


def term_form(term: str) -> str:
    """Return the form a term has among ``Words.forms``: folded, no space beside a Han character."""
    parts = fold(term).text.split()
    return join(parts) if parts else ""


@cache
def lexicon() -> frozenset[str]:
    """Return the shipped terms of innovation, intellectual property, video and AI reporting, in folded form."""
    return _forms("terms.txt")


@cache
def stop_words() -> frozenset[str]:
    """Return the shipped stop words, Chinese and English, in folded form."""
    return _forms("stopwords_zh.txt") | _forms("stopwords_en.txt")


def left_out(further: Iterable[str] = (), counted: Iterable[str] = ()) -> frozenset[str]:
    """Return the words that are not counted: the shipped ones but those ``counted`` after all, and ``further`` ones."""
    if not further and not counted:
        return stop_words()
    return (stop_words() - frozenset(map(term_form, counted))) | frozenset(map(term_form, further))


def _forms(name: str) -> frozenset[str]:
    """Return the `term_form` of each line of a shipped dictionary; all are folded at once, which is much faster."""
    folded = fold("\n".join(read_terms(resources.text("lexicons", name)))).text
    return frozenset(join(parts) for line in folded.split("\n") if (parts := line.split()))

"""Words of a text, their frequencies in two editions, and the places where something is said."""

from array import array
from dataclasses import dataclass
from typing import Literal

from kwaicompare.model.span import Span

TermStatus = Literal["risen", "fallen", "new", "gone", "steady"]
QueryMode = Literal["plain", "all", "regex", "pinyin", "figure"]


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words: word i covers ``starts[i]`` to ``starts[i+1]`` (the last one to ``length``).

    ``forms[i]`` is the folded form (half width, lower case, simplified) that counting and matching use. The words
    cover the text without gap; white space and punctuation are words of their own.
    """

    starts: array
    forms: tuple[str, ...]
    length: int

    def __post_init__(self) -> None:
        if len(self.starts) != len(self.forms) or (len(self.starts) and self.starts[0] != 0):
            raise ValueError("words do not cover the text")

    def span(self, index: int) -> Span:
        """Return the span of word ``index`` in the text."""
        following = index + 1
        end = self.starts[following] if following < len(self.starts) else self.length
        return Span(self.starts[index], end)


@dataclass(frozen=True, slots=True)
class WordRule:
    """How the editor wants a word cut: one part is one word wherever it stands, several parts are never one word."""

    parts: tuple[str, ...]

    def __post_init__(self) -> None:
        if not all(self.parts) or not self.parts:
            raise ValueError(f"a word rule of {self.parts}")

    @property
    def word(self) -> str:
        """The word as a whole."""
        return "".join(self.parts)


NO_WORDS = Words(array("I"), (), 0)


@dataclass(frozen=True, slots=True)
class Term:
    """A term's frequencies. Rates are per 10,000 characters of content; dispersion is Gries' DP (0 even, 1 lumped)."""

    term: str
    count_a: int
    count_b: int
    per_10k_a: float
    per_10k_b: float
    log_likelihood: float
    log_ratio: float
    log_ratio_bound: float
    dispersion_a: float
    dispersion_b: float
    sections_a: int
    sections_b: int
    status: TermStatus


@dataclass(frozen=True, slots=True)
class Trend:
    """A term through several editions: its count and its rate per 10,000 characters in each."""

    term: str
    counts: tuple[int, ...]
    per_10k: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Collocate:
    """A term that stands in the same sentences as a node term: in how many, and how strongly the two attract.

    ``log_dice`` is at most 14, one less for half as strong; ``log_likelihood`` is G² over the sentences.
    """

    term: str
    together: int
    log_dice: float
    log_likelihood: float


@dataclass(frozen=True, slots=True)
class Substitution:
    """A word that paired sentences exchange for another: the places in both editions, and where the old one is left."""

    old: str
    new: str
    places: tuple[tuple[Span, Span], ...]
    left: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What to look up, and how.

    Plain text (folded), all of several words in one sentence, a regular expression, pinyin (full or initials), or
    figures by their value (``> 1亿 件``).
    """

    text: str
    mode: QueryMode = "plain"


@dataclass(frozen=True, slots=True)
class Hit:
    """A line of the concordance: the match in its context. ``document`` is the index of the searched document."""

    document: int
    span: Span
    left: str
    match: str
    right: str
    section: str

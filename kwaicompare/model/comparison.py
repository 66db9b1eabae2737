"""One edition with everything found in it, and two editions compared: what views, commands and reports read."""

from dataclasses import dataclass, field

from kwaicompare.model.alignment import Alignment
from kwaicompare.model.decision import Decision, Standing
from kwaicompare.model.document import Document, Outline, Section
from kwaicompare.model.edit import DEFAULT_LENSES, Lens, Passage
from kwaicompare.model.finding import CheckResult
from kwaicompare.model.keyword import NO_WORDS, Term, Words
from kwaicompare.model.metric import Ledger, Mention


@dataclass(frozen=True, slots=True)
class Edition:
    """A document with its outline, its figures and, once cut, its words (`NO_WORDS` before that).

    ``excluded`` are figures that the editor took out of ``mentions``.
    """

    document: Document
    outline: Outline
    words: Words = NO_WORDS
    mentions: tuple[Mention, ...] = ()
    excluded: tuple[Mention, ...] = ()

    @property
    def text(self) -> str:
        """The document's plain text."""
        return self.document.text

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections in text order."""
        return self.outline.sections


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions and every result of comparing them.

    ``lenses`` were on when the passages were compared; ``lost``: decisions of the review that found no place;
    ``standings``: what the reviewer thinks, where it is to be handed on with the rest.
    """

    a: Edition
    b: Edition
    alignment: Alignment
    passages: tuple[Passage, ...]
    ledger: Ledger
    keywords: tuple[Term, ...]
    checks: CheckResult = field(default_factory=CheckResult)
    lenses: frozenset[Lens] = DEFAULT_LENSES
    lost: tuple[Decision, ...] = ()
    standings: tuple[Standing, ...] = ()

    @property
    def identical(self) -> bool:
        """Whether the two texts are the same, character by character."""
        return self.a.text == self.b.text

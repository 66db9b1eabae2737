"""An edition made ready for the rules: what several of them read is worked out once.

Takes an edition and its index among the editions, returns its sentences, its figures as they are told, and its foreign
names. Leaves out judging.

    Checked.of(edition, 0).statements    → the sentences with the figures inside
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kwaicompare.check.names import Name, written_names
from kwaicompare.check.sentences import Statement, statements
from kwaicompare.check.stated import Stated, stated_figures
from kwaicompare.model.comparison import Edition
from kwaicompare.progress import Progress, part, reported, silent

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Checked:
    """An edition with what the rules read of it; ``document`` is its index among the editions.

    ``progress`` is told how far a rule has come.
    """

    edition: Edition
    document: int
    statements: tuple[Statement, ...]
    figures: tuple[Stated, ...]
    names: tuple[Name, ...]
    progress: Progress = silent

    @classmethod
    def of(cls, edition: Edition, document: int, progress: Progress = silent) -> "Checked":
        """Cut an edition into sentences and read figures and names, once for all rules."""
        cut = statements(edition, part(progress, 0.0, 0.4))
        told = stated_figures(cut, part(progress, 0.4, 0.8))
        return cls(edition, document, cut, told, written_names(edition.text))

    def reporting(self, progress: Progress) -> "Checked":
        """Return the same for a rule that reports to ``progress``."""
        return replace(self, progress=progress)

    def each(self, items: Sequence[Item]) -> Iterator[Item]:
        """Yield what a rule looks at one by one, and report now and then, which is where it can be cancelled."""
        return reported(items, "check", self.progress)

    @property
    def source(self) -> tuple[Edition, int]:
        """The edition and its index, as findings quote them."""
        return self.edition, self.document

"""What the editor decided about a pair of editions.

The window knows of a review before it is painted, and of single decisions, figures and words only later: those are here
for their types alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwaicompare.model.decision import (
        FigureDecision,
        HeadingDecision,
        Opinion,
        PairingDecision,
        SectionDecision,
    )
    from kwaicompare.model.keyword import WordRule


@dataclass(frozen=True, slots=True)
class Review:
    """All decisions about one pair, in the order they were taken.

    ``stop_words`` are counted no longer; ``counted`` are shipped stop words that are counted after all.
    """

    sections: tuple[SectionDecision, ...] = ()
    headings: tuple[HeadingDecision, ...] = ()
    figures: tuple[FigureDecision, ...] = ()
    pairings: tuple[PairingDecision, ...] = ()
    words: tuple[WordRule, ...] = ()
    stop_words: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    opinions: tuple[Opinion, ...] = ()

    def __bool__(self) -> bool:
        return self != NO_REVIEW

    @property
    def deciding(self) -> Review:
        """The same without opinions: what a comparison depends on."""
        return replace(self, opinions=())

    def mirrored(self) -> Review:
        """Return the same decisions with the editions exchanged."""
        return Review(
            tuple(each.mirrored() for each in self.sections),
            tuple(each.mirrored() for each in self.headings),
            tuple(each.mirrored() for each in self.figures),
            tuple(each.mirrored() for each in self.pairings),
            self.words,
            self.stop_words,
            self.counted,
            tuple(each.mirrored() for each in self.opinions),
        )


NO_REVIEW = Review()

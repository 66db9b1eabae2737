"""The options of the alignment: shares of evidence and limits of decision."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlignOptions:
    """The shares of evidence and the limits of decision.

    ``chapter`` is how much the chapter around a section counts beside its own words (1 = as much), where that chapter
    is a small part of the text. ``title``, ``role`` and ``context`` are how far an equal heading, the same kind of
    section, and each agreeing neighbour or parent lift a score towards 1; ``unlike`` is what is lost between sections
    of different kinds (back matter beside body, a chapter's opening beside a whole section). A text of ``thin``
    characters counts half.

    *Distinction* is a score over what is usual: the mean of the ``usual`` best resemblances that the two sections have
    to anything else, in either edition. Each other's best are counterparts from ``mutual`` upwards, or, whatever their
    rivals, where they score ``sure``; with less than ``typical`` of the median of such scores a pair is chance, unless
    its distinction is ``striking``. What stands beside a better pair (splits, merges: the best of one side only, or on
    both sides ``near`` the best) needs ``single`` distinction and ``branch`` of that median; the best of one side may
    show instead ``news`` distinction by what the other side's best does not already say. Merely ``related`` are
    sections whose best is little less than usual.

    Only the ``candidates`` that share most of a section's ``rarest`` terms are scored; a term in more than ``common``
    sections finds none, and of all the places where its terms stand ``looked_at`` are looked at, the rarest terms
    first. Where both editions together have ``many`` sections, those that kept their words and resemble nothing else
    are counterparts without further question.
    """

    chapter: float = 1.0
    title: float = 0.30
    role: float = 0.15
    unlike: float = 0.5
    context: float = 0.15
    thin: int = 20
    usual: int = 8
    mutual: float = 1.2
    sure: float = 0.45
    typical: float = 0.4
    striking: float = 2.5
    single: float = 1.1
    near: float = 0.72
    branch: float = 0.85
    news: float = 1.5
    related: float = 0.9
    candidates: int = 16
    rarest: int = 300
    common: int = 200
    looked_at: int = 4000
    many: int = 1000

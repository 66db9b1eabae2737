"""The options of the alignment: shares of evidence and limits of decision."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlignOptions:
    """The shares of evidence and the limits of decision.

    ``title``, ``role`` and ``context`` are how far an equal heading, the same kind of section, and each agreeing
    neighbour or parent lift a score towards 1; ``unlike`` is what is lost between sections of different kinds (back
    matter beside body, a chapter's opening beside a whole section). A text of ``thin`` characters counts half.
    *Distinction* is a score over what is usual among the ``usual`` best rivals in its row and column. Counterparts
    score ``least`` or more. They are each other's best with ``mutual`` distinction, or the best of one side with
    ``single`` distinction and ``branch`` of the other side's best (splits and merges); from ``sure`` upwards each
    other's best are counterparts whatever their rivals. Where most sections kept their words, a pair with less than
    ``typical`` of the median score is chance unless its distinction is ``striking``. Only the ``candidates`` that share
    most of a section's ``rarest`` terms are scored; a term in more than ``common`` sections finds none.
    """

    title: float = 0.30
    role: float = 0.15
    unlike: float = 0.5
    context: float = 0.10
    thin: int = 20
    usual: int = 8
    least: float = 0.09
    typical: float = 0.35
    striking: float = 3.0
    mutual: float = 1.6
    single: float = 2.0
    branch: float = 0.60
    sure: float = 0.45
    related: float = 0.06
    candidates: int = 16
    rarest: int = 60
    common: int = 200

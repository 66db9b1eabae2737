"""What the editor decided about headings: taking decisions, and finding their lines again.

Takes a review and a line, returns the review with one decision more; takes the decisions of a review, a side and its
document as it is now, returns corrections by offset, and the decisions whose line is no longer there. Leaves out what a
correction does (`corrected.py`).
"""

from collections.abc import Iterable
from dataclasses import replace

from kwaicompare.model.decision import HeadingDecision
from kwaicompare.model.document import Document, HeadingCorrection
from kwaicompare.model.review import Review
from kwaicompare.model.span import Side, Span
from kwaicompare.text.anchors import anchor, locate


def corrections_of(
    decisions: Iterable[HeadingDecision], side: Side, document: Document
) -> tuple[tuple[HeadingCorrection, ...], tuple[HeadingDecision, ...]]:
    """Return the corrections of one edition, a later one of the same line in place of an earlier, and what is lost."""
    found: dict[int, HeadingCorrection] = {}
    lost = []
    for decision in decisions:
        if decision.side != side:
            continue
        span = locate(document.text, decision.place)
        if span is None:
            lost.append(decision)
        else:
            found[span.start] = HeadingCorrection(span.start, decision.level)
    return tuple(found.values()), tuple(lost)


def set_level(review: Review, side: Side, document: Document, line: Span, level: int | None) -> Review:
    """Make the line a heading of depth ``level``, or with None no heading, in place of what was decided before."""
    kept = tuple(
        each for each in review.headings if each.side != side or not _stands_in(locate(document.text, each.place), line)
    )
    return replace(review, headings=(*kept, HeadingDecision(side, anchor(document.text, line), level)))


def _stands_in(span: Span | None, line: Span) -> bool:
    return span is not None and span.meets(line)

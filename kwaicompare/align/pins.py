"""What the editor decided about sections: taking decisions, and finding their sections again.

Takes a review and a comparison as shown, returns the review with one decision more; takes the decisions of a review
and two editions as they are now, returns pins by section id. Leaves out what a pin does (`sections.py`).

    link(review, comparison, "2.1", "3.4")  →  2.1 ~ 3.4, and no longer ~ the counterpart that was found for 2.1
"""

from collections.abc import Iterable
from dataclasses import replace

from kwaicompare.model.alignment import Pin
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.decision import Anchor, SectionDecision
from kwaicompare.model.document import Section
from kwaicompare.model.review import Review
from kwaicompare.model.span import Span
from kwaicompare.text.anchors import anchor, locate

_MARKS = "#>*-+|【[（( \t\n"
Names = tuple[str | None, str | None]


def pins_of(
    decisions: Iterable[SectionDecision], a: Edition, b: Edition
) -> tuple[tuple[Pin, ...], tuple[SectionDecision, ...]]:
    """Return the pins, and the decisions that found no section. A later decision about the same sections wins."""
    pins: dict[Names, Pin] = {}
    lost = []
    for decision in decisions:
        own, other = names = _names(decision, a, b)
        if (own is None) != (decision.a is None) or (other is None) != (decision.b is None):
            lost.append(decision)
        else:
            pins[names] = Pin(own, other, decision.linked)
    return tuple(pins.values()), tuple(lost)


def link(review: Review, comparison: Comparison, a: str, b: str, further: bool = False) -> Review:
    """Make two sections counterparts, ``further`` beside, else instead of what was found for the old one."""
    found = () if further else (each for each in comparison.alignment.pairs if each.a == a and each.b != b)
    instead = [each.b for each in found if all(reason.kind != "pinned" for reason in each.why)]
    review = release(review, comparison, {(a, b), (a, None), (None, b)})
    forbidden = [_decision(comparison, a, other, linked=False) for other in instead]
    return _with(review, *forbidden, _decision(comparison, a, b))


def unlink(review: Review, comparison: Comparison, a: str, b: str) -> Review:
    """Make two sections no counterparts."""
    return _with(release(review, comparison, {(a, b)}), _decision(comparison, a, b, linked=False))


def pin_absent(review: Review, comparison: Comparison, a: str | None, b: str | None) -> Review:
    """Say of one section (the other side None) that it has no counterpart; links of it by hand are taken back."""
    taken = [(pin.a, pin.b) for pin in comparison.alignment.pins if pin.linked and pin.about(a, b)]
    return _with(release(review, comparison, taken), _decision(comparison, a, b))


def release(review: Review, comparison: Comparison, names: Iterable[Names]) -> Review:
    """Take back the decisions about these pairs of sections."""
    wanted = set(names)
    kept = (each for each in review.sections if _names(each, comparison.a, comparison.b) not in wanted)
    return replace(review, sections=tuple(kept))


def _with(review: Review, *decisions: SectionDecision) -> Review:
    return replace(review, sections=(*review.sections, *decisions))


def _decision(comparison: Comparison, a: str | None, b: str | None, linked: bool = True) -> SectionDecision:
    return SectionDecision(_anchor(comparison.a, a), _anchor(comparison.b, b), linked)


def _anchor(edition: Edition, name: str | None) -> Anchor | None:
    return None if name is None else anchor(edition.text, _title(edition, edition.outline.by_id()[name]))


def _title(edition: Edition, section: Section) -> Span:
    """Return the heading without the marks before it, which say nothing of the section."""
    printed = section.heading.of(edition.text)
    marks = len(printed) - len(printed.lstrip(_MARKS))
    return Span(section.heading.start + marks, section.heading.end) if marks < len(printed) else section.heading


def _names(decision: SectionDecision, a: Edition, b: Edition) -> Names:
    return _section_at(a, decision.a), _section_at(b, decision.b)


def _section_at(edition: Edition, place: Anchor | None) -> str | None:
    """Return the section whose heading stands at ``place``."""
    span = None if place is None else locate(edition.text, place)
    if span is None:
        return None
    return next((section.id for section in edition.sections if section.heading.meets(span)), None)

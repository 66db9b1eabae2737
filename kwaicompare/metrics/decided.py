"""What the editor decided about figures: taking decisions, and finding their figures again.

Takes a review and figures as shown, returns the review with one decision more; takes the decisions of a review and
editions as they are now, returns editions with corrected figures, and verdicts on pairs of them. Leaves out what a
verdict does (`changes.py`).

    rename(review, "b", edition, [用户规模突破6000万], "注册用户数")  →  the ledger's row is called 注册用户数
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from kwaicompare.model.comparison import Edition
from kwaicompare.model.decision import Anchor, FigureDecision, PairingDecision
from kwaicompare.model.metric import Mention, Verdict
from kwaicompare.model.review import Review
from kwaicompare.model.span import SIDES, Side
from kwaicompare.text.anchors import anchor, locate


class Ruling(NamedTuple):
    """What was decided of two figures."""

    a: Mention
    b: Mention
    verdict: Verdict


def correct_figures(
    a: Edition, b: Edition, decisions: Iterable[FigureDecision]
) -> tuple[Edition, Edition, tuple[FigureDecision, ...]]:
    """Return the editions with figures renamed and taken out, and the decisions that found no figure."""
    indicators: dict[tuple[Side, Mention], str | None] = {}
    lost = []
    for decision in decisions:
        mention = _figure_at(a if decision.side == "a" else b, decision.place)
        if mention is None:
            lost.append(decision)
        else:
            indicators[decision.side, mention] = decision.indicator
    if not indicators:
        return a, b, tuple(lost)
    corrected = [_corrected(edition, side, indicators) for side, edition in zip(SIDES, (a, b), strict=True)]
    return corrected[0], corrected[1], tuple(lost)


def rulings_of(
    decisions: Iterable[PairingDecision], a: Edition, b: Edition
) -> tuple[tuple[Ruling, ...], tuple[PairingDecision, ...]]:
    """Return the verdicts, later ones about the same figures winning, and the decisions that found no figure."""
    rulings: dict[tuple[Mention, Mention], Ruling] = {}
    lost = []
    for decision in decisions:
        old, new = _figure_at(a, decision.a), _figure_at(b, decision.b)
        if old is None or new is None:
            lost.append(decision)
        else:
            rulings[old, new] = Ruling(old, new, decision.verdict)
    return tuple(rulings.values()), tuple(lost)


def rename(review: Review, side: Side, edition: Edition, figures: Sequence[Mention], indicator: str | None) -> Review:
    """Say what figures measure; with None, that they are no figures of the ledger."""
    decisions = [FigureDecision(side, anchor(edition.text, figure.span), indicator) for figure in figures]
    return replace(review, figures=(*_others(review, side, edition, figures), *decisions))


def release(review: Review, side: Side, edition: Edition, figures: Sequence[Mention]) -> Review:
    """Take back what was said of figures, each alone or as one of two."""
    spans = {figure.span for figure in figures}
    places = ((each, each.a if side == "a" else each.b) for each in review.pairings)
    pairings = tuple(each for each, place in places if locate(edition.text, place) not in spans)
    return replace(review, figures=_others(review, side, edition, figures), pairings=pairings)


def rule(review: Review, a: Edition, b: Edition, old: Mention, new: Mention, verdict: Verdict) -> Review:
    """Say what two figures are to each other."""
    spans = old.span, new.span
    kept = [each for each in review.pairings if (locate(a.text, each.a), locate(b.text, each.b)) != spans]
    said = PairingDecision(anchor(a.text, old.span), anchor(b.text, new.span), verdict)
    return replace(review, pairings=(*kept, said))


def _others(review: Review, side: Side, edition: Edition, figures: Sequence[Mention]) -> tuple[FigureDecision, ...]:
    """Return the decisions about single figures that are about none of these."""
    spans = {figure.span for figure in figures}
    return tuple(each for each in review.figures if each.side != side or locate(edition.text, each.place) not in spans)


def _corrected(edition: Edition, side: Side, indicators: dict[tuple[Side, Mention], str | None]) -> Edition:
    kept, excluded = [], []
    for mention in edition.mentions:
        indicator = indicators.get((side, mention), mention.indicator)
        if indicator is None:
            excluded.append(mention)
        else:
            kept.append(mention if indicator == mention.indicator else replace(mention, indicator=indicator))
    return replace(edition, mentions=tuple(kept), excluded=tuple(excluded))


def _figure_at(edition: Edition, place: Anchor) -> Mention | None:
    span = locate(edition.text, place)
    return None if span is None else next((each for each in edition.mentions if each.span.meets(span)), None)

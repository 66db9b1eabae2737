"""The rows of the keyword table, what the plots draw, and where a term stands.

Takes terms and editions, returns rows, ranked terms and offsets. Leaves out Qt and plotting.

    Term(可灵, 0 → 41, bound +5.2)    → first of the risen terms
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from kwaicompare.gui.models.table import Cell, Row, Tone
from kwaicompare.model.span import Span

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Edition
    from kwaicompare.model.keyword import Term

RISING: frozenset[str] = frozenset({"risen", "new"})
FALLING: frozenset[str] = frozenset({"fallen", "gone"})
_SIGNS = {"risen": "▲", "new": "＋", "fallen": "▼", "gone": "−", "steady": "＝"}


def term_rows(terms: Sequence[Term], written: Mapping[str, str]) -> tuple[Row, ...]:
    """Word the terms in the order given, those in ``written`` as it says."""
    return tuple(_row(term, written.get(term.term, term.term)) for term in terms)


def ranked(terms: Sequence[Term], limit: int) -> list[Term]:
    """Return the ``limit`` terms that moved most: risen first, then fallen, the most fallen last.

    Half of the places go to either direction; what one leaves free the other takes.
    """
    risen = sorted((each for each in terms if each.status in RISING), key=_rank, reverse=True)
    fallen = sorted((each for each in terms if each.status in FALLING), key=_rank)
    half = limit // 2
    up = max(limit - half, limit - len(fallen))
    chosen_up = risen[:up]
    chosen_down = fallen[: limit - len(chosen_up)]
    return chosen_up + chosen_down[::-1]


def places(edition: Edition, wanted: Collection[str]) -> dict[str, list[Span]]:
    """Return the places of every occurrence of the wanted terms, in text order."""
    found: dict[str, list[Span]] = {term: [] for term in wanted}
    for at, form in enumerate(edition.words.forms):
        if form in found:
            found[form].append(edition.words.span(at))
    return found


def spread(values: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return positions for labels at these values, moved as little as needed to lie ``gap`` apart; order is kept.

    Labels that would collide form a block around the mean of their values (pool adjacent violators), which stays
    between ``low`` and ``high`` where it fits.
    """
    order = sorted(range(len(values)), key=lambda at: values[at])
    blocks: list[tuple[float, list[int]]] = []
    for at in order:
        blocks.append(_block([at], values, gap, low, high))
        while len(blocks) > 1 and _top(blocks[-2], gap) > _bottom(blocks[-1], gap):
            (_, last), (_, before) = blocks.pop(), blocks.pop()
            members = before + last
            blocks.append(_block(members, values, gap, low, high))
    placed = [0.0] * len(values)
    for block in blocks:
        for rank, at in enumerate(block[1]):
            placed[at] = _bottom(block, gap) + gap * (rank + 0.5)
    return placed


def number(value: float) -> str:
    """Write a statistic for people: two decimals, one from a hundred on."""
    return f"{value:,.1f}" if abs(value) >= 100 else f"{value:,.2f}"


def _row(term: Term, name: str) -> Row:
    tone: Tone = "insert" if term.status in RISING else "delete" if term.status in FALLING else "muted"
    cells = (
        Cell(_SIGNS[term.status], _SIGNS[term.status], tone),
        Cell(name, term.term, bold=term.status != "steady"),
        _numeric(term.count_a, str(term.count_a)),
        _numeric(term.count_b, str(term.count_b)),
        _numeric(term.log_ratio_bound, f"{term.log_ratio_bound:+.2f}", tone),
        _numeric(term.per_10k_a),
        _numeric(term.per_10k_b),
        _numeric(term.log_ratio, f"{term.log_ratio:+.2f}"),
        _numeric(term.log_likelihood),
        _numeric(term.dispersion_a),
        _numeric(term.dispersion_b),
    )
    direction = "up" if term.status in RISING else "down" if term.status in FALLING else "steady"
    return Row(cells, frozenset({direction, term.status}), term.term.casefold(), term)


def _numeric(value: float, text: str = "", tone: Tone = "") -> Cell:
    return Cell((text or number(value)).replace("-", "−"), float(value), tone, right=True)


def _rank(term: Term) -> tuple[float, float, str]:
    return term.log_ratio_bound, term.log_ratio, term.term


def _block(members: list[int], values: Sequence[float], gap: float, low: float, high: float) -> tuple[float, list[int]]:
    """Return a block of labels and its centre."""
    half = gap * len(members) / 2
    centre = sum(values[each] for each in members) / len(members)
    return max(low + half, min(high - half, centre)), members


def _bottom(block: tuple[float, list[int]], gap: float) -> float:
    return block[0] - gap * len(block[1]) / 2


def _top(block: tuple[float, list[int]], gap: float) -> float:
    return block[0] + gap * len(block[1]) / 2

"""The rows of the metric ledger.

Takes a ledger and the subject's words, returns one row for each indicator of both editions and each figure of one
edition only. Leaves out Qt; bounds are worded as in the reports.

    7321件 → 超1.4万件    → 专利申请 | 7321件 | 超1.4万件 | 至少 +91.2% | ✓ | 2021年 → 2025年
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwaicompare.gui.models.quotation import unmarked
from kwaicompare.gui.models.table import Cell, Row
from kwaicompare.report.wording import change_text

if TYPE_CHECKING:
    from kwaicompare.model.metric import Bounds, Delta, Ledger, Mention
    from kwaicompare.resources import Messages

COMPARABLE, CAVEAT = "✓", "⚠"
_LAST = float("-inf")


@dataclass(frozen=True, slots=True)
class Figures:
    """What a ledger row stands for: the figure of either edition, and where else each is stated."""

    a: Mention | None
    b: Mention | None
    also_a: tuple[Mention, ...] = ()
    also_b: tuple[Mention, ...] = ()


def ledger_rows(ledger: Ledger, words: Messages) -> tuple[Row, ...]:
    """Word the ledger: paired figures first, then the old edition's own, then the new edition's own."""
    rows = [_paired(delta, words) for delta in ledger.deltas]
    rows += [_alone(mention, "a", words) for mention in ledger.only_a]
    rows += [_alone(mention, "b", words) for mention in ledger.only_b]
    return tuple(rows)


def caveat_text(key: str, value: str, words: Messages) -> str:
    """Word one caveat: the table's sentence for its key, and what the ledger adds."""
    name = key if key.startswith("caveat.") else f"caveat.{key}"
    worded = words(name) if name in words else key
    return f"{worded}: {value}" if value else worded


def moved(delta: Delta) -> bool:
    """Tell whether the two figures certainly or possibly differ."""
    return (delta.a.canonical.bounds, delta.a.canonical.unit) != (delta.b.canonical.bounds, delta.b.canonical.unit)


def _paired(delta: Delta, words: Messages) -> Row:
    change = change_text(delta.percent, "%", words.language)
    difference = change_text(delta.absolute, delta.b.canonical.unit or delta.b.unit, words.language)
    caveats = [caveat_text(key, value, words) for key, value in delta.caveats]
    sound = delta.comparability == "same"
    verdict = COMPARABLE if sound and not caveats else f"{COMPARABLE if sound else CAVEAT} {'; '.join(caveats)}".strip()
    differs = moved(delta)
    cells = (
        Cell(delta.indicator, bold=True),
        _value(delta.a, delta.also_a),
        _value(delta.b, delta.also_b),
        Cell(
            (change or difference or "—") if differs else "＝",
            _size(delta.percent) if differs else 0.0,
            "change" if differs else "muted",
            right=True,
            tip=" · ".join(each for each in (change, difference) if each),
        ),
        Cell(verdict, f"{int(not sound)}{verdict}", "" if sound else "change"),
        Cell(_periods(delta.a.period, delta.b.period), tone="muted"),
    )
    kinds = {"moved" if differs else "steady", "paired"} | ({"caveat"} if not sound else set())
    return _row(cells, kinds, Figures(delta.a, delta.b, delta.also_a, delta.also_b))


def _alone(mention: Mention, side: str, words: Messages) -> Row:
    old = _value(mention) if side == "a" else Cell("", _LAST, right=True)
    new = _value(mention) if side == "b" else Cell("", _LAST, right=True)
    name, tone = ("relation.dropped", "delete") if side == "a" else ("relation.new", "insert")
    cells = (
        Cell(mention.indicator or mention.quote),
        old,
        new,
        Cell("", _LAST, right=True),
        Cell(words(name), f"2{side}", tone),
        Cell(mention.period, tone="muted"),
    )
    figures = Figures(mention, None) if side == "a" else Figures(None, mention)
    return _row(cells, {f"only_{side}"}, figures)


def _value(mention: Mention, also: tuple[Mention, ...] = ()) -> Cell:
    bounds = mention.canonical.bounds
    known = bounds.low if bounds.low is not None else bounds.high
    others = " · ".join(dict.fromkeys(each.quote for each in also))
    tip = f"{mention.quote} ≈ {others}" if others else mention.quote
    return Cell(unmarked(mention.quote).strip(), _LAST if known is None else float(known), right=True, tip=tip)


def _row(cells: tuple[Cell, ...], kinds: set[str], figures: Figures) -> Row:
    words = " ".join(cell.text for cell in cells).casefold()
    return Row(cells, frozenset(kinds), words, figures)


def _size(bounds: Bounds | None) -> float:
    if bounds is None:
        return _LAST
    known = bounds.low if bounds.low is not None else bounds.high
    return _LAST if known is None else float(known)


def _periods(old: str, new: str) -> str:
    if old == new or not new:
        return old
    return f"{old} → {new}" if old else f"→ {new}"

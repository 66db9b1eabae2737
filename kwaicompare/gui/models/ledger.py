"""The rows of the metric ledger.

Takes a comparison and the subject's words, returns one row for each indicator of both editions, each figure of one
edition only, and each that the editor took out. Leaves out Qt; bounds are worded as in the reports.

    7321件 → 超1.4万件    → 专利申请 | 7321件 | 超1.4万件 | 至少 +91.2% | ✓ | 2021年 → 2025年 | 专利体系 → 专利保护
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kwaicompare.gui.models.quotation import unmarked
from kwaicompare.gui.models.standings import describe_standing, figure_target, short, tone_of
from kwaicompare.gui.models.table import Cell, Row, Tone
from kwaicompare.report.wording import change_text

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.decision import Standing
    from kwaicompare.model.metric import Bounds, Delta, Entry, Mention, Verdict
    from kwaicompare.model.standings import Standings
    from kwaicompare.resources import Messages

COMPARABLE, CAVEAT, DECIDED = "✓", "⚠", "◆"
_LAST = float("-inf")
_NAMES: dict[str, tuple[str, Tone]] = {"a": ("relation.dropped", "delete"), "b": ("relation.new", "insert")}


@dataclass(frozen=True, slots=True)
class Figures:
    """What a ledger row stands for: the figure of either edition, where else each is stated, and how they compare.

    ``delta`` is None where one edition has none; ``excluded``: the editor took the figure out.
    """

    a: Mention | None
    b: Mention | None
    also_a: tuple[Mention, ...] = ()
    also_b: tuple[Mention, ...] = ()
    delta: Delta | None = None
    excluded: bool = False

    @property
    def decided(self) -> Verdict | None:
        """What the editor said of the pair."""
        return None if self.delta is None else self.delta.decided

    def on(self, side: str) -> tuple[Mention, ...]:
        """Return all statements on a side, the row's own first."""
        main, also = (self.a, self.also_a) if side == "a" else (self.b, self.also_b)
        return () if main is None else (main, *also)


def ledger_rows(comparison: Comparison, words: Messages) -> tuple[Row, ...]:
    """Word the ledger: paired figures, the old edition's own, the new edition's own, at last what was taken out."""
    titles = [{section.id: section.title for section in edition.sections} for edition in (comparison.a, comparison.b)]
    return tuple(_rows(comparison, titles, words))


def judged(rows: Iterable[Row], standings: Standings, words: Messages) -> tuple[Row, ...]:
    """Return the rows with what the reviewer thinks of their figures in one column more."""
    found = ((row, standings.of(figure_target(row.item))) for row in rows)
    return tuple(replace(row, cells=(*row.cells, _thought(standing, words))) for row, standing in found)


def _thought(standing: Standing | None, words: Messages) -> Cell:
    if standing is None:
        return Cell("")
    return Cell(short(standing, words), tone=tone_of(standing), tip=describe_standing(standing, words))


def caveat_text(key: str, value: str, words: Messages) -> str:
    """Word one caveat: the table's sentence for its key, and what the ledger adds."""
    name = key if key.startswith("caveat.") else f"caveat.{key}"
    worded = words(name) if name in words else key
    return f"{worded}: {value}" if value else worded


def moved(delta: Delta) -> bool:
    """Tell whether the two figures certainly or possibly differ."""
    return (delta.a.canonical.bounds, delta.a.canonical.unit) != (delta.b.canonical.bounds, delta.b.canonical.unit)


def _rows(comparison: Comparison, titles: list[dict[str, str]], words: Messages) -> Iterator[Row]:
    ledger = comparison.ledger
    for delta in ledger.deltas:
        yield _paired(delta, titles, words)
    for side, names, entries in (("a", titles[0], ledger.only_a), ("b", titles[1], ledger.only_b)):
        for entry in entries:
            yield _alone(entry, side, names, words)
    for side, names, edition in (("a", titles[0], comparison.a), ("b", titles[1], comparison.b)):
        for mention in edition.excluded:
            yield _excluded(mention, side, names, words)


def _paired(delta: Delta, titles: list[dict[str, str]], words: Messages) -> Row:
    change = change_text(delta.percent, "%", words.language)
    difference = change_text(delta.absolute, delta.b.canonical.unit or delta.b.unit, words.language)
    differs = moved(delta)
    cells = (
        Cell(delta.indicator, bold=True, tip=_scopes(delta.indicator, delta.a, delta.b)),
        _value(delta.a, delta.also_a),
        _value(delta.b, delta.also_b),
        Cell(
            (change or difference or "—") if differs else "＝",
            _size(delta.percent) if differs else 0.0,
            "change" if differs else "muted",
            right=True,
            tip=" · ".join(each for each in (change, difference) if each),
        ),
        _verdict(delta, words),
        Cell(_both(delta.a.period, delta.b.period), tone="muted"),
        Cell(_both(titles[0].get(delta.a.section, ""), titles[1].get(delta.b.section, "")), tone="muted"),
    )
    kinds = {"moved" if differs else "steady", "paired"}
    kinds |= {"caveat"} if delta.comparability != "same" else set()
    kinds |= {"decided"} if delta.decided else set()
    return _row(cells, kinds, Figures(delta.a, delta.b, delta.also_a, delta.also_b, delta))


def _verdict(delta: Delta, words: Messages) -> Cell:
    sound = delta.comparability == "same"
    caveats = "; ".join(caveat_text(key, value, words) for key, value in delta.caveats)
    decided = f"{DECIDED} {words(f'verdict.{delta.decided}')}" if delta.decided else ""
    text = " ".join(each for each in (COMPARABLE if sound else CAVEAT, decided, caveats) if each)
    return Cell(text, f"{int(not sound)}{text}", "" if sound else "change")


def _alone(entry: Entry, side: str, titles: Mapping[str, str], words: Messages) -> Row:
    name, tone = _NAMES[side]
    status = Cell(words(name), f"2{side}", tone)
    figures = Figures(entry.main, None, entry.others) if side == "a" else Figures(None, entry.main, (), entry.others)
    return _single(figures, side, titles, status, {f"only_{side}"})


def _excluded(mention: Mention, side: str, titles: Mapping[str, str], words: Messages) -> Row:
    status = Cell(f"{DECIDED} {words('verdict.excluded')}", f"3{side}", "muted")
    figures = Figures(mention, None, excluded=True) if side == "a" else Figures(None, mention, excluded=True)
    return _single(figures, side, titles, status, {"decided", "excluded"})


def _single(figures: Figures, side: str, titles: Mapping[str, str], status: Cell, kinds: set[str]) -> Row:
    main, *also = figures.on(side)
    value, none = _value(main, tuple(also)), Cell("", _LAST, right=True)
    cells = (
        Cell(main.indicator or main.quote, tone="muted" if figures.excluded else "", tip=_scopes("", main)),
        *((value, none) if side == "a" else (none, value)),
        Cell("", _LAST, right=True),
        status,
        Cell(main.period, tone="muted"),
        Cell(titles.get(main.section, ""), tone="muted"),
    )
    return _row(cells, kinds, figures)


def _value(mention: Mention, also: tuple[Mention, ...] = ()) -> Cell:
    bounds = mention.canonical.bounds
    known = bounds.low if bounds.low is not None else bounds.high
    others = " · ".join(dict.fromkeys(each.quote for each in also))
    tip = f"{mention.quote} ≈ {others}" if others else mention.quote
    return Cell(unmarked(mention.quote).strip(), _LAST if known is None else float(known), right=True, tip=tip)


def _row(cells: tuple[Cell, ...], kinds: set[str], figures: Figures) -> Row:
    words = " ".join(f"{cell.text} {cell.tip}" for cell in cells).casefold()
    return Row(cells, frozenset(kinds), words, figures)


def _size(bounds: Bounds | None) -> float:
    if bounds is None:
        return _LAST
    known = bounds.low if bounds.low is not None else bounds.high
    return _LAST if known is None else float(known)


def _both(old: str, new: str) -> str:
    if old == new or not new:
        return old
    return f"{old} → {new}" if old else f"→ {new}"


def _scopes(indicator: str, *mentions: Mention) -> str:
    """Return the indicators as either edition words them, each with whose figure it is."""
    worded = (" · ".join(each for each in (mention.indicator, mention.scope) if each) for mention in mentions)
    return "\n".join(dict.fromkeys(each for each in (indicator, *worded) if each))

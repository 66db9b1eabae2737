"""The rows of the plain list of changes: the same as the panes show, as a table to walk and to be read out.

Takes a comparison and the subject's words, returns one row for each changed passage and each difference that lenses
hid, in the order of the passages. Leaves out Qt.

    7321件 → 超1.4万件 in an edited sentence    → 12 | ≈ 有改动 Δ | 共申请7321件… | 申请超1.4万件… | 专利保护
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kwaicompare.diff.lenses import ignored_places
from kwaicompare.gui.models.moved_figures import MovedFigures
from kwaicompare.gui.models.quotation import one_line
from kwaicompare.gui.models.rows import FIGURE_SIGN, SIGNS, RowKind, kind_of, touches
from kwaicompare.gui.models.table import Cell, Row, Tone

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.edit import Passage
    from kwaicompare.model.span import Span
    from kwaicompare.resources import Messages

IGNORED, FIGURES = "ignored", "figures"
_TONES: dict[RowKind, Tone] = {"dropped": "delete", "new": "insert"}
_LONGEST = 120


class Change(NamedTuple):
    """What a row stands for: the places in both texts."""

    a: Span | None
    b: Span | None


def change_rows(comparison: Comparison, words: Messages) -> tuple[Row, ...]:
    """Word the changes, then what was hidden."""
    told = _Telling(comparison, words)
    changed = [passage for passage in comparison.passages if passage.relation != "same"]
    rows = [told.change(number, passage) for number, passage in enumerate(changed, 1)]
    for place in ignored_places(comparison.passages):
        lenses = "、".join(words(f"lens.{lens}") for lens in place.edit.lenses)
        passage = comparison.passages[place.passage]
        rows.append(told.row(0, lenses, "muted", {IGNORED}, place.edit.a, place.edit.b, passage))
    return tuple(rows)


class _Telling:
    """Words rows of one comparison."""

    def __init__(self, comparison: Comparison, words: Messages) -> None:
        self._a, self._b, self._words = comparison.a.text, comparison.b.text, words
        self._titles = tuple(
            {section.id: section.title for section in edition.sections} for edition in (comparison.a, comparison.b)
        )
        self._figures = MovedFigures(comparison).spans

    def change(self, number: int, passage: Passage) -> Row:
        """Word a changed passage."""
        kind = kind_of(passage)
        kinds = {passage.relation, kind}
        name = f"{SIGNS[kind]} {self._words('relation.' + kind)}"
        if touches(self._figures["a"], passage.a) or touches(self._figures["b"], passage.b):
            kinds.add(FIGURES)
            name += f" {FIGURE_SIGN}"
        return self.row(number, name, _TONES.get(kind, ""), kinds, passage.a, passage.b, passage)

    def row(
        self, number: int, name: str, tone: Tone, kinds: set[str], a: Span | None, b: Span | None, passage: Passage
    ) -> Row:
        """Word one row about a place of both texts or of one."""
        old, new = _line(self._a, a), _line(self._b, b)
        section = self._titles[1].get(passage.section_b) or self._titles[0].get(passage.section_a, "")
        cells = (
            Cell(str(number) if number else "", float(number), "muted", right=True),
            Cell(name, tone=tone),
            Cell(old),
            Cell(new),
            Cell(section, tone="muted"),
        )
        return Row(cells, frozenset(kinds), f"{name} {old} {new} {section}".casefold(), Change(a, b))


def _line(text: str, span: Span | None) -> str:
    """Return a place as one line, shortened; blanks alone are shown as such."""
    if span is None:
        return ""
    return one_line(span.of(text), _LONGEST) or ("␣" if len(span) else "")

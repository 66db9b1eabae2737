"""The rows of the reviewer's opinions.

Takes a comparison, standings and the subject's words; returns one row an opinion, lost ones first, then in the order of
the texts. Leaves out Qt.

    ✓ 通过 | 改动 | 与年报一致 | 渡船每日六班。 | 渡船每日十班。 | 渡口
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kwaicompare.gui.models.quotation import one_line
from kwaicompare.gui.models.standings import status_words, tone_of
from kwaicompare.gui.models.table import Cell, Row

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Comparison, Edition
    from kwaicompare.model.decision import Anchor, Standing
    from kwaicompare.model.span import Span
    from kwaicompare.resources import Messages

_LONGEST = 120
_STATES = {"holds": 2, "changed": 1, "lost": 0}


def note_rows(comparison: Comparison, standings: Sequence[Standing], words: Messages) -> tuple[Row, ...]:
    """Word the opinions."""
    return tuple(_row(comparison, each, words) for each in sorted(standings, key=_order))


def _order(standing: Standing) -> tuple[int, int, int]:
    old, new = (place.start if place else -1 for place in standing.places)
    return _STATES[standing.state] > 0, max(old, new) if old < 0 or new < 0 else new, old


def _row(comparison: Comparison, standing: Standing, words: Messages) -> Row:
    opinion = standing.opinion
    subject = words(f"subject.{opinion.subject}")
    old, new = _quoted(comparison.a, standing.a, opinion.a), _quoted(comparison.b, standing.b, opinion.b)
    section = _section(comparison.b, standing.b) or _section(comparison.a, standing.a)
    cells = (
        Cell(status_words(standing, words), _STATES[standing.state], tone=tone_of(standing), bold=True),
        Cell(subject, tone="muted"),
        Cell(opinion.note),
        Cell(old),
        Cell(new),
        Cell(section, tone="muted"),
    )
    kinds = frozenset((standing.status, opinion.subject, standing.state))
    return Row(cells, kinds, " ".join(cell.text for cell in cells).casefold(), standing)


def _quoted(edition: Edition, place: Span | None, anchor: Anchor | None) -> str:
    """Return the text at a place, of a lost one what stood there; on one line, shortened."""
    words = place.of(edition.text) if place is not None else anchor.quote if anchor is not None else ""
    return one_line(words, _LONGEST)


def _section(edition: Edition, place: Span | None) -> str:
    if place is None:
        return ""
    return next((each.title for each in reversed(edition.sections) if each.span.holds(place)), "")

"""What the reviewer thinks of rows and sections as they are shown, and in signs and words.

Takes: the standings of a review. Returns: those of a row, what can be judged, signs and words. Leaves out: Qt.

    standings_of(standings, a row that was passed)    → (its standing, None), shown as ✓ beside the row
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kwaicompare.model.standings import Standings, Target

if TYPE_CHECKING:
    from kwaicompare.gui.models.ledger import Figures
    from kwaicompare.gui.models.rows import Row
    from kwaicompare.gui.models.section_nodes import MapNode
    from kwaicompare.gui.models.table import Tone
    from kwaicompare.model.decision import ReviewStatus, Standing
    from kwaicompare.model.span import Side
    from kwaicompare.resources import Messages

STATUS_SIGNS: dict[ReviewStatus, str] = {"open": "✎", "passed": "✓", "returned": "↩", "doubtful": "?"}
STATUS_TONES: dict[ReviewStatus, Tone] = {"open": "muted", "passed": "move", "returned": "delete", "doubtful": "change"}
CHANGED_SIGN = "↻"


def standings_of(standings: Standings, row: Row) -> tuple[Standing | None, Standing | None]:
    """Return what is thought of a row, or of its old text, and of its new text where that is a change of its own."""
    old = next(standings.at("change", "a", row.a), None)
    new = next(standings.at("change", "b", row.b), None)
    return (old, new) if row.kind == "apart" or row.a is None else (old or new, None)


def section_target(node: MapNode) -> Target:
    """Return what a line of the map stands for."""
    return Target("section", *(section.heading if section else None for section in (node.a, node.b)))


def figure_target(figures: Figures) -> Target:
    """Return the figures that a row of the ledger stands for."""
    return Target("figure", *(each.span if each is not None else None for each in (figures.a, figures.b)))


def row_target(row: Row, side: Side) -> Target | None:
    """Return the change that a row is; where two share the row, the one on a side."""
    if not row.changed:
        return None
    if row.kind == "apart":
        return Target("change", row.a, None) if side == "a" else Target("change", None, row.b)
    return Target("change", row.a, row.b)


def sign_of(standing: Standing) -> str:
    """Return the sign of a standing."""
    return CHANGED_SIGN if standing.state == "changed" else STATUS_SIGNS[standing.status]


def tone_of(standing: Standing) -> Tone:
    """Return the colour that a standing is shown in."""
    return STATUS_TONES[standing.status]


def short(standing: Standing, words: Messages) -> str:
    """Word the status alone, with its sign."""
    return f"{sign_of(standing)} {words(f'opinion.{standing.status}')}"


def status_words(standing: Standing, words: Messages) -> str:
    """Word the status, and that the text has changed or its place is lost since it was given."""
    if standing.state == "holds":
        return short(standing, words)
    before = words(f"opinion.{standing.opinion.status}")
    return f"{short(standing, words)} · {words(f'opinion.{standing.state}', status=before)}"


def describe_standing(standing: Standing, words: Messages) -> str:
    """Word a standing: its status and its note."""
    return " · ".join(filter(None, (status_words(standing, words), standing.opinion.note)))

"""The rows of the checks: what does not hold, and what was verified.

Takes a check result and the subject's words, returns one row each, gravest first. Leaves out Qt.

    growth stated as 78 %, recomputed as 100 %    → ✕ | 增长 | 新版 | the sentence
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kwaicompare.gui.models.quotation import unmarked
from kwaicompare.gui.models.table import Cell, Row, Tone

if TYPE_CHECKING:
    from kwaicompare.model.finding import CheckResult, Finding
    from kwaicompare.resources import Messages

_SIGNS: dict[str, tuple[str, Tone]] = {"error": ("✕", "delete"), "warning": ("⚠", "change"), "note": ("·", "muted")}
_VERIFIED: tuple[str, Tone] = ("✓", "insert")
_GRAVITY = {"error": 0.0, "warning": 1.0, "note": 2.0}
_SOUND = 3.0


def finding_rows(result: CheckResult, editions: Sequence[str], words: Messages) -> tuple[Row, ...]:
    """Word the findings, then what was verified; ``editions`` name the checked documents by index."""
    rows = [_row(each, False, editions, words) for each in result.findings]
    rows += [_row(each, True, editions, words) for each in result.verified]
    return tuple(rows)


def finding_text(finding: Finding, words: Messages) -> str:
    """Return a finding's sentence, its quotations without marks."""
    return words(finding.message, **{name: unmarked(value).strip() for name, value in finding.values})


def _row(finding: Finding, verified: bool, editions: Sequence[str], words: Messages) -> Row:
    sentence = finding_text(finding, words)
    documents = sorted({each.document for each in finding.evidence})
    where = " · ".join(editions[at] for at in documents if at < len(editions))
    rule = words(f"rule.{finding.rule}")
    sign, tone = _VERIFIED if verified else _SIGNS[finding.severity]
    cells = (
        Cell(sign, _SOUND if verified else _GRAVITY[finding.severity], tone, tip=words(f"severity.{finding.severity}")),
        Cell(rule, bold=not verified),
        Cell(where, tone="muted"),
        Cell(sentence, tone="muted" if verified else ""),
    )
    quotes = " ".join(each.quote for each in finding.evidence)
    kinds = frozenset({"verified"} if verified else {"finding", finding.severity})
    return Row(cells, kinds, f"{rule} {sentence} {quotes}".casefold(), finding)

"""The checks: what the texts claim and cannot hold, and what was recomputed and holds.

Takes a comparison, shows one row for each finding and its quotations under the table. Leaves out the rules.

    ⏎ on ✕ 增长 2026 …    → the pane goes to the first quotation
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kwaicompare.gui.models.findings import finding_rows
from kwaicompare.gui.models.vocabulary import vocabulary
from kwaicompare.gui.views.quoted_table import QuotedTable
from kwaicompare.gui.views.source_quotes import Quote
from kwaicompare.model.span import SIDES

if TYPE_CHECKING:
    from kwaicompare.gui.models.table import Row
    from kwaicompare.model.finding import Finding


class ChecksView(QuotedTable):
    """Table of findings. Signal: ``place_requested(side, start, end)``, side "a" or "b"."""

    def kind_names(self) -> Sequence[tuple[str, str]]:
        return (
            ("", self.tr("Findings and verified")),
            ("finding", self.tr("Findings")),
            ("verified", self.tr("Verified")),
        )

    def words(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Filter checks"),
            self.tr("Select a row to read its quotations; Enter goes to the text."),
            self.tr("Nothing to recompute: neither edition states a sum, a growth or a figure twice."),
            self.tr("No check matches this filter."),
        )

    def stretched(self) -> int:
        return 3

    def headers_and_rows(self) -> tuple[Sequence[str], Sequence[Row]]:
        assert self.comparison is not None
        headers = ("", self.tr("Check"), self.tr("Edition"), self.tr("Result"))
        return headers, finding_rows(self.comparison.checks, self.edition_names(), vocabulary())

    def quotes_of(self, row: Row) -> Sequence[Quote]:
        assert self.comparison is not None
        finding: Finding = row.item
        editions, names = (self.comparison.a, self.comparison.b), self.edition_names()
        return [
            Quote(SIDES[each.document], names[each.document], editions[each.document].text, each.span)
            for each in finding.evidence
            if each.document < len(SIDES)
        ]

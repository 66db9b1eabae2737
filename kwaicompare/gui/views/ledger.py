"""The metric ledger: which figures moved, by how much at least, and whether they can be compared.

Takes a comparison, shows one row for each indicator and the source sentences under the table. Leaves out finding and
pairing figures.

    ⏎ on 专利申请 | 7321件 | 超1.4万件    → both panes go to the figure
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kwaicompare.gui.models.ledger import Figures, ledger_rows
from kwaicompare.gui.models.vocabulary import vocabulary
from kwaicompare.gui.views.quoted_table import QuotedTable
from kwaicompare.gui.views.source_quotes import Quote

if TYPE_CHECKING:
    from kwaicompare.gui.models.table import Row


class LedgerView(QuotedTable):
    """Table of figures. Signal: ``place_requested(side, start, end)``, side "a" or "b"."""

    def kind_names(self) -> Sequence[tuple[str, str]]:
        return (
            ("", self.tr("All figures")),
            ("moved", self.tr("Moved")),
            ("paired", self.tr("In both editions")),
            ("caveat", self.tr("With a caveat")),
            ("only_a", self.tr("Only in the old edition")),
            ("only_b", self.tr("Only in the new edition")),
        )

    def words(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Filter figures"),
            self.tr("Select a row to read both source sentences; Enter goes to them."),
            self.tr("No figures were found in either edition."),
            self.tr("No figure matches this filter."),
        )

    def stretched(self) -> int:
        return 0

    def headers_and_rows(self) -> tuple[Sequence[str], Sequence[Row]]:
        assert self.comparison is not None
        a, b = self.edition_names()
        headers = (self.tr("Indicator"), a, b, self.tr("Change"), self.tr("Comparable"), self.tr("Period"))
        return headers, ledger_rows(self.comparison.ledger, vocabulary())

    def quotes_of(self, row: Row) -> Sequence[Quote]:
        assert self.comparison is not None
        figures: Figures = row.item
        a, b = self.edition_names()
        found = []
        for side, name, text, mentions in (
            ("a", a, self.comparison.a.text, (figures.a, *figures.also_a)),
            ("b", b, self.comparison.b.text, (figures.b, *figures.also_b)),
        ):
            found += [Quote(side, name, text, each.span) for each in mentions if each is not None]
        return found

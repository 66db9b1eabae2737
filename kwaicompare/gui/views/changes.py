"""All changes as a plain list: for walking with arrows, for filtering, and for readers who do not see the panes.

Takes a comparison, shows one row for each change and each hidden difference. Leaves out the panes.

    ⏎ on 12 | ≈ 有改动 | …    → both panes go to the passage
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kwaicompare.gui.models.changes import FIGURES, IGNORED, Change, change_rows
from kwaicompare.gui.models.vocabulary import vocabulary
from kwaicompare.gui.views.quoted_table import QuotedTable
from kwaicompare.gui.views.source_quotes import Quote

if TYPE_CHECKING:
    from kwaicompare.gui.models.table import Row

_RELATIONS = ("edited", "rewritten", "moved", "moved-edited", "dropped", "new")


class ChangesView(QuotedTable):
    """Table of changes. Signal: ``place_requested(side, start, end)``, side "a" or "b"."""

    def kind_names(self) -> Sequence[tuple[str, str]]:
        words = vocabulary()
        return (
            ("", self.tr("All changes and what was ignored")),
            *((kind, words("relation." + kind)) for kind in _RELATIONS),
            (FIGURES, self.tr("With a figure that moved")),
            (IGNORED, self.tr("Ignored")),
        )

    def words(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Filter changes"),
            self.tr("Select a change to read it; Enter goes to the text."),
            self.tr("No change: every passage of either edition stands in the other."),
            self.tr("No change matches this filter."),
        )

    def stretched(self) -> int:
        return 3

    def headers_and_rows(self) -> tuple[Sequence[str], Sequence[Row]]:
        assert self.comparison is not None
        headers = ("", self.tr("Kind"), *self.edition_names(), self.tr("Section"))
        return headers, change_rows(self.comparison, vocabulary())

    def show_ignored(self) -> None:
        """Show only what was ignored."""
        self.kinds.setCurrentIndex(self.kinds.findData(IGNORED))

    def quotes_of(self, row: Row) -> Sequence[Quote]:
        assert self.comparison is not None
        change: Change = row.item
        names, editions = self.edition_names(), (self.comparison.a, self.comparison.b)
        places = zip("ab", names, editions, (change.a, change.b), strict=True)
        return [Quote(side, name, edition.text, span) for side, name, edition, span in places if span is not None]

"""What the reviewer thinks: the subject at hand with its status and note above, everything said so far below.

Takes a comparison, standings, and the subject at hand; returns what is said of it. Leaves out keeping that, and which
subject is at hand (`opinions.py`).

    待核 [通过] 退回 存疑   指标 7321件 → 超1.4万件   [与年报一致          ]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kwaicompare.gui.models.notes import note_rows
from kwaicompare.gui.models.standings import STATUS_SIGNS
from kwaicompare.gui.models.vocabulary import vocabulary
from kwaicompare.gui.views.controls import bar_of
from kwaicompare.gui.views.quoted_table import QuotedTable
from kwaicompare.gui.views.source_quotes import Quote
from kwaicompare.model.decision import STATUSES
from kwaicompare.model.standings import Standings

if TYPE_CHECKING:
    from kwaicompare.gui.models.table import Row
    from kwaicompare.model.decision import Standing
    from kwaicompare.model.standings import Target

_SUBJECTS = ("section", "change", "figure")
_LATER = ("changed", "lost")
_STATUS_ROOM = 76


class NotesView(QuotedTable):
    """Table of opinions, with a line to give one.

    Signals: ``place_requested(side, start, end)``; ``status_wanted(status)``, ``note_wanted(words)`` of the subject at
    hand; ``chosen(Standing)`` in the table; ``attach_wanted(Standing)`` to the subject at hand; ``left()`` with Escape.
    """

    widest = 130
    status_wanted = Signal(str)
    note_wanted = Signal(str)
    chosen = Signal(object)
    attach_wanted = Signal(object)
    withdraw_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._standings = Standings()
        super().__init__(parent)

    def show_standings(self, standings: Standings) -> None:
        """Show what the reviewer thinks."""
        self._standings = standings
        self._refill()

    def show_target(self, target: Target | None, words: str, standing: Standing | None) -> None:
        """Show the subject at hand, worded, and what is thought of it."""
        for widget in (*self.statuses.buttons(), self.note):
            widget.setEnabled(target is not None)
        self.subject.setText(words)
        self.subject.setToolTip(words)
        status = standing.status if standing is not None else "open"
        self.statuses.buttons()[STATUSES.index(status)].setChecked(target is not None)
        if not self.note.isModified() or not self.note.hasFocus():
            self.note.setText(standing.opinion.note if standing is not None else "")
        self._offer()

    def write(self) -> None:
        """Let the reviewer write."""
        self.note.setFocus()
        self.note.selectAll()

    def kind_names(self) -> Sequence[tuple[str, str]]:
        words = vocabulary()
        return (
            ("", self.tr("All opinions")),
            *((status, words(f"opinion.{status}")) for status in STATUSES),
            *((subject, words(f"subject.{subject}")) for subject in _SUBJECTS),
            ("changed", self.tr("Text has changed since")),
            ("lost", self.tr("Place not found")),
        )

    def words(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Filter opinions"),
            self.tr("Select an opinion to read its text; Enter goes there."),
            self.tr("Nothing judged yet. Alt+2 passes the change at hand, Alt+3 returns it, Ctrl+M writes a note."),
            self.tr("No opinion matches this filter."),
        )

    def stretched(self) -> int:
        return 2

    def headers_and_rows(self) -> tuple[Sequence[str], Sequence[Row]]:
        assert self.comparison is not None
        headers = (
            self.tr("Status"), self.tr("Subject"), self.tr("Note"), *self.edition_names(), self.tr("Section"),
        )  # fmt: skip
        return headers, note_rows(self.comparison, self._standings.all, vocabulary())

    def key_of(self, row: Row) -> object:
        return row.item.opinion.a, row.item.opinion.b

    def quotes_of(self, row: Row) -> Sequence[Quote]:
        assert self.comparison is not None
        standing: Standing = row.item
        editions = (self.comparison.a, self.comparison.b)
        places = zip("ab", self.edition_names(), editions, standing.places, strict=True)
        return [Quote(side, name, edition.text, span) for side, name, edition, span in places if span is not None]

    def selected(self) -> Standing | None:
        """Return the opinion selected in the table."""
        rows = self.table.selected_rows()
        return rows[0].item if rows else None

    def _build(self) -> None:
        super()._build()
        self.subject = QLabel()
        self.subject.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.statuses = QButtonGroup(self)
        for _ in STATUSES:
            button = QPushButton()
            button.setCheckable(True)
            button.setMinimumWidth(_STATUS_ROOM)
            self.statuses.addButton(button)
        self.note = _NoteLine()
        self.attaching, self.withdrawing = QPushButton(flat=True), QPushButton(flat=True)
        hand = bar_of(*self.statuses.buttons(), self.subject, self.note)
        hand.setStretchFactor(self.subject, 2)
        hand.setStretchFactor(self.note, 3)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(0, hand)
        for button in (self.attaching, self.withdrawing):
            self.bar.insertWidget(self.bar.count() - 2, button)

    def _connect(self) -> None:
        super()._connect()
        for status, button in zip(STATUSES, self.statuses.buttons(), strict=True):
            button.clicked.connect(lambda _=False, status=status: self.status_wanted.emit(status))
        self.note.returnPressed.connect(self._commit)
        self.note.editingFinished.connect(self._commit)
        self.note.escaped.connect(self._give_up)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.attaching.clicked.connect(lambda: self.attach_wanted.emit(self.selected()))
        self.withdrawing.clicked.connect(lambda: self.withdraw_wanted.emit(self.selected()))

    def _retranslate(self) -> None:
        super()._retranslate()
        words = vocabulary()
        for status, button in zip(STATUSES, self.statuses.buttons(), strict=True):
            sign = "" if status == "open" else f"{STATUS_SIGNS[status]} "
            button.setText(sign + words(f"opinion.{status}"))
        self.note.setPlaceholderText(self.tr("Note on this (Enter keeps it)"))
        self.note.setAccessibleName(self.tr("Note"))
        self.attaching.setText(self.tr("Belongs to the subject at hand"))
        self.withdrawing.setText(self.tr("Delete"))

    def _offer(self) -> None:
        standing = self.selected()
        self.attaching.setEnabled(standing is not None and standing.state == "lost" and self.note.isEnabled())
        self.withdrawing.setEnabled(standing is not None)

    def _on_selection(self) -> None:
        self._offer()
        standing = self.selected()
        if standing is not None and self.table.hasFocus():
            self.chosen.emit(standing)

    def _commit(self) -> None:
        if self.note.isModified():
            self.note.setModified(False)
            self.note_wanted.emit(self.note.text())

    def _give_up(self) -> None:
        self.note.undo()
        self.note.setModified(False)
        self.left.emit()


class _NoteLine(QLineEdit):
    """A line for a note. Signal: ``escaped()``."""

    escaped = Signal()

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

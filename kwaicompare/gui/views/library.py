"""Looking up in the library: every place in the reports of its folders, and the passage around the chosen one.

Takes: what was found, what the library holds, how far it is being read. Returns: what the reader wants of it.
Leaves out: the library itself (`library_look_ups.py`).

    知识产权    年报2021.md (3) … 年报2022.md (1) …    → the passage, and a way to open its document beside an edition
"""

from __future__ import annotations

import re
from html import escape
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from kwaicompare.gui.models.kwic_table import LINE_ROLE
from kwaicompare.gui.models.library_lines import library_lines
from kwaicompare.gui.theme import LIGHT, Theme
from kwaicompare.gui.views.controls import bar_of, line_of
from kwaicompare.gui.views.kwic_view import KwicView

if TYPE_CHECKING:
    from kwaicompare.gui.models.passage_around import Around
    from kwaicompare.model.library import LibraryFolder, LibraryFound, LibraryHit
    from kwaicompare.model.span import Side

_STEPS = 1000
_BLANK_LINES = re.compile(r"\n\s*\n")


class LibraryView(QWidget):
    """Hits in the library.

    Signals: ``folder_wanted(path)`` to be taken in, ``folder_unwanted(path)`` to be taken out; ``update_wanted()``;
    ``cancel_wanted()``; ``passage_wanted(LibraryHit)``; ``open_wanted(path, side)``.
    """

    folder_wanted = Signal(str)
    folder_unwanted = Signal(str)
    update_wanted = Signal()
    cancel_wanted = Signal()
    passage_wanted = Signal(object)
    open_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._query = ""
        self._folders: tuple[LibraryFolder, ...] = ()
        self._hit: LibraryHit | None = None
        self._build()
        self.set_theme(LIGHT)
        self._retranslate()

    def show_holdings(self, folders: tuple[LibraryFolder, ...]) -> None:
        """Say what the library holds."""
        self._folders = folders
        self._word()

    def show_found(self, query: str, found: LibraryFound) -> None:
        """Show the places of a query."""
        self._query = query
        self.list.show_lines(library_lines(found.hits))
        self._show_passage(None)
        documents = len({hit.path for hit in found.hits})
        words = (
            self.tr("{count} hits in {documents} documents")
            if found.complete
            else self.tr("the first {count} hits, in {documents} documents")
        )
        self.count.setText(words.format(count=len(found.hits), documents=documents) if found.hits else "")
        self._word()

    def show_trouble(self, words: str) -> None:
        """Say why nothing was found."""
        self.count.setText(words)

    def show_around(self, hit: LibraryHit, around: Around | None) -> None:
        """Show the passage around a hit; None where its document says something else now, or is gone."""
        self._show_passage(hit)
        if around is None:
            self.passage.setPlainText(self.tr("The document has changed or is gone; “Update” reads the folders again."))
            return
        before, match, after = (escape(_BLANK_LINES.sub("\n\n", part)) for part in around)
        tint, text = self._theme.hit_tint.name(), self._theme.text.name()
        marked = f'{before}<a name="hit"></a><span style="background:{tint}; color:{text}">{match}</span>{after}'
        self.passage.setHtml(f'<div style="white-space:pre-wrap; line-height:150%">{marked}</div>')
        self.passage.scrollToAnchor("hit")

    def show_progress(self, share: float | None) -> None:
        """Say how far the folders are read; None when that is over."""
        busy = share is not None
        for widget in (self.progress, self.cancelling):
            widget.setVisible(busy)
        self.updating.setEnabled(not busy and bool(self._folders))
        if share is not None:
            self.progress.setValue(round(share * _STEPS))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.list.set_theme(theme)
        for label in (self.holding, self.where, self.count):
            label.setStyleSheet(f"color: {theme.muted.name()}")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.adding, self.folders_button = QPushButton(flat=True), QPushButton(flat=True)
        self.updating, self.cancelling = QPushButton(flat=True), QPushButton(flat=True)
        self.count, self.holding, self.where = QLabel(), QLabel(), QLabel()
        self.progress = QProgressBar()
        self.progress.setRange(0, _STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(140)
        self.list, self.passage = KwicView(), QTextBrowser()
        self.passage.setFrameShape(QFrame.Shape.NoFrame)
        self.as_old, self.as_new = QPushButton(flat=True), QPushButton(flat=True)
        self.folders_button.setMenu(QMenu(self.folders_button))
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(12, 4, 12, 8)
        column.addWidget(self.where)
        column.addWidget(self.passage, 1)
        column.addLayout(line_of(self.as_old, self.as_new, None))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.list)
        self.split.addWidget(reading)
        self.split.setSizes([620, 380])
        self.split.setChildrenCollapsible(False)
        buttons = self.cancelling, self.adding, self.updating, self.folders_button
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar_of(self.count, None, self.holding, self.progress, *buttons))
        layout.addWidget(self.split, 1)
        self._connect()
        self.show_progress(None)
        self._show_passage(None)

    def _connect(self) -> None:
        self.list.chosen.connect(self.passage_wanted)
        self.list.selectionModel().currentRowChanged.connect(self._on_row)
        self.adding.clicked.connect(self._ask_folder)
        self.updating.clicked.connect(self.update_wanted)
        self.cancelling.clicked.connect(self.cancel_wanted)
        self.folders_button.menu().aboutToShow.connect(self._fill)
        self.as_old.clicked.connect(lambda: self._open("a"))
        self.as_new.clicked.connect(lambda: self._open("b"))

    def _retranslate(self) -> None:
        self.adding.setText(self.tr("Add a folder…"))
        self.updating.setText(self.tr("Update"))
        self.updating.setToolTip(self.tr("Read what is new or changed in the folders"))
        self.cancelling.setText(self.tr("Cancel"))
        self.folders_button.setText(self.tr("Folders"))
        self.as_old.setText(self.tr("Open as the old edition"))
        self.as_new.setText(self.tr("Open as the new edition"))
        self.list.setAccessibleName(self.tr("Places in the library"))
        self.passage.setAccessibleName(self.tr("The passage in the library"))
        self.progress.setAccessibleName(self.tr("Progress"))
        self._word()

    def _word(self) -> None:
        documents, chars = sum(each.documents for each in self._folders), sum(each.chars for each in self._folders)
        words = self.tr("{documents} documents, {chars} characters").format(documents=documents, chars=f"{chars:,}")
        self.holding.setText(words if self._folders else "")
        self.folders_button.setEnabled(bool(self._folders))
        self.updating.setEnabled(bool(self._folders) and not self.progress.isVisible())
        if not self._folders:
            self.list.empty_text = self.tr("Add folders of reports: what you look up is found in them, too.")
        elif self._query:
            self.list.empty_text = self.tr("“{query}” does not occur in the library.").format(query=self._query)
        else:
            self.list.empty_text = self.tr("Type into the look-up box: every place in the library appears here.")
        self.list.viewport().update()

    def _show_passage(self, hit: LibraryHit | None) -> None:
        self._hit = hit
        self.where.setText(PurePath(hit.path).name if hit else "")
        self.where.setToolTip(hit.path if hit else "")
        for button in (self.as_old, self.as_new):
            button.setEnabled(hit is not None)
        self.passage.clear()

    def _on_row(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE) if index.isValid() else None
        if line is not None and line.hit is not None:
            self.passage_wanted.emit(line.hit)

    def _open(self, side: Side) -> None:
        if self._hit is not None:
            self.open_wanted.emit(self._hit.path, side)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Add a folder to the library"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder_wanted)
        dialog.open()

    def _fill(self) -> None:
        menu = self.folders_button.menu()
        menu.clear()
        menu.addSection(self.tr("A click takes it out; its files stay"))
        for folder in self._folders:
            words = f"{folder.path}  ({folder.documents})"
            menu.addAction(words, lambda path=folder.path: self.folder_unwanted.emit(path))

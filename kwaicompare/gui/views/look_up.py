"""The quick look-up box: a query as it is typed, and how many places each edition has.

Takes: what was found. Returns: queries, after a short pause in typing. Leaves out: searching, and the concordance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

if TYPE_CHECKING:
    from kwaicompare.model.keyword import Query, QueryMode

LookUpMode = Literal["auto", "plain", "regex", "pinyin"]
MODES: tuple[LookUpMode, ...] = ("auto", "plain", "regex", "pinyin")
_PAUSE_MS = 20


class LookUpBox(QWidget):
    """A line to type in, its mode, and the counts.

    Signals: ``query_changed(query or None, pinyin_too)``; ``next_wanted()`` on Enter; ``left()`` on Escape.
    """

    query_changed = Signal(object, bool)
    next_wanted = Signal()
    previous_wanted = Signal()
    left = Signal()

    def __init__(self, mode: LookUpMode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line(self)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._on_text)
        self.line.entered.connect(self._on_enter)
        self.line.escaped.connect(self._on_escape)
        self.counts = QLabel(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._modes: dict[LookUpMode, QAction] = {}
        self._button = QToolButton(self)
        self._menu = QMenu(self)
        self._fill_menu(mode)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(4)
        self.line.setMinimumWidth(150)
        self.line.setMaximumWidth(300)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout.addStretch(1)
        layout.addWidget(self.counts)
        layout.addWidget(self._button)
        layout.addWidget(self.line, 2)
        self.retranslate()

    @property
    def mode(self) -> LookUpMode:
        """How the query is read."""
        return next(mode for mode, action in self._modes.items() if action.isChecked())

    def query(self) -> Query | None:
        """Return what stands in the line."""
        text = self.line.text().strip()
        from kwaicompare.model.keyword import Query

        mode: QueryMode = "plain" if self.mode == "auto" else self.mode
        return Query(text, mode) if text else None

    def show_counts(self, words: str) -> None:
        """Say how much was found."""
        self.counts.setText(words)

    def activate(self) -> None:
        """Take the keyboard."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        words: dict[LookUpMode, str] = {
            "auto": self.tr("Text, else pinyin"),
            "plain": self.tr("Text"),
            "regex": self.tr("Regular expression"),
            "pinyin": self.tr("Pinyin"),
        }
        for mode, action in self._modes.items():
            action.setText(words[mode])
        self._button.setToolTip(self.tr("How to read the query"))
        self._button.setAccessibleName(self.tr("How to read the query"))
        self.line.setPlaceholderText(self.tr("Look up: words or zscq"))
        self.line.setAccessibleName(self.tr("Look up in both editions"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _fill_menu(self, chosen: LookUpMode) -> None:
        group = QActionGroup(self)
        for mode in MODES:
            action = QAction(self)
            action.setCheckable(True)
            action.setChecked(mode == chosen)
            action.triggered.connect(self._ask)
            group.addAction(action)
            self._menu.addAction(action)
            self._modes[mode] = action
        self._button.setText(".*")
        self._button.setAutoRaise(True)
        self._button.setMenu(self._menu)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _on_text(self) -> None:
        self._pause.start()

    def _on_enter(self, backwards: bool) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._ask()
        elif backwards:
            self.previous_wanted.emit()
        else:
            self.next_wanted.emit()

    def _on_escape(self) -> None:
        self.line.clear()
        self.left.emit()

    def _ask(self) -> None:
        self.query_changed.emit(self.query(), self.mode == "auto")


class _Line(QLineEdit):
    """A line that tells of Enter and Escape. Signals: ``entered(backwards)``, ``escaped()``."""

    entered = Signal(bool)
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

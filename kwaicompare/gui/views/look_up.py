"""The quick look-up box: a query as it is typed, and how many places each edition has.

Takes: what was found, or why nothing can be; look-ups made before. Returns: queries, after a short pause in typing.
Leaves out: searching, the concordance, and keeping look-ups between sessions (`look_ups.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

if TYPE_CHECKING:
    from kwaicompare.model.keyword import Query, QueryMode

LookUpMode = Literal["auto", "plain", "all", "regex", "pinyin", "figure"]
MODES: tuple[LookUpMode, ...] = ("auto", "plain", "all", "regex", "pinyin", "figure")
_SIGNS: dict[LookUpMode, str] = {"plain": "Aa", "all": "a+b", "regex": ".*", "pinyin": "pīn", "figure": "> 1"}
_PAUSE_MS = 20


class LookUp(NamedTuple):
    """A query as it was typed, and how it was to be read."""

    text: str
    mode: LookUpMode


class LookUpBox(QWidget):
    """A line to type in, its mode, and the counts.

    Signals: ``query_changed(query or None, pinyin_too)``; ``next_wanted()`` on Enter; ``left()`` on Escape;
    ``menu_wanted(menu)`` before the menu is shown, for look-ups to be added.
    """

    query_changed = Signal(object, bool)
    menu_wanted = Signal(object)
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
        self.line.menu_wanted.connect(lambda: self._button.showMenu())
        self.note = QLabel(self)
        self.note.setObjectName("look_up_note")
        self.note.hide()
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

    def look_up(self) -> LookUp | None:
        """Return what stands in the line and how it is read."""
        text = self.line.text().strip()
        return LookUp(text, self.mode) if text else None

    def take(self, look_up: LookUp) -> None:
        """Look something up as if it had been typed."""
        self._modes[look_up.mode].setChecked(True)
        self._show_mode()
        self.line.setText(look_up.text)
        self.activate()

    def show_trouble(self, words: str) -> None:
        """Say under the line why this cannot be looked up, until something else is typed."""
        if self.note.parent() is not self.window():
            self.note.setParent(self.window())
            self.note.setMargin(6)
            self.note.setWordWrap(True)
            self.note.setAutoFillBackground(True)
            self.note.setFrameShape(QLabel.Shape.Box)
        self.note.setText(words)
        self.note.setFixedWidth(self.line.width())
        self.note.adjustSize()
        self.note.move(self.line.mapTo(self.window(), self.line.rect().bottomLeft()))
        self.note.show()
        self.note.raise_()
        self.show_counts("")

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
            "all": self.tr("All of these words in a sentence"),
            "regex": self.tr("Regular expression"),
            "pinyin": self.tr("Pinyin"),
            "figure": self.tr("Figures by value: > 1亿 件"),
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
            action.triggered.connect(self._on_mode)
            group.addAction(action)
            self._menu.addAction(action)
            self._modes[mode] = action
        self._listed = self._menu.addSeparator()
        self._menu.aboutToShow.connect(self._offer)
        self._show_mode()
        self._button.setAutoRaise(True)
        self._button.setMenu(self._menu)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _offer(self) -> None:
        """Show below the modes only what is added now."""
        actions = self._menu.actions()
        for action in actions[actions.index(self._listed) + 1 :]:
            self._menu.removeAction(action)
        self.menu_wanted.emit(self._menu)

    def _show_mode(self) -> None:
        self._button.setText(_SIGNS.get(self.mode, "Aa"))

    def _on_mode(self) -> None:
        self._show_mode()
        self.note.hide()
        self._ask()

    def _on_text(self) -> None:
        self.note.hide()
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
    """A line that tells of keys. Signals: ``entered(backwards)``, ``escaped()``, ``menu_wanted()`` with arrow down."""

    entered = Signal(bool)
    escaped = Signal()
    menu_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.menu_wanted.emit()
        else:
            super().keyPressEvent(event)

"""A line above the panes that says what went wrong and what to do; what was open stays open below it.

Takes: a wording, which gives the sentence in the language spoken now. Returns: nothing. Leaves out: the wording.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from kwaicompare.gui.theme import Theme


class Banner(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording: Callable[[], str] | None = None
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 6, 8, 6)
        layout.addWidget(self.label, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.setObjectName("banner")
        self.set_theme(theme)
        self.retranslate()
        self.hide()

    def say(self, wording: Callable[[], str]) -> None:
        """Show a sentence, in every language that is spoken while it shows."""
        self._wording = wording
        self.retranslate()
        self.show()

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self.setStyleSheet(
            f"#banner {{ background: {theme.change_tint.name()}; border-left: 4px solid {theme.change.name()}; }}"
        )

    def retranslate(self) -> None:
        """Word the button in the language spoken now."""
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        if self._wording is not None:
            self.label.setText(self._wording())
            self.setAccessibleName(self.label.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

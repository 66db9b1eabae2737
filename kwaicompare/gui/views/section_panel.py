"""Below the section map: what became of the current section, why, and what can be decided about it.

Takes: a comparison, a line of the map, and actions. Returns: nothing; the actions do. Leaves out: the map.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from kwaicompare.gui.models.section_detail import describe_node

if TYPE_CHECKING:
    from kwaicompare.gui.models.section_nodes import MapNode
    from kwaicompare.gui.theme import Theme
    from kwaicompare.model.comparison import Comparison

_BUTTONS = 3


class SectionPanel(QFrame):
    """A few quiet lines and the decisions taken most often; hidden while no section is chosen."""

    def __init__(self, theme: Theme, decisions: Sequence[QAction], parent: QWidget | None = None) -> None:
        """Offer the first of ``decisions`` as buttons."""
        super().__init__(parent)
        self._shown: tuple[Comparison, MapNode] | None = None
        self._taken: MapNode | None = None
        self.titles, self.facts, self.hint = QLabel(self), QLabel(self), QLabel(self)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for action in decisions[:_BUTTONS]:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 8, 6)
        layout.setSpacing(4)
        for label in (self.titles, self.facts, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addLayout(buttons)
        self.setObjectName("section_panel")
        self.set_theme(theme)
        self.hide()

    def show_node(self, comparison: Comparison | None, node: MapNode | None) -> None:
        """Describe a line of the map."""
        self._shown = None if comparison is None or node is None or node.kind == "group" else (comparison, node)
        self.retranslate()

    def show_taken(self, node: MapNode | None) -> None:
        """Say that a section is waiting for its counterpart to be chosen."""
        self._taken = node
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self.setStyleSheet(f"#section_panel {{ border-top: 1px solid {theme.line.name()}; }}")
        self.titles.setStyleSheet("font-weight: 600")
        self.facts.setStyleSheet(f"color: {theme.muted.name()}")
        self.hint.setStyleSheet(f"color: {theme.accent.name()}")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.setVisible(self._shown is not None)
        self.setAccessibleName(self.tr("What became of the section"))
        self.hint.setVisible(self._taken is not None)
        if self._taken is not None:
            hint = self.tr("“{title}” is taken up. Choose its counterpart and press Alt+S again.")
            self.hint.setText(hint.format(title=self._taken.title))
        if self._shown is None:
            return
        comparison, node = self._shown
        counterpart = f" {'→' if node.lead == 'a' else '←'} {node.counterpart}" if node.counterpart else ""
        self.titles.setText(node.title + counterpart)
        self.facts.setText("\n".join(describe_node(comparison, node)))
        self.facts.setVisible(bool(self.facts.text()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

"""How the window looks by the user's wish: colours, font, size and line height of the text; remembered.

Takes: the settings and the menu of the view. Returns: the theme and the style of the text in force, and a signal with
each change. Leaves out: wearing them (`main_window.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup, QColor
from PySide6.QtWidgets import QMenu, QWidget

from kwaicompare.gui.fonts import LARGEST, SMALLEST, chinese_families, reading_font
from kwaicompare.gui.settings import Settings
from kwaicompare.gui.theme import OWN_COLOURS, Theme, ThemeChoice, one_coloured, recoloured, theme_of
from kwaicompare.gui.views.cells import LEADINGS, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class Looks(QObject):
    """What the user chose. Signal: ``changed()``."""

    changed = Signal()

    def __init__(self, settings: Settings, choice: ThemeChoice | None, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window
        self.choice: ThemeChoice = choice or settings.get("theme")
        self.menu = QMenu(window)
        self.menu.aboutToShow.connect(self._fill)

    @property
    def theme(self) -> Theme:
        """The colours in force."""
        theme = theme_of(self.choice)
        if self._settings.get("one_colour"):
            return one_coloured(theme)
        return recoloured(theme, dict(each.split("=", 1) for each in self._settings.get("colours") if "=" in each))

    @property
    def style(self) -> Style:
        """The style of the text being read."""
        leading = LEADINGS.get(self._settings.get("leading"), LEADINGS["comfortable"])
        return Style(self.theme, reading_font(self.size, self._settings.get("family")), leading)

    @property
    def size(self) -> int:
        """The size of the text being read, in pixels."""
        return self._settings.get("font_size")

    def set_theme(self, choice: ThemeChoice) -> None:
        """Wear other colours."""
        self.choice = choice
        self._put("theme", choice)

    def set_size(self, size: int) -> None:
        """Read larger or smaller text."""
        self._put("font_size", min(LARGEST, max(SMALLEST, size)))

    def set_colour(self, name: str, colour: str) -> None:
        """Take the user's own colour for a kind of change; "" gives the palette's back."""
        kept = [each for each in self._settings.get("colours") if not each.startswith(f"{name}=")]
        self._put("colours", [*kept, f"{name}={colour}"] if colour else kept)

    def _put(self, key: str, value: object) -> None:
        self._settings.put(key, value)
        self.changed.emit()

    def _fill(self) -> None:
        self.menu.clear()
        families = [("", self.tr("As installed")), *((name, name) for name in chinese_families())]
        self._choices(self.menu.addMenu(self.tr("Font")), families, "family")
        leadings = (self.tr("Compact"), self.tr("Comfortable"), self.tr("Wide"))
        self._choices(self.menu.addMenu(self.tr("Line height")), zip(LEADINGS, leadings, strict=True), "leading")
        self.menu.addSeparator()
        kinds = (self.tr("New text…"), self.tr("Old text…"), self.tr("Moved text…"), self.tr("Figures that moved…"))
        for name, words in zip(OWN_COLOURS, kinds, strict=True):
            self._add(words, lambda name=name: self._ask_colour(name)).setEnabled(not self._settings.get("one_colour"))
        self._add(self.tr("Colours of the palette"), lambda: self._put("colours", []))
        one = self._add(self.tr("One colour for all changes"), lambda: self._put("one_colour", one.isChecked()))
        one.setCheckable(True)
        one.setChecked(self._settings.get("one_colour"))

    def _add(self, words: str, do: Callable[[], object]) -> QAction:
        action = self.menu.addAction(words)
        action.triggered.connect(lambda _=False: do())
        return action

    def _choices(self, menu: QMenu, choices: Iterable[tuple[str, str]], key: str) -> None:
        group = QActionGroup(menu)
        for value, words in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == self._settings.get(key))
            action.triggered.connect(lambda _=False, value=value: self._put(key, value))
            group.addAction(action)

    def _ask_colour(self, name: str) -> None:
        from PySide6.QtWidgets import QColorDialog

        dialog = QColorDialog(getattr(self.theme, name), self._window)
        dialog.setModal(False)
        dialog.colorSelected.connect(lambda colour: self.set_colour(name, QColor(colour).name()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

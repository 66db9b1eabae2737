"""Menus and the one toolbar, made from the table of actions.

Takes: a window and its actions. Returns: the menus and the parts that change with the state. Leaves out: what they do.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QLabel, QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from kwaicompare.gui.actions import ENTRIES, MENUS, MenuName, translated
from kwaicompare.gui.models.rows import ORDERS, Order
from kwaicompare.gui.views.controls import reword
from kwaicompare.model.edit import LENSES, Lens

Choice = tuple[str, str]
_SEPARATED = ("copy", "quit", "overview", "larger", "next_edit", "look_up", "link_sections", "promote", "pair_figures")


class Menus(QObject):
    """The menu bar: the table's actions, recent pairs, and the choice of theme and language."""

    def __init__(self, window: QMainWindow, actions: dict[str, QAction], looks: QMenu) -> None:
        super().__init__(window)
        self._menus: dict[MenuName, QMenu] = {}
        self.recent = QMenu(window)
        self.theme = QMenu(window)
        self.language = QMenu(window)
        self.lenses = QMenu(window)
        for name, _ in MENUS:
            self._menus[name] = window.menuBar().addMenu("")
        for entry in ENTRIES:
            menu = self._menus[entry.menu]
            if entry.name in _SEPARATED:
                menu.addSeparator()
            menu.addAction(actions[entry.name])
            if entry.name == "open_corpus":
                menu.addMenu(self.recent)
        self._menus["view"].addSeparator()
        self._menus["view"].addMenu(self.lenses)
        self.looks = looks
        self._menus["view"].addMenu(self.looks)
        self._menus["view"].addMenu(self.theme)
        self._menus["view"].addMenu(self.language)
        self._groups = (QActionGroup(window), QActionGroup(window))

    def word(self) -> None:
        """Word the menus in the language spoken now."""
        for name, words in MENUS:
            self._menus[name].setTitle(translated(words))
        self.recent.setTitle(self.tr("Recent"))
        self.lenses.setTitle(self.tr("Ignore"))
        self.looks.setTitle(self.tr("Text and marks"))
        self.theme.setTitle(self.tr("Colours"))
        self.language.setTitle(self.tr("Language"))

    def fill_choices(self, theme: str, language: str, set_theme: Callable, set_language: Callable) -> None:
        """Offer the themes and languages, the chosen ones checked."""
        themes = [("system", self.tr("As the desktop")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        themes.append(("contrast", self.tr("High contrast")))
        languages = [("", self.tr("As the desktop")), ("zh_CN", "中文"), ("en", "English")]
        _fill(self.theme, self._groups[0], themes, theme, set_theme)
        _fill(self.language, self._groups[1], languages, language, set_language)

    def offer_lenses(self, chosen: Callable[[], frozenset[Lens]], choose: Callable[[frozenset[Lens]], None]) -> None:
        """Offer the kinds of difference that can be hidden; they are worded when the menu is opened."""

        def offer(lens: Lens, words: str) -> None:
            one: frozenset[Lens] = frozenset((lens,))
            action = self.lenses.addAction(words)
            action.setCheckable(True)
            action.setChecked(lens in chosen())
            action.triggered.connect(lambda on: choose(chosen() | one if on else chosen() - one))

        def fill() -> None:
            from kwaicompare.gui.models.vocabulary import vocabulary

            self.lenses.clear()
            for lens in LENSES:
                offer(lens, vocabulary()(f"lens.{lens}"))

        self.lenses.aboutToShow.connect(fill)

    def fill_recent(self, pairs: list[Choice], open_pair: Callable, forget: Callable) -> None:
        """Offer the pairs opened last."""
        self.recent.clear()
        for a, b in pairs:
            action = self.recent.addAction(f"{PurePath(a).name} ⇄ {PurePath(b).name}")
            action.setToolTip(f"{a}\n{b}")
            action.triggered.connect(lambda _=False, pair=(a, b): open_pair(*pair))
        if pairs:
            self.recent.addSeparator()
            self.recent.addAction(self.tr("Forget these")).triggered.connect(lambda _=False: forget())
        self.recent.setEnabled(bool(pairs))


class TopBar(QToolBar):
    """The toolbar: open, swap, changes and their count, order, folding, look-up."""

    def __init__(self, window: QMainWindow, actions: dict[str, QAction], recent: QMenu, look_up: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("top_bar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._open = QToolButton(self)
        self._open.setDefaultAction(actions["open"])
        self._open.setMenu(recent)
        self._open.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.count = QLabel(self)
        self.count.setMinimumWidth(64)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.order = QComboBox(self)
        self._fold = QToolButton(self)
        self._fold.setDefaultAction(actions["fold"])
        self.addWidget(self._open)
        self._iconic(actions["swap"])
        self._iconic(actions["previous_change"])
        self.addWidget(self.count)
        self._iconic(actions["next_change"])
        self.addWidget(self.order)
        self.addWidget(self._fold)
        look_up.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(look_up)
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def word(self, chosen: Order) -> None:
        """Word the order box in the language spoken now."""
        words = {"old": self.tr("Old order"), "new": self.tr("New order"), "weight": self.tr("Most changed first")}
        reword(self.order, [words[order] for order in ORDERS], ORDERS, ORDERS.index(chosen))
        self.order.setAccessibleName(self.tr("Order of the rows"))
        self.order.setToolTip(self.tr("Order of the rows"))
        self.setWindowTitle(self.tr("Toolbar"))

    def _iconic(self, action: QAction) -> None:
        self.addAction(action)
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)


def _fill(menu: QMenu, group: QActionGroup, choices: list[Choice], chosen: str, choose: Callable) -> None:
    menu.clear()
    for value, words in choices:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.triggered.connect(lambda _=False, value=value: choose(value))
        group.addAction(action)

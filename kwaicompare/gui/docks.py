"""The tool views in docks: figures, keywords, look-up, checks, keys. Each is built when its dock is first shown.

Takes: names of views. Returns: docks that pass a comparison on to their view. Leaves out: the views themselves.

Pandas and pyqtgraph come with some of these views; whoever never opens them never pays for them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from kwaicompare.gui.actions import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from kwaicompare.gui.theme import Theme
    from kwaicompare.model.comparison import Comparison, Edition
    from kwaicompare.model.keyword import Hit, Query

ToolName = Literal["metrics", "keywords", "find", "library", "check", "changes", "notes", "keys"]
TITLES: dict[ToolName, str] = {
    "metrics": QT_TRANSLATE_NOOP("ToolDock", "Figures"),
    "keywords": QT_TRANSLATE_NOOP("ToolDock", "Keywords"),
    "find": QT_TRANSLATE_NOOP("ToolDock", "Look-up"),
    "library": QT_TRANSLATE_NOOP("ToolDock", "Library"),
    "check": QT_TRANSLATE_NOOP("ToolDock", "Checks"),
    "changes": QT_TRANSLATE_NOOP("ToolDock", "Changes"),
    "notes": QT_TRANSLATE_NOOP("ToolDock", "Notes"),
    "keys": QT_TRANSLATE_NOOP("ToolDock", "Keys"),
}


def _metrics(parent: QWidget) -> QWidget:
    from kwaicompare.gui.views.ledger import LedgerView

    return LedgerView(parent)


def _keywords(parent: QWidget) -> QWidget:
    from kwaicompare.gui.views.keywords import KeywordsView

    return KeywordsView(parent)


def _find(parent: QWidget) -> QWidget:
    from kwaicompare.gui.views.concordance import ConcordanceView

    return ConcordanceView(parent)


def _library(parent: QWidget) -> QWidget:
    from kwaicompare.gui.views.library import LibraryView

    return LibraryView(parent)


def _check(parent: QWidget) -> QWidget:
    from kwaicompare.gui.views.checks import ChecksView

    return ChecksView(parent)


def _changes(parent: QWidget) -> QWidget:
    from kwaicompare.gui.views.changes import ChangesView

    return ChangesView(parent)


def _notes(parent: QWidget) -> QWidget:
    from kwaicompare.gui.views.notes import NotesView

    return NotesView(parent)


def _keys(parent: QWidget) -> QWidget:
    from kwaicompare.gui.views.keys_page import KeysPage

    return KeysPage(parent)


BUILDERS: dict[ToolName, Callable[[QWidget], QWidget]] = {
    "metrics": _metrics,
    "keywords": _keywords,
    "find": _find,
    "library": _library,
    "check": _check,
    "changes": _changes,
    "notes": _notes,
    "keys": _keys,
}

_ALWAYS: tuple[ToolName, ...] = ("library", "keys")
"""The tools that are the same whatever is compared."""


class ToolDock(QDockWidget):
    """A dock whose view is built when first shown, and shown a comparison only while it can be seen.

    Signals: ``place_requested(side, start, end)``, passed on from the view; ``built(view)`` once.
    """

    place_requested = Signal(str, int, int)
    built = Signal(object)

    def __init__(self, name: ToolName, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.name: ToolName = name
        self.view: Any = None
        self._theme = theme
        self._comparison: Comparison | None = None
        self._hits: tuple[Query, tuple[Hit, ...], tuple[Edition, ...]] | None = None
        self._stale = False
        self._seen = self._held = False
        self.setObjectName(f"dock_{name}")
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.visibilityChanged.connect(self._on_visible)
        self.retranslate()

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show a comparison, at once or when the dock is next seen."""
        self._comparison, self._hits, self._stale = comparison, None, True
        self._refresh()

    def show_hits(self, query: Query, hits: tuple[Hit, ...], editions: tuple[Edition, ...]) -> None:
        """Show what was found, at once or when the dock is next seen."""
        self._hits, self._stale = (query, hits, editions), True
        self._refresh()

    def hold(self) -> None:
        """Build nothing until the event loop is back: what is shown behind another dock is not seen."""
        self._held = True
        QTimer.singleShot(0, self, self._release)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        if self.view is not None:
            self.view.set_theme(theme)

    def retranslate(self) -> None:
        """Word the title in the language spoken now."""
        self.setWindowTitle(QCoreApplication.translate("ToolDock", TITLES[self.name]))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _refresh(self) -> None:
        """Bring the view up to date if it can be seen; before there is a comparison, only what needs none is built."""
        if self._held or not self._seen or not (self._comparison or self.name in _ALWAYS):
            return
        view = self.view or self._build()
        if not self._stale or self._comparison is None or self.name in _ALWAYS:
            return
        self._stale = False
        view.show_comparison(self._comparison)
        if self._hits is not None and self.name == "find":
            view.show_hits(*self._hits)

    def _release(self) -> None:
        self._held = False
        self._refresh()

    def _on_visible(self, visible: bool) -> None:
        self._seen = visible
        self._refresh()

    def _build(self) -> Any:
        self.view = BUILDERS[self.name](self)
        self.view.set_theme(self._theme)
        if hasattr(self.view, "place_requested"):
            self.view.place_requested.connect(self.place_requested)
        self.setWidget(self.view)
        self._stale = True
        self.built.emit(self.view)
        return self.view


def add_tool_docks(window: QMainWindow, theme: Theme) -> dict[ToolName, ToolDock]:
    """Put the tool docks at the bottom, one behind the other, hidden; the keys page at the right."""
    docks: dict[ToolName, ToolDock] = {}
    for name in BUILDERS:
        dock = ToolDock(name, theme, window)
        area = Qt.DockWidgetArea.RightDockWidgetArea if name == "keys" else Qt.DockWidgetArea.BottomDockWidgetArea
        window.addDockWidget(area, dock)
        if name not in ("metrics", "keys"):
            window.tabifyDockWidget(docks["metrics"], dock)
        docks[name] = dock
    for dock in docks.values():
        dock.hide()
    return docks

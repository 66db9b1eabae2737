"""The one window: it joins session, page, section map, docks, menus and settings; nothing in it is modal.

Takes: settings, a theme, translators. Returns: a window. Leaves out: work (`session.py`), and all drawing.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow

from kwaicompare.gui.actions import ENTRIES, build_actions, word_actions
from kwaicompare.gui.appearance import dress
from kwaicompare.gui.commands import connect_actions
from kwaicompare.gui.docks import ToolName, add_tool_docks
from kwaicompare.gui.fonts import chinese_families
from kwaicompare.gui.icons import themed_icon
from kwaicompare.gui.language import Translators, language_of
from kwaicompare.gui.library_look_ups import LibraryLookUps
from kwaicompare.gui.look_ups import LookUps
from kwaicompare.gui.looks import Looks
from kwaicompare.gui.menus import Menus, TopBar
from kwaicompare.gui.models.rows import ORDERS, Arrangement, Order, Row, sections_of
from kwaicompare.gui.notices import (
    CANCELLED,
    CHANGED,
    NO_FONT,
    WRITTEN,
    Wording,
    error_notice,
    notice_of,
    worded,
)
from kwaicompare.gui.pair_focus import PairFocus
from kwaicompare.gui.rereading import FileWatch, ReadingPlace
from kwaicompare.gui.section_decisions import HEADINGS, LINKING, SectionDecisions
from kwaicompare.gui.session import NO_PLACES, OpenPair, Places, Session
from kwaicompare.gui.settings import SWITCHES, Settings
from kwaicompare.gui.tasks import Worker
from kwaicompare.gui.theme import ThemeChoice
from kwaicompare.gui.views.compare_page import ComparePage
from kwaicompare.gui.views.look_up import LookUpBox
from kwaicompare.gui.views.pane_headers import captions
from kwaicompare.gui.views.row_scroll_area import HEADING_HEIGHT
from kwaicompare.gui.views.section_map import SectionMapView
from kwaicompare.gui.views.work_bar import WorkBar
from kwaicompare.gui.warm_up import WarmUp
from kwaicompare.model.edit import LENSES

if TYPE_CHECKING:
    from kwaicompare.gui.models.compared import Compared
    from kwaicompare.model.edit import Lens

_DEFAULT_SIZE = (1440, 900)
TOOLS: tuple[ToolName, ...] = ("metrics", "keywords", "find", "library", "check", "changes", "notes")
_TOOL_HEIGHT = 0.33


class MainWindow(QMainWindow):
    """The window. Signals: ``documents_shown()``, ``comparison_shown()``, ``hits_shown()``, ``trouble_shown()``."""

    documents_shown = Signal()
    comparison_shown = Signal()
    hits_shown = Signal()
    trouble_shown = Signal(str)

    def __init__(
        self,
        settings: Settings,
        translators: Translators,
        theme: ThemeChoice | None = None,
        places: Places = NO_PLACES,
    ) -> None:
        super().__init__()
        self.settings, self.translators = settings, translators
        self.looks = Looks(settings, theme, self)
        self.theme = self.looks.theme
        self.setAcceptDrops(True)
        self.worker = Worker(self)
        self.session = Session(self.worker, self, places)
        self.files, self.reading_place = FileWatch(self), ReadingPlace()
        self.actions_by_name = build_actions(self)
        self.look_up = LookUpBox(settings.get("query_mode"), self)
        self.page = ComparePage(self.looks.style, self)
        deciding = [self.actions_by_name[name] for name in (*LINKING, *HEADINGS)]
        self.section_map = SectionMapView(self.theme, deciding, self)
        self.map_dock = QDockWidget(self)
        self.menus = Menus(self, self.actions_by_name, self.looks.menu)
        self.top_bar = TopBar(self, self.actions_by_name, self.menus.recent, self.look_up)
        self.work_bar = WorkBar([self.actions_by_name[f"view_{name}"] for name in TOOLS], self)
        self._arrange()
        self.docks = add_tool_docks(self, self.theme)
        self._connect()
        self.look_ups, self.library, self.warm_up = LookUps(self), LibraryLookUps(self), WarmUp(self)
        self.decisions = SectionDecisions(self.actions_by_name, self.session, self.section_map, self.page)
        self._restore()
        self._wear()
        self.retranslate()
        self.page.panes.setFocus()
        if not chinese_families():
            self.page.banner.say(worded(NO_FONT))

    def open(self, a: str | None, b: str | None) -> None:
        """Open two documents; with neither named, the corpus's own pair."""
        if a is None:
            self.session.open_default()
        else:
            self.session.open(a, b if b is not None else a)

    def show_view(self, name: str) -> None:
        """Bring a view to the front: "compare", "map", or a tool's name."""
        if name == "compare":
            self.page.panes.setFocus()
        elif name == "map":
            self.map_dock.show()
            self.section_map.tree.setFocus()
        else:
            self._show_tool(cast(ToolName, name))

    def go_to_section(self, section_id: str) -> bool:
        """Lead to a section of either edition by its id; False if there is none."""
        index = self.section_map.model.find(section_id, "a")
        if not index.isValid():
            index = self.section_map.model.find(section_id, "b")
        place = self.section_map.model.node(index).places() if index.isValid() else None
        if place is None:
            return False
        self._go_to_heading(*place)
        return True

    def set_language(self, choice: str) -> None:
        """Change the language and remember the choice."""
        self.settings.put("language", choice)
        self.translators.speak(language_of(choice))
        self.retranslate()

    def set_order(self, order: Order) -> None:
        """Order the rows."""
        self.settings.put("order", order)
        self.session.set_order(order)

    def diff_anyway(self) -> None:
        """Diff the current passage word by word, where that was left out."""
        row, comparison = self.page.current_row(), self.page.comparison
        if row is not None and row.passage >= 0 and comparison is not None:
            self.session.diff_anyway(comparison.passages[row.passage])

    def read_again(self) -> None:
        """Read both files again; the passage being read stays in sight."""
        self.reading_place.keep(self.page)
        self.session.reload()

    def set_lenses(self, lenses: frozenset[Lens]) -> None:
        """Hide other kinds of difference, and compare again."""
        self.settings.put("lenses", [lens for lens in LENSES if lens in lenses])
        self.session.set_lenses(lenses)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        word_actions(self.actions_by_name)
        self.menus.word()
        self._fill_menus()
        self.top_bar.word(self.session.arrangement.order)
        self.map_dock.setWindowTitle(self.tr("Sections"))
        self._show_title()
        self._show_position()

    # Qt's events

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window, take it from the screen, cancel the work and wait for its end."""
        self.settings.put("geometry", self.saveGeometry())
        self.settings.put("window_state", self.saveState())
        self.settings.put("centre_state", self.page.splitter.saveState())
        self.settings.put("query_mode", self.look_up.mode)
        self.settings.sync()
        self.hide()
        self.worker.close()
        self.library.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open two files side by side; one file on the side where it was dropped."""
        names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()][:2]
        at = self.page.panes.mapFrom(self, event.position().toPoint()).x()
        self.open_names(names, "a" if at < self.page.panes.width() / 2 else "b")
        event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop's colours where the user follows the desktop."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ThemeChange and self.looks.choice == "system":
            QTimer.singleShot(0, self, self._wear)

    # Building

    def _arrange(self) -> None:
        self.setCentralWidget(self.page)
        self.addToolBar(self.top_bar)
        self.setStatusBar(self.work_bar)
        self.map_dock.setObjectName("dock_map")
        self.map_dock.setWidget(self.section_map)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.map_dock)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.resizeDocks([self.map_dock], [310], Qt.Orientation.Horizontal)

    def _connect(self) -> None:
        self.session.opened.connect(self._on_opened)
        self.session.compared.connect(self._on_compared)
        self.files.changed.connect(lambda path: self.page.banner.say(worded(CHANGED, name=PurePath(path).name)))
        self.session.ordered.connect(self._on_ordered)
        self.session.saved.connect(self._on_saved)
        self.session.troubled.connect(lambda error: self.show_trouble(error_notice(error)))
        self.session.cancelled.connect(self._on_cancelled)
        self.work_bar.watch(self.session.work)
        self.work_bar.cancel_wanted.connect(self.session.cancel)
        self.work_bar.ignored_wanted.connect(self._show_ignored)
        self.session.work.started.connect(lambda: self.actions_by_name["cancel"].setEnabled(True))
        self.session.work.finished.connect(lambda: self.actions_by_name["cancel"].setEnabled(False))
        self.page.position_changed.connect(self._show_position)
        self.page.row_chosen.connect(self._on_row)
        self.page.panes.zoom_wanted.connect(lambda steps: self.looks.set_size(self.looks.size + steps))
        self.looks.changed.connect(self._wear)
        self.section_map.place_requested.connect(self._go_to_heading)
        PairFocus(self.actions_by_name["focus"], self.section_map, self.page)
        self.top_bar.order.currentIndexChanged.connect(lambda at: self.set_order(ORDERS[max(0, at)]))
        for dock in self.docks.values():
            dock.place_requested.connect(self.page.go_to_place)
        connect_actions(self)

    def _restore(self) -> None:
        self.resize(*_DEFAULT_SIZE)
        order = self.settings.get("order")
        self.session.arrangement = Arrangement(order if order in ORDERS else "old")
        stored = self.settings.get("lenses")
        self.session.lenses = frozenset(lens for lens in LENSES if lens in stored)
        self.menus.offer_lenses(lambda: self.session.lenses, self.set_lenses)
        for name in SWITCHES:
            self.actions_by_name[name].setChecked(self.settings.get(name))
        self.restoreGeometry(self.settings.get("geometry"))
        self.restoreState(self.settings.get("window_state"))
        self.page.splitter.restoreState(self.settings.get("centre_state"))

    def _wear(self) -> None:
        self.theme = self.looks.theme
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress(application, self.theme)
        self.page.set_style(self.looks.style)
        self.section_map.set_theme(self.theme)
        for dock in self.docks.values():
            dock.set_theme(self.theme)
        for entry in ENTRIES:
            if entry.icon:
                self.actions_by_name[entry.name].setIcon(themed_icon(entry.icon, self.theme))
        self._fill_menus()

    def _fill_menus(self) -> None:
        language = self.settings.get("language")
        self.menus.fill_choices(self.looks.choice, language, self.looks.set_theme, self.set_language)
        self.menus.fill_recent(self.settings.recent_pairs(), self.session.open, self._forget)

    def _show_tool(self, name: ToolName) -> None:
        """Bring a tool to the front; the tools beside it come along as tabs."""
        dock = self.docks[name]
        if name != "keys" and not dock.isVisible():
            beside = [other for other in self.docks.values() if other.name != "keys"]
            for other in beside:
                if other is not dock:
                    other.hold()
                other.show()
            self.resizeDocks(beside, [round(self.height() * _TOOL_HEIGHT)] * len(beside), Qt.Orientation.Vertical)
        dock.show()
        dock.raise_()
        dock.setFocus()

    # What the session tells

    def _on_opened(self, pair: OpenPair) -> None:
        self.page.banner.hide()
        self.page.show_editions(pair.a, pair.b, pair.sheet, pair.numbers)
        self.section_map.clear()
        for dock in self.docks.values():
            dock.show_comparison(None)
        self.files.watch(pair.a.document.source.path, pair.b.document.source.path)
        self.settings.remember_pair(*pair.names)
        self._fill_menus()
        self._show_title()
        self.documents_shown.emit()

    def _on_compared(self, result: Compared) -> None:
        self.page.show_comparison(result)
        self.section_map.show_comparison(result)
        self.decisions.refresh()
        for dock in self.docks.values():
            dock.show_comparison(result.comparison)
        self.work_bar.show_comparison(result)
        self.reading_place.go_back(self.page, result.comparison)
        notice = notice_of(result.comparison)
        if notice is not None:
            self.page.banner.say(notice)
        self.look_ups.ask_again()
        self.comparison_shown.emit()

    def _on_ordered(self, result: Compared) -> None:
        self.page.show_order(result)
        self.section_map.show_comparison(result)

    def _show_ignored(self) -> None:
        self._show_tool("changes")
        self.docks["changes"].view.show_ignored()

    def _on_cancelled(self) -> None:
        if self.session.pair is not None and self.session.comparison is None:
            self.page.banner.say(worded(CANCELLED))

    def _on_saved(self, path: str) -> None:
        self.page.banner.say(worded(WRITTEN, path=path))

    def show_trouble(self, wording: Wording) -> None:
        """Say what went wrong; what was open stays open."""
        self.page.banner.say(wording)
        if self.session.pair is None:
            self.page.panes.hint = self.tr("Open two files (Ctrl+O), or drop them here")
            self.page.panes.viewport().update()
        self.trouble_shown.emit(wording())

    # What the user does

    def _on_row(self, row: Row) -> None:
        comparison = self.page.comparison
        if comparison is not None and row.passage >= 0:
            self.section_map.follow(*sections_of(comparison, row))

    def set_folded(self, folded: bool) -> None:
        """Fold unchanged stretches away, or show everything."""
        self.session.set_folded(folded)
        self.page.set_folded(folded)

    def _go_to_heading(self, side: str, start: int, end: int) -> None:
        self.page.go_to_place("a" if side == "a" else "b", start, start, HEADING_HEIGHT)

    def open_names(self, names: list[str], side: str) -> None:
        """Open two documents; one alone on its side."""
        if len(names) >= 2:
            self.session.open(names[0], names[1])
        elif names:
            self.session.open_one(names[0], side)

    def _forget(self) -> None:
        self.settings.forget_pairs()
        self._fill_menus()

    def _show_title(self) -> None:
        name = QGuiApplication.applicationDisplayName()
        if self.session.pair is None:
            self.setWindowTitle(name)
            return
        pair = self.session.pair
        a, b = captions(pair.a.document.source, pair.b.document.source)
        self.setWindowTitle(f"{a} ⇄ {b}")

    def _show_position(self) -> None:
        number, total = self.page.change_number()
        self.top_bar.count.setText(f"{number or '–'}/{total}")
        self.top_bar.count.setAccessibleName(self.tr("Change {number} of {total}").format(number=number, total=total))

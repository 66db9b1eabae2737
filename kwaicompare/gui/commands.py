"""What each action of the window does.

Takes: the window. Returns: nothing; what `section_decisions.py` and `pair_focus.py` do not connect is connected here.
Leaves out: the doing itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kwaicompare.gui.dialogs import ask_documents, ask_report, tell_about
from kwaicompare.gui.figure_decisions import FigureDecisions
from kwaicompare.gui.further_editions import FurtherEditions
from kwaicompare.gui.keyword_scopes import KeywordScopes
from kwaicompare.gui.opinions import Opinions
from kwaicompare.gui.settings import DEFAULTS
from kwaicompare.gui.word_decisions import WordDecisions

if TYPE_CHECKING:
    from kwaicompare.gui.main_window import MainWindow

_VIEWS = ("compare", "metrics", "keywords", "find", "library", "check", "map", "changes", "notes")

# What can be done about the passage or selection under the pointer.
_ON_A_PASSAGE = ("copy", "copy_with_place", "look_up_selected", "other_half", "diff_anyway", "focus", "heading_here")
_JUDGING = ("status_open", "status_passed", "status_returned", "status_doubtful", "note")


def connect_actions(window: MainWindow) -> None:
    """Let the actions of a window do what they say."""
    actions, page = window.actions_by_name, window.page
    doings = {**_file_doings(window), **_reading_doings(window)}
    for name in _VIEWS:
        doings[f"view_{name}"] = lambda name=name: window.show_view(name)
    for name, do in doings.items():
        actions[name].triggered.connect(lambda _=False, do=do: do())
    switches = {"fold": window.set_folded, "stacked": page.set_stacked, "characters": page.set_characters}
    for name, switch in switches.items():
        actions[name].toggled.connect(switch)
        actions[name].toggled.connect(lambda on, name=name: window.settings.put(name, on))
    page.panes.addActions([actions[name] for name in (*_ON_A_PASSAGE, *_JUDGING)])
    actions["overview"].toggled.connect(page.overview.setVisible)
    actions["details"].toggled.connect(page.set_details)
    FigureDecisions(actions, window.session, window.docks["metrics"])
    FurtherEditions(actions["further_editions"], window)
    WordDecisions(window)
    Opinions(window)
    KeywordScopes(window)
    actions["cancel"].setEnabled(False)
    actions["overview"].setChecked(True)
    actions["details"].setChecked(True)


def _file_doings(window: MainWindow) -> dict[str, Callable[[], object]]:
    session = window.session
    return {
        "open": lambda: ask_documents(window, lambda names: window.open_names(names, window.page.panes.side)),
        "open_corpus": session.open_default,
        "swap": session.swap,
        "reload": window.read_again,
        "cancel": session.cancel,
        "save_report": lambda: ask_report(window, lambda name: session.save_report(name, window.translators.language)),
        "quit": window.close,
        "keys": lambda: window.show_view("keys"),
        "about": lambda: tell_about(window),
    }


def _reading_doings(window: MainWindow) -> dict[str, Callable[[], object]]:
    page, looks = window.page, window.looks
    return {
        "copy": page.panes.copy,
        "copy_with_place": page.copy_with_place,
        "larger": lambda: looks.set_size(looks.size + 1),
        "smaller": lambda: looks.set_size(looks.size - 1),
        "normal_size": lambda: looks.set_size(DEFAULTS["font_size"]),
        "next_change": lambda: page.panes.step_change(1),
        "previous_change": lambda: page.panes.step_change(-1),
        "next_row": lambda: page.panes.step_row(1),
        "previous_row": lambda: page.panes.step_row(-1),
        "next_edit": lambda: page.step_edit(1),
        "previous_edit": lambda: page.step_edit(-1),
        "diff_anyway": window.diff_anyway,
        "other_half": page.panes.follow_move,
        "other_pane": page.panes.switch_side,
        "look_up": window.look_up.activate,
        "look_up_selected": lambda: _look_up_selected(window),
        "next_hit": lambda: page.step_hit(1),
        "previous_hit": lambda: page.step_hit(-1),
    }


def _look_up_selected(window: MainWindow) -> None:
    """Look up what is selected in the panes; without a selection, wait for what is typed."""
    chosen = window.page.panes.selected()
    if chosen is not None:
        window.look_up.line.setText(" ".join(chosen.text.split()))
    window.look_up.activate()

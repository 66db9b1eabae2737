"""Everything the window can be told to do, in one table: name, words, keys, menu.

Takes: nothing. Returns: `QAction` values by name, and the table for the keys page. Leaves out: what they do.
"""

from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

MenuName = Literal["file", "view", "go", "review", "help"]
_CONTEXT = "Actions"


def QT_TRANSLATE_NOOP(_: str, words: str) -> str:
    """Mark words for pyside6-lupdate, which knows this name; Qt's own is declared to return an object."""
    return words


class ActionEntry(NamedTuple):
    """One thing to do. ``words`` is the English text, translated when shown; ``switch``: it is on or off."""

    name: str
    words: str
    keys: tuple[str, ...] = ()
    menu: MenuName = "file"
    switch: bool = False
    icon: str = ""


MENUS: tuple[tuple[MenuName, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("go", QT_TRANSLATE_NOOP("Actions", "&Go")),
    ("review", QT_TRANSLATE_NOOP("Actions", "&Review")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)

ENTRIES: tuple[ActionEntry, ...] = (
    ActionEntry("open", QT_TRANSLATE_NOOP("Actions", "Open…"), ("Ctrl+O",)),
    ActionEntry("open_corpus", QT_TRANSLATE_NOOP("Actions", "Open the corpus editions"), ("Ctrl+Shift+O",)),
    ActionEntry("swap", QT_TRANSLATE_NOOP("Actions", "Swap sides"), ("Ctrl+Shift+X",), icon="swap"),
    ActionEntry("reload", QT_TRANSLATE_NOOP("Actions", "Read again"), ("F5",)),
    ActionEntry("cancel", QT_TRANSLATE_NOOP("Actions", "Cancel the work"), ("Esc",)),
    ActionEntry("save_report", QT_TRANSLATE_NOOP("Actions", "Save report…"), ("Ctrl+S",)),
    ActionEntry("further_editions", QT_TRANSLATE_NOOP("Actions", "Through further editions…")),
    ActionEntry("copy", QT_TRANSLATE_NOOP("Actions", "Copy"), ("Ctrl+C",)),
    ActionEntry("copy_with_place", QT_TRANSLATE_NOOP("Actions", "Copy with its place"), ("Ctrl+Shift+C",)),
    ActionEntry("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",)),
    ActionEntry("view_compare", QT_TRANSLATE_NOOP("Actions", "Reading panes"), ("Ctrl+1",), "view"),
    ActionEntry("view_metrics", QT_TRANSLATE_NOOP("Actions", "Figures"), ("Ctrl+2",), "view"),
    ActionEntry("view_keywords", QT_TRANSLATE_NOOP("Actions", "Keywords"), ("Ctrl+3",), "view"),
    ActionEntry("view_find", QT_TRANSLATE_NOOP("Actions", "Look-up"), ("Ctrl+4",), "view"),
    ActionEntry("view_library", QT_TRANSLATE_NOOP("Actions", "Library"), ("Ctrl+8",), "view"),
    ActionEntry("view_check", QT_TRANSLATE_NOOP("Actions", "Checks"), ("Ctrl+5",), "view"),
    ActionEntry("view_map", QT_TRANSLATE_NOOP("Actions", "Section map"), ("Ctrl+6",), "view"),
    ActionEntry("view_changes", QT_TRANSLATE_NOOP("Actions", "List of changes"), ("Ctrl+7",), "view"),
    ActionEntry("view_notes", QT_TRANSLATE_NOOP("Actions", "Notes"), ("Ctrl+9",), "view"),
    ActionEntry("overview", QT_TRANSLATE_NOOP("Actions", "Overview strip"), ("F9",), "view", True),
    ActionEntry("details", QT_TRANSLATE_NOOP("Actions", "Details of the passage"), ("Ctrl+Shift+D",), "view", True),
    ActionEntry("fold", QT_TRANSLATE_NOOP("Actions", "Fold unchanged"), ("Ctrl+D",), "view", True),
    ActionEntry("stacked", QT_TRANSLATE_NOOP("Actions", "One above the other"), ("Ctrl+Shift+U",), "view", True),
    ActionEntry("characters", QT_TRANSLATE_NOOP("Actions", "Changes by character"), ("Ctrl+Shift+E",), "view", True),
    ActionEntry("focus", QT_TRANSLATE_NOOP("Actions", "Only these two sections"), ("Ctrl+Return",), "view", True),
    ActionEntry("larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+="), "view"),
    ActionEntry("smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), "view"),
    ActionEntry("normal_size", QT_TRANSLATE_NOOP("Actions", "Normal text size"), ("Ctrl+0",), "view"),
    ActionEntry("next_change", QT_TRANSLATE_NOOP("Actions", "Next change"), ("Alt+Down", "F8"), "go", icon="next"),
    ActionEntry(
        "previous_change", QT_TRANSLATE_NOOP("Actions", "Previous change"), ("Alt+Up", "F7"), "go", icon="previous"
    ),
    ActionEntry("next_open", QT_TRANSLATE_NOOP("Actions", "Next change not judged yet"), ("Ctrl+Shift+N",), "go"),
    ActionEntry("next_row", QT_TRANSLATE_NOOP("Actions", "Next row (Enter opens or follows it)"), ("Ctrl+Down",), "go"),
    ActionEntry("previous_row", QT_TRANSLATE_NOOP("Actions", "Previous row"), ("Ctrl+Up",), "go"),
    ActionEntry("next_edit", QT_TRANSLATE_NOOP("Actions", "Next edit in the passage"), ("F4",), "go"),
    ActionEntry("previous_edit", QT_TRANSLATE_NOOP("Actions", "Previous edit in the passage"), ("Shift+F4",), "go"),
    ActionEntry("diff_anyway", QT_TRANSLATE_NOOP("Actions", "Diff word by word anyway"), ("Ctrl+Shift+W",), "go"),
    ActionEntry("other_half", QT_TRANSLATE_NOOP("Actions", "Other half of a move"), ("Ctrl+Shift+G",), "go"),
    ActionEntry("other_pane", QT_TRANSLATE_NOOP("Actions", "Other pane"), ("F6",), "go"),
    ActionEntry("look_up", QT_TRANSLATE_NOOP("Actions", "Look up"), ("Ctrl+F", "/"), "go"),
    ActionEntry("look_up_selected", QT_TRANSLATE_NOOP("Actions", "Look up the selection"), ("Ctrl+E",), "go"),
    ActionEntry("next_hit", QT_TRANSLATE_NOOP("Actions", "Next hit"), ("F3",), "go"),
    ActionEntry("previous_hit", QT_TRANSLATE_NOOP("Actions", "Previous hit"), ("Shift+F3",), "go"),
    ActionEntry("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), "review"),
    ActionEntry("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "review"),
    ActionEntry("status_open", QT_TRANSLATE_NOOP("Actions", "To be judged"), ("Alt+1",), "review"),
    ActionEntry("status_passed", QT_TRANSLATE_NOOP("Actions", "Passed"), ("Alt+2",), "review"),
    ActionEntry("status_returned", QT_TRANSLATE_NOOP("Actions", "Returned"), ("Alt+3",), "review"),
    ActionEntry("status_doubtful", QT_TRANSLATE_NOOP("Actions", "Doubtful"), ("Alt+4",), "review"),
    ActionEntry("note", QT_TRANSLATE_NOOP("Actions", "Write a note"), ("Ctrl+M",), "review"),
    ActionEntry("link_sections", QT_TRANSLATE_NOOP("Actions", "Counterparts"), ("Alt+S",), "review"),
    ActionEntry("link_further", QT_TRANSLATE_NOOP("Actions", "One more counterpart"), ("Alt+Shift+S",), "review"),
    ActionEntry("unlink_sections", QT_TRANSLATE_NOOP("Actions", "Not counterparts"), ("Alt+U",), "review"),
    ActionEntry("pin_absent", QT_TRANSLATE_NOOP("Actions", "No counterpart"), ("Alt+0",), "review"),
    ActionEntry("release_sections", QT_TRANSLATE_NOOP("Actions", "Take the decision back"), ("Alt+A",), "review"),
    ActionEntry("promote", QT_TRANSLATE_NOOP("Actions", "Heading one level up"), ("Alt+Shift+Left",), "review"),
    ActionEntry("demote", QT_TRANSLATE_NOOP("Actions", "Heading one level down"), ("Alt+Shift+Right",), "review"),
    ActionEntry("no_heading", QT_TRANSLATE_NOOP("Actions", "Not a heading"), ("Alt+Shift+Del",), "review"),
    ActionEntry("heading_here", QT_TRANSLATE_NOOP("Actions", "The passage is a heading"), ("Ctrl+Shift+H",), "review"),
    ActionEntry("pair_figures", QT_TRANSLATE_NOOP("Actions", "Same indicator"), ("Alt+P",), "review"),
    ActionEntry("unpair_figures", QT_TRANSLATE_NOOP("Actions", "Different indicators"), ("Alt+Shift+P",), "review"),
    ActionEntry("comparable", QT_TRANSLATE_NOOP("Actions", "Comparable as it stands"), ("Alt+C",), "review"),
    ActionEntry("rename_indicator", QT_TRANSLATE_NOOP("Actions", "Rename the indicator"), ("F2",), "review"),
    ActionEntry("not_a_figure", QT_TRANSLATE_NOOP("Actions", "Not a figure"), ("Alt+Shift+F",), "review"),
    ActionEntry("release_figures", QT_TRANSLATE_NOOP("Actions", "Decide the figures anew"), ("Alt+Shift+A",), "review"),
    ActionEntry("keys", QT_TRANSLATE_NOOP("Actions", "Keys"), ("F1", "?"), "help"),
    ActionEntry("about", QT_TRANSLATE_NOOP("Actions", "About kwaicompare"), (), "help"),
)


def translated(words: str) -> str:
    """Return words of this table in the language spoken now."""
    return QCoreApplication.translate(_CONTEXT, words)


def build_actions(owner: QWidget) -> dict[str, QAction]:
    """Return the actions by name, not yet worded; ``owner`` owns them and hears their keys."""
    actions = {}
    for entry in ENTRIES:
        action = QAction(owner)
        action.setObjectName(entry.name)
        action.setCheckable(entry.switch)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        owner.addAction(action)
        actions[entry.name] = action
    return actions


def word_actions(actions: dict[str, QAction]) -> None:
    """Give every action its words, and a tip with its key."""
    for entry in ENTRIES:
        words = translated(entry.words)
        action = actions[entry.name]
        action.setText(words)
        keys = QKeySequence(entry.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if entry.keys else ""
        action.setToolTip(f"{words.rstrip('…')} ({keys})" if keys else words)

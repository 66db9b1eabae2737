"""Asking where to save, without stopping the window.

Takes a suggestion and what to do with the chosen path. Leaves out formats: the callback writes the file.

    ask_path(view, "CSV (*.csv)", "csv", write)    → a dialog beside the window; ``write(path)`` once a file is named
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_path(parent: QWidget, filters: str, suffix: str, then: Callable[[Path], None]) -> QFileDialog:
    """Open a save dialog and return at once."""
    dialog = QFileDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(filters.split(";;"))
    dialog.setDefaultSuffix(suffix)
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")")))
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
    return dialog

"""The window's questions for files: which documents to open, where to write a report. None of them is modal.

Takes: a window. Returns: dialogs that are shown and forgotten, and names handed on. Leaves out: opening and writing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kwaicompare.gui.actions import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget  # costs more than any other class; comes with the first dialog

_OPEN = QT_TRANSLATE_NOOP("FileDialogs", "Open one or two documents")
_SAVE = QT_TRANSLATE_NOOP("FileDialogs", "Save report")


def ask_documents(window: QWidget, take: Callable[[list[str]], None]) -> None:
    """Ask for one document or two."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(window, QCoreApplication.translate("FileDialogs", _OPEN))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(take)
    _show(dialog)


def ask_report(window: QWidget, take: Callable[[str], None]) -> None:
    """Ask where to write a report."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(window, QCoreApplication.translate("FileDialogs", _SAVE))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(["HTML (*.html)", "JSON (*.json)"])
    dialog.setDefaultSuffix("html")
    dialog.fileSelected.connect(take)
    _show(dialog)


def _show(dialog: QFileDialog) -> None:
    dialog.setModal(False)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()

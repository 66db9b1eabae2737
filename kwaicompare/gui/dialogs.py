"""The window's dialogs: which documents to open, where to write a report, what the program is. None of them is modal.

Takes: a window. Returns: dialogs that are shown and forgotten, and names handed on. Leaves out: opening and writing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kwaicompare.gui.actions import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

_OPEN = QT_TRANSLATE_NOOP("Dialogs", "Open one or two documents")
_SAVE = QT_TRANSLATE_NOOP("Dialogs", "Save report")


def ask_documents(window: QWidget, take: Callable[[list[str]], None]) -> None:
    """Ask for one document or two."""
    from PySide6.QtWidgets import QFileDialog  # costs more than any other class

    dialog = QFileDialog(window, QCoreApplication.translate("Dialogs", _OPEN))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(take)
    show_dialog(dialog)


def ask_report(window: QWidget, take: Callable[[str], None]) -> None:
    """Ask where to write a report."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(window, QCoreApplication.translate("Dialogs", _SAVE))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(["HTML (*.html)", "XLSX (*.xlsx)", "DOCX (*.docx)", "PDF (*.pdf)", "JSON (*.json)"])
    dialog.setDefaultSuffix("html")
    dialog.fileSelected.connect(take)
    show_dialog(dialog)


def tell_about(window: QWidget) -> None:
    """Tell what the program is."""
    from kwaicompare.gui.views.about import AboutBox

    show_dialog(AboutBox(window))


def show_dialog(dialog: QDialog) -> None:
    """Show a dialog that holds up nothing and goes when it is closed."""
    dialog.setModal(False)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()

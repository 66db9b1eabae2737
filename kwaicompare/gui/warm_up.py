"""Loads what the next click may need, on the worker thread, when the window has been quiet for a moment.

Takes: the window. Returns: nothing. Leaves out: everything that is loaded fast enough when it is asked for.

The library that draws plots takes longer to load than the keyword view takes to be shown.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kwaicompare.gui.tasks import ignore

if TYPE_CHECKING:
    from kwaicompare.gui.main_window import MainWindow
    from kwaicompare.progress import Progress

_QUIET_MS = 1000


class WarmUp(QObject):
    """Waits for a comparison to be shown, and a second more."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._loading = window.worker.lane()
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(lambda: self._loading.start(_load, ignore, ignore))
        window.comparison_shown.connect(self._quiet.start)


def _load(progress: Progress) -> None:
    import_module("pyqtgraph")

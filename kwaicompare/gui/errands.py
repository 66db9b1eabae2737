"""What is asked of the window from outside: documents to open, a view, a section, a query, a picture, times.

Takes: `GuiOptions` and the window. Returns: an exit status; the picture and the times as files.
Leaves out: everything the user does himself.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from kwaicompare.errors import KwaiError
from kwaicompare.gui.models.vocabulary import vocabulary
from kwaicompare.gui.notices import error_notice

if TYPE_CHECKING:
    from kwaicompare.gui.main_window import MainWindow
    from kwaicompare.gui.options import GuiOptions
    from kwaicompare.gui.startup import StartupTrace

_TROUBLE = 2
# Docks, plots and rows settle in a few rounds of the event loop: each is laid out, shown, then painted.
_ROUNDS = 8


class Errands(QObject):
    """Carries the options out, step by step, as the window reports that it is ready for the next."""

    def __init__(self, window: MainWindow, options: GuiOptions, trace: StartupTrace) -> None:
        super().__init__(window)
        self.status = 0
        self._window, self._options, self._trace = window, options, trace
        self._compared = False
        if options.size:
            window.resize(*options.size)
        window.page.panes.viewport().installEventFilter(self)
        window.documents_shown.connect(self._on_documents)
        window.comparison_shown.connect(self._on_comparison)
        window.trouble_shown.connect(self._on_trouble)
        self._painted: Callable[[], None] | None = self._on_window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the panes to be painted; what is waited for happens right after."""
        if event.type() == QEvent.Type.Paint and self._painted is not None:
            waiting, self._painted = self._painted, None
            QTimer.singleShot(0, self, waiting)
        return False

    def _on_window(self) -> None:
        self._trace.reach("window_shown")
        self._window.open(self._options.a, self._options.b)

    def _on_documents(self) -> None:
        self._painted = lambda: self._trace.reach("documents_shown")

    def _on_comparison(self) -> None:
        if self._compared:
            return
        self._compared = True
        self._painted = self._on_comparison_painted

    def _on_comparison_painted(self) -> None:
        self._trace.reach("documents_shown")
        self._trace.reach("comparison_shown")
        options, window = self._options, self._window
        if options.view != "compare":
            window.show_view(options.view)
        if options.section and not window.go_to_section(options.section):
            missing = KwaiError("error.section", options.a or "", section=options.section)
            window.show_trouble(error_notice(missing))
            return
        if options.query:
            window.hits_shown.connect(lambda: self._settle(_ROUNDS))
            window.look_up.line.setText(options.query)
        else:
            self._settle(_ROUNDS)

    def _settle(self, rounds: int) -> None:
        if rounds:
            QTimer.singleShot(0, self, lambda: self._settle(rounds - 1))
        elif self._options.unattended or self._options.trace_startup:
            self._finish()

    def _finish(self) -> None:
        options = self._options
        try:
            if options.trace_startup:
                self._trace.write(options.trace_startup)
            if options.screenshot and not self._window.grab().save(options.screenshot):
                raise KwaiError("error.screenshot", options.screenshot)
        except OSError as error:
            self._on_trouble(str(error))
        except KwaiError as error:
            self._on_trouble(vocabulary()(error.key, **error.values))
        if options.unattended:
            QApplication.exit(self.status)

    def _on_trouble(self, sentence: str) -> None:
        if self._options.unattended:
            print(f"kwaicompare: {sentence}", file=sys.stderr)  # noqa: T201 - nobody sees the banner
            self.status = _TROUBLE
            QApplication.exit(_TROUBLE)

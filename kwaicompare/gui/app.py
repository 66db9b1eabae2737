"""Start the window: application, settings, language, the window itself, and what is asked of it from outside.

Takes: `GuiOptions`. Returns: the exit status, 0 or 2. Leaves out: whether a window can be
opened (`options.display_trouble`).

The window is painted before a document is read: the first job starts from a zero timer after the first paint.
"""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

from kwaicompare.gui.errands import Errands
from kwaicompare.gui.icons import application_icon
from kwaicompare.gui.language import Translators, language_of
from kwaicompare.gui.main_window import MainWindow
from kwaicompare.gui.notices import CRASH, worded
from kwaicompare.gui.options import GuiOptions
from kwaicompare.gui.session import Places
from kwaicompare.gui.settings import Settings
from kwaicompare.gui.startup import StartupTrace

NAME = "kwaicompare"


def run(options: GuiOptions) -> int:
    """Open the window and run until it is closed, or until what was asked for is done."""
    trace = StartupTrace(options.started)
    # The style by its name: what `setStyle` gives back has PySide set up all that a style can draw.
    application = QApplication.instance() or QApplication([NAME, "-style", "fusion"])
    assert isinstance(application, QApplication)
    trace.reach("qt_ready")
    application.setApplicationName(NAME)
    application.setApplicationDisplayName(NAME)
    application.setDesktopFileName(NAME)
    application.setWindowIcon(application_icon())
    settings = Settings(_store(options))
    translators = Translators()
    translators.speak(language_of(settings.get("language")))
    window = MainWindow(settings, translators, options.theme, _places(options))
    _report_crashes_to(window)
    errands = Errands(window, options, trace)
    window.show()
    application.exec()
    window.worker.close()
    sys.excepthook = sys.__excepthook__
    return errands.status


def _store(options: GuiOptions) -> QSettings:
    """Return the user's settings; a window that closes by itself has none and leaves none."""
    if not options.unattended:
        return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, NAME, NAME)
    return QSettings("", QSettings.Format.IniFormat)


def _places(options: GuiOptions) -> Places:
    """Return where comparisons and reviews are kept; a window that closes by itself knows no reviews."""
    cache = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Places(
        Path(cache) / "comparisons" if cache else None,
        Path(data) / "reviews.sqlite" if data and not options.unattended else None,
    )


def _report_crashes_to(window: MainWindow) -> None:
    """Show a broken assumption of ours in the banner as well as on stderr; the window goes on.

    The same trouble again is told once: a row that cannot be laid out is tried at every turn.
    """
    told: set[str] = set()

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if repr(error) in told:
            return
        told.add(repr(error))
        sys.__excepthook__(kind, error, trace)
        window.show_trouble(worded(CRASH, error=repr(error)))

    sys.excepthook = report

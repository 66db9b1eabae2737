"""The library in the window: its folders taken in and out, read with progress, and looked up as something is typed.

Takes: the window. Returns: what was found, handed to the view. Leaves out: the library (`store/library.py`).

It has a thread of its own, so that reading folders holds up neither a comparison nor a look-up in the editions; only
that thread touches the library. Nothing is read or opened before the view is first seen; then the folders are brought
up to date.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kwaicompare.errors import KwaiError
from kwaicompare.gui.notices import error_notice
from kwaicompare.gui.tasks import Worker
from kwaicompare.progress import Progress

if TYPE_CHECKING:
    from kwaicompare.gui.main_window import MainWindow
    from kwaicompare.gui.models.passage_around import Around
    from kwaicompare.gui.tasks import Job
    from kwaicompare.gui.views.library import LibraryView
    from kwaicompare.model.keyword import Query
    from kwaicompare.model.library import LibraryFolder, LibraryFound, LibraryHit, LibraryUpdate
    from kwaicompare.store.library import Library

_MOST = 200
_FEW = 5  # files named that could not be read


class LibraryLookUps(QObject):
    """Connects the library's view with the library and the look-up box."""

    def __init__(self, window: MainWindow, folder: Path | None = None) -> None:
        """Use the library kept in ``folder``, the user's own without one."""
        super().__init__(window)
        self._window, self._folder = window, folder
        self.worker = Worker(self)
        self._readings, self._look_ups, self._passages, self._holdings = (self.worker.lane() for _ in range(4))
        self._library: Library | None = None
        self._view: LibraryView | None = None
        dock = window.docks["library"]
        dock.built.connect(self._adopt)
        dock.visibilityChanged.connect(lambda seen: self.ask_again() if seen else None)
        window.look_up.query_changed.connect(lambda *_: self.ask_again())

    def ask_again(self) -> None:
        """Look up in the library what stands in the box, if the library can be seen."""
        view = self._view
        if view is None or not self._window.docks["library"].isVisible():
            return
        query = self._window.look_up.query()
        if query is None:
            self._look_ups.cancel()
            self._show_found("", None)
        else:
            self._look_ups.start(self._finding(query), lambda found: self._show_found(query.text, found), self._trouble)

    def add(self, folder: str) -> None:
        """Take a folder in and read it."""
        self._read(lambda library, progress: library.add(Path(folder), progress))

    def remove(self, folder: str) -> None:
        """Take a folder out."""
        self._read(lambda library, _: library.remove(Path(folder)))

    def update(self) -> None:
        """Read what is new or changed in the folders; without folders there is nothing to open."""
        from kwaicompare.model.library import LibraryUpdate

        self._read(lambda library, progress: library.update(progress) if library.folders() else LibraryUpdate())

    def close(self) -> None:
        """Stop reading, keep what is read."""
        self.worker.close()
        if self._library is not None:
            self._library.close()

    def _adopt(self, view: LibraryView) -> None:
        self._view = view
        view.folder_wanted.connect(self.add)
        view.folder_unwanted.connect(self.remove)
        view.update_wanted.connect(self.update)
        view.cancel_wanted.connect(self._cancel)
        view.passage_wanted.connect(self._show_passage)
        view.open_wanted.connect(self._window.session.open_one)
        self._readings.progressed.connect(lambda _, share: view.show_progress(share))
        self._readings.finished.connect(lambda: view.show_progress(None))
        self._tell_holdings()
        self.ask_again()
        self.update()

    def _read(self, read: Callable[[Library, Progress], LibraryUpdate]) -> None:
        """Let the library read, then say what it holds and what it finds now."""

        def job(progress: Progress) -> LibraryUpdate:
            return read(self._opened(), progress)

        if self._view is not None:
            self._view.show_progress(0.0)
        self._readings.start(job, self._tell_update, self._trouble)

    def _cancel(self) -> None:
        """Stop reading; what is read is kept and looked up."""
        self._readings.cancel()
        self._tell_holdings()
        self.ask_again()

    def _tell_update(self, update: LibraryUpdate) -> None:
        self._tell_holdings()
        self.ask_again()
        if update.unread:
            from kwaicompare.gui.models.vocabulary import vocabulary

            self._window.show_trouble(
                lambda: "\n".join(vocabulary()("cli.unread", path=each.path) for each in update.unread[:_FEW])
            )

    def _tell_holdings(self) -> None:
        view = self._view

        def job(progress: Progress) -> tuple[LibraryFolder, ...]:
            return self._opened().holdings()

        if view is not None:
            self._holdings.start(job, view.show_holdings, self._trouble)

    def _finding(self, query: Query) -> Job:
        def job(progress: Progress) -> LibraryFound:
            return self._opened().find(query, _MOST, progress)

        return job

    def _show_found(self, query: str, found: LibraryFound | None) -> None:
        from kwaicompare.model.library import LibraryFound

        if self._view is not None:
            self._view.show_found(query, found or LibraryFound())

    def _show_passage(self, hit: LibraryHit) -> None:
        def show(found: Around | None) -> None:
            if self._view is not None:
                self._view.show_around(hit, found)

        self._passages.start(_reading(hit), show, self._trouble)

    def _opened(self) -> Library:
        from kwaicompare import workspace

        if self._library is None:
            self._library = workspace.open_library(self._folder)
        return self._library

    def _trouble(self, error: Any) -> None:
        if not isinstance(error, KwaiError):
            raise error
        if self._view is not None:
            self._view.show_trouble(error_notice(error)())


def _reading(hit: LibraryHit) -> Job:
    def job(progress: Progress) -> Around | None:
        from kwaicompare import workspace
        from kwaicompare.errors import UnknownDocument, UnreadableDocument
        from kwaicompare.gui.models.passage_around import around

        try:
            return around(workspace.open_document(hit.path, progress).text, hit)
        except (UnknownDocument, UnreadableDocument):
            return None

    return job

"""Files that change while they are open: told once, and read again at the place being read.

Takes: the paths of the open pair, and the page. Returns: a signal with the file that changed, and the way back to the
passage after reading again. Leaves out: reading (`session.py`) and the banner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from kwaicompare.model.span import other_side

if TYPE_CHECKING:
    from kwaicompare.gui.views.compare_page import ComparePage
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.decision import Anchor
    from kwaicompare.model.span import Side


class FileWatch(QObject):
    """Watches the files of the open pair. Signal: ``changed(path)``, once for each file until it is watched anew."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._tell)

    def watch(self, *paths: str) -> None:
        """Watch these files and no others."""
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        self._watcher.addPaths(sorted(set(paths)))

    def _tell(self, path: str) -> None:
        # An editor that replaces the file is told of twice, and the second file is not the one watched.
        self._watcher.removePath(path)
        self.changed.emit(path)


class ReadingPlace:
    """The passage being read, by its words, so that it is found again when the file has changed."""

    def __init__(self) -> None:
        self._place: tuple[Side, Anchor] | None = None

    def keep(self, page: ComparePage) -> None:
        """Keep the current passage, if there is one."""
        from kwaicompare.text.anchors import anchor

        row, comparison = page.current_row(), page.comparison
        self._place = None
        for side in (page.panes.side, other_side(page.panes.side)):
            span = row.on(side) if row is not None else None
            if span is not None and comparison is not None and self._place is None:
                self._place = side, anchor((comparison.a if side == "a" else comparison.b).text, span)

    def go_back(self, page: ComparePage, comparison: Comparison) -> None:
        """Lead to the passage kept, where it is still there, and forget it."""
        from kwaicompare.text.anchors import locate

        if self._place is not None:
            side, kept = self._place
            self._place = None
            span = locate((comparison.a if side == "a" else comparison.b).text, kept)
            if span is not None:
                page.go_to_place(side, span.start, span.start)

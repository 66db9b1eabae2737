"""The line at the window's bottom: what changed in numbers, progress with its cancel button, and the tools.

Takes: a lane of jobs, and a comparison. Returns: nothing. Leaves out: the work.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from kwaicompare.gui.models.rows import FIGURE_SIGN, SIGNS, RowKind
from kwaicompare.gui.models.vocabulary import vocabulary
from kwaicompare.model.edit import DEFAULT_LENSES, LENSES, Lens

if TYPE_CHECKING:
    from kwaicompare.gui.models.compared import Compared
    from kwaicompare.gui.tasks import Lane

_STEPS = 1000
_COUNTED: tuple[RowKind, ...] = ("same", "edited", "rewritten", "moved", "moved-edited", "dropped", "new")


class WorkBar(QStatusBar):
    """Counts at the left, at the right progress while a job runs, and the way to the tools.

    Signals: ``cancel_wanted()``; ``ignored_wanted()``, to list what the lenses hide.
    """

    cancel_wanted = Signal()
    ignored_wanted = Signal()

    def __init__(self, tools: Sequence[QAction] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compared: Compared | None = None
        self._judged = 0
        self._lane: Lane | None = None
        self._stage = ""
        self.counts = QLabel(self)
        self.stage = QLabel(self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, _STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(180)
        self.cancel = QToolButton(self)
        self.cancel.setAutoRaise(True)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 2, 8, 2)
        self.ignored = QToolButton(self)
        self.ignored.setAutoRaise(True)
        self.ignored.clicked.connect(self.ignored_wanted)
        self.ignored.hide()
        self.addWidget(self.counts)
        self.addWidget(self.ignored, 1)
        for widget in (self.stage, self.progress, self.cancel):
            self.addPermanentWidget(widget)
        for tool in tools:
            button = QToolButton(self)
            button.setAutoRaise(True)
            button.setDefaultAction(tool)
            self.addPermanentWidget(button)
        self._show_work(False)
        self.retranslate()

    def watch(self, lane: Lane) -> None:
        """Show the progress of a lane's jobs."""
        self._lane = lane
        lane.started.connect(lambda: self._show_work(True))
        lane.progressed.connect(self._on_progress)
        lane.finished.connect(lambda: self._show_work(False))

    def show_comparison(self, compared: Compared) -> None:
        """Show a comparison's numbers."""
        self._compared = compared
        self.retranslate()

    def show_judged(self, judged: int) -> None:
        """Say how many changes have been judged."""
        self._judged = judged
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.cancel.setText(self.tr("Cancel"))
        self.progress.setAccessibleName(self.tr("Progress"))
        self._show_stage()
        if self._compared is None:
            return
        words, counts = vocabulary(), self._compared.counts
        self._show_ignored(counts.ignored, self._compared.comparison.lenses)
        if self._compared.comparison.identical:
            self.counts.setText(self.tr("The two texts are identical, character by character."))
            return
        told: list[RowKind] = [kind for kind in _COUNTED if counts.kinds[kind]]
        parts = [f"{SIGNS[kind]} {words('relation.' + kind)} {counts.kinds[kind]}" for kind in told]
        figures = self.tr("Figures that moved")
        parts.append(f"{FIGURE_SIGN} {figures} {counts.figures}")
        if self._judged:
            judged = self.tr("{judged} of {total} changes judged")
            parts.append(judged.format(judged=self._judged, total=len(self._compared.sheet.changes)))
        self.counts.setText("     ".join(part.strip() for part in parts))

    def _show_ignored(self, hidden: int, active: frozenset[Lens]) -> None:
        """Say how much the lenses hide, and which are on; that is never silent."""
        self.ignored.setText(self.tr("{count} ignored").format(count=hidden))
        names = "、".join(vocabulary()(f"lens.{lens}") for lens in LENSES if lens in active)
        self.ignored.setToolTip(self.tr("Ignored: {kinds}").format(kinds=names or self.tr("nothing")))
        self.ignored.setVisible(bool(hidden) or active != DEFAULT_LENSES)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_progress(self, stage: str, done: float) -> None:
        self.progress.setValue(round(done * _STEPS))
        if stage and stage != self._stage:
            self._stage = stage
            self._show_stage()

    def _show_stage(self) -> None:
        if not self._stage:
            return
        key = f"stage.{self._stage}"
        words = vocabulary()
        self.stage.setText(words(key) if key in words else "")

    def _show_work(self, busy: bool) -> None:
        for widget in (self.stage, self.progress, self.cancel):
            widget.setVisible(busy)

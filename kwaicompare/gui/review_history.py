"""What the editor decided about the open pair, step by step, to be undone and done again.

Takes: reviews. Returns: the review in force, and a signal with each new one. Leaves out: keeping it on disk and what
follows from it (`session.py`).

The steps are plain values: commands of a QUndoStack written in Python crash when both are collected together.
"""

from PySide6.QtCore import QObject, Signal

from kwaicompare.model.review import NO_REVIEW, Review


class ReviewHistory(QObject):
    """The review in force. Signals: ``changed(Review)`` after every decision, undone or done; ``begun()``."""

    changed = Signal(object)
    begun = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = ("", "")
        self._steps: list[Review] = [NO_REVIEW]
        self._at = 0

    @property
    def review(self) -> Review:
        """The review in force."""
        return self._steps[self._at]

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._at + 1 < len(self._steps)

    def begin(self, names: tuple[str, str], review: Review) -> None:
        """Start from the review of a pair as kept; of a pair read again, the steps that led there stay."""
        if (names, review) != (self._names, self.review):
            self._names, self._steps, self._at = names, [review], 0
        self.begun.emit()

    def decide(self, review: Review) -> None:
        """Put ``review`` in force; what was undone before cannot be done again."""
        if review != self.review:
            self._steps[self._at + 1 :] = [review]
            self._go(1)

    def undo(self) -> None:
        """Go back to the review before the last decision."""
        if self.can_undo:
            self._go(-1)

    def redo(self) -> None:
        """Take the decision undone last again."""
        if self.can_redo:
            self._go(1)

    def _go(self, step: int) -> None:
        self._at += step
        self.changed.emit(self.review)

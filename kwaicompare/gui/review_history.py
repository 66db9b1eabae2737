"""What the editor decided about the open pair, step by step, to be undone and done again.

Takes: reviews. Returns: the review in force, and a signal with each new one. Leaves out: keeping it on disk and what
follows from it (`session.py`).
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from kwaicompare.model.review import NO_REVIEW, Review


class ReviewHistory(QObject):
    """The review in force. Signal: ``changed(Review)`` after every decision, undone or done."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.review: Review = NO_REVIEW
        self._names = ("", "")

    def begin(self, names: tuple[str, str], review: Review) -> None:
        """Start from the review of a pair as kept; of a pair read again, the steps that led there stay."""
        if (names, review) != (self._names, self.review):
            self.stack.clear()
            self._names, self.review = names, review

    def decide(self, review: Review, words: str) -> None:
        """Put ``review`` in force; ``words`` name the step in the menu."""
        if review != self.review:
            self.stack.push(_Step(self, review, words))

    def put(self, review: Review) -> None:
        """Put a review in force, forwards or backwards."""
        self.review = review
        self.changed.emit(review)


class _Step(QUndoCommand):
    """One decision: the review before and after."""

    def __init__(self, history: ReviewHistory, after: Review, words: str) -> None:
        super().__init__(words)
        self._history, self._before, self._after = history, history.review, after

    def undo(self) -> None:
        self._history.put(self._before)

    def redo(self) -> None:
        self._history.put(self._after)

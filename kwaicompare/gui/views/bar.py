"""A line of controls above a view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget


def bar_of(left: Sequence[QWidget], right: Sequence[QWidget]) -> QHBoxLayout:
    """Return a line of controls; the last on the left takes the room that is left."""
    bar = QHBoxLayout()
    bar.setContentsMargins(8, 6, 8, 6)
    bar.setSpacing(10)
    for widget in left:
        bar.addWidget(widget)
    bar.setStretchFactor(left[-1], 1)
    for widget in right:
        bar.addWidget(widget)
    return bar

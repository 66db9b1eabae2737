"""Controls as every view has them: a line of them, and a box to choose from, worded anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget


def line_of(*widgets: QWidget | None) -> QHBoxLayout:
    """Return widgets side by side; None takes the room that is left."""
    line = QHBoxLayout()
    line.setSpacing(10)
    for widget in widgets:
        if widget is None:
            line.addStretch(1)
        else:
            line.addWidget(widget)
    return line


def bar_of(*widgets: QWidget | None) -> QHBoxLayout:
    """Return the line of controls above a view."""
    bar = line_of(*widgets)
    bar.setContentsMargins(8, 6, 8, 6)
    return bar


def reword(
    box: QComboBox, names: Iterable[str], values: Sequence[object] | None = None, picked: int | None = None
) -> None:
    """Give a box these names, and values if there are any; keep what was chosen, unless ``picked``; nobody is told."""
    picked = max(0, box.currentIndex()) if picked is None else picked
    box.blockSignals(True)
    box.clear()
    for at, name in enumerate(names):
        box.addItem(name, None if values is None else values[at])
    box.setCurrentIndex(picked)
    box.blockSignals(False)

"""Painting that ends whatever happens: a painter left open by an exception takes the whole process down later.

with painting(self.viewport()) as painter: painter.drawText(…)
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """Yield a painter on a widget, ended afterwards."""
    painter = QPainter(widget)
    try:
        yield painter
    finally:
        painter.end()

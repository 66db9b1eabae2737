"""Painting that ends whatever happens: a painter left open by an exception takes the whole process down later.

with painting(self.viewport()) as painter: painter.drawText(…)
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPaintDevice, QPainter


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """Yield a painter on a widget or a picture, ended afterwards."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()

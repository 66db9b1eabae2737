"""A plot as a picture file.

Takes a plot and a path; the file's ending picks PNG or SVG. Leaves out asking for the path (`saving.py`).

    save_picture(plot, out/figures.svg)    → True, and the file
"""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsView


def save_picture(plot: QGraphicsView, path: Path) -> bool:
    """Write what the plot shows, SVG as curves and text, else as pixels; False where it could not be written."""
    return _draw_svg(plot, path) if path.suffix.lower() == ".svg" else plot.grab().save(str(path))


def _draw_svg(plot: QGraphicsView, path: Path) -> bool:
    from PySide6.QtSvg import QSvgGenerator

    size = plot.size()
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    painter = QPainter()
    if not painter.begin(generator):
        return False
    plot.render(painter)
    return painter.end()

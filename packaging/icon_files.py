"""The program's icon in the formats of the desktops, drawn from the SVG when the package is built.

Takes: ``resources/icons/kwaicompare.svg`` and a folder. Returns: the icon for this system's programs (.ico on Windows,
.icns on macOS, else none). Leaves out: the picture itself.

Both formats are containers of PNG pictures: ICO since Windows Vista, ICNS since OS X 10.7.
"""

import os
import struct
import sys
from pathlib import Path

# ICNS names a picture by its size in pixels; ic11 … ic14 are the Retina forms of the halved size.
_ICNS = {"ic11": 32, "ic12": 64, "ic07": 128, "ic13": 256, "ic08": 256, "ic14": 512, "ic09": 512, "ic10": 1024}
_ICO = (16, 24, 32, 48, 64, 128, 256)


def png(svg: Path, size: int) -> bytes:
    """Draw the SVG as a square PNG."""
    from PySide6.QtCore import QBuffer, QByteArray, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    del application
    return bytes(content.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return an ICO file of PNG pictures by size; 0 stands for 256 in its one-byte fields."""
    offset = 6 + 16 * len(pictures)
    entries, body = b"", b""
    for size, content in sorted(pictures.items()):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), offset + len(body))
        body += content
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + body


def icns(pictures: dict[int, bytes]) -> bytes:
    """Return an ICNS file of PNG pictures by size."""
    body = b"".join(
        kind.encode() + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for kind, size in _ICNS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def program_icon(svg: Path, folder: Path) -> str | None:
    """Write the icon that this system's programs carry; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        target, content = folder / "kwaicompare.ico", ico({size: png(svg, size) for size in _ICO})
    elif sys.platform == "darwin":
        target = folder / "kwaicompare.icns"
        content = icns({size: png(svg, size) for size in set(_ICNS.values())})
    else:
        return None
    target.write_bytes(content)
    return str(target)

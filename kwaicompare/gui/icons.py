"""Icons drawn by us, in the colour of the text they stand among.

Takes: the name of an SVG below ``resources/icons`` and a theme. Returns: a `QIcon`. Leaves out: drawing them.

The drawings say ``currentColor``; the theme's colour is put in its place, so one file serves every theme.
"""

from PySide6.QtGui import QIcon, QPixmap

from kwaicompare.gui.theme import Theme
from kwaicompare.resources import path, text

_SHARPNESS = 3


def application_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(path("icons", "kwaicompare.svg")))


def themed_icon(name: str, theme: Theme) -> QIcon:
    """Return an icon in the theme's text colour, muted when disabled."""
    icon = QIcon()
    icon.addPixmap(_picture(name, theme.text.name()), QIcon.Mode.Normal)
    icon.addPixmap(_picture(name, theme.muted.name()), QIcon.Mode.Disabled)
    return icon


def _picture(name: str, colour: str) -> QPixmap:
    drawing = text("icons", f"{name}.svg").replace("currentColor", colour)
    sharp = drawing.replace('width="18" height="18"', f'width="{18 * _SHARPNESS}" height="{18 * _SHARPNESS}"')
    picture = QPixmap()
    picture.loadFromData(sharp.encode(), "SVG")  # type: ignore[arg-type]
    picture.setDevicePixelRatio(_SHARPNESS)
    return picture

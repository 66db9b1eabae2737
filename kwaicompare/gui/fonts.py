"""Fonts for reading Chinese, and whether there is one at all.

Takes: the installed fonts. Returns: the reading font of a size. Leaves out: the interface font, which the desktop sets.
"""

from PySide6.QtGui import QFont, QFontDatabase

_PREFERRED = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
)
SMALLEST, LARGEST = 9, 40


def chinese_families() -> list[str]:
    """Return the installed families that can show simplified Chinese."""
    return QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)


def reading_font(size: int) -> QFont:
    """Return the font of the panes at ``size`` pixels: the first preferred family, else whatever shows Chinese."""
    families = chinese_families()
    family = next((name for name in _PREFERRED if name in families), families[0] if families else "")
    font = QFont(family) if family else QFont()
    font.setPixelSize(min(LARGEST, max(SMALLEST, size)))
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font

"""Fonts for reading Chinese, and whether there is one at all.

Takes: the installed fonts. Returns: the reading font of a size, and the interface's font.
Leaves out: who wears them.
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


def reading_font(size: int, family: str = "") -> QFont:
    """Return the font of the panes at ``size`` pixels: of ``family``, else the first preferred that shows Chinese."""
    family = family if family in QFontDatabase.families() else _chinese_family()
    font = QFont(family) if family else QFont()
    font.setPixelSize(min(LARGEST, max(SMALLEST, size)))
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def interface_font(desktop: QFont, language: str) -> QFont:
    """Return the font of menus and titles: the desktop's, but for Chinese one that has Chinese characters.

    Characters taken from another font are taller than the line the first font measures, and titles would be cut.
    """
    family = _chinese_family()
    if language == "en" or not family or desktop.family() in chinese_families():
        return QFont(desktop)
    font = QFont(desktop)
    font.setFamily(family)
    return font


def _chinese_family() -> str:
    families = chinese_families()
    return next((name for name in _PREFERRED if name in families), families[0] if families else "")

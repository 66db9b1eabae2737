"""Colours of the window: light, dark and high contrast, safe for colour-blind readers.

Takes: a name ("light", "dark", "contrast" or "system"). Returns: a frozen `Theme`, and the `QPalette` that belongs to
it. Leaves out: fonts (`fonts.py`), and where a colour is used, which each view knows.

    theme_of("dark").insert        -> the blue of inserted words, for signs and lines
    theme_of("dark").insert_tint   -> the same as a ground to lie behind text
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

ThemeName = Literal["light", "dark", "contrast"]
ThemeChoice = Literal["light", "dark", "contrast", "system"]
OWN_COLOURS = ("insert", "delete", "move", "change")
"""What the user may colour: new text, old text, moved text, figures that moved."""
_THINNED = 0.2
# What a sign has to stand out from its ground: for graphics by WCAG 2.1 (1.4.11), in high contrast by its level AAA.
_LEAST_CONTRAST = {"light": 3.0, "dark": 3.0, "contrast": 7.0}
_LIGHTER = 0.02


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours. A kind of change has a strong colour (signs, bars) and a pale tint (behind text).

    ``background`` lies behind text, ``surface`` behind everything around it; ``edit`` marks reworded passages,
    ``change`` figures that moved, ``hit`` and ``hit_tint`` what the look-up found.
    """

    name: ThemeName
    background: QColor
    surface: QColor
    text: QColor
    muted: QColor
    accent: QColor
    line: QColor
    insert: QColor
    delete: QColor
    move: QColor
    change: QColor
    edit: QColor
    hit: QColor
    insert_tint: QColor
    delete_tint: QColor
    move_tint: QColor
    change_tint: QColor
    edit_tint: QColor
    hit_tint: QColor
    accent_tint: QColor


LIGHT = Theme(
    name="light",
    background=QColor("#ffffff"),
    surface=QColor("#f5f5f3"),
    text=QColor("#1f2328"),
    muted=QColor("#646a73"),
    accent=QColor("#1f5fa8"),
    line=QColor("#dedfdc"),
    insert=QColor("#0072b2"),
    delete=QColor("#d55e00"),
    move=QColor("#00805d"),
    change=QColor("#b87700"),
    edit=QColor("#6a6f8a"),
    hit=QColor("#8a6d00"),
    insert_tint=QColor("#d9ecf8"),
    delete_tint=QColor("#fbe3d6"),
    move_tint=QColor("#dcf2ea"),
    change_tint=QColor("#fdebc8"),
    edit_tint=QColor("#eff0f5"),
    hit_tint=QColor("#fff3a3"),
    accent_tint=QColor("#e3edf8"),
)

DARK = Theme(
    name="dark",
    background=QColor("#1b1d20"),
    surface=QColor("#24272b"),
    text=QColor("#e3e5e8"),
    muted=QColor("#a0a6ae"),
    accent=QColor("#6cb2f5"),
    line=QColor("#3a3e44"),
    insert=QColor("#56b4e9"),
    delete=QColor("#f08a4b"),
    move=QColor("#3fc79a"),
    change=QColor("#e9b44c"),
    edit=QColor("#a9aecb"),
    hit=QColor("#e6d35a"),
    insert_tint=QColor("#133a52"),
    delete_tint=QColor("#4e2a14"),
    move_tint=QColor("#12402f"),
    change_tint=QColor("#4a3710"),
    edit_tint=QColor("#2a2d3a"),
    hit_tint=QColor("#5a5210"),
    accent_tint=QColor("#243a52"),
)


# Every colour stands out from its ground by 7 : 1 or more, the level AAA of WCAG 2.1.
CONTRAST = Theme(
    name="contrast",
    background=QColor("#000000"),
    surface=QColor("#000000"),
    text=QColor("#ffffff"),
    muted=QColor("#d6d6d6"),
    accent=QColor("#ffff00"),
    line=QColor("#b0b0b0"),
    insert=QColor("#7fd4ff"),
    delete=QColor("#ffb27a"),
    move=QColor("#5ff0b8"),
    change=QColor("#ffd24d"),
    edit=QColor("#d5d8ff"),
    hit=QColor("#ffff66"),
    insert_tint=QColor("#00324a"),
    delete_tint=QColor("#4a1f00"),
    move_tint=QColor("#003a28"),
    change_tint=QColor("#453200"),
    edit_tint=QColor("#22243c"),
    hit_tint=QColor("#4c4600"),
    accent_tint=QColor("#1a2f55"),
)


def theme_of(choice: ThemeChoice) -> Theme:
    """Return the theme of a choice; "system" follows the desktop's colour scheme."""
    if choice == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}[choice]


def recoloured(theme: Theme, colours: Mapping[str, str]) -> Theme:
    """Return the theme with the user's colours for some of `OWN_COLOURS`; each tint is the colour thinned on paper.

    A colour too faint for the theme's paper is taken lighter or darker, as far as it needs to be seen there.
    """
    changes: dict[str, QColor] = {}
    for name, colour in colours.items():
        chosen = QColor(colour)
        if name in OWN_COLOURS and chosen.isValid():
            chosen = _readable(chosen, theme)
            changes |= {name: chosen, f"{name}_tint": mixed(chosen, theme.background, _THINNED)}
    return replace(theme, **changes) if changes else theme


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21, after WCAG 2.1."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _readable(colour: QColor, theme: Theme) -> QColor:
    """Return the colour, lighter on dark paper and darker on light, until it stands out from paper and surroundings."""
    hue, saturation, lightness = max(0.0, colour.hslHueF()), colour.hslSaturationF(), colour.lightnessF()
    step = _LIGHTER if _luminance(theme.background) < _luminance(theme.text) else -_LIGHTER
    least = _LEAST_CONTRAST[theme.name]
    for _ in range(round(1 / _LIGHTER)):
        if min(contrast(colour, theme.background), contrast(colour, theme.surface)) >= least:
            break
        lightness = min(1.0, max(0.0, lightness + step))
        colour = QColor.fromHslF(hue, saturation, lightness)
    return colour


def one_coloured(theme: Theme) -> Theme:
    """Return the theme with one accent for every change: signs, underline and strike tell the kinds apart."""
    names = (*OWN_COLOURS, "edit")
    strong = dict.fromkeys(names, theme.accent)
    return replace(theme, **strong, **{f"{name}_tint": theme.surface for name in names})


def mixed(tint: QColor, paper: QColor, share: float) -> QColor:
    """Return ``tint`` thinned with ``paper``."""
    rest = 1 - share
    return QColor(
        round(tint.red() * share + paper.red() * rest),
        round(tint.green() * share + paper.green() * rest),
        round(tint.blue() * share + paper.blue() * rest),
    )


def palette_of(theme: Theme) -> QPalette:
    """Return the palette for the standard widgets."""
    palette = QPalette(theme.surface)
    roles = {
        QPalette.ColorRole.Window: theme.surface,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.background,
        QPalette.ColorRole.AlternateBase: theme.surface,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.background,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Mid: theme.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, colour)
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(disabled, role, theme.muted)
    return palette

"""Colours can be read: every sign and text stands out from its ground, in the high-contrast set far more."""

import pytest
from PySide6.QtGui import QColor

from kwaicompare.gui.theme import CONTRAST, DARK, LIGHT, Theme, theme_of

TINTS = ("insert", "delete", "move", "change", "edit", "hit", "accent")


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2.1."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("theme", "text", "sign"), [(LIGHT, 4.5, 3.0), (DARK, 4.5, 3.0), (CONTRAST, 7.0, 7.0)])
def test_text_and_signs_stand_out(theme: Theme, text: float, sign: float):
    for ground in (theme.background, theme.surface):
        assert contrast(theme.text, ground) >= text
        assert contrast(theme.muted, ground) >= text
        assert all(contrast(getattr(theme, name), ground) >= sign for name in TINTS)
    assert all(contrast(theme.text, getattr(theme, f"{name}_tint")) >= text for name in TINTS)


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_a_choice_gives_the_theme_of_its_name(qapp, theme: Theme):
    assert theme_of(theme.name) is theme

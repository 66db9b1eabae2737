"""Colours can be read: every sign and text stands out from its ground, in the high-contrast set far more."""

import pytest
from PySide6.QtGui import QColor

from kwaicompare.gui.theme import CONTRAST, DARK, LIGHT, OWN_COLOURS, Theme, contrast, recoloured, theme_of

TINTS = ("insert", "delete", "move", "change", "edit", "hit", "accent")


def test_contrast_is_that_of_wcag():
    black, white, grey = QColor("#000000"), QColor("#ffffff"), QColor("#767676")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == contrast(white, grey) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("theme", "text", "sign"), [(LIGHT, 4.5, 3.0), (DARK, 4.5, 3.0), (CONTRAST, 7.0, 7.0)])
def test_text_and_signs_stand_out(theme: Theme, text: float, sign: float):
    for ground in (theme.background, theme.surface):
        assert contrast(theme.text, ground) >= text
        assert contrast(theme.muted, ground) >= text
        assert all(contrast(getattr(theme, name), ground) >= sign for name in TINTS)
    assert all(contrast(theme.text, getattr(theme, f"{name}_tint")) >= text for name in TINTS)


@pytest.mark.parametrize(("theme", "text", "sign"), [(LIGHT, 4.5, 3.0), (DARK, 4.5, 3.0), (CONTRAST, 7.0, 7.0)])
@pytest.mark.parametrize("chosen", ["#000000", "#ffffff", "#7a00cc", "#ffff00", "#00aa66", "#777777", "#2222ff"])
def test_the_readers_own_colours_stand_out_too(theme: Theme, text: float, sign: float, chosen: str):
    worn = recoloured(theme, dict.fromkeys(OWN_COLOURS, chosen))
    for name in OWN_COLOURS:
        colour = getattr(worn, name)
        assert min(contrast(colour, worn.background), contrast(colour, worn.surface)) >= sign
        assert contrast(worn.text, getattr(worn, f"{name}_tint")) >= text
        if contrast(QColor(chosen), theme.background) >= 1.2 * sign:
            assert colour == QColor(chosen)  # what can be seen is left as it was chosen


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_a_choice_gives_the_theme_of_its_name(qapp, theme: Theme):
    assert theme_of(theme.name) is theme

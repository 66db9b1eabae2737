"""The window's language: chosen by the desktop's locale or by the user, changed while it runs.

Takes: "zh_CN", "en" or "" (by locale). Returns: the language spoken from now on. Leaves out: the wording itself.

The source language of ``tr`` is English; Qt's default locale follows, and with it the shared message table.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from kwaicompare.gui.fonts import interface_font
from kwaicompare.resources import LANGUAGES, path

_ENGLISH = "en"


def language_of(choice: str, locale: QLocale | None = None) -> str:
    """Return the language of a choice; "" goes by the locale: Chinese for any Chinese, English for the rest."""
    if choice in LANGUAGES:
        return choice
    return "zh_CN" if (locale or QLocale.system()).language() == QLocale.Language.Chinese else _ENGLISH


class Translators:
    """The translators installed now; widgets hear of a change by a LanguageChange event.

    Speak once before the first widget is made: a font set later reaches widgets only while the event loop runs.
    """

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []
        self._desktop_font = QApplication.font()
        self.language = _ENGLISH

    def speak(self, language: str) -> None:
        """Change the language of the whole program."""
        QLocale.setDefault(QLocale(language))
        self.language = language
        QApplication.setFont(interface_font(self._desktop_font, language))
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []
        if language == _ENGLISH:
            return
        ours = str(path("translations", f"kwaicompare_{language}.qm"))
        qt = f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{language}.qm"
        for name in (qt, ours):
            translator = QTranslator()
            if translator.load(name):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)

"""The subject's words in the language the window speaks now.

Takes Qt's default locale, returns the shared message table. Leaves out menus and buttons: those go through ``tr``.

    default locale zh_CN    → vocabulary()("relation.new") = 新增
"""

from PySide6.QtCore import QLocale

from kwaicompare.resources import Messages, messages


def vocabulary() -> Messages:
    """Return the message table of the default locale: Chinese for any Chinese, English for anything else."""
    return messages("zh_CN" if QLocale().language() == QLocale.Language.Chinese else "en")

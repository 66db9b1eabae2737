"""Sentences of the banner: errors, and what a reader must know of the pair that is open.

Takes: an error or a comparison. Returns: a wording, a callable that says it in the language spoken when called, so
that a banner is worded again when the language changes. Leaves out: showing it.

    notice_of(two identical drafts)()  ->  "一稿.md 与 二稿.md 完全相同，没有可比较之处。"
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kwaicompare.gui.actions import QT_TRANSLATE_NOOP
from kwaicompare.gui.models.vocabulary import vocabulary

if TYPE_CHECKING:
    from kwaicompare.errors import KwaiError
    from kwaicompare.model.comparison import Comparison

Wording = Callable[[], str]
NO_FONT = QT_TRANSLATE_NOOP(
    "Notices", "No installed font can show Chinese. Install one, for example the package fonts-noto-cjk."
)
CRASH = QT_TRANSLATE_NOOP("Notices", "Something went wrong in the program: {error}")
WRITTEN = QT_TRANSLATE_NOOP("Notices", "Report written: {path}")
FOCUS = QT_TRANSLATE_NOOP("Notices", "Only “{a}” and “{b}” are shown. Ctrl+Return shows everything again.")
CHANGED = QT_TRANSLATE_NOOP("Notices", "{name} has changed on disk. F5 reads it again; place and decisions stay.")
CANCELLED = QT_TRANSLATE_NOOP("Notices", "Cancelled before the comparison was done. F5 starts it again.")
ALONE = QT_TRANSLATE_NOOP("Notices", "{a} stands on both sides. Open or drop another document to compare it with.")
IDENTICAL = QT_TRANSLATE_NOOP("Notices", "{a} and {b} are identical, character by character: nothing to compare.")


def worded(words: str, **values: object) -> Wording:
    """Return the wording of a text of this module."""
    return lambda: QCoreApplication.translate("Notices", words).format(**values)


def error_notice(error: KwaiError) -> Wording:
    """Return what an error says: the file and the remedy. What is named like a file is a missing file."""
    key = error.key
    if key == "error.unknown_document" and len(PurePath(str(error.values["path"])).parts) > 1:
        key = "error.missing"
    return lambda: vocabulary()(key, **error.values)


def notice_of(comparison: Comparison) -> Wording | None:
    """Return what is to be known before reading: a file twice, identical texts, lost decisions, no headings."""
    sources = comparison.a.document.source, comparison.b.document.source
    a, b = (PurePath(source.path).name for source in sources)
    if sources[0].path == sources[1].path:
        return worded(ALONE, a=a)
    if comparison.identical:
        return worded(IDENTICAL, a=a, b=b)
    if comparison.lost:
        from kwaicompare.model.decision import quotes_of  # not needed before there is a comparison

        quotes = "；".join(" ~ ".join(quotes_of(decision)) for decision in comparison.lost)
        return lambda: vocabulary()("decision.lost", count=len(comparison.lost), quotes=quotes)
    names = [name for name, edition in ((a, comparison.a), (b, comparison.b)) if not edition.sections]
    if not names:
        return None
    return lambda: "\n".join(vocabulary()("cli.no_headings", path=name) for name in names)

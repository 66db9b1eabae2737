"""Chinese and English: every text of the window is collected, translated and compiled; no key means two things."""

import ast
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QKeySequence

from kwaicompare.gui.actions import ENTRIES, MENUS
from kwaicompare.gui.language import language_of

_CALLS = {"tr", "translate", "QT_TRANSLATE_NOOP"}


def texts(source: str) -> Iterator[str]:
    """Yield the texts that calls for translation name literally."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            words = node.args[-1] if name in _CALLS and node.args else None
            if isinstance(words, ast.Constant) and isinstance(words.value, str):
                yield words.value


@pytest.fixture
def messages(repository: Path) -> dict[tuple[str, str], ElementTree.Element]:
    root = ElementTree.parse(repository / "resources" / "translations" / "kwaicompare_zh_CN.ts").getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


def test_every_text_is_collected(repository: Path, messages):
    sources = {words for _, words in messages}
    folder = repository / "kwaicompare" / "gui"
    wanted = {words for path in folder.rglob("*.py") for words in texts(path.read_text(encoding="utf-8"))}
    assert len(wanted) > 100
    assert wanted - sources == set()


def test_every_text_is_translated_with_the_same_blanks_to_fill(messages):
    for (context, source), message in messages.items():
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, (context, source)
        filled = translation.text or ""
        assert filled, (context, source)
        blanks = [sorted(part.split("}")[0] for part in words.split("{")[1:]) for words in (source, filled)]
        assert blanks[0] == blanks[1], (context, source)


def test_compiled_file_speaks(qapp, repository: Path, messages):
    translator = QTranslator()
    assert translator.load(str(repository / "resources" / "translations" / "kwaicompare_zh_CN.qm"))
    for (context, source), message in messages.items():
        assert translator.translate(context, source) == message.findtext("translation")


def test_no_shortcut_is_bound_twice(qapp):
    keys = Counter(QKeySequence(key).toString() for entry in ENTRIES for key in entry.keys)
    assert len(keys) > 30
    assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_every_action_is_in_a_menu_once(qapp):
    assert max(Counter(entry.name for entry in ENTRIES).values()) == 1
    assert {entry.menu for entry in ENTRIES} == {name for name, _ in MENUS}


@pytest.mark.parametrize(
    ("choice", "locale", "language"),
    [("", "zh_CN", "zh_CN"), ("", "zh_TW", "zh_CN"), ("", "de_DE", "en"), ("en", "zh_CN", "en"), ("xx", "fr", "en")],
)
def test_language_goes_by_choice_then_locale(choice: str, locale: str, language: str):
    assert language_of(choice, QLocale(locale)) == language

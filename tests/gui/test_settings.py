"""Settings: every key has a default, is used, and survives a session."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from kwaicompare.gui.settings import DEFAULTS, RECENT_LIMIT, SWITCHES, Settings


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "settings.ini")


def opened(file: str) -> Settings:
    return Settings(QSettings(file, QSettings.Format.IniFormat))


@pytest.mark.parametrize("key", DEFAULTS)
def test_key_has_its_default(file: str, key: str):
    assert opened(file).get(key) == DEFAULTS[key]


@pytest.mark.parametrize("key", DEFAULTS)
def test_key_is_used_in_the_window(repository: Path, key: str):
    folder = repository / "kwaicompare" / "gui"
    sources = [path.read_text(encoding="utf-8") for path in folder.rglob("*.py")]
    used = sum(len(re.findall(f'"{key}"(?!:)', source)) for source in sources)
    assert used > (key in SWITCHES)


@pytest.mark.parametrize(("key", "value"), [("fold", True), ("font_size", 21), ("language", "en"), ("order", "new")])
def test_value_survives_a_session(file: str, key: str, value: object):
    settings = opened(file)
    settings.put(key, value)
    settings.sync()
    assert opened(file).get(key) == value


def test_unusable_value_gives_the_default(file: str):
    store = QSettings(file, QSettings.Format.IniFormat)
    store.setValue("font_size", "huge")
    assert Settings(store).get("font_size") == DEFAULTS["font_size"]


def test_wrong_type_is_refused(file: str):
    with pytest.raises(TypeError):
        opened(file).put("font_size", "15")


def test_recent_pairs_newest_first_once_and_limited(file: str):
    settings = opened(file)
    for number in range(RECENT_LIMIT + 3):
        settings.remember_pair(f"甲{number}.md", "乙.md")
    settings.remember_pair("甲5.md", "乙.md")
    settings.sync()
    pairs = opened(file).recent_pairs()
    assert pairs[0] == ("甲5.md", "乙.md")
    assert len(pairs) == len(set(pairs)) == RECENT_LIMIT


def test_forgotten_pairs_are_gone(file: str):
    settings = opened(file)
    settings.remember_pair("甲.md", "乙.md")
    settings.forget_pairs()
    assert settings.recent_pairs() == []

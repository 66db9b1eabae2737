"""The user guide names what exists: menu entries, labels, keys, commands, pictures; and leaves no key out."""

import re
import shlex
import struct
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from kwaicompare.cli.parser import COMMANDS, parse_command, window_parser
from kwaicompare.gui.actions import ENTRIES, MENUS

# Submenus stand beside the table of actions.
SUBMENUS = {"file": ("Recent",), "view": ("Colours", "Language")}
ARROWS = {"↓": "Down", "↑": "Up"}
LARGEST_PICTURE = 200_000


@pytest.fixture(scope="module")
def guide(repository: Path) -> str:
    return (repository / "docs" / "user_guide.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def chinese(repository: Path) -> dict[str, str]:
    """Return the Chinese of the window's texts."""
    root = ElementTree.parse(repository / "resources" / "translations" / "kwaicompare_zh_CN.ts").getroot()
    return {m.findtext("source", ""): m.findtext("translation", "") for m in root.iter("message")}


def spoken(words: str) -> str:
    """Return a menu's words without its access key: "文件(&F)" → "文件"."""
    return re.sub(r"\(&.\)", "", words).replace("&", "")


def menu_paths(chinese: dict[str, str]) -> set[str]:
    """Return every menu entry as "menu → entry", in both languages."""
    menus = dict(MENUS)
    entries = [(entry.menu, entry.words) for entry in ENTRIES]
    entries += [(menu, words) for menu, submenus in SUBMENUS.items() for words in submenus]
    return {
        f"{spoken(language(menus[menu]))} → {language(words)}"
        for menu, words in entries
        for language in (str, chinese.__getitem__)
    }


def normal(key: str) -> str:
    """Return a key as Qt spells it."""
    for arrow, name in ARROWS.items():
        key = key.replace(arrow, name)
    return QKeySequence(key).toString()


def test_menu_entries_named_in_the_guide_exist(guide: str, chinese: dict[str, str]) -> None:
    named = set(re.findall(r"\*\*([^*\n]+ → [^*\n]+)\*\*", guide))
    assert len(named) > 12
    assert named - menu_paths(chinese) == set()


def test_labels_named_in_the_guide_exist(guide: str, chinese: dict[str, str]) -> None:
    named = set(re.findall(r"「([^」]+)」", guide))
    assert len(named) > 10
    assert named - set(chinese.values()) == set()
    english = {" ".join(words.split()) for words in re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", guide)}
    assert len(english) > 10
    assert english - set(chinese) == set()


def test_keys_named_in_the_guide_exist(guide: str, qapp) -> None:
    known = {normal(key) for entry in ENTRIES for key in entry.keys}
    named = {normal(key) for key in re.findall(r"<kbd>([^<]+)</kbd>", guide)}
    assert len(named) > 30
    assert named - known == set()


def test_table_of_keys_is_the_table_of_actions(guide: str, chinese: dict[str, str], qapp) -> None:
    rows = re.findall(r"^\| ((?:<kbd>[^|]+</kbd> ?)+) \| ([^|]+) \| ([^|]+) \|$", guide, flags=re.MULTILINE)
    told = {(frozenset(map(normal, re.findall(r"<kbd>([^<]+)</kbd>", keys))), zh, en) for keys, zh, en in rows}
    known = {(frozenset(map(normal, e.keys)), chinese[e.words], e.words) for e in ENTRIES if e.keys}
    assert told == known


def test_commands_in_the_guide_can_be_parsed(guide: str) -> None:
    lines = [line for line in guide.splitlines() if re.match(r"kwaicompare( |$)", line)]
    assert len(lines) > 12
    used = set()
    for line in lines:
        arguments = shlex.split(line, comments=True)[1:]
        if arguments and arguments[0] in COMMANDS:
            used.add(parse_command(arguments).command)
        else:
            window_parser().parse_args(arguments)
    assert used == set(COMMANDS)


def test_exit_statuses_are_all_told(guide: str) -> None:
    assert [status for status in "012" if not re.search(rf"^\| {status} \| .+ \| .+ \|$", guide, re.MULTILINE)] == []


def test_pictures_are_there_small_and_used(guide: str, repository: Path) -> None:
    shown = set(re.findall(r"!\[[^\]]+\]\((images/[^)]+)\)", guide))
    assert len(shown) >= 6
    for name in shown:
        content = (repository / "docs" / name).read_bytes()
        assert len(content) < LARGEST_PICTURE, name
        width, height = struct.unpack_from(">II", content, 16)
        assert width >= 1000, name
        assert height >= 600, name


def test_pictures_are_those_of_the_make_target(guide: str, repository: Path) -> None:
    script = (repository / "docs" / "guide_pictures.py").read_text(encoding="utf-8")
    made = set(re.findall(r'^    "(\w+)": ', script, flags=re.MULTILINE))
    assert {Path(name).stem for name in re.findall(r"\((images/[^)]+)\)", guide)} == made


def test_links_inside_the_guide_lead_somewhere(guide: str) -> None:
    assert set(re.findall(r"\]\(#([^)]+)\)", guide)) <= set(re.findall(r'<a id="([^"]+)">', guide))

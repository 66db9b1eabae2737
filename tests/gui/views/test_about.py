"""The About box says what the program is, and opens nothing by itself."""

from email.message import Message

import pytest
from PySide6.QtWidgets import QLabel

from kwaicompare import __version__, workspace
from kwaicompare.gui.main_window import MainWindow
from kwaicompare.gui.views.about import AboutBox


@pytest.fixture
def shown(qtbot, open_window) -> AboutBox:
    window: MainWindow = open_window()
    window.actions_by_name["about"].trigger()
    box = window.findChild(AboutBox)
    assert box is not None
    qtbot.waitUntil(box.isVisible)
    return box


def test_version_licence_and_editions_are_named(shown: AboutBox):
    text = shown.text.text()
    assert __version__ in text
    assert "Apache-2.0" in text
    for entry in workspace.corpus():
        assert f"{entry.name} · {entry.title}" in text


def test_nothing_in_it_leads_to_a_network(shown: AboutBox):
    assert not shown.isModal()
    for label in shown.findChildren(QLabel):
        assert "href" not in label.text()


def test_a_link_leads_to_newer_versions_where_the_project_says_where_they_are(qtbot, monkeypatch):
    known = Message()
    known["Project-URL"] = "Documentation, https://example.org/docs"
    known["Project-URL"] = "Releases, https://example.org/a?b=1&c=2"
    monkeypatch.setattr("importlib.metadata.metadata", lambda _: known)
    box = AboutBox()
    qtbot.addWidget(box)
    assert '<a href="https://example.org/a?b=1&amp;c=2">' in box.text.text()
    assert "docs" not in box.text.text()


def test_packaged_program_says_where_the_licences_stand(qtbot, monkeypatch):
    monkeypatch.setattr("sys.frozen", True, raising=False)
    box = AboutBox()
    qtbot.addWidget(box)
    assert "LICENCES.md" in box.text.text()

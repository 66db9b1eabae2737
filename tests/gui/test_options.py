"""Whether there is a display, judged before Qt is loaded."""

import ctypes
import sys

import pytest

from kwaicompare.gui.options import GuiOptions, display_trouble, missing_libraries
from kwaicompare.resources import messages

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without a display")
NAMES = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")


def lacking(*names: str):
    """Return a stand-in for CDLL that cannot load the libraries named."""

    def load(name: str) -> None:
        if name in names:
            raise OSError(name)

    return load


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"DISPLAY": ""}, False),
    ],
)
def test_display_is_found_in_the_environment(monkeypatch, environment: dict[str, str], found: bool):
    monkeypatch.setattr(ctypes, "CDLL", lacking())
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (display_trouble() is None) is found


def test_x11_without_its_libraries_is_no_display(monkeypatch):
    monkeypatch.setattr(ctypes, "CDLL", lacking("libxcb-keysyms.so.1"))
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert missing_libraries() == ["libxcb-keysyms.so.1"]
    trouble = display_trouble()
    assert trouble is not None
    assert messages("en")(trouble.key, **trouble.values).startswith(
        "The system library libxcb-keysyms.so.1 (libxcb-keysyms1) is missing"
    )
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display_trouble() is None


@pytest.mark.parametrize(("said", "named"), [("libEGL.so.1: cannot open", ["libEGL.so.1"]), ("no such module", None)])
def test_library_that_qt_itself_needs_is_named(monkeypatch, said: str, named: list[str] | None):
    class Finder:
        @staticmethod
        def find_spec(name: str, path: object = None, target: object = None) -> None:
            if name == "PySide6.QtWidgets":
                raise ImportError(said)

    monkeypatch.delitem(sys.modules, "PySide6.QtWidgets")
    monkeypatch.setattr(sys, "meta_path", [Finder, *sys.meta_path])
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    if named is None:
        with pytest.raises(ImportError):
            missing_libraries()
    else:
        assert missing_libraries() == named


def test_window_that_closes_by_itself_is_unattended():
    assert GuiOptions(screenshot="x.png").unattended
    assert GuiOptions(quit_when_ready=True).unattended
    assert not GuiOptions(trace_startup="x.json").unattended

"""The window from outside: picture, start-up times, exit status, no display; and what is not loaded before it shows."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_BEFORE_PAINT = """
import sys
from kwaicompare.gui import app, startup
from kwaicompare.gui.options import GuiOptions

def reach(trace, milestone):
    if milestone == "window_shown":
        print(*sorted(sys.modules))

startup.StartupTrace.reach = reach
sys.exit(app.run(GuiOptions(quit_when_ready=True)))
"""
_AFTER_COMPARISON = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from kwaicompare.gui import app, startup
from kwaicompare.gui.options import GuiOptions

def reach(trace, milestone):
    if milestone == "comparison_shown":
        print("pyqtgraph" in sys.modules)
        waiting.start(50)

def look():
    if hasattr(sys.modules.get("pyqtgraph"), "PlotWidget"):
        print("loaded")
        QApplication.exit(0)

application = QApplication([])
waiting = QTimer()
waiting.timeout.connect(look)
startup.StartupTrace.reach = reach
sys.exit(app.run(GuiOptions(*sys.argv[1:])))
"""
_PACKAGES = ("pandas", "numpy", "pyqtgraph", "rapidfuzz", "rjieba", "opencc", "pypinyin", "selectolax", "sqlite3")
# What stands beside what is worked out in the diff, from values of the model alone.
_ORDER_OF_ROWS = {"kwaicompare.diff", "kwaicompare.diff.arrangement", "kwaicompare.diff.pieces"}
_STAGES = (
    "workspace",
    "compare",
    "store",
    "report",
    "read",
    "structure",
    "align",
    "diff",
    "metrics",
    "check",
    "keywords",
)


def kwaicompare(*arguments: str, **environment: str | None) -> subprocess.CompletedProcess[str]:
    """Run the program with no user settings; ``None`` takes a variable away."""
    known = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "zh_CN.UTF-8", "LC_ALL": "", **environment}
    kept = {name: value for name, value in known.items() if value is not None}
    command = [sys.executable, "-m", "kwaicompare", *arguments]
    return subprocess.run(command, env=kept, capture_output=True, text=True, encoding="utf-8", timeout=120)


@pytest.fixture
def pair(tmp_path: Path) -> list[str]:
    paths = []
    for name, text in (("旧版.md", "# 河道\n\n全长120公里。\n"), ("新版.md", "# 河道\n\n全长135公里。\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        paths.append(str(tmp_path / name))
    return paths


def test_picture_and_times(tmp_path: Path, pair: list[str]):
    from PySide6.QtGui import QImage

    picture, times = tmp_path / "window.png", tmp_path / "times.json"
    done = kwaicompare("gui", *pair, "--screenshot", str(picture), "--size", "1000x640", "--trace-startup", str(times))
    assert done.returncode == 0, done.stderr
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1000, 640)
    assert len({image.pixel(x, y) for x in range(0, 1000, 7) for y in range(0, 640, 7)}) > 20
    reached = json.loads(times.read_text(encoding="utf-8"))
    assert list(reached) == ["qt_ready", "window_shown", "documents_shown", "comparison_shown"]
    assert 0 < reached["qt_ready"] <= reached["window_shown"] <= reached["comparison_shown"]


@pytest.mark.parametrize("view", ["metrics", "keywords", "find", "check"])
def test_every_view_can_be_pictured(tmp_path: Path, pair: list[str], view: str):
    picture = tmp_path / "window.png"
    done = kwaicompare("gui", *pair, "--screenshot", str(picture), "--view", view, "--query", "全长", "--theme", "dark")
    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 10_000


def test_quit_when_ready(pair: list[str]):
    assert kwaicompare(*pair, "--quit-when-ready").returncode == 0


def test_trouble_is_one_line_and_exit_2(tmp_path: Path, pair: list[str]):
    done = kwaicompare("gui", pair[0], str(tmp_path / "没有.md"), "--screenshot", str(tmp_path / "window.png"))
    assert done.returncode == 2
    told = [
        line for line in done.stderr.splitlines() if "propagateSizeHints" not in line and "locale" not in line.lower()
    ]
    assert "没有.md" in told[-1]
    assert "Traceback" not in done.stderr


def test_unknown_section_is_trouble(tmp_path: Path, pair: list[str]):
    done = kwaicompare("gui", *pair, "--screenshot", str(tmp_path / "window.png"), "--section", "zzz")
    assert done.returncode == 2
    assert "zzz" in done.stderr


def test_picture_that_cannot_be_saved_is_trouble(tmp_path: Path, pair: list[str]):
    done = kwaicompare("gui", *pair, "--screenshot", str(tmp_path / "no folder" / "window.png"))
    assert done.returncode == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without a display")
def test_no_display_is_one_line_and_exit_2(pair: list[str]):
    done = kwaicompare(*pair, QT_QPA_PLATFORM=None, DISPLAY=None, WAYLAND_DISPLAY=None)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def told(script: str, *arguments: str, **environment: str) -> list[str]:
    """Return the words that a script prints which runs the window in a process of its own."""
    known = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, env=known, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_what_draws_plots_is_loaded_when_the_window_has_been_quiet(pair: list[str], tmp_path: Path):
    homes = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(tmp_path))
    assert told(_AFTER_COMPARISON, *pair, **homes) == ["False", "loaded"]


def test_nothing_heavy_is_loaded_before_the_first_paint():
    loaded = told(_BEFORE_PAINT)
    assert "kwaicompare.gui.main_window" in loaded
    assert [name for name in loaded if name.split(".")[0] in _PACKAGES] == []
    stages = tuple(f"kwaicompare.{stage}" for stage in (*_STAGES, "text", "model.comparison"))
    assert {name for name in loaded if name.startswith(stages)} <= _ORDER_OF_ROWS
    assert "kwaicompare.gui.views.keywords" not in loaded


def test_the_same_broken_assumption_is_told_once(monkeypatch, capsys):
    from kwaicompare.gui.app import _report_crashes_to

    class Window:
        told = 0

        def show_trouble(self, wording) -> None:
            assert "no such row" in wording()
            self.told += 1

    window = Window()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    _report_crashes_to(window)  # type: ignore[arg-type]
    for _ in range(3):
        sys.excepthook(IndexError, IndexError("no such row"), None)
    assert window.told == 1
    assert capsys.readouterr().err.count("no such row") == 1

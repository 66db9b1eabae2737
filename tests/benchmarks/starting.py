"""How soon the window stands, without a screen and on an X display, against an empty window and other programs'."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.benchmarks.measuring import PROGRAM, NotMeasured, Outcome, Row, environment, milestones, told

# Prints how old the process is when the empty window has been painted, by the same clock as `--trace-startup`.
EMPTY_WINDOW = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

def age():
    ticks = Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19]
    return time.clock_gettime(time.CLOCK_BOOTTIME) - int(ticks) / os.sysconf("SC_CLK_TCK")

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)

def done():
    print(age())
    application.quit()

application = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""
BARS = {"window_shown": 2.0, "comparison_shown": 4.0, "comparison_kept": 4.0}
_KEPT = "comparison_kept"  # shown of a pair that was compared before
# Which of our milestones is to come before whose window.
OTHERS = {"window_shown": "kdiff3", "comparison_shown": "meld"}
_PATIENCE = 60.0


def offscreen(rounds: int, folder: Path) -> Outcome:
    """Show the window and the comparison, against an empty window of the same toolkit."""
    if not sys.platform.startswith("linux"):
        return [NotMeasured("window and comparison shown / empty window", "the yardstick's clock is Linux's")]
    found = _in_turn(rounds, folder, {"empty": _empty_window})
    return [Row(f"{stage}, offscreen / empty window", found[stage], found["empty"], bar) for stage, bar in BARS.items()]


def on_a_display(rounds: int, folder: Path) -> Outcome:
    """Show them on an X display, and see how soon KDiff3 and Meld put up a window on the same files."""
    if shutil.which("Xvfb") is None:
        return [NotMeasured("window shown on an X display", "Xvfb is not installed")]
    files = [_paper(folder, paper) for paper in ("2022", "2026")]
    with _display() as (name, framebuffer):
        yardsticks: dict[str, Callable[..., float]] = {"empty": _empty_window}
        for other in OTHERS.values():
            if shutil.which(other):
                yardsticks[other] = partial(_until_painted, [other, *files], name, framebuffer)
        found = _in_turn(rounds, folder, yardsticks, QT_QPA_PLATFORM="xcb", DISPLAY=name)
    outcome: list[Row | NotMeasured] = [
        Row(f"{stage}, X display / empty window", found[stage], found["empty"], None) for stage in BARS
    ]
    for stage, other in OTHERS.items():
        title = f"{stage}, X display / {other}'s window"
        known = other in found
        outcome.append(
            Row(title, found[stage], found[other], 1) if known else NotMeasured(title, f"{other} is not installed")
        )
    return outcome


def _in_turn(rounds: int, folder: Path, yardsticks: dict[str, Callable[..., float]], **more: str) -> dict[str, float]:
    """Return the medians of our milestones and of the yardsticks, all measured in turn; the first turn warms caches."""
    found: dict[str, list[float]] = {name: [] for name in (*BARS, *yardsticks)}
    for turn in range(rounds + 1):
        cache = tempfile.mkdtemp(dir=folder)
        reached = milestones(PROGRAM, folder / "trace.json", XDG_CACHE_HOME=cache, **more)
        again = milestones(PROGRAM, folder / "trace.json", XDG_CACHE_HOME=cache, **more)
        reached[_KEPT] = again["comparison_shown"]
        reached |= {name: measure(**more) for name, measure in yardsticks.items()}
        if turn:
            for name, times in found.items():
                times.append(reached[name])
    return {name: statistics.median(times) for name, times in found.items()}


def _empty_window(**more: str) -> float:
    return float(told([sys.executable, "-c", EMPTY_WINDOW], **more))


def _paper(folder: Path, name: str) -> str:
    path = folder / f"{name}.txt"
    path.write_text(told([PROGRAM, "text", name]), encoding="utf-8")
    return str(path)


@contextmanager
def _display() -> Iterator[tuple[str, Path]]:
    """Give an X display and the file that holds what it shows."""
    read, write = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        options = ["-screen", "0", "1600x1000x24", "-fbdir", folder, "-displayfd", str(write), "-nolisten", "tcp"]
        server = subprocess.Popen(["Xvfb", *options], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        try:
            with os.fdopen(read) as told_name:
                yield f":{told_name.readline().strip()}", Path(folder) / "Xvfb_screen0"
        finally:
            server.terminate()
            server.wait()


def _until_painted(command: list[str], display: str, framebuffer: Path, **_: str) -> float:
    """Return how long a program takes until the empty screen shows something, then end it."""
    before = framebuffer.read_bytes()
    start = time.perf_counter()
    display_only = environment(QT_QPA_PLATFORM="xcb", DISPLAY=display)
    running = subprocess.Popen(command, env=display_only, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while framebuffer.read_bytes() == before:
            if running.poll() is not None or time.perf_counter() - start > _PATIENCE:
                raise RuntimeError(f"{command[0]} showed no window")
            time.sleep(0.002)
        return time.perf_counter() - start
    finally:
        running.kill()
        running.wait()
        _wait_for(framebuffer, before)


def _wait_for(framebuffer: Path, content: bytes) -> None:
    deadline = time.perf_counter() + _PATIENCE
    while framebuffer.read_bytes() != content and time.perf_counter() < deadline:
        time.sleep(0.01)

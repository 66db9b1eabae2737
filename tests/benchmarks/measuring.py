"""How costs are measured: in their own processes, ours and the yardstick's in turn, medians compared."""

import json
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = Path(sys.executable).parent / "kwaicompare"
PAPERS = REPOSITORY.parent / "shared" / "corpus"


@dataclass(frozen=True, slots=True)
class Row:
    """One cost: ours, the yardstick's (seconds, or bytes), their ratio, and the bar it should stay under.

    ``bar`` None: told for comparison only. ``stopped``: ours took longer than was waited for, the true ratio is larger.
    """

    name: str
    ours: float
    yardstick: float
    bar: float | None
    stopped: bool = False

    @property
    def ratio(self) -> float:
        """Return ours over the yardstick's."""
        return self.ours / self.yardstick

    @property
    def verdict(self) -> str:
        """Say whether the bar was kept."""
        if self.bar is None:
            return ""
        return "ok" if self.ratio <= self.bar else "over, stopped" if self.stopped else "over"


@dataclass(frozen=True, slots=True)
class NotMeasured:
    """A cost that cannot be measured here and now, and why."""

    name: str
    reason: str


Outcome = Sequence[Row | NotMeasured]


def environment(**more: str) -> dict[str, str]:
    """Return the environment of measured processes: no screen, and the full papers where they are at hand.

    Compiled modules are kept, ours and the yardstick's, as where they are installed.
    """
    defaults = {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    if PAPERS.is_dir():
        defaults["KWAICOMPARE_CORPUS"] = str(PAPERS)
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return defaults | given | more


def seconds(command: Sequence[str | Path], **more: str) -> float:
    """Run a command to its end and return how long it took."""
    start = time.perf_counter()
    told(command, **more)
    return time.perf_counter() - start


def cost(command: Sequence[str | Path], limit: float | None = None) -> tuple[float, int]:
    """Run a command to its end; return its processor seconds, steadier than the clock's, and its peak of bytes.

    Raises RuntimeError when it fails, subprocess.TimeoutExpired after ``limit`` seconds.
    """
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment()) as process:
        killer = None if limit is None else threading.Timer(limit, process.kill)
        if killer:
            killer.start()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if killer:
            killer.cancel()
    if process.returncode < 0 and limit is not None:
        raise subprocess.TimeoutExpired(command, limit)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command[0]} {command[1]}: exit {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def timed(work: Callable[[], object]) -> float:
    """Do some work in this process and return how long it took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def told(command: Sequence[str | Path], **more: str) -> str:
    """Run a command to its end and return what it printed. Raises RuntimeError when it fails."""
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment(**more))
    if result.returncode not in (0, 1):
        raise RuntimeError(f"{command[0]} {command[1]}: exit {result.returncode}: {result.stderr[-300:]}")
    return result.stdout


def side_by_side(ours: Callable[[], float], yardstick: Callable[[], float], rounds: int) -> tuple[float, float]:
    """Alternate the two, once each to warm the caches, and return their medians."""
    ours()
    yardstick()
    pairs = [(ours(), yardstick()) for _ in range(rounds)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def milestones(program: Path, trace: Path, *arguments: str, **more: str) -> dict[str, Any]:
    """Open the window on the two white papers and return when it reached what, in seconds from its start."""
    seconds([program, "gui", "2022", "2026", "--trace-startup", trace, "--quit-when-ready", *arguments], **more)
    return json.loads(trace.read_text(encoding="utf-8"))

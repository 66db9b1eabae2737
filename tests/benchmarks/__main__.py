"""Costs as ratios, measured side by side in one run: absolute times mean little on a machine that others use too.

Usage: python -m tests.benchmarks [--rounds N] [--skip-large] [--only NAME]

Prints a table and writes out/bench.json. Each row alternates the program and its yardstick, and compares medians.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.generated import pair

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = Path(sys.executable).parent / "kwaicompare"
MEGABYTE = 1_000_000

JIEBA = """
import sys, jieba
for path in sys.argv[1:]:
    jieba.lcut(open(path, encoding="utf-8").read())
"""
EMPTY_WINDOW = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1440, 900)
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
"""
COMPARE_AND_MEASURE = """
import json, resource, sys, time
from pathlib import Path
from kwaicompare import workspace
start = time.perf_counter()
a, b = (workspace.open_edition(name) for name in sys.argv[1:])
workspace.compare(a, b)
seconds = time.perf_counter() - start
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024]))
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One cost: ours, the yardstick's (seconds, or bytes), their ratio, and the bar it should stay under.

    ``stopped``: ours took longer than was waited for, the true ratio is larger.
    """

    name: str
    ours: float
    yardstick: float
    bar: float
    stopped: bool = False

    @property
    def ratio(self) -> float:
        """Return ours over the yardstick's."""
        return self.ours / self.yardstick


def seconds(command: list[str | Path]) -> float:
    """Run a command to its end and return how long it took."""
    start = time.perf_counter()
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment())
    if result.returncode not in (0, 1):
        raise RuntimeError(f"{command[0]} {command[1]}: exit {result.returncode}: {result.stderr[-300:]}")
    return time.perf_counter() - start


def _environment() -> dict[str, str]:
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ}


def side_by_side(ours: Callable[[], float], yardstick: Callable[[], float], rounds: int) -> tuple[float, float]:
    """Alternate the two, once each to warm the caches, and return their medians."""
    ours()
    yardstick()
    pairs = [(ours(), yardstick()) for _ in range(rounds)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def whole_process(rounds: int, folder: Path) -> list[Row]:
    """Compare the two white papers in a new process, against a process that cuts them with jieba."""
    from kwaicompare.read.corpus import resolve

    report, texts = folder / "report.json", [resolve("2022"), resolve("2026")]
    measured = side_by_side(
        lambda: seconds([PROGRAM, "compare", "2022", "2026", "-o", report]),
        lambda: seconds([sys.executable, "-c", JIEBA, *texts]),
        rounds,
    )
    return [Row("compare 2022 2026, cold process / jieba process", *measured, bar=0.8)]


def warm_pipeline(rounds: int, folder: Path) -> list[Row]:
    """Compare inside a warm process, against rjieba cutting the two texts."""
    import rjieba

    from kwaicompare import workspace

    a, b = workspace.open_edition("2022"), workspace.open_edition("2026")
    names = (a.document.source.path, b.document.source.path)

    def timed(work: Callable[[], object]) -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    def compare() -> None:
        old, new = (workspace.open_edition(name) for name in names)
        workspace.compare(old, new)

    measured = side_by_side(
        lambda: timed(compare),
        lambda: timed(lambda: [rjieba.cut(edition.text) for edition in (a, b)]),
        3 * rounds,
    )
    return [Row("pipeline, warm / rjieba cutting both texts", *measured, bar=40)]


def large(rounds: int, folder: Path) -> list[Row]:
    """Compare 10 MB with its revision, against 1 MB with its own; once each, and no longer than twice the bar."""
    bar = 12.0
    small, _ = _cost(folder, MEGABYTE, None)
    limit = 2 * bar * small
    try:
        took, peak = _cost(folder, 10 * MEGABYTE, limit)
    except subprocess.TimeoutExpired:
        return [Row("10 MB with its revision / 1 MB, time", limit, small, bar, stopped=True)]
    return [
        Row("10 MB with its revision / 1 MB, time", took, small, bar),
        Row("10 MB with its revision, peak memory / 1.5 GB", peak, 1.5e9, 1),
    ]


def _cost(folder: Path, size: int, limit: float | None) -> tuple[float, float]:
    """Return seconds and bytes of one comparison in a new process."""
    paths = [folder / f"{size}-{side}.md" for side in ("old", "new")]
    for path, text in zip(paths, pair(size, seed=7), strict=True):
        path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", COMPARE_AND_MEASURE, *paths]
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=limit)
    took, peak = json.loads(result.stdout)
    return took, peak


def start_up(rounds: int, folder: Path) -> list[Row]:
    """Show the window and the comparison, against an empty window of the same toolkit."""
    trace = folder / "trace.json"
    stages: dict[str, list[float]] = {"window_shown": [], "comparison_shown": []}

    def ours() -> float:
        took = seconds([PROGRAM, "gui", "2022", "2026", "--trace-startup", trace, "--quit-when-ready"])
        times = json.loads(trace.read_text(encoding="utf-8"))
        for stage, found in stages.items():
            found.append(times[stage])
        return took

    _, empty = side_by_side(ours, lambda: seconds([sys.executable, "-c", EMPTY_WINDOW]), rounds)
    bars = {"window_shown": 2.0, "comparison_shown": 4.0}
    return [
        Row(f"{stage}, offscreen / empty window", statistics.median(found[1:]), empty, bars[stage])
        for stage, found in stages.items()
    ]


MEASUREMENTS: dict[str, Callable[[int, Path], list[Row]]] = {
    "process": whole_process,
    "pipeline": warm_pipeline,
    "start": start_up,
    "large": large,
}


def main() -> int:
    """Measure, print the table, write the JSON."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--skip-large", action="store_true")
    parser.add_argument("--only", choices=MEASUREMENTS)
    arguments = parser.parse_args()
    names = (
        [arguments.only] if arguments.only else [n for n in MEASUREMENTS if n != "large" or not arguments.skip_large]
    )
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            for row in MEASUREMENTS[name](arguments.rounds, Path(folder)):
                rows.append(row)
                verdict = "ok" if row.ratio <= row.bar else "over, stopped" if row.stopped else "over"
                print(f"{row.name:<52} {row.ratio:8.2f}  bar {row.bar:<5g} {verdict}", flush=True)
    target = REPOSITORY / "out" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(
        json.dumps([{**asdict(row), "ratio": row.ratio} for row in rows], indent=1) + "\n", encoding="utf-8"
    )
    print(target.relative_to(REPOSITORY))
    return 0


if __name__ == "__main__":
    sys.exit(main())

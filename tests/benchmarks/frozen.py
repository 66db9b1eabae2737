"""The built program, against a frozen empty window, and against itself run from source."""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measuring import PROGRAM, REPOSITORY, NotMeasured, Outcome, Row, milestones
from tests.benchmarks.starting import EMPTY_WINDOW

BUILT = REPOSITORY / "build" / "package"
# Frozen like the program: one folder, Python's own libraries stripped; with and without what the program leaves out.
FREEZE = """
import sys
sys.path.insert(0, sys.argv[1])
import bundle
bundle.strip(bundle.Path(sys.argv[2]))
"""


def package(rounds: int, folder: Path) -> Outcome:
    """Weigh the package and time its start; `make package` must have built it."""
    built = next(BUILT.glob("kwaicompare-*/"), None)
    if built is None:
        return [NotMeasured("package: size and start", "no package is built: run `make package` first")]
    empty = _frozen_empty_window(folder)
    internal = sum(_size(built / name) for name in ("_internal", "kwaicompare", "kwaicompare-gui"))
    stages: dict[Path, list[float]] = {built / "kwaicompare": [], PROGRAM: []}
    for turn in range(rounds + 1):
        for program, found in stages.items():
            reached = milestones(program, folder / "trace.json", XDG_CACHE_HOME=tempfile.mkdtemp(dir=folder))
            if turn:
                found.append(reached["comparison_shown"])
    ours, source = (statistics.median(found) for found in stages.values())
    return [
        Row("package size / frozen empty window", internal, _size(empty), 1.35),
        Row("package, comparison shown / the same from source", ours, source, 1.3),
    ]


def _frozen_empty_window(folder: Path) -> Path:
    script = folder / "empty.py"
    script.write_text(EMPTY_WINDOW, encoding="utf-8")
    freeze = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--onedir"]
    places = ["--distpath", folder / "frozen", "--workpath", folder / "work", "--specpath", folder]
    subprocess.run([*freeze, *places, script], check=True, capture_output=True)
    target = folder / "frozen" / "empty"
    subprocess.run([sys.executable, "-c", FREEZE, REPOSITORY / "packaging", target], check=True)
    return target


def _size(place: Path) -> int:
    """Return the bytes of a file, or of all files below a folder; links weigh nothing."""
    paths = [place] if place.is_file() else place.rglob("*")
    return sum(path.stat().st_size for path in paths if path.is_file() and not path.is_symlink())

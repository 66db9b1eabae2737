"""What ten megabytes cost, against one: time, memory, and scrolling through the comparison."""

import json
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.generated import pair
from tests.benchmarks.measuring import PROGRAM, Outcome, Row, cost, side_by_side, timed, told

MEGABYTE = 1_000_000
_FRAME, _ANSWER = 0.016, 0.05
_BAR = 12.0
_THREE_THOUSAND = 4_000_000  # bytes of a document with about as many sections

# Opens the real window, waits for the comparison while a timer beats, then scrolls: by the wheel, pages, and leaps.
SCROLL = """
import json, random, sys, time
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication
from kwaicompare.gui.language import Translators
from kwaicompare.gui.main_window import MainWindow
from kwaicompare.gui.settings import Settings
application = QApplication(sys.argv)
window = MainWindow(Settings(QSettings("", QSettings.Format.IniFormat)), Translators())
window.resize(1440, 900)
window.show()
waiting, pauses, last = QEventLoop(), [], time.perf_counter()

def beat():
    global last
    pauses.append(time.perf_counter() - last)
    last = time.perf_counter()

heart = QTimer(interval=5)
heart.timeout.connect(beat)
heart.start()
window.comparison_shown.connect(lambda: QTimer.singleShot(500, waiting.quit))
window.open(*sys.argv[1:3])
waiting.exec()
heart.stop()
pauses.sort()
panes = window.page.panes
for _ in range(50):
    application.processEvents()
leap, frames = random.Random(3), []

def frame(move):
    start = time.perf_counter()
    move()
    panes.viewport().repaint()
    frames.append(time.perf_counter() - start)
    application.processEvents()

for _ in range(300):
    frame(lambda: panes.scroll_by(120))
for _ in range(200):
    frame(lambda: panes.scroll_by(panes.viewport().height()))
bar = panes.verticalScrollBar()
for _ in range(200):
    frame(lambda: bar.setValue(leap.randint(bar.minimum(), bar.maximum())))
frames.sort()
print(json.dumps([frames[int(0.95 * len(frames))], pauses[int(0.999 * len(pauses))], pauses[-1]]))
window.close()
window.worker.close()
"""


def ten_to_one(_: int, folder: Path) -> Outcome:
    """Compare 10 MB with its revision, against 1 MB with its own; once each, and no longer than twice the bar."""
    small, _memory = _cost(folder, MEGABYTE, None)
    limit = 2 * _BAR * small
    try:
        took, peak = _cost(folder, 10 * MEGABYTE, limit)
    except subprocess.TimeoutExpired:
        return [Row("10 MB with its revision / 1 MB, time", limit, small, _BAR, stopped=True)]
    return [
        Row("10 MB with its revision / 1 MB, time", took, small, _BAR),
        Row("10 MB with its revision, peak memory / 1.5 GB", peak, 1.5e9, 1),
    ]


def many_sections(rounds: int, folder: Path) -> Outcome:
    """Align two documents of 3,000 sections, against jieba cutting their texts; without reading and loading."""
    import jieba

    from kwaicompare.align.sections import align_sections
    from kwaicompare.compare import cut_words, read_edition

    jieba.initialize()
    editions = cut_words([read_edition(path) for path in _files(folder, _THREE_THOUSAND)])
    measured = side_by_side(
        lambda: timed(lambda: align_sections(editions[0], editions[1])),
        lambda: timed(lambda: [jieba.lcut(edition.text) for edition in editions]),
        rounds,
    )
    return [Row(f"aligning {len(editions[0].sections)} sections / jieba cutting both texts", *measured, bar=1)]


def scrolling(_: int, folder: Path) -> Outcome:
    """Compare 10 MB in the window and scroll through them, without a screen: frames, and pauses before an answer."""
    told_last = told([sys.executable, "-c", SCROLL, *_files(folder, 10 * MEGABYTE)]).splitlines()[-1]
    frame, pause, longest = json.loads(told_last)
    return [
        Row("scrolling 10 MB, 95th percentile of a frame / 16 ms", frame, _FRAME, 1),
        Row("no answer while 10 MB are compared, 99.9 % / 50 ms", pause, _ANSWER, 1),
        Row("no answer while 10 MB are compared, longest / 50 ms", longest, _ANSWER, 1),
    ]


def _files(folder: Path, size: int) -> list[Path]:
    paths = [folder / f"{size}-{side}.md" for side in ("old", "new")]
    if not paths[0].exists():
        for path, text in zip(paths, pair(size, seed=7), strict=True):
            path.write_text(text, encoding="utf-8")
    return paths


def _cost(folder: Path, size: int, limit: float | None) -> tuple[float, int]:
    """Return processor seconds and bytes of one comparison and its JSON report in a new process."""
    return cost([PROGRAM, "compare", *_files(folder, size), "-o", folder / "report.json"], limit)

"""What using the window costs: pauses while it compares, frames while scrolling, and a click until it is answered."""

import json
import sys
from pathlib import Path

from kwaicompare.read.corpus import resolve
from tests.benchmarks.large import MEGABYTE, large_pair
from tests.benchmarks.measuring import Outcome, Row, told

_FRAME, _ANSWER, _CLICK = 0.016, 0.05, 0.15

# Opens the real window on two files, and waits for the comparison while a timer beats.
_OPENED = """
import json, random, sys, time
from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, QTimer
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
window.comparison_shown.connect(lambda: QTimer.singleShot(QUIET, waiting.quit))
window.open(*sys.argv[1:3])
waiting.exec()
heart.stop()
"""

# Scrolls by the wheel, by pages, and in leaps.
_SCROLL = """
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
told = [frames[int(0.95 * len(frames))], pauses[int(0.999 * len(pauses))], pauses[-1]]
"""

# Calls the keyword view and waits for its table and its plot to be painted.
_KEYWORDS = """
painted, dock = {}, window.docks["keywords"]

class Paints(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            painted.setdefault(watched, time.perf_counter())
        return False

def look():
    for part in (dock.view and dock.view.table, dock.view and dock.view.plots.plot):
        if part:
            part.viewport().installEventFilter(paints)
    if len(painted) == 2:
        waiting.quit()

paints, looking = Paints(), QTimer(interval=0)
looking.timeout.connect(look)
clicked = time.perf_counter()
window.actions_by_name["view_keywords"].trigger()
looking.start()
waiting.exec()
looking.stop()
told = [max(painted.values()) - clicked]
"""

_CLOSED = """
print(json.dumps(told))
window.close()
window.worker.close()
"""


def scrolling(_: int, folder: Path) -> Outcome:
    """Compare 10 MB in the window and scroll through them, without a screen: frames, and pauses before an answer."""
    frame, pause, longest = _run(_SCROLL, 500, large_pair(folder, 10 * MEGABYTE))
    return [
        Row("scrolling 10 MB, 95th percentile of a frame / 16 ms", frame, _FRAME, 1),
        Row("no answer while 10 MB are compared, 99.9 % / 50 ms", pause, _ANSWER, 1),
        Row("no answer while 10 MB are compared, longest / 50 ms", longest, _ANSWER, 1),
    ]


def keyword_view(_: int, folder: Path) -> Outcome:
    """Call the keyword view of the two white papers for the first time: in a quiet moment, and as soon as possible."""
    papers = [resolve("2022"), resolve("2026")]
    quiet, early = (_run(_KEYWORDS, wait, papers)[0] for wait in (3000, 0))
    return [
        Row("keyword view, from click to table and plot / 150 ms", quiet, _CLICK, 1),
        Row("  the same, right after the comparison is shown", early, _CLICK, None),
    ]


def _run(script: str, quiet: int, files: list[Path]) -> list[float]:
    """Return what a script tells of a window in which two files have been compared for ``quiet`` ms."""
    whole = _OPENED.replace("QUIET", str(quiet)) + script + _CLOSED
    return json.loads(told([sys.executable, "-c", whole, *files]).splitlines()[-1])

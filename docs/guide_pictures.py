"""Make the pictures of the user guide with the program itself, from the digest editions and two invented drafts.

Run through `make guide-pictures`.
"""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parent.parent
PAPERS = [ROOT / "corpus" / f"kuaishou-{edition}.md" for edition in ("2022", "2026")]
DRAFTS = [ROOT / "docs" / "example" / f"draft-{number}.md" for number in (3, 4)]
SIZE = "1280x800"
LARGEST = 200_000

PICTURES = {
    "sections": [*PAPERS, "--section", "3.2"],
    "words": DRAFTS,
    "figures": [*PAPERS, "--view", "metrics"],
    "checks": [*DRAFTS, "--view", "check"],
    "keywords": [*PAPERS, "--view", "keywords"],
    "look_up": [*PAPERS, "--view", "find", "--query", "zscq"],
    "notes": DRAFTS,
}


def notes(target: Path) -> None:
    """Judge three changes of the drafts, as a reviewer would, and take the picture of the notes."""
    from PySide6.QtCore import QEventLoop, QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from kwaicompare.gui.language import Translators
    from kwaicompare.gui.main_window import MainWindow
    from kwaicompare.gui.settings import Settings

    application = QApplication([sys.argv[0], "-style", "fusion"])
    translators = Translators()
    translators.speak("zh_CN")
    window = MainWindow(Settings(QSettings("", QSettings.Format.IniFormat)), translators, "light")
    window.resize(*map(int, SIZE.split("x")))
    window.show()
    waiting = QEventLoop()
    window.comparison_shown.connect(lambda: QTimer.singleShot(0, waiting.quit))
    window.open(*map(str, DRAFTS))
    waiting.exec()
    window.show_view("notes")
    window.session.judged.connect(lambda _: QTimer.singleShot(0, waiting.quit))
    for status, note in (("passed", ""), ("returned", "请核对原始记录"), ("doubtful", "上年口径是否一致？")):
        window.page.panes.setFocus()
        window.actions_by_name["next_open"].trigger()
        window.actions_by_name[f"status_{status}"].trigger()
        waiting.exec()
        if note:
            window.docks["notes"].view.note_wanted.emit(note)
            waiting.exec()
    QTimer.singleShot(300, waiting.quit)
    waiting.exec()
    window.grab().save(str(target))
    window.close()
    window.worker.close()
    application.quit()


def with_few_colours(picture: QImage) -> QImage:
    """Return a picture in its own 256 most frequent colours: letters and tints keep theirs, in a fifth of the size."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    table = [colour for colour, _ in counted.most_common(256)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)


def main() -> int:
    """Take every picture; return 1 when one is larger than it may be."""
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"LC_ALL": "zh_CN.UTF-8", "KWAICOMPARE_CORPUS": ""}
    large = []
    for name, options in PICTURES.items():
        target = ROOT / "docs" / "images" / f"{name}.png"
        wanted = ["--size", SIZE, "--theme", "light", "--screenshot", str(target), *options]
        if name == "notes":
            os.environ.update(environment)
            notes(target)
        else:
            subprocess.run([sys.executable, "-m", "kwaicompare", "gui", *wanted], check=True, env=environment, cwd=ROOT)
        with_few_colours(QImage(str(target))).save(str(target), quality=0)
        size = target.stat().st_size
        sys.stdout.write(f"{target.relative_to(ROOT)} {size / 1000:.0f} kB\n")
        large += [name] if size > LARGEST else []
    return 1 if large else 0


if __name__ == "__main__":
    sys.exit(main())

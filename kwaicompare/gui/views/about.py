"""The About box: version, licences, and which editions of the corpus are at hand.

Takes: a parent. Returns: a dialog, to be shown beside the window. Leaves out: looking for new versions, which would
need a network: where the project's own metadata say where they are published (`Releases` under ``[project.urls]``), a
link leads there.
"""

import platform
import sys
from html import escape
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from kwaicompare import __version__, workspace
from kwaicompare.gui.models.vocabulary import vocabulary
from kwaicompare.report.json import corpus_entry_json

_WIDTH = 460
_ICON = 48


class AboutBox(QDialog):
    """What this program is; worded in the language spoken when it is opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About kwaicompare"))
        icon = QLabel(self)
        icon.setPixmap(QGuiApplication.windowIcon().pixmap(_ICON, _ICON))
        self.text = QLabel("".join(f"<p>{paragraph}</p>" for paragraph in self._paragraphs()), self)
        self.text.setWordWrap(True)
        self.text.setMinimumWidth(_WIDTH)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.text.setOpenExternalLinks(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        for widget in (icon, self.text, buttons):
            layout.addWidget(widget)

    def _paragraphs(self) -> list[str]:
        purpose = self.tr("Compares two editions of a Chinese report.")
        version = self.tr("Version {version} · Python {python} · Qt {qt}")
        licence = self.tr("Licence: Apache-2.0.")
        return [
            f"<b>kwaicompare</b><br>{purpose}",
            version.format(version=__version__, python=platform.python_version(), qt=qVersion()),
            f"{licence} {self._libraries()}",
            "<br>".join((self.tr("Corpus:"), *_corpus())),
            self.tr("The program never uses a network, not even to look for a newer version."),
            *(self.tr("Newer versions: {link}").format(link=f'<a href="{each}">{each}</a>') for each in _releases()),
        ]

    def _libraries(self) -> str:
        """Say where the licences of the libraries stand; only the packaged program bundles any."""
        if getattr(sys, "frozen", False):
            place = Path(sys.executable).parent / "LICENCES.md"
            return self.tr("Licences of the bundled libraries: {path}").format(path=escape(str(place)))
        return self.tr("The libraries are packages of their own, each with its licence.")


def _releases() -> list[str]:
    """Return where newer versions are published, as far as the project says so."""
    try:
        urls = metadata.metadata("kwaicompare").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:  # run from a copy of the sources that is not installed
        return []
    named = (url.partition(", ") for url in urls)
    return [escape(address, quote=True) for name, _, address in named if name == "Releases"]


def _corpus() -> list[str]:
    say = vocabulary()
    found = map(corpus_entry_json, workspace.corpus())
    return [escape(f"{each['name']} · {each['title']} · {say('holding.' + each['holding'])}") for each in found]

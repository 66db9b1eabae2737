"""What the command line asks of the window. No Qt here: the command line builds this value before Qt is loaded."""

import importlib
import os
import sys
import time
from dataclasses import dataclass, field
from typing import Literal

from kwaicompare.errors import KwaiError

ViewName = Literal["compare", "metrics", "keywords", "find", "check"]


@dataclass(frozen=True, slots=True)
class GuiOptions:
    """``a`` and ``b`` are paths or names of the corpus; with neither given the corpus's default pair is opened.

    ``screenshot`` is where to save the window's picture, ``size`` the window's size for it; ``section`` an id of
    either outline; ``theme`` None keeps the user's setting; ``trace_startup`` is where to write the start-up times,
    counted from ``started`` (seconds of the wall clock) where the system does not tell when the process began.
    """

    a: str | None = None
    b: str | None = None
    screenshot: str | None = None
    size: tuple[int, int] | None = None
    view: ViewName = "compare"
    section: str | None = None
    query: str | None = None
    theme: Literal["light", "dark", "contrast"] | None = None
    trace_startup: str | None = None
    quit_when_ready: bool = False
    started: float = field(default_factory=time.time)

    @property
    def unattended(self) -> bool:
        """Whether the window closes by itself: then it neither reads nor writes the user's settings."""
        return self.screenshot is not None or self.quit_when_ready


# What Qt itself and its X11 plugin link to and a bare Linux system may lack, and the Debian packages that hold them.
_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
}
_X11_LIBRARIES = tuple(_PACKAGES)[-6:]


def display_trouble() -> KwaiError | None:
    """Return why no window can be opened; only Linux may be without a display, or the libraries for it."""
    if not sys.platform.startswith("linux"):
        return None
    if not any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")):
        return KwaiError("error.no_display")
    missing = missing_libraries()
    if not missing:
        return None
    return KwaiError("error.missing_library", ", ".join(f"{name} ({_PACKAGES[name]})" for name in missing))


def missing_libraries() -> list[str]:
    """Return the system libraries that Qt is about to need and that are not there.

    Without one of the first Qt cannot be loaded; without one of X11's it aborts the process.
    """
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        name = str(error).partition(":")[0]
        if name not in _PACKAGES:
            raise
        return [name]
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if not platform.startswith("xcb") and (platform or os.environ.get("WAYLAND_DISPLAY")):
        return []
    return [name for name in _X11_LIBRARIES if not _loads(name)]


def _loads(library: str) -> bool:
    from ctypes import CDLL

    try:
        CDLL(library)
    except OSError:
        return False
    return True

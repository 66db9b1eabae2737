"""What the command line asks of the window. No Qt here: the command line builds this value before Qt is loaded."""

import os
import sys
import time
from dataclasses import dataclass, field
from typing import Literal

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
    theme: Literal["light", "dark"] | None = None
    trace_startup: str | None = None
    quit_when_ready: bool = False
    started: float = field(default_factory=time.time)

    @property
    def unattended(self) -> bool:
        """Whether the window closes by itself: then it neither reads nor writes the user's settings."""
        return self.screenshot is not None or self.quit_when_ready


# What Qt's X11 plugin links to and a bare Linux system may lack; without one of them Qt aborts the process.
_X11_LIBRARIES = ("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1")


def has_display() -> bool:
    """Tell whether a window can be opened at all; only Linux may be without a display, or the libraries for it."""
    if not sys.platform.startswith("linux"):
        return True
    if not any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")):
        return False
    return not missing_libraries()


def missing_libraries() -> list[str]:
    """Return the system libraries that Qt would need for the X11 display it is about to use, and that are not there."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if not platform.startswith("xcb") and (platform or os.environ.get("WAYLAND_DISPLAY")):
        return []
    from ctypes import CDLL

    missing = []
    for name in _X11_LIBRARIES:
        try:
            CDLL(name)
        except OSError:
            missing.append(name)
    return missing

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


def has_display() -> bool:
    """Tell whether a window can be opened at all; only Linux may be without a display."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))

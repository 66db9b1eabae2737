"""Start-up times: seconds from the start of the process to each milestone of the window.

Takes: names of milestones as they are reached. Returns: one JSON file. Leaves out: what is done at a milestone.

    trace.reach("qt_ready"); … ; trace.write(path)   ->   {"qt_ready": 0.21, "window_shown": 0.34, …}
"""

import os
import sys
import time
from pathlib import Path
from typing import Literal

Milestone = Literal["qt_ready", "window_shown", "documents_shown", "comparison_shown"]


def process_age(started: float) -> float:
    """Return the seconds since the process began: the kernel's word on Linux, elsewhere since ``started``."""
    if sys.platform == "linux":
        # The command's name stands in brackets and may hold spaces; the start time is the 20th field after it.
        ticks = Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[19]
        return time.clock_gettime(time.CLOCK_BOOTTIME) - int(ticks) / os.sysconf("SC_CLK_TCK")
    return time.time() - started


class StartupTrace:
    """The milestones reached so far; the first time counts. ``started`` as in `GuiOptions`."""

    def __init__(self, started: float) -> None:
        self._started = started
        self.reached: dict[str, float] = {}

    def reach(self, milestone: Milestone) -> None:
        """Note the time of ``milestone``."""
        if milestone not in self.reached:
            self.reached[milestone] = round(process_age(self._started), 4)

    def write(self, path: str) -> None:
        """Write the times as JSON."""
        import json  # for whoever measures, not for every start

        Path(path).write_text(json.dumps(self.reached, indent=1) + "\n", encoding="utf-8")

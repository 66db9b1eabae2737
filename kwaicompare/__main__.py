"""The program: a command goes to `cli`, anything else opens the window."""

import gc
import sys
import time
from argparse import Namespace

from kwaicompare.cli.console import complain
from kwaicompare.cli.main import run
from kwaicompare.cli.parser import COMMANDS, parse_command, window_parser

_STARTED = time.time()
# A comparison makes millions of values and hardly a cycle of garbage: looking for cycles as often as Python does by
# itself takes a third of the time of a large one. (New values, and collections of younger ones, between two looks.)
_SELDOM = (100_000, 20, 20)


def main(argv: list[str] | None = None) -> int:
    """Run the console program; return its exit status."""
    gc.set_threshold(*_SELDOM)
    arguments = sys.argv[1:] if argv is None else argv
    first = arguments[0] if arguments else ""
    if first == "gui":  # the grammar of all commands would take as long as to show the window
        return open_window(window_parser("kwaicompare gui").parse_args(arguments[1:]))
    if first in COMMANDS or first in ("-h", "--help", "--version"):
        return run(parse_command(arguments))
    return open_window(window_parser().parse_args(arguments))


def main_gui() -> int:
    """Run the windowed program: always the window."""
    gc.set_threshold(*_SELDOM)
    return open_window(window_parser().parse_args())


def open_window(parsed: Namespace) -> int:
    """Open the window, or say in one line why it cannot be opened."""
    from kwaicompare.gui.options import GuiOptions, display_trouble

    if trouble := display_trouble():
        complain(trouble)
        return 2
    from kwaicompare.gui.app import run as run_window

    names = ("a", "b", "screenshot", "size", "view", "section", "query", "theme", "trace_startup", "quit_when_ready")
    return run_window(GuiOptions(**{name: getattr(parsed, name) for name in names}, started=_STARTED))


if __name__ == "__main__":
    sys.exit(main())

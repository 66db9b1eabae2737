"""Run one command: parse, dispatch, and turn trouble into one line and exit status 2."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from importlib import import_module

from kwaicompare.cli.console import complain
from kwaicompare.errors import KwaiError

# Modules by name, so that a command imports only what it needs.
_MODULES = {
    "align": "comparing",
    "diff": "comparing",
    "compare": "comparing",
    "verify": "comparing",
    "find": "looking_up",
    "library": "looking_up",
}
_NEW_VALUES = 100_000


def run(arguments: Namespace) -> int:
    """Run the command the arguments name; return its exit status (0, 1, or 2 for trouble)."""
    # A command builds values without cycles and ends: looking for garbage at each 700 new ones is time lost.
    gc.set_threshold(_NEW_VALUES)
    try:
        return _command(arguments.command)(arguments)
    except KwaiError as error:
        complain(error)
        return 2
    except BrokenPipeError:
        # The reader went away (`| head`); point stdout elsewhere so that the interpreter's last flush is quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 2
    except Exception as error:
        if os.environ.get("KWAICOMPARE_DEBUG"):
            raise
        sys.stderr.write(f"kwaicompare: {type(error).__name__}: {error}; set KWAICOMPARE_DEBUG=1 for details\n")
        return 2


def _command(name: str) -> Callable[[Namespace], int]:
    module = import_module(f"kwaicompare.cli.{_MODULES.get(name, 'documents')}")
    return getattr(module, name)

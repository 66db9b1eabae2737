"""Where the frozen windowed program begins: always the window."""

import io
import sys

# A windowed program has no streams on Windows; what would be said there is dropped.
if sys.stdout is None:
    sys.stdout = io.TextIOWrapper(io.BytesIO())
if sys.stderr is None:
    sys.stderr = io.TextIOWrapper(io.BytesIO())

from kwaicompare.__main__ import main_gui

if __name__ == "__main__":
    sys.exit(main_gui())

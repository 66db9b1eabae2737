"""Compare the committed translations with freshly collected ones; exit 1 and say what to do when they are stale.

Usage: stale_translations.py FILE.ts ...
"""

import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent
LUPDATE = ["pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none", "-extensions", "py", "kwaicompare/gui"]


def _run(tool: str, *arguments: object) -> None:
    subprocess.run([TOOLS / tool, *map(str, arguments)], cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)


def stale(committed: Path) -> list[Path]:
    """Return which of the .ts file and its compiled .qm differ from what the sources and the .ts file give."""
    with tempfile.TemporaryDirectory() as folder:
        collected = Path(folder) / committed.name
        collected.write_bytes(committed.read_bytes())
        _run(LUPDATE[0], *LUPDATE[1:], "-ts", collected)
        compiled = collected.with_suffix(".qm")
        _run("pyside6-lrelease", "-silent", collected, "-qm", compiled)
        pairs = ((committed, collected), (committed.with_suffix(".qm"), compiled))
        return [old for old, new in pairs if not old.is_file() or old.read_bytes() != new.read_bytes()]


def main() -> int:
    """Report every stale file on stderr."""
    found = [path for name in sys.argv[1:] for path in stale(Path(name).resolve())]
    for path in found:
        print(f"{path.relative_to(REPOSITORY)} is stale: run make translations", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

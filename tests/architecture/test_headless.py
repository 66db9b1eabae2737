"""Everything but the window works where Qt is not installed."""

import subprocess
import sys
from pathlib import Path

IMPORT_ALL = """
import importlib, pkgutil, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph"):
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, Refuse())
import kwaicompare
imported = 0
for module in pkgutil.walk_packages(kwaicompare.__path__, "kwaicompare."):
    if not module.name.startswith("kwaicompare.gui"):
        importlib.import_module(module.name)
        imported += 1
print(imported)
"""

START = """
import sys
import kwaicompare.cli.main
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""

# Each costs a command a tenth of a second or more before it has read its arguments.
LATE = {"pandas", "numpy", "pyqtgraph", "PySide6", "opencc", "pypinyin", "selectolax", "openpyxl", "docx", "pypdfium2"}


def _run(program: str, folder: Path) -> str:
    result = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_everything_outside_the_window_imports_without_qt(repository: Path) -> None:
    modules = [path for path in (repository / "kwaicompare").rglob("*.py") if "gui" not in path.parts]
    assert int(_run(IMPORT_ALL, repository)) == len(modules) - 1  # the root package itself is not walked


def test_heavy_packages_are_imported_where_they_are_used(repository: Path) -> None:
    assert set(_run(START, repository).split()) & LATE == set()

"""The layers of docs/architecture.md hold: the import contract of pyproject.toml, read by import-linter."""

import re
import subprocess
import sys
from pathlib import Path


def _lint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_every_contract_is_kept(repository: Path) -> None:
    result = _lint(repository, "--no-cache")
    assert result.returncode == 0, result.stdout + result.stderr
    kept = re.search(r"Contracts: (\d+) kept, 0 broken", result.stdout)
    assert kept, result.stdout
    assert int(kept[1]) >= 3


def test_core_of_a_package_holds_no_code(repository: Path) -> None:
    """A package's ``__init__`` runs on every import below it: a docstring, and in the root the version."""
    for path in (repository / "kwaicompare").rglob("__init__.py"):
        lines = path.read_text(encoding="utf-8").split('"""')
        code = "".join(lines[::2]).strip()
        assert not code or re.fullmatch(r'__version__ = "[^"]+"', code), path

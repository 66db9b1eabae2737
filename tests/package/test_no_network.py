"""No code path opens a connection: neither a command nor the window, and no module asks for what could."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# Python reports every use of a socket to its audit hooks, from whatever module; the first one ends the program.
BLOCK = """
import os, sys

def audit(event, arguments):
    if event.startswith("socket."):
        os.write(2, f"a socket was used: {event} {arguments}\\n".encode())
        os._exit(97)

sys.addaudithook(audit)
"""
NETWORK = {
    *("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "requests", "httpx", "xmlrpc"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtBluetooth"),
}
PAIR = ("corpus/kuaishou-2022.md", "corpus/kuaishou-2026.md")


@pytest.fixture
def run_blocked(repository: Path, tmp_path: Path):
    """Return a function that runs Python with every socket blocked, and without a network where that may be had."""
    (tmp_path / "sitecustomize.py").write_text(BLOCK, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    unshare = shutil.which("unshare")
    apart = [unshare, "--net"] if unshare else []
    if apart and subprocess.run([*apart, "true"], capture_output=True, check=False).returncode != 0:
        apart = []

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [*apart, sys.executable, *map(str, arguments)]
        return subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, check=False)

    return run


def test_block_holds(run_blocked) -> None:
    done = run_blocked("-c", "import socket; socket.create_connection(('127.0.0.1', 9))")
    assert done.returncode == 97
    assert "a socket was used" in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("text", PAIR[0]),
        ("outline", PAIR[0]),
        ("align", *PAIR),
        ("diff", *PAIR),
        ("metrics", *PAIR),
        ("check", *PAIR),
        ("keywords", *PAIR),
        ("find", "zscq", *PAIR, "--pinyin"),
        ("corpus",),
        ("compare", *PAIR, "-o", "{}/report.html"),
    ],
)
def test_command_needs_no_socket(run_blocked, tmp_path: Path, command: tuple[str, ...]) -> None:
    done = run_blocked("-m", "kwaicompare", *(word.format(tmp_path) for word in command))
    assert done.returncode in (0, 1), done.stderr
    assert len(done.stdout) > 100


def test_report_is_verified_without_a_socket(run_blocked, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    assert run_blocked("-m", "kwaicompare", "compare", *PAIR, "-o", report).returncode == 1
    assert run_blocked("-m", "kwaicompare", "verify", report).returncode == 0


@pytest.mark.parametrize("view", ["compare", "metrics", "keywords", "find", "check"])
def test_window_needs_no_socket(run_blocked, tmp_path: Path, view: str) -> None:
    picture = tmp_path / "window.png"
    wanted = ("--view", view, "--query", "zscq", "--screenshot", picture)
    done = run_blocked("-m", "kwaicompare", "gui", *PAIR, *wanted)
    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 20_000


def test_no_module_imports_what_opens_connections(repository: Path) -> None:
    modules = list((repository / "kwaicompare").rglob("*.py"))
    assert len(modules) > 50
    for path in modules:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            assert not NETWORK & set(names), path

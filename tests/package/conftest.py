"""Run the built package as a stranger would: copied elsewhere, as another user, with an empty home, no Python on the
path, and no network.

`make package-test` names the build in ``$KWAICOMPARE_PACKAGE``; without it these tests are skipped.
"""

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.generated import pair

NOBODY = 65534
_PATIENCE = 60.0


@dataclass(frozen=True)
class Run:
    """What a program said, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)


class Stranger:
    """A user who has nothing but the unpacked program: `home` and `work` are the only places to write to."""

    def __init__(self, program: Path, place: Path) -> None:
        self.program, self.home, self.work, self.temporary = program, place / "home", place / "work", place / "tmp"
        for folder in (self.home, self.work, self.temporary, place / "no-programs"):
            folder.mkdir()
            if os.getuid() == 0:
                os.chown(folder, NOBODY, NOBODY)
        self._path = place / "no-programs"

    def command(self, name: str, *arguments: object) -> list[str]:
        """Return the call of a program of the package, behind what shuts the stranger in."""
        return [*_shut_in(), str(self.program / name), *map(str, arguments)]

    def environment(self, **more: str) -> dict[str, str]:
        """Return the whole environment."""
        return {
            "HOME": str(self.home),
            "PATH": str(self._path),
            "TMPDIR": str(self.temporary),
            "LANG": "C.UTF-8",
        } | more

    def run(self, *arguments: object, name: str = "kwaicompare", **more: str) -> Run:
        """Run a command to its end."""
        done = subprocess.run(
            self.command(name, *arguments),
            capture_output=True,
            cwd=self.work,
            env=self.environment(**more),
            timeout=_PATIENCE,
            check=False,
        )
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    def start(self, *arguments: object, name: str = "kwaicompare", **more: str) -> subprocess.Popen[bytes]:
        """Start a program and return at once; what it says is dropped."""
        return subprocess.Popen(
            self.command(name, *arguments),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.work,
            env=self.environment(**more),
        )


def _shut_in() -> list[str]:
    """Return the call that takes the network and the user's rights away, as far as this user may."""
    if os.getuid() != 0:
        return []
    apart = _absolute(["unshare", "--net"])
    may_be_apart = subprocess.run([*apart, "true"], capture_output=True, check=False).returncode == 0
    user = _absolute(["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--no-new-privs"])
    return [*(apart if may_be_apart else ()), *user]


def _absolute(command: list[str]) -> list[str]:
    found = shutil.which(command[0])
    assert found, f"{command[0]} is needed to run the package as another user"
    return [found, *command[1:]]


@pytest.fixture(scope="session")
def built() -> Path:
    """Return the folder that `make package` built."""
    named = os.environ.get("KWAICOMPARE_PACKAGE")
    if not named:
        pytest.skip("no package is named: run `make package-test`")
    (folder,) = Path(named).glob("kwaicompare-*/")
    return folder


@pytest.fixture(scope="session")
def elsewhere(built: Path) -> Iterator[Path]:
    """Return a copy of the package in a place that any user may read."""
    place = Path(tempfile.mkdtemp(prefix="stranger-"))
    place.chmod(0o755)
    shutil.copytree(built, place / built.name, symlinks=True)
    yield place / built.name
    shutil.rmtree(place)


@pytest.fixture
def stranger(elsewhere: Path) -> Iterator[Stranger]:
    """Return a stranger with an empty home and an empty folder to work in."""
    place = Path(tempfile.mkdtemp(prefix="stranger-"))
    place.chmod(0o755)
    yield Stranger(elsewhere, place)
    shutil.rmtree(place)


@pytest.fixture(scope="session")
def drafts() -> tuple[str, str]:
    """Return a draft and its revision, long enough that saving their comparison takes a while."""
    return pair(400_000, seed=11)


@pytest.fixture
def screen() -> Iterator["Screen"]:
    """Return an X display of its own, whose pixels can be read from outside."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    with tempfile.TemporaryDirectory() as folder:
        shown = Screen(Path(folder))
        yield shown
        shown.close()


class Screen:
    """An Xvfb that keeps its picture in a file (XWD: a header of 32-bit big-endian words, then the pixels)."""

    size = (1440, 900)

    def __init__(self, folder: Path) -> None:
        self._file = folder / "Xvfb_screen0"
        read, write = os.pipe()
        geometry = f"{self.size[0]}x{self.size[1]}x24"
        options = ["-screen", "0", geometry, "-fbdir", str(folder), "-displayfd", str(write), "-ac", "-nolisten", "tcp"]
        self._server = subprocess.Popen(["Xvfb", *options], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            self.name = f":{told.readline().strip()}"

    def colours(self) -> dict[tuple[int, int, int], int]:
        """Return how many pixels have each colour."""
        content = self._file.read_bytes()
        words = [int.from_bytes(content[at : at + 4], "big") for at in range(0, 100, 4)]
        header, colours_told, line = words[0], words[19], words[12]
        start = header + 12 * colours_told
        counts: dict[tuple[int, int, int], int] = {}
        pixels = memoryview(content)[start : start + line * self.size[1]].cast("I")
        for pixel in pixels:
            colour = (pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255)
            counts[colour] = counts.get(colour, 0) + 1
        return counts

    def close(self) -> None:
        """End the display."""
        self._server.terminate()
        self._server.wait()


def wait_until(true: Callable[[], bool], seconds: float = _PATIENCE, pause: float = 0.05) -> bool:
    """Wait for something outside this process; tell whether it came about."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(pause)
    return False

"""`git difftool -t kwaicompare`, set up with the very lines of the user guide."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

OLD = "# 河湾年报\n\n## 渡口\n\n渡口共接待旅客7321人次，新建候船棚3座。\n"
NEW = "# 河湾年报\n\n## 渡口\n\n渡口共接待旅客8415人次，新建候船棚3座。\n"


@pytest.fixture
def tracked(tmp_path: Path, repository: Path):
    """Return a function that runs git in a repository with one document, committed and then changed."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "HOME": str(tmp_path), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"GIT_CONFIG_NOSYSTEM": "1"}
    work = tmp_path / "work"
    work.mkdir()

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, check=False)

    run("git", "init", "-q")
    (work / "report.md").write_text(OLD, encoding="utf-8")
    run("git", "add", "report.md")
    run("git", "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "draft")
    (work / "report.md").write_text(NEW, encoding="utf-8")
    for line in guide_lines(repository):
        done = run("sh", "-c", line)
        assert done.returncode == 0, done.stderr
    return run


def guide_lines(repository: Path) -> list[str]:
    """Return the lines of the guide that set git up."""
    guide = (repository / "docs" / "user_guide.md").read_text(encoding="utf-8")
    return re.findall(r"^git config --global .*$", guide, flags=re.MULTILINE)


def test_guide_says_how_to_set_git_up(repository: Path) -> None:
    assert [re.search(r"difftool\.[a-z-]+\.\w+", line) for line in guide_lines(repository)].count(None) == 0
    assert len(guide_lines(repository)) == 4


def test_difftool_prints_the_comparison(tracked) -> None:
    done = tracked("git", "difftool", "-y", "-t", "kwaicompare", "HEAD", "--", "report.md")
    assert "7321" in done.stdout, done.stderr
    assert "8415" in done.stdout


def test_difftool_opens_the_window_on_both_sides(tracked) -> None:
    configured = tracked("git", "config", "--global", "difftool.kwaicompare-gui.cmd").stdout.strip()
    assert configured.startswith("kwaicompare ")
    # The window stays open until the user closes it; here it takes its picture and goes.
    tracked("git", "config", "--global", "difftool.kwaicompare-gui.cmd", f"{configured} --screenshot window.png")
    done = tracked("git", "difftool", "-y", "-t", "kwaicompare-gui", "HEAD", "--", "report.md")
    assert done.returncode == 0, done.stderr
    assert tracked("test", "-s", "window.png").returncode == 0

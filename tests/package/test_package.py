"""The built package does everything by itself, away from home, and survives being killed while it saves."""

import hashlib
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kwaicompare.gui.theme import LIGHT
from tests.package.conftest import Screen, Stranger, wait_until
from tests.read.test_pdf import pdf

TINTS = {"insert": LIGHT.insert_tint, "delete": LIGHT.delete_tint}
# A window that shows text in smooth letters has hundreds of colours, a blank one a handful.
MANY_COLOURS = 100


def test_commands_answer(stranger: Stranger) -> None:
    assert stranger.run("--version").out.startswith("kwaicompare ")
    found = stranger.run("find", "zscq", "2022", "2026", "--pinyin", "--json")
    assert found.status == 0, found.err
    assert {hit["match"] for hit in found.json["hits"]} >= {"知识产权"}
    moved = stranger.run("metrics", "2022", "2026", "--json")
    assert moved.status == 0, moved.err
    assert len(moved.json["deltas"]) > 3
    assert all(delta["a"]["quote"] and delta["b"]["quote"] for delta in moved.json["deltas"])


def test_documents_in_every_format_are_read(stranger: Stranger) -> None:
    words = "第一章 桥梁\n\n全镇共有老桥三座，去年检修两座。\n"
    (stranger.work / "plain.txt").write_text(words, encoding="gb18030")
    (stranger.work / "page.html").write_text(f"<html><body><p>{words}</p></body></html>", encoding="utf-8")
    (stranger.work / "marked.md").write_text(f"# {words}", encoding="utf-8")
    (stranger.work / "printed.pdf").write_bytes(pdf([[("第一章 桥梁", 20), ("全镇共有老桥三座，去年检修两座。", 12)]]))
    assert stranger.run("compare", "plain.txt", "marked.md", "-o", "written.docx").status == 1
    for name in ("plain.txt", "page.html", "marked.md", "printed.pdf", "written.docx"):
        done = stranger.run("text", name)
        assert done.status == 0, done.err
        assert "全镇共有老桥三座" in done.out
    assert stranger.run("find", "檢修", "plain.txt", "--json").json["hits"][0]["match"] == "检修"


@pytest.mark.parametrize("ending", ["html", "json"])
def test_reports_are_written_and_verified(stranger: Stranger, ending: str) -> None:
    compared = stranger.run("compare", "2022", "2026", "-o", f"report.{ending}")
    assert compared.status == 1, compared.err
    verified = stranger.run("verify", f"report.{ending}")
    assert verified.status == 0, verified.out + verified.err


def test_trouble_is_one_line(stranger: Stranger) -> None:
    done = stranger.run("compare", "missing.txt", "2026")
    assert done.status == 2
    assert len(done.err.splitlines()) == 1
    assert "missing.txt" in done.err


def test_window_shows_the_comparison(stranger: Stranger, screen: Screen) -> None:
    times = stranger.work / "times.json"
    drafts = [stranger.work / name for name in ("旧稿.md", "新稿.md")]
    for draft, boats in zip(drafts, ("木船", "汽船"), strict=True):
        lines = (f"第{number}渡口的{boats}每日往返两岸，候船棚已经修好。" for number in range(1, 9))
        draft.write_text("# 渡口\n\n" + "\n\n".join(lines) + "\n", encoding="utf-8")
    shown = (*drafts, "--theme", "light", "--size", "1440x900", "--trace-startup", times)
    window = stranger.start(*shown, name="kwaicompare-gui", DISPLAY=screen.name)
    try:
        assert wait_until(times.exists), f"no comparison was shown; exit status {window.poll()}"
        # The times are written when the comparison was painted; the X server has it a little later.
        assert wait_until(lambda: len(screen.colours()) > MANY_COLOURS, 10)
        colours = screen.colours()
    finally:
        window.send_signal(signal.SIGTERM)
        window.wait()
    for name, tint in TINTS.items():
        assert colours.get((tint.red(), tint.green(), tint.blue()), 0) > 200, f"the colour of {name} is nowhere"
    assert not list(stranger.temporary.iterdir()), "a temporary file was left"


@pytest.mark.parametrize("view", ["compare", "metrics", "keywords", "find", "check"])
def test_every_view_is_shown(stranger: Stranger, view: str) -> None:
    wanted = ("2022", "2026", "--view", view, "--query", "zscq", "--screenshot", "view.png")
    done = stranger.run("gui", *wanted, QT_QPA_PLATFORM="offscreen")
    assert done.status == 0, done.err
    assert "Traceback" not in done.err
    assert (stranger.work / "view.png").stat().st_size > 20_000


def test_report_survives_a_kill_in_the_middle_of_saving(stranger: Stranger, drafts: tuple[str, str]) -> None:
    for name, text in zip(("old.md", "new.md"), drafts, strict=True):
        (stranger.work / name).write_text(text, encoding="utf-8")
    report = stranger.work / "report.html"
    assert stranger.run("compare", "2022", "2026", "-o", report.name).status == 1
    before = report.read_bytes()
    assert any(_killed_while_saving(stranger, report, before) for _ in range(5)), "saving was too quick to be killed"
    kept = report.read_bytes() == before  # pytest would spend minutes on the difference of two pages
    assert kept
    assert stranger.run("verify", report.name).status == 0
    assert stranger.run("compare", "old.md", "new.md", "-o", report.name).status == 1
    replaced = report.read_bytes() != before
    assert replaced
    assert stranger.run("verify", report.name).status == 0


def _killed_while_saving(stranger: Stranger, report: Path, before: bytes) -> bool:
    """Kill a comparison as soon as its unfinished report appears; tell whether it was caught before the end."""
    report.write_bytes(before)  # an attempt that came too late has saved its report
    running = stranger.start("compare", "old.md", "new.md", "-o", report.name)
    unfinished = f".{report.name}.*.part"
    stale = set(stranger.work.glob(unfinished))
    wait_until(lambda: bool(set(stranger.work.glob(unfinished)) - stale) or running.poll() is not None, pause=0)
    running.kill()
    return running.wait() == -signal.SIGKILL and bool(set(stranger.work.glob(unfinished)) - stale)


def test_window_opens_again_after_a_kill(stranger: Stranger) -> None:
    shown = ("2022", "2026", "--trace-startup")
    for attempt in ("first.json", "second.json"):
        window = stranger.start(*shown, attempt, name="kwaicompare-gui", QT_QPA_PLATFORM="offscreen")
        assert wait_until((stranger.work / attempt).exists), f"exit status {window.poll()}"
        window.kill()
        window.wait()


def test_no_python_and_no_network_were_at_hand(stranger: Stranger) -> None:
    outside = subprocess.run(
        [*stranger.command("kwaicompare")[:-1], sys.executable, "-c", "import socket; print(socket.if_nameindex())"],
        capture_output=True,
        env=stranger.environment(),
        check=False,
    )
    if outside.returncode == 0:
        assert "eth" not in outside.stdout.decode()
    assert not list(Path(stranger.environment()["PATH"]).iterdir())


def test_files_are_those_of_the_sums(built: Path) -> None:
    told = dict(line.split("  ")[::-1] for line in (built / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
    present = {p.relative_to(built).as_posix(): p for p in built.rglob("*") if p.is_file() and not p.is_symlink()}
    present.pop("SHA256SUMS")
    assert told == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in present.items()}


def test_what_is_left_out_by_name_is_not_there(built: Path) -> None:
    names = [path.relative_to(built).as_posix().lower() for path in built.rglob("*")]
    for part in (
        "libqt6network",
        "libssl",
        "libgtk",
        "pandas/",
        "/scipy/",
        "sqldrivers",
        "qtvirtualkeyboard",
        "corpus/full/",
    ):
        assert not [name for name in names if part in name], part
    assert any(name.endswith("data/corpus/corpus.toml") for name in names)
    assert any(name.endswith("kwaicompare_zh_cn.qm") for name in names)


def test_every_library_is_in_the_list_of_licences(built: Path) -> None:
    listed = (built / "LICENCES.md").read_text(encoding="utf-8")
    libraries = [path.name for path in (built / "_internal").glob("lib*.so*")]
    assert len(libraries) > 10
    assert [name for name in libraries if name not in listed] == []


def test_same_input_gives_the_same_bytes(built: Path, repository: Path, tmp_path: Path) -> None:
    make = ["make", "package", f"BUILD={tmp_path / 'build'}", f"DIST={tmp_path / 'dist'}"]
    subprocess.run(make, cwd=repository, check=True, capture_output=True)
    (again,) = (tmp_path / "build" / "package").glob("kwaicompare-*/")
    assert (again / "SHA256SUMS").read_text(encoding="utf-8") == (built / "SHA256SUMS").read_text(encoding="utf-8")
    (archive,) = (tmp_path / "dist").glob("*.sha256")
    assert archive.read_text(encoding="utf-8") == (repository / "dist" / archive.name).read_text(encoding="utf-8")

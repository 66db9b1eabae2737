"""The parts the package is made of: what is left out, licences, icons, archive, completion, man page."""

import gzip
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

BLOCKED = """
import importlib, os, pkgutil, sys
sys.path.insert(0, sys.argv[1])
import left_out

class Absent:
    def find_spec(self, name, path=None, target=None):
        if any(name == left or name.startswith(left + ".") for left in left_out.MODULES):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Absent())
import kwaicompare
for module in pkgutil.walk_packages(kwaicompare.__path__, "kwaicompare."):
    importlib.import_module(module.name)
from kwaicompare.__main__ import main
for view in ("metrics", "keywords", "find", "check"):
    picture = os.path.join(sys.argv[2], view + ".png")
    pair = ["corpus/kuaishou-2022.md", "corpus/kuaishou-2026.md"]
    status = main(["gui", *pair, "--view", view, "--screenshot", picture])
    assert status == 0 and os.path.getsize(picture) > 20_000, view
"""


@pytest.fixture
def scripts(repository: Path, monkeypatch: pytest.MonkeyPatch):
    """Return a function from the name of a script in ``packaging/`` to its module."""
    monkeypatch.syspath_prepend(str(repository / "packaging"))

    def load(name: str) -> ModuleType:
        return __import__(name)

    return load


def test_program_runs_without_what_is_left_out(repository: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", BLOCKED, str(repository / "packaging"), str(tmp_path)]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_everything_left_out_has_a_reason(scripts) -> None:
    left_out = scripts("left_out")
    for table in (left_out.MODULES, left_out.PLUGINS, left_out.LIBRARIES, left_out.DATA):
        assert table
        assert all(name and len(reason) > 5 for name, reason in table.items())


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6\\plugins\\tls\\qschannelbackend.dll", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\Qt6Network.dll", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("kwaicompare/data/resources/translations/kwaicompare_zh_CN.qm", True),
        ("opencc/clib/bin/opencc", False),
        ("opencc/clib/share/opencc/t2s.json", True),
    ],
)
def test_files_are_kept_by_their_place(scripts, name: str, kept: bool) -> None:
    assert scripts("left_out").kept(name) is kept


@pytest.mark.parametrize(
    ("library", "project"),
    [
        ("libz.so.1", "zlib"),
        ("libzstd.so.1", "Zstandard"),
        ("libicudata.so.73", "ICU"),
        ("libxcb-cursor.so.0", "XCB"),
        ("libX11-xcb.so.1", "libX11"),
        ("Qt6Core.dll", "Qt"),
        ("libzebra.so.1", None),
        ("libunheard.so.3", None),
    ],
)
def test_licence_is_looked_up_by_the_name_of_a_library(scripts, repository, library: str, project: str | None) -> None:
    table = tomllib.loads((repository / "packaging" / "licences.toml").read_text(encoding="utf-8"))["libraries"]
    entry = scripts("licences").entry_of(library, table)
    assert (entry["project"] if entry else None) == project


def test_library_without_a_known_licence_is_refused(scripts, tmp_path: Path) -> None:
    licences = scripts("licences")
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal" / "libunheard.so.3").write_bytes(b"")
    with pytest.raises(licences.UnknownLicence, match=r"libunheard\.so\.3"):
        list(licences._libraries(tmp_path, {"libz": {"project": "zlib", "licence": "Zlib"}}))


def test_archive_depends_on_nothing_but_contents_and_date(scripts, tmp_path: Path) -> None:
    bundle = scripts("bundle")
    archives = []
    for number, order in enumerate((("b.txt", "a.txt"), ("a.txt", "b.txt"))):
        folder = tmp_path / str(number) / "program-1"
        folder.mkdir(parents=True)
        for name in order:
            (folder / name).write_text(name, encoding="utf-8")
        (folder / "link").symlink_to("a.txt")
        bundle.write_sums(folder)
        archives.append(bundle._tar(folder, tmp_path / f"{number}.tar.gz", 1_700_000_000).read_bytes())
    assert archives[0] == archives[1]
    with tarfile.open(tmp_path / "0.tar.gz") as tar:
        assert tar.getnames() == [f"program-1/{name}" for name in ("SHA256SUMS", "a.txt", "b.txt", "link")]
        assert {(member.uid, member.mtime) for member in tar} == {(0, 1_700_000_000)}
    assert gzip.decompress(archives[0])


def test_icons_hold_the_picture_in_every_size(scripts, repository: Path, qapp) -> None:
    icon_files = scripts("icon_files")
    svg = repository / "resources" / "icons" / "kwaicompare.svg"
    pictures = {size: icon_files.png(svg, size) for size in (16, 32, 64, 128, 256, 512, 1024)}
    assert all(content[:8] == b"\x89PNG\r\n\x1a\n" for content in pictures.values())
    ico = icon_files.ico({size: pictures[size] for size in (16, 256)})
    assert struct.unpack_from("<HHH", ico) == (0, 1, 2)
    length, offset = struct.unpack_from("<II", ico, 6 + 16 + 8)
    assert ico[offset : offset + length] == pictures[256]
    icns = icon_files.icns(pictures)
    assert icns[:4] == b"icns"
    assert struct.unpack_from(">I", icns, 4) == (len(icns),)


def test_windows_and_macos_know_the_version(scripts) -> None:
    identity = scripts("desktop_identity")
    assert identity.numbers("1.2.3.dev4") == (1, 2, 3, 0)
    assert identity.numbers("0.1.0") == (0, 1, 0, 0)
    assert identity.windows_strings("0.1.0", "kwaicompare-gui")["OriginalFilename"] == "kwaicompare-gui.exe"
    endings = {
        e for kind in identity.property_list("0.1.0")["CFBundleDocumentTypes"] for e in kind["CFBundleTypeExtensions"]
    }
    assert endings >= {"txt", "md", "html"}


def test_desktop_entry_starts_the_window_on_what_it_opens(repository: Path) -> None:
    entry = (repository / "packaging" / "linux" / "kwaicompare.desktop").read_text(encoding="utf-8")
    fields = dict(line.partition("=")[::2] for line in entry.splitlines() if "=" in line)
    assert fields["Exec"] == "kwaicompare-gui %F"
    assert {"text/plain", "text/markdown", "text/html"} <= set(fields["MimeType"].split(";"))
    assert fields["Terminal"] == "false"


@pytest.fixture
def share(scripts, tmp_path: Path) -> Path:
    """Return a folder with the completions and the man page."""
    scripts("shell_files").write_shell_files(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("kwaicompare", "comp"), {"compare"}),
        (("kwaicompare", "find", "--p"), {"--pinyin"}),
        (("kwaicompare", "gui", "--view", ""), {"compare", "metrics", "keywords", "find", "check"}),
        (("kwaicompare", "compare", "20"), {"2022", "2026"}),
        (("kwaicompare", "compare", "--j"), {"--json"}),
    ],
)
def test_bash_completes(share: Path, tmp_path: Path, words: tuple[str, ...], wanted: set[str]) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not installed")
    quoted = " ".join(f"'{word}'" for word in words)
    script = (
        f"source {share}/bash-completion/completions/kwaicompare; cd {tmp_path}; "
        f"COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _kwaicompare; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    done = subprocess.run([bash, "-c", script], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == wanted


@pytest.mark.parametrize(
    ("shell", "file"),
    [
        ("zsh", "zsh/site-functions/_kwaicompare"),
        ("fish", "fish/vendor_completions.d/kwaicompare.fish"),
        ("bash", "bash-completion/completions/kwaicompare"),
    ],
)
def test_completion_is_good_grammar(share: Path, shell: str, file: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run([program, "-n", share / file], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_completions_and_man_page_name_every_command_and_option(share: Path) -> None:
    from kwaicompare.cli.parser import COMMANDS

    for file in share.rglob("*kwaicompare*"):
        if file.is_file():
            words = file.read_text(encoding="utf-8").replace("\\-", "-")
            assert [name for name in COMMANDS if not re.search(rf"\b{name}\b", words)] == [], file
            assert [name for name in ("pinyin", "regex", "screenshot", "trace-startup") if name not in words] == [], (
                file
            )

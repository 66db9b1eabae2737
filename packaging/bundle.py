"""Make the folder that PyInstaller built into what people download.

Takes: the folder, a target folder and a date (seconds since 1970). Returns: an archive and its SHA-256 beside it.
Leaves out: building and signing.

    python packaging/bundle.py build/kwaicompare-0.1.0 --into dist  →  dist/kwaicompare-0.1.0-linux-x86_64.tar.gz

Strips what may be stripped, adds what the desktop and the shell look for, lists the licences, and packs everything in
one order with one date, so that the same input gives the same bytes. Exit status: 0, or 2 when a licence is unknown.
"""

import argparse
import gzip
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile
from pathlib import Path

from licences import Component, UnknownLicence, components
from shell_files import write_shell_files

ROOT = Path(__file__).resolve().parent.parent
SUMS, LICENCES = "SHA256SUMS", "LICENCES.md"
_SYSTEMS = {"win32": "windows", "darwin": "macos"}
_LARGEST_PIECE = 1 << 20

# For the desktop: where from, and where to in the package.
_LINUX_FILES = {
    "packaging/linux/kwaicompare.desktop": "share/applications/kwaicompare.desktop",
    "packaging/linux/kwaicompare-mime.xml": "share/mime/packages/kwaicompare.xml",
    "packaging/linux/install.sh": "install.sh",
    "resources/icons/kwaicompare.svg": "share/icons/hicolor/scalable/apps/kwaicompare.svg",
}


def platform_name() -> str:
    """Return the name of this system and processor: "linux-x86_64"."""
    return f"{_SYSTEMS.get(sys.platform, 'linux')}-{platform.machine().lower()}"


def strip(folder: Path) -> None:
    """Take the symbols for debuggers out of Python itself. Wheels come stripped, and strip breaks numpy's libraries."""
    internal = folder / "_internal"
    files = [*internal.glob("libpython*"), *internal.glob("python3.*/lib-dynload/*.so")]
    if files and sys.platform == "linux":
        subprocess.run(["strip", "--strip-unneeded", *sorted(files)], check=True)


def use_application(folder: Path) -> None:
    """On macOS let the application bundle, which holds both programs, take the place of the folder's own files."""
    application = folder.parent / "kwaicompare.app"
    if application.is_dir():
        shutil.rmtree(folder)
        folder.mkdir()
        application.rename(folder / application.name)


def add_files(folder: Path) -> None:
    """Add the licence of the program, and what desktops and shells look for."""
    files = {"LICENSE": "LICENSE"} | (_LINUX_FILES if sys.platform == "linux" else {})
    for source, target in files.items():
        (folder / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / source, folder / target)
        shutil.copymode(ROOT / source, folder / target)
    if sys.platform != "win32":
        write_shell_files(folder / "share")


def add_licences(folder: Path, found: tuple[Component, ...]) -> None:
    """Write the list of licences, and take their texts along."""
    lines = [
        "# Licences of what is bundled",
        "",
        "| project | version | licence | files | text |",
        "|---|---|---|---|---|",
    ]
    texts = folder / "licences"
    texts.mkdir(exist_ok=True)
    taken: dict[str, str] = {}
    for component in found:
        names = [_take(text, component.name, texts, taken) for text in component.texts]
        links = " ".join(f"[{name}](licences/{name})" for name in dict.fromkeys(names))
        fields = (component.name, component.version, component.licence, ", ".join(component.files), links)
        lines.append(f"| {' | '.join(fields)} |")
    (folder / LICENCES).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _take(text: Path, component: str, texts: Path, taken: dict[str, str]) -> str:
    """Copy a text unless the same words are there already; return its name."""
    content = digest(text)
    if content not in taken:
        own = text.parent.name == "licence_texts"
        taken[content] = text.name if own else f"{_plain(component)}-{len(taken) + 1}.txt"
        shutil.copyfile(text, texts / taken[content])
    return taken[content]


def _plain(name: str) -> str:
    return "".join(char if char.isalnum() else "-" for char in name)


def members(folder: Path) -> list[Path]:
    """Return the files and links of a folder, in one order on every machine."""
    found = [path for path in folder.rglob("*") if path.is_symlink() or path.is_file()]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    sha = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_LARGEST_PIECE):
            sha.update(piece)
    return sha.hexdigest()


def write_sums(folder: Path) -> None:
    """Write the digest of every file, in the form `sha256sum --check` reads."""
    (folder / SUMS).unlink(missing_ok=True)
    files = [path for path in members(folder) if not path.is_symlink()]
    lines = [f"{digest(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def pack(folder: Path, into: Path, date: int) -> Path:
    """Write the archive: .zip for Windows, .tar.gz elsewhere."""
    stem = f"{folder.name}-{platform_name()}"
    if sys.platform == "win32":
        return _zip(folder, into / f"{stem}.zip", date)
    return _tar(folder, into / f"{stem}.tar.gz", date)


def _tar(folder: Path, target: Path, date: int) -> Path:
    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = date
        entry.mode = 0o755 if entry.mode & 0o100 or entry.issym() else 0o644
        return entry

    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", compresslevel=6, fileobj=raw, mtime=date) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path in members(folder):
            tar.add(path, Path(folder.name, path.relative_to(folder)).as_posix(), recursive=False, filter=plain)
    return target


def _zip(folder: Path, target: Path, date: int) -> Path:
    when = time.gmtime(date)[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in members(folder):
            name = Path(folder.name, path.relative_to(folder)).as_posix()
            archive.writestr(zipfile.ZipInfo(name, when), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return target


def main() -> int:
    """Finish one folder, pack it, and say what was written."""
    parser = argparse.ArgumentParser(prog="bundle.py")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--date", type=int, default=int(os.environ.get("SOURCE_DATE_EPOCH", "0")) or 315_532_800)
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    try:
        found = components(folder)
    except UnknownLicence as trouble:
        sys.stderr.write(f"bundle.py: {trouble}\n")
        return 2
    strip(folder)
    use_application(folder)
    add_files(folder)
    add_licences(folder, found)
    write_sums(folder)
    arguments.into.mkdir(parents=True, exist_ok=True)
    archive = pack(folder, arguments.into, arguments.date)
    sums = archive.with_name(archive.name + ".sha256")
    sums.write_text(f"{digest(archive)}  {archive.name}\n", encoding="utf-8", newline="\n")
    size = sum(path.stat().st_size for path in members(folder) if not path.is_symlink())
    sys.stdout.write(f"{archive} ({archive.stat().st_size / 1e6:.0f} MB, unpacked {size / 1e6:.0f} MB)\n{sums}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What the package bundles, and under which licences.

Takes: the folder PyInstaller made. Returns: its components with licence, version and texts. Leaves out: whether the
licences agree with each other; they are listed for a reader.

    dist/kwaicompare-0.1.0  →  Component("zlib", "", "Zlib", ("libz.so.1",), …), Component("numpy", "2.4.6", …), …

Raises UnknownLicence for a library or package that neither `licences.toml` nor its own metadata speaks for.
"""

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).parent
OURS = "kwaicompare"
# Modules of PyInstaller's start program, and Python's record of how it was built.
_OF_THE_START_PROGRAM = ("pyimod", "pyiboot", "pyi_rth", "_pyi_", "_sysconfigdata")


class UnknownLicence(Exception):
    """A bundled part of which nobody has said under which licence it comes."""


@dataclass(frozen=True, slots=True)
class Component:
    """A bundled project. ``texts``: files of licence texts, to be taken along."""

    name: str
    version: str
    licence: str
    files: tuple[str, ...]
    texts: tuple[Path, ...]


def components(folder: Path) -> tuple[Component, ...]:
    """Return everything bundled in ``folder``, by name."""
    table = tomllib.loads((HERE / "licences.toml").read_text(encoding="utf-8"))
    found = [*_packages(folder, table["packages"]), *_libraries(folder, table["libraries"])]
    return tuple(sorted(found, key=lambda component: component.name.lower()))


def _packages(folder: Path, known: dict[str, dict[str, str]]) -> Iterator[Component]:
    owners = metadata.packages_distributions()
    modules = top_modules(folder)
    version = ".".join(map(str, sys.version_info[:3]))
    yield Component("Python", version, "PSF-2.0", ("standard library",), _python_texts())
    # The start program is PyInstaller's; it stands in no list of modules.
    names = {"PyInstaller": "pyinstaller"}
    for module in modules - set(sys.stdlib_module_names) - {OURS}:
        if module not in owners:
            raise UnknownLicence(f"module {module}: no distribution owns it")
        names[owners[module][0]] = owners[module][0]
    for name in sorted(set(names.values())):
        yield _package(name, known)


def _package(name: str, known: dict[str, dict[str, str]]) -> Component:
    found = metadata.distribution(name)
    fields = found.metadata
    spoken = {key.lower(): entry for key, entry in known.items()}.get(name.lower(), {})
    own = [fields[key] for key in ("License-Expression", "License") if key in fields]
    licence = next(iter([spoken["licence"]] if spoken else own), "")
    if not licence or len(licence) > 120:
        raise UnknownLicence(f"package {name} {found.version}: its metadata names no licence; see licences.toml")
    texts = [Path(str(file.locate())) for file in found.files or () if _is_licence(file.parts)]
    if licence.startswith("LGPL-3.0"):
        texts += [HERE / "licence_texts" / "LGPL-3.0.txt", HERE / "licence_texts" / "GPL-3.0.txt"]
    return Component(found.metadata["Name"], found.version, licence.strip(), (name,), tuple(texts))


def _is_licence(parts: tuple[str, ...]) -> bool:
    in_metadata = any(part.endswith(".dist-info") for part in parts[:-1])
    return in_metadata and parts[-1].upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE"))


def top_modules(folder: Path) -> set[str]:
    """Return the names of the top-level modules that the program carries, in its archive or beside it."""
    from PyInstaller.archive.readers import CArchiveReader

    program = folder / (f"{OURS}.exe" if sys.platform == "win32" else OURS)
    archive = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz")
    names = {name.partition(".")[0] for name in archive.toc}
    names |= {path.name for path in (folder / "_internal").iterdir() if path.name in metadata.packages_distributions()}
    return {name for name in names if not name.startswith(_OF_THE_START_PROGRAM)}


def libraries(folder: Path) -> list[str]:
    """Return the names of the shared libraries in ``folder``; extension modules and plugins belong to packages."""
    paths = [path for path in (folder / "_internal").rglob("*") if path.is_file() and "plugins" not in path.parts]
    if sys.platform == "win32":
        return sorted({path.name for path in paths if path.suffix.lower() == ".dll"})
    shared = [path for path in paths if ".so" in path.suffixes or path.suffix == ".dylib" or _in_framework(path)]
    modules = {path for path in shared if any(part in path.name for part in (".cpython-", ".abi3.so"))}
    return sorted({path.name for path in shared if path not in modules or path.name.startswith("lib")})


def _in_framework(path: Path) -> bool:
    return any(part.endswith(".framework") for part in path.parts) and not path.suffix


def _libraries(folder: Path, known: dict[str, dict[str, str]]) -> Iterator[Component]:
    projects: dict[tuple[str, str, str], list[str]] = {}
    unknown = []
    for name in libraries(folder):
        entry = entry_of(name, known)
        if entry is None:
            unknown.append(name)
        else:
            projects.setdefault((entry["project"], entry["licence"], entry.get("text", "")), []).append(name)
    if unknown:
        raise UnknownLicence(f"no licence is known of {', '.join(unknown)}; look it up and add it to licences.toml")
    for (project, licence, text), names in projects.items():
        yield Component(project, "", licence, tuple(names), tuple(_texts(text, names)))


def entry_of(name: str, known: dict[str, dict[str, str]]) -> dict[str, str] | None:
    """Return what is known of a library: the entry whose key its name begins with, `*` standing for more letters."""

    def fits(key: str) -> bool:
        rest = name.removeprefix(key.rstrip("*"))
        return rest != name and (key.endswith("*") or not rest[:1].isalpha())

    best = max(filter(fits, known), key=len, default=None)
    return known[best] if best else None


def _texts(text: str, names: Iterable[str]) -> Iterator[Path]:
    if text in ("", "numpy"):
        yield from _package("numpy", {}).texts[:1] if text else sorted({c for name in names for c in _copyright(name)})
        return
    for file in text.split():
        yield HERE / "licence_texts" / file


def _copyright(name: str) -> list[Path]:
    """Return the copyright file of the Debian package that a library came from, where there is one."""
    if shutil.which("dpkg") is None:
        return []
    found = subprocess.run(["dpkg", "--search", f"*/{name}"], capture_output=True, text=True, check=False).stdout
    packages = sorted({line.partition(":")[0] for line in found.splitlines()})
    files = [Path("/usr/share/doc") / package / "copyright" for package in packages]
    return [file for file in files if file.is_file()][:1]


def _python_texts() -> tuple[Path, ...]:
    places = (Path(sys.base_prefix), Path(sys.base_prefix) / "lib" / f"python3.{sys.version_info.minor}")
    found = [place / name for place in places for name in ("LICENSE.txt", "LICENSE") if (place / name).is_file()]
    return tuple(found[:1])

"""The documents the project knows by name: `corpus/corpus.toml`, their digest editions, and full texts at hand.

Takes a name ("2022") or a path; returns the file to read: the full text from ``corpus/full/`` or
``$KWAICOMPARE_CORPUS`` (folders separated as in PATH), found by file name or by SHA-256, else the digest edition.
Reads no document.

    resolve("2022") → corpus/full/001….txt, or corpus/kuaishou-2022.md without it
"""

import hashlib
import os
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kwaicompare import resources
from kwaicompare.errors import UnknownDocument
from kwaicompare.model.document import Holding, Source

VARIABLE = "KWAICOMPARE_CORPUS"
_TEXT_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})
_LARGEST = 16 * 1024 * 1024  # a file beyond this is not hashed in search of a full text
_SHORTEST_FULL_TEXT = 15_000


@dataclass(frozen=True, slots=True)
class CorpusEntry:
    """A document known by name. ``files`` are names its full text may come under, ``digest`` the digest edition's."""

    name: str
    title: str
    edition: str
    publisher: str
    date: str
    language: str
    sha256: tuple[str, ...]
    files: tuple[str, ...]
    digest: str

    @property
    def digest_path(self) -> Path:
        """The file of the digest edition."""
        return resources.corpus_folder() / self.digest


@cache
def corpus_entries() -> tuple[CorpusEntry, ...]:
    """Return the documents of the corpus, in the order of ``corpus.toml``."""
    table = tomllib.loads((resources.corpus_folder() / "corpus.toml").read_text(encoding="utf-8"))
    return tuple(
        CorpusEntry(
            name=name,
            title=fields["title"],
            edition=fields["edition"],
            publisher=fields["publisher"],
            date=fields["date"],
            language=fields["language"],
            sha256=tuple(fields["sha256"]),
            files=tuple(fields["files"]),
            digest=fields["digest"],
        )
        for name, fields in table.items()
    )


def folders() -> tuple[Path, ...]:
    """Return the folders where full texts are looked for."""
    named = os.environ.get(VARIABLE, "")
    return (resources.corpus_folder() / "full", *(Path(name) for name in named.split(os.pathsep) if name))


def full_text(entry: CorpusEntry) -> Path | None:
    """Return the file that holds the full text of ``entry``, if there is one at hand."""
    present = [folder for folder in folders() if folder.is_dir()]
    for folder in present:
        for name in entry.files:
            if (folder / name).is_file():
                return folder / name
    for folder in present:
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in _TEXT_SUFFIXES and _sha256(path) in entry.sha256:
                return path
    return None


def resolve(name_or_path: str | Path) -> Path:
    """Return the file a path or the name of a document stands for. Raises UnknownDocument."""
    path = Path(name_or_path)
    name = str(name_or_path)
    entry = next((entry for entry in corpus_entries() if entry.name == name), None)
    if os.path.lexists(path):
        return path
    if entry is None:
        known = ", ".join(entry.name for entry in corpus_entries())
        raise UnknownDocument("error.unknown_document", name, known=known)
    return full_text(entry) or entry.digest_path


def identify(source: Source, length: int) -> Source:
    """Say of a text ``length`` characters long which document of the corpus it is, in full or as digest."""
    for entry in corpus_entries():
        holding = _holding(entry, source, length)
        if holding != "file":
            return replace(source, holding=holding, title=entry.title, edition=entry.edition, language=entry.language)
    return source


def _holding(entry: CorpusEntry, source: Source, length: int) -> Holding:
    if source.sha256 in entry.sha256:
        return "full"
    if _letters(source.title) != _letters(entry.title):
        return "file"
    if entry.digest_path.is_file() and source.sha256 == _sha256(entry.digest_path):
        return "digest"
    named = length >= _SHORTEST_FULL_TEXT and source.edition in ("", entry.edition)
    return "full" if named else "file"


def _letters(title: str) -> str:
    return "".join(sign for sign in title.lower() if sign.isalnum())


def _sha256(path: Path) -> str:
    """Return the digest of a file of reasonable size, "" for any other."""
    if not path.is_file() or path.stat().st_size > _LARGEST:
        return ""
    return hashlib.sha256(path.read_bytes()).hexdigest()

"""A library of reports: folders whose documents are looked up together, kept up to date as files change.

Takes folders; tells what an update found, and the places of a query. The folders stand in a small file of their own and
the index beside it holds nothing that cannot be made again: an index that is damaged is thrown away and built anew.
An update reads only what is new: a file of the same size and time is taken as read, one whose digest is known under a
path that is gone was moved. What was indexed when an update is cancelled stays. While one document is
written to the index the next is read and prepared. It leaves out the index itself.

    library = Library(folder); library.add(reports); library.find(Query("知识产权"), limit=200)
"""

import hashlib
import json
import os
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Container
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TypeVar

from kwaicompare.errors import BadLibrary, UnreadableDocument
from kwaicompare.model.document import Document
from kwaicompare.model.keyword import Query
from kwaicompare.model.library import LibraryFolder, LibraryFound, LibraryHit, LibraryUpdate, Unread
from kwaicompare.progress import Progress, silent
from kwaicompare.read.document import READABLE, read_document
from kwaicompare.store.library_index import Indexed, LibraryIndex, is_broken, prepare

_COMMIT_AFTER = 16_000_000  # bytes of files: what a crash costs at most, and few enough for large transactions
Value = TypeVar("Value")


class Library:
    """The library kept in ``folder``. Methods raise BadLibrary where its files cannot be read or written."""

    def __init__(self, folder: Path) -> None:
        self._folders_file = folder / "library.json"
        self._index_file = folder / "library.sqlite"
        self._index: LibraryIndex | None = None

    def close(self) -> None:
        """Close the index."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def folders(self) -> list[str]:
        """Return the folders in the order they were added."""
        try:
            stored = json.loads(self._folders_file.read_text(encoding="utf-8"))
            return [str(path) for path in stored["folders"]]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise BadLibrary("error.library", str(self._folders_file), detail=error) from error

    def holdings(self) -> tuple[LibraryFolder, ...]:
        """Return what the index holds of each folder."""
        documents = self._trying(lambda index: index.documents(), silent)
        found = []
        for folder in self.folders():
            inside = [document for document in documents if _inside(document.path, folder)]
            found.append(LibraryFolder(folder, len(inside), sum(document.chars for document in inside)))
        return tuple(found)

    def add(self, folder: Path, progress: Progress = silent) -> LibraryUpdate:
        """Take a folder in and index it. Raises BadLibrary where it is no folder."""
        if not folder.is_dir():
            raise BadLibrary("error.no_folder", str(folder))
        path = str(folder.resolve())
        self._save_folders([*(known for known in self.folders() if known != path), path])
        return self.update(progress)

    def remove(self, folder: Path) -> LibraryUpdate:
        """Take a folder out; its files stay as they are. Raises BadLibrary for a folder that is not in the library."""
        path = str(folder.resolve())
        if path not in self.folders():
            raise BadLibrary("error.not_in_library", str(folder))
        self._save_folders([known for known in self.folders() if known != path])
        return self.update()

    def update(self, progress: Progress = silent) -> LibraryUpdate:
        """Bring the index up to the files as they are now; cancelled, it keeps what is done."""
        return self._trying(lambda index: _Update(index, self.folders()).run(progress), progress)

    def find(self, query: Query, limit: int | None = None, progress: Progress = silent) -> LibraryFound:
        """Return the first ``limit`` places of a query. Raises BadQuery."""

        def look(index: LibraryIndex) -> LibraryFound:
            hits: list[LibraryHit] = []
            for hit in index.find(query.text) if query.mode == "plain" else index.search(query, progress):
                progress("find", 0.0)
                hits += [hit] if hit is not None else []
                if limit is not None and len(hits) > limit:
                    break
            return LibraryFound(tuple(hits[:limit]), limit is None or len(hits) <= limit)

        return self._trying(look, progress)

    def _save_folders(self, folders: list[str]) -> None:
        try:
            self._folders_file.parent.mkdir(parents=True, exist_ok=True)
            part = self._folders_file.with_suffix(".part")
            part.write_text(json.dumps({"folders": folders}, ensure_ascii=False), encoding="utf-8")
            os.replace(part, self._folders_file)
        except OSError as error:
            raise BadLibrary("error.library", str(self._folders_file), detail=error) from error

    def _trying(self, work: Callable[[LibraryIndex], Value], progress: Progress) -> Value:
        """Work on the index; where it is damaged, build it anew and try once more."""
        try:
            try:
                return work(self._open())
            except sqlite3.DatabaseError as error:
                if not is_broken(error):
                    raise
                self._discard()
                _Update(self._open(), self.folders()).run(progress)
                return work(self._open())
        except (sqlite3.Error, OSError) as error:
            raise BadLibrary("error.library", str(self._index_file), detail=error) from error

    def _open(self) -> LibraryIndex:
        if self._index is None:
            self._index = LibraryIndex(self._index_file)
        return self._index

    def _discard(self) -> None:
        self.close()
        for ending in ("", "-wal", "-shm"):
            Path(f"{self._index_file}{ending}").unlink(missing_ok=True)


def library_folder() -> Path:
    """Return where the user's own library is kept: with the user's data, as each system has it."""
    if "KWAICOMPARE_LIBRARY" in os.environ:
        return Path(os.environ["KWAICOMPARE_LIBRARY"])
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "kwaicompare" / "library"


class _Update:
    """One pass over the folders: this thread reads and prepares documents, another one writes them to the index."""

    def __init__(self, index: LibraryIndex, folders: list[str]) -> None:
        self._index, self._folders = index, folders
        self._counts: Counter[str] = Counter()
        self._unread: list[Unread] = []
        self._gone: dict[str, list[Indexed]] = defaultdict(list)  # by digest
        self._writer = ThreadPoolExecutor(1)
        self._written: Future[None] = Future()
        self._written.set_result(None)

    def run(self, progress: Progress) -> LibraryUpdate:
        with self._writer:
            try:
                self._take_all(progress)
            finally:
                self._finish()
        return LibraryUpdate(**self._counts, unread=tuple(self._unread))

    def _take_all(self, progress: Progress) -> None:
        known = {document.path: document for document in self._index.documents()}
        files = _files(self._folders)
        self._find_gone(known, files)
        total = sum(status.st_size for status in files.values()) or 1
        done = since = 0
        for path, status in files.items():
            progress("library", done / total)
            done += status.st_size
            if self._take(Indexed(0, path, status.st_size, status.st_mtime_ns, ""), known.get(path)):
                since += status.st_size
            if since > _COMMIT_AFTER:
                self._write(self._index.commit)
                since = 0
        for document in chain.from_iterable(self._gone.values()):
            self._write(self._index.remove, document)
            self._counts["removed"] += 1

    def _write(self, work: Callable[..., None], *values: object) -> None:
        """Do something to the index as soon as the last such thing is done, and go on meanwhile."""
        self._written.result()
        self._written = self._writer.submit(work, *values)

    def _finish(self) -> None:
        """Keep what is written whole: where writing fails, all since the last commit is read again next time."""
        try:
            self._write(self._index.commit)
            self._written.result()
        except sqlite3.Error:
            self._index.rollback()
            raise

    def _find_gone(self, known: dict[str, Indexed], files: Container[str]) -> None:
        """Note the documents whose files are gone; those of a folder that is away (a drive not plugged in) stay."""
        away = [folder for folder in self._folders if not Path(folder).is_dir()]
        self._unread.extend(Unread(folder, "error.no_folder") for folder in away)
        for path, document in known.items():
            if path not in files and not any(_inside(path, folder) for folder in away):
                self._gone[document.sha256].append(document)

    def _take(self, file: Indexed, known: Indexed | None) -> bool:
        """Bring one file up to date; return whether it was read."""
        if known is not None and (known.size, known.modified) == (file.size, file.modified):
            return False
        try:
            digest = hashlib.sha256(Path(file.path).read_bytes()).hexdigest()
            moved = self._gone[digest].pop() if known is None and self._gone.get(digest) else None
            same = known if known is not None and known.sha256 == digest else moved
            if same is not None:
                self._counts["moved"] += same is not known
                self._write(self._index.update, replace(file, id=same.id))
            else:
                self._replace(known, file, read_document(file.path))
        except (UnreadableDocument, OSError) as error:
            self._unread.append(Unread(file.path, getattr(error, "key", "error.permission")))
            if known is not None:
                self._write(self._index.remove, known)
        return True

    def _replace(self, known: Indexed | None, file: Indexed, document: Document) -> None:
        prepared = prepare(document.text)
        if known is not None:
            self._write(self._index.remove, known)
        digest = document.source.sha256
        self._write(self._index.add, replace(file, sha256=digest), document.source.title, prepared)
        self._counts["added" if known is None else "changed"] += 1


def _files(folders: list[str]) -> dict[str, os.stat_result]:
    """Return the readable files below the folders, in the order of their paths; hidden ones are left out."""
    found: dict[str, os.stat_result] = {}
    for folder in folders:
        for place, inner, names in os.walk(folder):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            for name in sorted(names):
                path = Path(place, name)
                if path.suffix.lower() in READABLE and not name.startswith(".") and path.is_file():
                    found[str(path)] = path.stat()
    return found


def _inside(path: str, folder: str) -> bool:
    return Path(folder) in Path(path).parents

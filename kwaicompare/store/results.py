"""Comparisons kept on disk, so that a pair compared before opens at once.

Takes a folder; keeps one file a comparison under a key made of both texts' digests, their paths, the options and the
program itself, so that nothing out of date is ever found. A damaged or foreign file is as good as none and is removed.
Only values of this program's model are read back, never code. Leaves out deciding when to store.

    ResultStore(folder).save(key, comparison); ResultStore(folder).load(key) == comparison
"""

import hashlib
import io
import os
import pickle
import tempfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kwaicompare import __version__
from kwaicompare.model.comparison import Comparison

_SUFFIX = ".comparison"
_MAGIC = b"kwaicompare result 1\n"
_DIGEST = hashlib.sha256().digest_size
_MOST_BYTES = 200 * 1024 * 1024
_ALLOWED = {("decimal", "Decimal"), ("array", "_array_reconstructor"), ("array", "array")}
_PACKAGE = Path(__file__).parent.parent


class _ModelUnpickler(pickle.Unpickler):
    """Reads values of the model and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("kwaicompare.model.") or (module, name) in _ALLOWED:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no value of the model")


class ResultStore:
    """A folder of stored comparisons; the oldest go when it grows beyond 200 MB."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, key: str) -> Comparison | None:
        """Return the stored comparison, or None."""
        path = self._path(key)
        try:
            stored = path.read_bytes()
        except OSError:
            return None
        comparison = _read(stored)
        if comparison is None:
            path.unlink(missing_ok=True)
        return comparison

    def save(self, key: str, comparison: Comparison) -> None:
        """Store a comparison; the file appears whole or not at all. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        payload = zlib.compress(pickle.dumps(comparison, protocol=5), level=1)
        handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_MAGIC + hashlib.sha256(payload).digest() + payload)
            os.replace(name, self._path(key))
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        self._prune()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_SUFFIX}"

    def _prune(self) -> None:
        files = sorted(self._folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
        total = 0
        for path in files:
            total += path.stat().st_size
            if total > _MOST_BYTES:
                path.unlink(missing_ok=True)


def result_key(digests: Iterable[str], paths: Iterable[str], options: object) -> str:
    """Name the result of comparing texts with these digests, under these paths, with these options."""
    parts = (*digests, *paths, repr(options), __version__, str(_newest_source()))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _newest_source() -> int:
    """Return when the program's own files changed last (0 in a packaged program, which never does)."""
    return max((path.stat().st_mtime_ns for path in _PACKAGE.rglob("*.py")), default=0)


def _read(stored: bytes) -> Comparison | None:
    start = len(_MAGIC) + _DIGEST
    payload = stored[start:]
    if not stored.startswith(_MAGIC) or stored[len(_MAGIC) : start] != hashlib.sha256(payload).digest():
        return None
    try:
        value = _ModelUnpickler(io.BytesIO(zlib.decompress(payload))).load()
    except (zlib.error, pickle.UnpicklingError, EOFError, AttributeError, ImportError, TypeError, ValueError):
        return None
    return value if isinstance(value, Comparison) else None

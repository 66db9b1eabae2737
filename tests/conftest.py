"""Where tests find the repository and the real documents.

The full texts are not part of the project: they are looked for in ``../shared/corpus`` beside the repository and in
the folders of ``$KWAICOMPARE_CORPUS``; a test that needs one is skipped, with the reason, where it is not at hand.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kwaicompare.model.comparison import Edition

# No test needs a screen; one that wants to see a real one sets this itself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Windows opened by tests, in this process or another, keep no comparisons in the user's own cache.
_CACHE = tempfile.TemporaryDirectory(prefix="kwaicompare-cache-")
os.environ["XDG_CACHE_HOME"] = _CACHE.name

REPOSITORY = Path(__file__).resolve().parent.parent


def _folders() -> list[Path]:
    named = os.environ.get("KWAICOMPARE_CORPUS", "")
    return [REPOSITORY.parent / "shared" / "corpus", *(Path(name) for name in named.split(os.pathsep) if name)]


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the root of the source tree."""
    return REPOSITORY


@pytest.fixture(scope="session")
def corpus_file() -> Callable[[str], Path]:
    """Return a function from the beginning of a file's name ("001") to the real document, or skip the test."""

    def find(prefix: str) -> Path:
        found = [path for folder in _folders() if folder.is_dir() for path in sorted(folder.glob(f"{prefix}*.txt"))]
        if not found:
            pytest.skip(f"document {prefix} is not at hand: put it into a folder named by KWAICOMPARE_CORPUS")
        return found[0]

    return find


@pytest.fixture(scope="session")
def full_paper() -> Callable[[str], Path]:
    """Return a function from a name of the corpus ("2022") to the full text, or skip the test."""

    def find(name: str) -> Path:
        from kwaicompare.read.corpus import corpus_entries

        entry = next(entry for entry in corpus_entries() if entry.name == name)
        for folder in (*_folders(), REPOSITORY / "corpus" / "full"):
            for file in entry.files:
                if (folder / file).is_file():
                    return folder / file
        pytest.skip(f"the full text of {name} is not at hand: put it into a folder named by KWAICOMPARE_CORPUS")

    return find


@pytest.fixture
def edition_of(tmp_path: Path) -> Callable[..., "Edition"]:
    """Return a function from a Markdown text to its edition, outline and figures found, words cut."""
    from kwaicompare.compare import cut_words, read_edition

    def build(text: str, name: str = "text.md") -> "Edition":
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return cut_words([read_edition(path)])[0]

    return build

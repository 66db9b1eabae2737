"""The one reader of ``resources/`` and ``corpus/``, from source, wheel and frozen program alike."""

from functools import cache
from pathlib import Path

LANGUAGES = ("zh_CN", "en")
_PACKAGE = Path(__file__).parent


def root() -> Path:
    """Return the folder that holds ``resources/`` and ``corpus/``: the source tree, else the package's data."""
    tree = _PACKAGE.parent
    return tree if (tree / "resources").is_dir() and (tree / "pyproject.toml").is_file() else _PACKAGE / "data"


def path(*parts: str) -> Path:
    """Return the path of a file below ``resources/``."""
    return root().joinpath("resources", *parts)


def text(*parts: str) -> str:
    """Read a UTF-8 file below ``resources/``."""
    return path(*parts).read_text(encoding="utf-8")


def corpus_folder() -> Path:
    """Return the project's own corpus folder."""
    return root() / "corpus"


class Messages:
    """Sentences for people, by dotted key, in one language: the vocabulary shared by commands, reports and window."""

    def __init__(self, language: str) -> None:
        import tomllib  # here, so that the window is painted without it

        self.language = language if language in LANGUAGES else "en"
        self._table = tomllib.loads(text("messages", f"{self.language}.toml"))

    def __contains__(self, key: str) -> bool:
        return isinstance(self._look_up(key), str)

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence of ``key`` with ``values`` filled in. Raises KeyError for an unknown key."""
        found = self._look_up(key)
        if not isinstance(found, str):
            raise KeyError(key)
        return found.format(**values) if values else found

    def _look_up(self, key: str) -> object:
        node: object = self._table
        for name in key.split("."):
            if not isinstance(node, dict) or name not in node:
                return None
            node = node[name]
        return node


@cache
def messages(language: str) -> Messages:
    """Return the sentences of ``language`` ("zh_CN" or "en"; anything else falls back to English)."""
    return Messages(language)

"""Resources: both languages say the same, every key in use exists, the wheel carries what the source tree has."""

import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kwaicompare import resources


def _leaves(table: dict, prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def _sentences(language: str) -> dict[str, str]:
    return dict(_leaves(tomllib.loads(resources.text("messages", f"{language}.toml"))))


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_both_languages_have_the_same_sentences_with_the_same_fields() -> None:
    chinese, english = _sentences("zh_CN"), _sentences("en")
    assert chinese.keys() == english.keys()
    assert {key for key in chinese if _fields(chinese[key]) != _fields(english[key])} == set()


def test_no_sentence_is_empty() -> None:
    assert [key for language in resources.LANGUAGES for key, text in _sentences(language).items() if not text] == []


def test_every_key_named_in_the_code_exists(repository: Path) -> None:
    sections = "|".join(tomllib.loads(resources.text("messages", "en.toml")))
    literal = re.compile(rf'"((?:{sections})\.[a-z_.-]+)"')
    sources = {path: path.read_text(encoding="utf-8") for path in (repository / "kwaicompare").rglob("*.py")}
    used = {(path.name, key) for path, source in sources.items() for key in literal.findall(source)}
    known = {*_sentences("en"), *(path.name for path in resources.path("templates").iterdir())}
    assert used
    assert sorted((name, key) for name, key in used if key not in known and not key.endswith(".")) == []


def test_unknown_language_falls_back_to_english() -> None:
    assert resources.messages("fr").language == "en"


def test_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        resources.messages("en")("error.no_such_key")


def test_wheel_names_every_file_the_corpus_needs(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    corpus = tomllib.loads((repository / "corpus" / "corpus.toml").read_text(encoding="utf-8"))
    wanted = {"corpus/corpus.toml", *(f"corpus/{entry['digest']}" for entry in corpus.values())}
    assert wanted <= included.keys()
    assert all((repository / name).exists() for name in included)

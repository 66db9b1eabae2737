"""Documents known by name."""

import hashlib
import os

import pytest

from kwaicompare import resources
from kwaicompare.errors import UnknownDocument
from kwaicompare.read import corpus
from kwaicompare.read.document import read_document

TOML = """
["2031"]
title = "绿道白皮书"
edition = "2031"
publisher = "绿道社"
date = "2031-05-01"
language = "zh"
sha256 = ["{sha}"]
files = ["greenway.txt"]
digest = "greenway-2031.md"
"""
FULL = ("绿道白皮书\n\n2031年5月1日\n\n" + "步道又长了一些。" * 2000).encode()


@pytest.fixture
def library(tmp_path, monkeypatch):
    """A corpus of one document of which only the digest edition is at hand, and an empty folder for more."""
    home, more = tmp_path / "corpus", tmp_path / "more"
    (home / "full").mkdir(parents=True)
    more.mkdir()
    (home / "corpus.toml").write_text(TOML.format(sha=hashlib.sha256(FULL).hexdigest()), encoding="utf-8")
    (home / "greenway-2031.md").write_text("# 绿道白皮书\n\n摘编。\n", encoding="utf-8")
    monkeypatch.setattr(resources, "corpus_folder", lambda: home)
    monkeypatch.setenv(corpus.VARIABLE, os.pathsep.join([str(tmp_path / "absent"), str(more)]))
    monkeypatch.chdir(tmp_path)
    corpus.corpus_entries.cache_clear()
    yield home, more
    corpus.corpus_entries.cache_clear()


def test_the_shipped_corpus_names_both_papers():
    entries = {entry.name: entry for entry in corpus.corpus_entries()}
    assert set(entries) == {"2022", "2026"}
    for entry in entries.values():
        assert entry.digest_path.is_file()
        assert all(len(sha) == 64 for sha in entry.sha256)


def test_a_name_stands_for_the_digest_until_a_full_text_is_at_hand(library):
    home, more = library
    assert corpus.resolve("2031") == home / "greenway-2031.md"
    assert read_document(corpus.resolve("2031")).source.holding == "digest"
    (more / "别名.txt").write_bytes(FULL)
    assert corpus.resolve("2031") == more / "别名.txt"
    (home / "full" / "greenway.txt").write_bytes(FULL)
    assert corpus.resolve("2031") == home / "full" / "greenway.txt"
    source = read_document(corpus.resolve("2031")).source
    assert (source.holding, source.title, source.edition) == ("full", "绿道白皮书", "2031")


def test_another_extraction_is_known_by_its_title(library, tmp_path):
    (tmp_path / "mine.txt").write_bytes(FULL + "又一行。".encode())
    assert read_document(tmp_path / "mine.txt").source.holding == "full"
    (tmp_path / "other.txt").write_bytes(FULL.replace("2031年".encode(), "2029年".encode()))
    assert read_document(tmp_path / "other.txt").source.holding == "file"
    (tmp_path / "short.txt").write_text("绿道白皮书\n\n一段。", encoding="utf-8")
    assert read_document(tmp_path / "short.txt").source.holding == "file"


def test_a_path_that_exists_wins_over_a_name(library, tmp_path):
    (tmp_path / "2031").write_text("正文。", encoding="utf-8")
    assert corpus.resolve("2031").read_text(encoding="utf-8") == "正文。"


def test_an_unknown_name_is_said_to_be_unknown(library):
    with pytest.raises(UnknownDocument) as caught:
        corpus.resolve("2050")
    assert (caught.value.key, caught.value.values) == ("error.unknown_document", {"path": "2050", "known": "2031"})

"""The library finds what a concordance of each document finds, and follows its files."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kwaicompare.errors import BadLibrary, BadQuery
from kwaicompare.keywords.concordance import Searcher, find
from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Document, Outline, Source
from kwaicompare.model.keyword import Query, QueryMode
from kwaicompare.model.library import LibraryUpdate, Unread
from kwaicompare.progress import Cancelled
from kwaicompare.read.document import read_document
from kwaicompare.store import library_index
from kwaicompare.store.library import Library
from kwaicompare.store.library_index import Indexed, LibraryIndex

ALPHABET = "知识產权产权專利AＡai ａ\n　㎡m2𠮷①1，、'\"*-\x00\ufeff"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    (folder / "早年").mkdir(parents=True)
    (folder / "a.txt").write_text("渡口每日六班，保护知識產權。\n", encoding="utf-8")
    (folder / "早年" / "b.md").write_text("# 旧报\n\n知识\n产权与专利。\n", encoding="utf-8")
    (folder / "c.png").write_bytes(b"\x89PNG")
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "kept")
    yield library
    library.close()


def found(library: Library, phrase: str) -> list[tuple[str, str]]:
    return [(Path(hit.path).name, hit.match) for hit in library.find(Query(phrase)).hits]


def test_documents_of_a_folder_are_found(library: Library, reports: Path) -> None:
    assert library.add(reports) == LibraryUpdate(added=2)
    assert found(library, "知识产权") == [("a.txt", "知識產權"), ("b.md", "知识\n产权")]
    assert found(library, "专") == [("b.md", "专")]
    assert found(library, "没有") == []
    (hit,) = library.find(Query("六班")).hits
    assert (hit.left, hit.right, hit.span.start, hit.title) == ("渡口每日", "，保护知識產權。 ", 4, "a")
    (folder,) = library.holdings()
    assert (folder.path, folder.documents) == (str(reports), 2)


def test_what_is_shown_first_says_whether_there_is_more(library: Library, reports: Path) -> None:
    library.add(reports)
    assert [(len(f.hits), f.complete) for f in (library.find(Query("知"), 1), library.find(Query("知"), 2))] == [
        (1, False),
        (2, True),
    ]
    with pytest.raises(BadQuery):
        library.find(Query(" "))


OTHER_QUERIES: dict[QueryMode, tuple[str, ...]] = {
    "all": ("知识 专利", "渡口 知识", "产权 没有"),
    "regex": ("知.产", "[渡六].."),
    "pinyin": ("zhishi", "zscq"),
}


@pytest.mark.parametrize("query", [Query(text, mode) for mode, texts in OTHER_QUERIES.items() for text in texts])
def test_other_queries_find_what_a_concordance_finds(library: Library, reports: Path, query: Query) -> None:
    library.add(reports)
    expected = []
    for path in (reports / "a.txt", reports / "早年" / "b.md"):
        edition = Edition(read_document(str(path)), Outline((), ()))
        expected += [(str(path), hit.span, hit.match) for hit in find(query, [edition])]
    assert [(hit.path, hit.span, hit.match) for hit in library.find(query).hits] == expected


def test_figures_are_found_by_value(library: Library, reports: Path) -> None:
    (reports / "c.md").write_text("# 借阅\n\n借出1.2亿册，归还9800万册，损毁三十册。\n", encoding="utf-8")
    library.add(reports)
    for asked, expected in (("> 1亿 册", ["1.2亿册"]), ("10-40 册", ["三十册"]), ("> 9亿", [])):
        assert [hit.match for hit in library.find(Query(asked, "figure")).hits] == expected


def test_what_cannot_be_looked_up_is_refused(library: Library, reports: Path) -> None:
    library.add(reports)
    for query in (Query("> 很多", "figure"), Query("(", "regex"), Query(" ", "all")):
        with pytest.raises(BadQuery):
            library.find(query)


def test_only_what_changed_is_read_again(library: Library, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library.add(reports)
    monkeypatch.setattr("kwaicompare.store.library.read_document", lambda path: pytest.fail(f"{path} was read"))
    assert library.update() == LibraryUpdate()
    os.utime(reports / "a.txt", (1, 1))
    assert library.update() == LibraryUpdate()


def test_changed_moved_and_removed_files_are_noticed(library: Library, reports: Path) -> None:
    library.add(reports)
    (reports / "a.txt").write_text("渡口改为十班。\n", encoding="utf-8")
    assert library.update() == LibraryUpdate(changed=1)
    assert (found(library, "六班"), found(library, "十班")) == ([], [("a.txt", "十班")])
    (reports / "a.txt").rename(reports / "早年" / "z.txt")
    assert library.update() == LibraryUpdate(moved=1)
    assert found(library, "十班") == [("z.txt", "十班")]
    (reports / "早年" / "b.md").unlink()
    assert library.update() == LibraryUpdate(removed=1)
    assert found(library, "专利") == []


def test_two_alike_files_that_go_are_both_forgotten(library: Library, reports: Path) -> None:
    for name in ("d.txt", "e.txt"):
        (reports / name).write_text("同样的话。", encoding="utf-8")
    library.add(reports)
    for name in ("d.txt", "e.txt"):
        (reports / name).unlink()
    assert library.update() == LibraryUpdate(removed=2)


def test_a_folder_that_is_away_keeps_its_documents(library: Library, reports: Path) -> None:
    library.add(reports)
    reports.rename(reports.with_name("away"))
    assert library.update() == LibraryUpdate(unread=(Unread(str(reports), "error.no_folder"),))
    assert found(library, "六班") == [("a.txt", "六班")]
    assert library.remove(reports).removed == 2
    assert library.folders() == []


def test_an_unreadable_file_is_told_and_the_others_are_found(library: Library, reports: Path) -> None:
    (reports / "bad.txt").write_bytes(b"\x00\x01\x02" * 50)
    update = library.add(reports)
    assert (update.added, update.unread) == (2, (Unread(str(reports / "bad.txt"), "error.binary"),))


def test_a_cancelled_update_keeps_what_was_done(library: Library, reports: Path) -> None:
    calls = []

    def progress(stage: str, done: float) -> None:
        calls.append((stage, done))
        if len(calls) > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        library.add(reports, progress)
    assert found(library, "六班") == [("a.txt", "六班")]
    assert library.update() == LibraryUpdate(added=1)


def test_a_full_disk_leaves_no_half_document(library: Library, reports: Path, monkeypatch) -> None:
    insert = LibraryIndex._insert

    def until_pairs(index: LibraryIndex, into: str, rows: list[tuple]) -> None:
        if into.startswith("pair"):
            raise sqlite3.OperationalError("database or disk is full")
        insert(index, into, rows)

    with monkeypatch.context() as full:
        full.setattr(LibraryIndex, "_insert", until_pairs)
        with pytest.raises(BadLibrary, match="library"):
            library.add(reports)
    assert library.holdings()[0].documents == 0
    assert library.update() == LibraryUpdate(added=2)
    assert found(library, "六班") == [("a.txt", "六班")]


@pytest.mark.parametrize("damage", ["foreign", "torn"])
def test_a_broken_index_is_built_anew(tmp_path: Path, reports: Path, damage: str) -> None:
    library = Library(tmp_path / "kept")
    library.add(reports)
    library.close()
    file = tmp_path / "kept" / "library.sqlite"
    stored = file.read_bytes()
    file.write_bytes(
        b"not a database " * 500 if damage == "foreign" else stored[:4096] + b"\xff" * (len(stored) - 4096)
    )
    library = Library(tmp_path / "kept")
    assert found(library, "知识产权") == [("a.txt", "知識產權"), ("b.md", "知识\n产权")]
    assert library.folders() == [str(reports)]
    library.close()


def test_trouble_names_what_is_wrong(library: Library, tmp_path: Path) -> None:
    for work in (library.add, library.remove):
        with pytest.raises(BadLibrary):
            work(tmp_path / "nowhere")
    assert (library.holdings(), library.find(Query("知")).hits) == ((), ())
    (tmp_path / "kept" / "library.json").write_text("[", encoding="utf-8")
    with pytest.raises(BadLibrary):
        library.folders()


TEXTS = st.text(ALPHABET, max_size=60)


@given(st.lists(TEXTS, min_size=1, max_size=3), st.text(ALPHABET, min_size=1, max_size=5), st.integers(1, 12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_equals_the_concordance(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], query: str, block: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library_index, "_BLOCK", block)
        patch.setattr(library_index, "_OVERLAP", 4)
        index = LibraryIndex(tmp_path_factory.mktemp("index") / "i.sqlite")
        for number, text in enumerate(texts):
            index.add(Indexed(0, str(number), 0, 0, ""), "", library_index.prepare(text))
        searchers = [Searcher(Edition(Document(Source("", "", "utf-8"), text, ()), Outline(()))) for text in texts]
        try:
            expected = [
                (hit.left, str(number), hit.match, hit.right, span)
                for number, searcher in enumerate(searchers)
                for span in searcher.spans(Query(query))
                for hit in [searcher.hit(span)]
            ]
        except BadQuery:
            with pytest.raises(BadQuery):
                list(index.find(query))
        else:
            hits = list(index.find(query))
            assert [[hit.path, hit.match, hit.right, hit.span] for hit in hits] == [place for _, *place in expected]
            assert all(left.endswith(hit.left) for (left, *_), hit in zip(expected, hits, strict=True))
            for document in index.documents():
                index.remove(document)
            assert list(index.find(query)) == []
        index.close()

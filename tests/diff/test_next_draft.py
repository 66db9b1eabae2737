"""Two drafts of one report: the differences are the changes made, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kwaicompare import workspace
from kwaicompare.model.comparison import Comparison
from kwaicompare.read.corpus import corpus_entries
from tests.diff.drafts import Draft, next_draft

Drafts = tuple[Comparison, Draft]


def compared(old: Path, new: Path) -> Comparison:
    return workspace.compare(workspace.open_edition(str(old)), workspace.open_edition(str(new)))


@pytest.fixture(params=[0, -1], ids=["oldest", "newest"], scope="module")
def drafts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Drafts:
    """Compare a digest edition with a next draft of it."""
    text = corpus_entries()[request.param].digest_path.read_text(encoding="utf-8")
    draft = next_draft(text, figures=3, rewordings=20)
    folder = tmp_path_factory.mktemp("drafts")
    paths = []
    for name, content in (("3.md", text), ("4.md", draft.text)):
        paths.append(folder / name)
        paths[-1].write_text(content, encoding="utf-8")
    return compared(*paths), draft


def test_each_change_is_one_edited_passage(drafts: Drafts) -> None:
    comparison, draft = drafts
    assert len(draft.reworded) == 23
    edited = [
        (passage.a.of(comparison.a.text), passage.b.of(comparison.b.text))
        for passage in comparison.passages
        if passage.relation == "edited" and passage.a and passage.b
    ]
    assert sorted(edited) == sorted((old.strip(), new.strip()) for old, new in draft.reworded)


def test_the_moved_paragraph_moved_and_nothing_beside_it(drafts: Drafts) -> None:
    comparison, draft = drafts
    moved = [passage for passage in comparison.passages if "moved" in passage.relation]
    assert {passage.relation for passage in moved} == {"moved"}
    assert "".join(passage.a.of(comparison.a.text) for passage in moved if passage.a) == draft.moved


def test_of_the_merged_section_only_its_heading_is_gone(drafts: Drafts) -> None:
    comparison, draft = drafts
    alone = [passage for passage in comparison.passages if passage.a is None or passage.b is None]
    assert [(passage.relation, passage.a and passage.a.of(comparison.a.text)) for passage in alone] == [
        ("dropped", draft.heading)
    ]


def test_marks_in_a_reworded_sentence_are_the_words_that_changed(drafts: Drafts) -> None:
    comparison, _ = drafts
    for passage in comparison.passages:
        if passage.relation == "edited":
            assert sum(edit.op != "equal" for edit in passage.edits) == 1
            assert all(len(edit.a) <= 14 for edit in passage.edits if edit.op != "equal")


def test_a_full_paper_against_its_next_draft(full_paper: Callable[[str], Path], tmp_path: Path) -> None:
    path = full_paper("2026")
    draft = next_draft(workspace.open_document(str(path)).text, figures=3, rewordings=20)
    (tmp_path / "next.md").write_text(draft.text, encoding="utf-8")
    comparison = compared(path, tmp_path / "next.md")
    edited = {p.b.of(comparison.b.text) for p in comparison.passages if p.relation == "edited" and p.b}
    assert edited == {new.strip() for _, new in draft.reworded}
    alone = [p.a.of(comparison.a.text) for p in comparison.passages if p.b is None and p.a]
    assert alone == [draft.heading]

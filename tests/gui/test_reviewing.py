"""What the editor decides in the window: linked, kept, undone, found again when the pair is opened next."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kwaicompare.gui.main_window import MainWindow
from kwaicompare.gui.session import Places, Session
from kwaicompare.gui.tasks import Worker
from kwaicompare.model.decision import Anchor, SectionDecision
from kwaicompare.model.review import NO_REVIEW, Review

OLD = "# 年报\n\n## 渡口\n\n渡船每日六班往返两岸。\n\n## 蜂场\n\n蜂场三处，产蜜十二吨。\n"
NEW = "# 年报\n\n## 渡口\n\n渡船每日十班往返两岸。\n\n## 茶园\n\n茶园新辟二百亩。\n"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    for name, text in (("old.md", OLD), ("new.md", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / "old.md"), str(tmp_path / "new.md")


@pytest.fixture
def opened(open_texts) -> MainWindow:
    return open_texts(OLD, NEW)


def choose(window: MainWindow, *titles: str) -> None:
    """Choose the lines of the map with these titles, by their own way: the first alone, the others added."""
    tree, view = window.section_map.tree, window.section_map
    for at, title in enumerate(titles):
        waiting = [tree.model().index(row, 0) for row in range(tree.model().rowCount())]
        index = next(
            found for found in _walk(tree, waiting) if view.model.node(view.filter.mapToSource(found)).title == title
        )
        mode = tree.selectionModel().SelectionFlag
        tree.selectionModel().setCurrentIndex(index, mode.Select if at else mode.ClearAndSelect)


def _walk(tree, waiting):
    while waiting:
        index = waiting.pop(0)
        yield index
        waiting.extend(tree.model().index(row, 0, index) for row in range(tree.model().rowCount(index)))


def pairs(window: MainWindow) -> set[tuple[str, str]]:
    comparison = window.session.comparison
    assert comparison is not None
    titles = [{section.id: section.title for section in each.sections} for each in (comparison.a, comparison.b)]
    return {(titles[0][link.a], titles[1][link.b]) for link in comparison.alignment.pairs}


def decide(qtbot, window: MainWindow, name: str) -> None:
    with qtbot.waitSignal(window.comparison_shown, timeout=20_000):
        window.actions_by_name[name].trigger()


def test_two_chosen_sections_are_linked_and_the_link_undone(qtbot, opened: MainWindow):
    assert ("蜂场", "茶园") not in pairs(opened)
    choose(opened, "蜂场", "茶园")
    decide(qtbot, opened, "link_sections")
    assert ("蜂场", "茶园") in pairs(opened)
    node = opened.section_map.model.node(opened.section_map.model.find(_id(opened, "蜂场"), "a"))
    assert node.decided
    decide(qtbot, opened, "undo")
    assert ("蜂场", "茶园") not in pairs(opened)
    decide(qtbot, opened, "redo")
    assert ("蜂场", "茶园") in pairs(opened)


def test_a_section_is_taken_up_with_one_key_and_linked_with_the_next(qtbot, opened: MainWindow):
    choose(opened, "蜂场")
    opened.actions_by_name["link_sections"].trigger()
    assert opened.section_map.panel.hint.isVisible()
    choose(opened, "茶园")
    decide(qtbot, opened, "link_sections")
    assert ("蜂场", "茶园") in pairs(opened)
    assert not opened.section_map.panel.hint.isVisible()


def test_a_line_dropped_on_another_links_them(qtbot, opened: MainWindow):
    model = opened.section_map.model
    dragged, target = model.find(_id(opened, "蜂场"), "a"), model.find(_id(opened, "茶园", "b"), "b")
    data = model.mimeData([dragged])
    assert model.canDropMimeData(data, Qt.DropAction.LinkAction, -1, -1, target)
    assert not model.canDropMimeData(data, Qt.DropAction.LinkAction, -1, -1, dragged)
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        model.dropMimeData(data, Qt.DropAction.LinkAction, -1, -1, target)
    assert ("蜂场", "茶园") in pairs(opened)


def test_sections_are_unlinked_and_pinned_as_absent(qtbot, opened: MainWindow):
    choose(opened, "渡口")
    decide(qtbot, opened, "unlink_sections")
    assert ("渡口", "渡口") not in pairs(opened)
    choose(opened, "渡口")
    decide(qtbot, opened, "release_sections")
    assert ("渡口", "渡口") in pairs(opened)
    choose(opened, "渡口")
    decide(qtbot, opened, "pin_absent")
    assert ("渡口", "渡口") not in pairs(opened)
    assert not opened.actions_by_name["pin_absent"].isEnabled() or opened.section_map.node is None


def test_a_heading_is_demoted_and_taken_away(qtbot, opened: MainWindow):
    choose(opened, "蜂场")
    decide(qtbot, opened, "demote")
    comparison = opened.session.comparison
    assert comparison is not None
    before = next(section for section in comparison.a.sections if section.title == "渡口")
    section = next(section for section in comparison.a.sections if section.title == "蜂场")
    assert section.parent == before.id
    choose(opened, "蜂场")
    decide(qtbot, opened, "no_heading")
    assert all(section.title != "蜂场" for section in opened.session.comparison.a.sections)
    decide(qtbot, opened, "undo")
    decide(qtbot, opened, "undo")
    assert [section.title for section in opened.session.comparison.a.sections] == ["渡口", "蜂场"]


def test_a_tip_says_why_sections_belong_together(qtbot, opened: MainWindow):
    model = opened.section_map.model
    tip = model.data(model.find(_id(opened, "渡口"), "a"), Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("渡口\n")
    assert "similar heading" in tip
    choose(opened, "渡口")
    assert "similar heading" in opened.section_map.panel.facts.text()


def _id(window: MainWindow, title: str, side: str = "a") -> str:
    comparison = window.session.comparison
    assert comparison is not None
    edition = comparison.a if side == "a" else comparison.b
    return next(section.id for section in edition.sections if section.title == title)


REVIEW = Review(sections=(SectionDecision(Anchor("## 蜂场", start=27), Anchor("## 茶园", start=27)),))


def test_decisions_are_there_when_the_pair_is_opened_again(qtbot, pair, tmp_path: Path):
    places = Places(tmp_path / "results", tmp_path / "reviews.sqlite")
    worker = Worker()
    session = Session(worker, None, places)
    with qtbot.waitSignal(session.compared):
        session.open(*pair)
    with qtbot.waitSignal(session.compared):
        session.history.decide(REVIEW)
    decided = session.comparison
    worker.close()
    (tmp_path / "new.md").write_text(NEW.replace("二百亩", "三百亩"), encoding="utf-8")
    for _ in range(2):  # the second time from the kept comparison
        worker = Worker()
        again = Session(worker, None, places)
        with qtbot.waitSignal(again.compared):
            again.open(*pair)
        assert again.history.review == REVIEW
        assert decided is not None
        assert again.comparison is not None
        assert again.comparison.alignment.pins == decided.alignment.pins != ()
        qtbot.waitUntil(lambda again=again: not again.keeping.busy)
        worker.close()


def test_a_review_that_cannot_be_read_is_told_and_not_written_over(qtbot, pair, tmp_path: Path):
    file = tmp_path / "reviews.sqlite"
    file.write_bytes(b"this is not a database, whatever its name says")
    worker = Worker()
    session = Session(worker, None, Places(None, file))
    told: list[str] = []
    session.troubled.connect(lambda error: told.append(error.key))
    with qtbot.waitSignal(session.compared):
        session.open(*pair)
    with qtbot.waitSignal(session.compared):
        session.history.decide(REVIEW)
    worker.close()
    assert told == ["error.review"]
    assert file.read_bytes().startswith(b"this is not")


def test_closing_at_once_loses_no_decision(qtbot, pair, tmp_path: Path):
    places = Places(None, tmp_path / "reviews.sqlite")
    worker = Worker()
    session = Session(worker, None, places)
    with qtbot.waitSignal(session.compared):
        session.open(*pair)
    session.history.decide(REVIEW)
    worker.close()
    worker = Worker()
    again = Session(worker, None, places)
    with qtbot.waitSignal(again.compared):
        again.open(*pair)
    assert again.history.review == REVIEW != NO_REVIEW
    worker.close()


def test_what_can_be_decided_follows_the_reader(qtbot, opened: MainWindow):
    opened.page.go_to_place("a", OLD.index("蜂场三处"), OLD.index("蜂场三处") + 2)
    assert opened.section_map.node is not None
    assert opened.section_map.node.title == "蜂场"
    assert opened.actions_by_name["link_sections"].isEnabled()
    assert not opened.actions_by_name["unlink_sections"].isEnabled()

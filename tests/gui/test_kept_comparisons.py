"""A pair compared before opens from its kept comparison; a changed file is compared anew."""

from pathlib import Path

from kwaicompare import workspace
from kwaicompare.gui.session import Places, Session
from kwaicompare.gui.tasks import Worker

OLD = "# 河湾年报\n\n## 渡口\n\n渡船每日六班往返两岸。\n"
NEW = OLD.replace("六班", "十班")


def test_a_pair_compared_before_is_not_compared_again(qtbot, tmp_path: Path, monkeypatch):
    (tmp_path / "old.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    results = tmp_path / "results"
    worker = Worker()
    session = Session(worker, None, Places(results))
    with qtbot.waitSignal(session.compared):
        session.open(str(tmp_path / "old.md"), str(tmp_path / "new.md"))
    qtbot.waitUntil(lambda: bool(list(results.glob("*.comparison"))))
    first = session.comparison
    monkeypatch.setattr(workspace, "compare", None)  # comparing again would fail
    with qtbot.waitSignal(session.opened) as again, qtbot.waitSignal(session.compared):
        session.reload()
    assert session.comparison == first
    assert not again.args[0].sheet.rows  # nothing is laid out twice
    worker.close()


def test_a_changed_file_is_compared_anew(qtbot, tmp_path: Path):
    (tmp_path / "old.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    worker = Worker()
    session = Session(worker, None, Places(tmp_path / "results"))
    with qtbot.waitSignal(session.compared):
        session.open(str(tmp_path / "old.md"), str(tmp_path / "new.md"))
    (tmp_path / "new.md").write_text(NEW.replace("两岸", "三岸"), encoding="utf-8")
    with qtbot.waitSignal(session.compared):
        session.reload()
    assert session.comparison is not None
    assert "三岸" in session.comparison.b.text
    worker.close()


def test_a_folder_that_cannot_be_written_disturbs_nothing(qtbot, tmp_path: Path):
    (tmp_path / "old.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    (tmp_path / "results").write_text("a file stands where the folder should be", encoding="utf-8")
    worker = Worker()
    session = Session(worker, None, Places(tmp_path / "results"))
    told: list[str] = []
    session.troubled.connect(told.append)
    with qtbot.waitSignal(session.compared):
        session.open(str(tmp_path / "old.md"), str(tmp_path / "new.md"))
    worker.close()
    assert session.comparison is not None
    assert told == []

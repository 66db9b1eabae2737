"""A file that changes on disk is told; reading again leads back to the passage that was being read."""

from pathlib import Path

import pytest

from kwaicompare.gui.main_window import MainWindow

OLD = "# 报\n\n" + "\n\n".join(f"第{at}渡口有船{at}艘，船工{at + 3}人。" for at in range(1, 60)) + "\n"
NEW = OLD.replace("第50渡口有船50艘", "第50渡口有船65艘")


@pytest.fixture
def opened(open_texts) -> MainWindow:
    return open_texts(OLD, NEW)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "a.md", tmp_path / "b.md"


def test_a_changed_file_is_told_and_read_again_at_the_same_passage(qtbot, opened: MainWindow, files):
    opened.actions_by_name["next_change"].trigger()
    row = opened.page.current_row()
    assert row is not None
    assert row.a is not None
    assert "第50渡口" in row.a.of(OLD)
    with qtbot.waitSignal(opened.files.changed, timeout=10_000):
        files[0].write_text("# 报\n\n新加的一段，写在最前面。\n\n" + OLD[OLD.index("第1渡") :], encoding="utf-8")
    assert "a.md" in opened.page.banner.label.text()
    assert opened.page.banner.isVisible()
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        opened.actions_by_name["reload"].trigger()
    row = opened.page.current_row()
    comparison = opened.session.comparison
    assert comparison is not None
    assert row is not None
    assert row.a is not None
    assert "第50渡口" in row.a.of(comparison.a.text)


def test_a_passage_that_is_gone_leads_nowhere(qtbot, opened: MainWindow, files):
    opened.actions_by_name["next_change"].trigger()
    opened.page.panes.switch_side()
    for path in files:
        path.write_text("# 别的\n\n只讲山里的茶园。\n", encoding="utf-8")
    with qtbot.waitSignal(opened.comparison_shown, timeout=20_000):
        opened.actions_by_name["reload"].trigger()
    assert opened.session.comparison is not None
    assert opened.session.comparison.identical

"""One pair of sections alone: both side by side wherever they stand, and everything again at once."""

import pytest

from kwaicompare.gui.main_window import MainWindow
from kwaicompare.gui.models.focus import focused
from kwaicompare.gui.models.row_building import comparison_rows
from kwaicompare.model.comparison import Comparison


@pytest.mark.parametrize("order", ["old", "new", "weight"])
def test_only_the_two_sections_are_left_and_stand_side_by_side(comparison: Comparison, order):
    link = next(link for link in comparison.alignment.pairs if (link.a, link.b) == ("a2", "b2"))
    part = focused(comparison, link)
    texts = [
        (passage.a and passage.a.of(part.a.text), passage.b and passage.b.of(part.b.text)) for passage in part.passages
    ]
    assert ("# 桥梁", "# 桥梁") in texts
    assert ("灯塔在北岸。", "灯塔在北岸。") in texts  # its other half stands in the new section
    assert not any("河流" in (a or b) or "夜游" in (a or b) for a, b in texts)
    rows = comparison_rows(part, order)
    assert any(row.role == "heading" and row.a is not None and row.b is not None for row in rows)
    shown = {at for row in rows for at in (*row.members, row.passage, row.other)}
    assert set(range(len(part.passages))) <= shown


OLD = "# 报\n\n## 渡口\n\n船六班。\n\n## 蜂场\n\n蜂六处。\n"
NEW = OLD.replace("六", "十")


def test_a_line_of_the_map_opens_its_pair_and_a_key_closes_it(open_texts):
    window: MainWindow = open_texts(OLD, NEW)
    everything = len(window.page.panes.sheet.shown)
    model, tree = window.section_map.filter, window.section_map.tree
    second = next(model.index(row, 0) for row in range(model.rowCount()) if "蜂场" in model.index(row, 0).data())
    tree.setCurrentIndex(second)
    tree.activated.emit(second)
    assert 0 < len(window.page.panes.sheet.shown) < everything
    assert window.actions_by_name["focus"].isChecked()
    assert "蜂场" in window.page.banner.label.text()
    window.actions_by_name["focus"].trigger()
    assert len(window.page.panes.sheet.shown) == everything
    assert window.page.focus is None
    assert not window.page.banner.isVisible()


def test_a_place_outside_the_two_sections_brings_everything_back(open_texts):
    window: MainWindow = open_texts(OLD, NEW)
    comparison = window.session.comparison
    assert comparison is not None
    window.page.show_focus(comparison.alignment.pairs[-1])
    inside = comparison.a.text.index("蜂六")
    window.page.go_to_place("a", inside, inside + 2)
    assert window.page.focus is not None
    window.page.go_to_place("a", comparison.a.text.index("船六"), 0)
    assert window.page.focus is None

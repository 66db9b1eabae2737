"""Keywords: rows, ranking, label positions, plots."""

import gc
import subprocess
import sys
from itertools import combinations, pairwise

import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication

from kwaicompare.gui.models.keywords import places, ranked, spread, term_rows
from kwaicompare.gui.theme import DARK
from kwaicompare.gui.views.keyword_plots import KINDS
from kwaicompare.gui.views.keywords import SCOPES, KeywordsView
from kwaicompare.keywords.written import as_written, first_place

# The offscreen platform warns of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def view(qtbot, comparison) -> KeywordsView:
    made = KeywordsView()
    qtbot.addWidget(made)
    made.resize(1000, 420)
    made.show_comparison(comparison)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.plots.plot is not None)  # which comes after the table
    return made


def test_rows_sort_by_numbers_and_show_terms_as_written(comparison):
    written = as_written((comparison.a, comparison.b), comparison.keywords)
    rows = term_rows(comparison.keywords, written)
    assert [row.cells[1].text for row in rows] == ["AI", "治理", "专利", "就业"]
    assert [row.cells[3].order for row in rows] == [2.0, 2.0, 2.0, 0.0]
    assert [sorted(row.kinds) for row in rows] == [["new", "up"], ["risen", "up"], ["steady"], ["down", "gone"]]


def test_ranked_gives_either_direction_half(comparison):
    assert [term.term for term in ranked(comparison.keywords, 2)] == ["ai", "就业"]
    assert [term.term for term in ranked(comparison.keywords, 10)] == ["ai", "治理", "就业"]
    assert ranked((), 5) == []


def test_places_are_the_words_in_the_text(comparison):
    found = places(comparison.a, ["就业", "治理"])
    assert [span.of(comparison.a.text) for span in found["就业"]] == ["就业"] * 3
    assert found["治理"] == []
    assert first_place(comparison.a, "就业") == found["就业"][0]


def test_term_of_several_words_is_found_in_the_text(comparison):
    span = first_place(comparison.b, "ai模型")
    assert span is not None
    assert span.of(comparison.b.text) == "AI模型"
    assert first_place(comparison.b, "元宇宙") is None


@given(st.lists(st.floats(0, 100), min_size=1, max_size=20))
def test_labels_keep_their_order_and_their_distance(values: list[float]):
    placed = spread(values, 4.0, 0.0, 100.0)
    order = sorted(range(len(values)), key=lambda at: values[at])
    gaps = [placed[second] - placed[first] for first, second in pairwise(order)]
    assert all(gap >= 4.0 - 1e-6 for gap in gaps)
    assert min(placed) >= 2.0 - 1e-6
    assert max(placed) <= 98.0 + 1e-6


def test_labels_far_apart_stay_where_they_are():
    assert spread([10.0, 50.0, 90.0], 5.0, 0.0, 100.0) == [10.0, 50.0, 90.0]


@pytest.mark.parametrize("name", ["bars", "slopes", "strips"])
def test_each_plot_draws_names_and_leads_to_the_text(qtbot, view, comparison, name):
    view.plots.kinds.setCurrentIndex([kind.name for kind in KINDS].index(name))
    plot = view.plots.plot
    assert plot is not None
    assert plot.data is not None
    assert [term.term for term in plot.data.terms] == ["ai", "治理", "就业"]
    point = QPointF(1.0, 20.0) if name == "slopes" else QPointF(0.02, 0.0)
    assert "log₂" in plot.tip_at(point)
    with qtbot.waitSignal(view.place_requested) as asked:
        plot.click(point)
    assert asked.args[0] == "b"
    assert comparison.b.text[asked.args[1] : asked.args[2]] in ("AI", "治理")


def test_click_on_a_strip_goes_to_that_occurrence(qtbot, view, comparison):
    view.plots.kinds.setCurrentIndex([kind.name for kind in KINDS].index("strips"))
    last = places(comparison.a, ["就业"])["就业"][-1]
    with qtbot.waitSignal(view.place_requested) as asked:
        view.plots.plot.click(QPointF(last.start / len(comparison.a.text), 2.0))
    assert asked.args == ["a", last.start, last.end]


def test_plots_follow_filter_and_selection(view):
    view.search.setText("治")
    assert [term.term for term in view.plots.plot.data.terms] == ["治理"]
    view.search.clear()
    view.plots.kinds.setCurrentIndex([kind.name for kind in KINDS].index("slopes"))
    view.table.selectRow(2)
    assert [term.term for term in view.plots.plot.data.terms] == ["专利"]


def test_nothing_at_a_point_says_nothing(view):
    assert view.plots.plot.term_at(QPointF(0, 99)) is None
    assert view.plots.plot.tip_at(QPointF(0, 99)) == ""


def test_export_by_ending(view, tmp_path):
    for ending, start in ((".png", b"\x89PNG"), (".svg", b"<?xml"), (".csv", b"\xef\xbb\xbf")):
        path = tmp_path / f"terms{ending}"
        view.export(path)
        assert path.read_bytes().startswith(start)


def test_theme_and_language_change_while_shown(view):
    view.set_theme(DARK)
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert view.plots.plot.theme is DARK
    assert view.plots.kinds.count() == len(KINDS)


def test_empty_editions_say_so(qtbot, empty_comparison):
    view = KeywordsView()
    qtbot.addWidget(view)
    view.show_comparison(empty_comparison)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: view.plots.plot is not None)
    assert view.table.empty_text
    assert list(view.plots.plot.data.terms) == []


def test_plotting_is_not_loaded_before_it_is_seen():
    code = "import kwaicompare.gui.views.keywords, sys; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_comparison_that_comes_after_the_view_is_shown_is_drawn(qtbot, comparison):
    view = KeywordsView()
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.show_comparison(comparison)
    qtbot.waitUntil(lambda: view.plots.plot is not None)
    assert [term.term for term in view.plots.plot.data.terms] == ["ai", "治理", "就业"]


def test_dropped_views_leave_no_broken_scene(qtbot, comparison):
    """Views held only by a reference cycle are freed by Python's collector: the scene must survive that."""
    for _ in range(5):
        view = KeywordsView()
        view.show_comparison(comparison)
        view.show()
        QApplication.processEvents()
        del view
        gc.collect()
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, KeywordsView)]


def choose(view: KeywordsView, name: str) -> None:
    view.plots.kinds.setCurrentIndex([kind.name for kind in KINDS].index(name))


def test_names_in_the_scatter_touch_nothing(qtbot, open_texts):
    words = tuple(
        map("".join, zip("渡码轮柳河桥石灯船货茶集水航堤仓", "口头船树岸梁阶塔夫栈馆市位道坝库", strict=True))
    )
    texts = ["".join(f"{word}。" * (3 + (at * step) % 9) for at, word in enumerate(words)) for step in (3, 5)]
    window = open_texts(*(f"# 河\n\n{text}\n" for text in texts))
    window.show_view("keywords")
    view = window.docks["keywords"].view
    qtbot.waitUntil(lambda: view.plots.plot is not None)
    choose(view, "scatter")
    QApplication.processEvents()
    plot = view.plots.plot
    plot.redraw()
    labels = [item for item in plot.item.items if isinstance(item, pg.TextItem)]
    assert len(labels) >= len(words) / 2
    boxes = [label.sceneBoundingRect().adjusted(3, 4, -3, -4) for label in labels]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    x, y = plot._places[0]
    assert plot.term_at(QPointF(x, y)) is not None
    assert "log₂" in plot.tip_at(QPointF(x, y))


def test_words_beside_a_term_are_looked_up_together(qtbot, open_texts):
    old, new = (
        "渡口修缮码头。渡口开放码头。渡口关闭。",
        "渡口停靠轮船。渡口迎来轮船。渡口开放码头。轮船离港。轮船检修。",
    )
    window = open_texts(f"# 河\n\n{old}\n", f"# 河\n\n{new}\n")
    window.show_view("keywords")
    view = window.docks["keywords"].view
    qtbot.waitUntil(lambda: view.plots.plot is not None)
    at = next(at for at, row in enumerate(view.table.filter.shown_rows()) if row.item.term == "渡口")
    view.table.selectRow(at)
    choose(view, "beside")
    plot = view.plots.plot
    assert plot._names == ["码头", "轮船"]
    assert "2 sentences" in plot.tip_at(QPointF(1, 1))
    plot.click(QPointF(1, 1))
    assert window.look_up.look_up() == ("渡口 轮船", "all")


def test_replaced_words_lead_to_what_is_left(qtbot, open_texts):
    places = ("渡口的{}由镇里管理。", "每日清晨{}开放，船工到岗。", "游客在{}购票后登船。")
    old = "\n\n".join(place.format("船坞") for place in places)
    new = "\n\n".join(place.format(word) for place, word in zip(places, ("码头", "码头", "船坞"), strict=True))
    window = open_texts(f"# 河\n\n{old}\n", f"# 河\n\n{new}\n")
    window.show_view("keywords")
    view = window.docks["keywords"].view
    qtbot.waitUntil(lambda: view.plots.plot is not None)
    choose(view, "replaced")
    assert view.plots.plot.tip_at(QPointF(0.1, 0)) == "船坞 → 码头"
    with qtbot.waitSignal(view.place_requested) as asked:
        view.plots.plot.click(QPointF(0.1, 0))
    side, start, end = asked.args
    assert (side, window.session.editions()[1].text[start:end]) == ("b", "船坞")
    assert not view.plots.plot.grab().isNull()


def test_terms_are_filtered_by_part_of_speech(view):
    view.classes.setCurrentIndex(4)
    assert [row.item.term for row in view.table.filter.shown_rows()] == ["ai"]
    view.classes.setCurrentIndex(0)
    assert view.table.filter.rowCount() == 4


def test_words_are_counted_in_the_section_pair_and_in_the_selection(qtbot, open_texts):
    old = "# 年报\n\n## 渡口\n\n渡船停靠，渡船离岸。\n\n## 山路\n\n石阶很长，石阶很滑。\n"
    new = "# 年报\n\n## 渡口\n\n渡船停靠，轮船离岸，轮船进港。\n\n## 山路\n\n石阶修好，石阶很长。\n"
    window = open_texts(old, new)
    window.show_view("keywords")
    view = window.docks["keywords"].view

    def terms() -> set[str]:
        return {row.item.term for row in view.table.filter.shown_rows()}

    window.page.go_to_place("b", new.index("轮船"), new.index("轮船"))
    view.scopes.setCurrentIndex(SCOPES.index("pair"))
    qtbot.waitUntil(lambda: {"渡船", "轮船"} <= terms() and "石阶" not in terms())
    window.page.go_to_place("b", new.index("石阶"), new.index("石阶"))
    qtbot.waitUntil(lambda: "石阶" in terms() and "轮船" not in terms())
    view.scopes.setCurrentIndex(SCOPES.index("selection"))
    window.page.go_to_place("b", new.index("停靠"), new.index("停靠"))
    qtbot.waitUntil(lambda: {"渡船", "轮船"} <= terms() and "石阶" not in terms())
    view.scopes.setCurrentIndex(SCOPES.index("whole"))
    assert "石阶" in terms()

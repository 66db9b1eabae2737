"""The two-sided concordance: lines, their adapter, the view."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from kwaicompare.gui.models.concordance import kwic_lines
from kwaicompare.gui.models.kwic_table import LEFT, MATCH, RIGHT, KwicModel
from kwaicompare.gui.theme import DARK
from kwaicompare.gui.views.concordance import ConcordanceView
from kwaicompare.gui.views.heat_strip import parts_of
from kwaicompare.model.keyword import Hit, Query
from kwaicompare.model.span import Span


@pytest.fixture
def hits(comparison) -> tuple[Hit, ...]:
    found = []
    for document, edition in enumerate((comparison.a, comparison.b)):
        at = edition.text.find("平台")
        while at >= 0:
            section = next(each.id for each in reversed(edition.sections) if each.span.start <= at)
            found.append(Hit(document, Span(at, at + 2), "", "平台", "", section))
            at = edition.text.find("平台", at + 1)
    return tuple(found)


@pytest.fixture
def view(qtbot, comparison, hits) -> ConcordanceView:
    made = ConcordanceView()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show_hits(Query("平台"), hits, (comparison.a, comparison.b))
    return made


def test_lines_in_text_order_are_grouped_by_section(comparison, hits):
    lines = kwic_lines([hit for hit in hits if hit.document == 0], comparison.a, "text")
    assert [(line.section, line.count) for line in lines if line.hit is None] == [("专利", 1), ("就业", 1)]
    first = next(line for line in lines if line.hit is not None)
    assert first.left.endswith("截至2021年，")
    assert first.right.startswith("累计申请专利500件")


def test_lines_sorted_by_context(comparison, hits):
    old = [hit for hit in hits if hit.document == 0]
    after = [line.right for line in kwic_lines(old, comparison.a, "right")]
    before = [line.left.rstrip()[::-1] for line in kwic_lines(old, comparison.a, "left")]
    assert after == sorted(after)
    assert before == sorted(before)
    assert len(after) == len(old)


@pytest.mark.usefixtures("qapp")
def test_model_keeps_qts_rules(comparison, hits):
    model = KwicModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(kwic_lines(hits, comparison.a, "text"))
    assert tester.model() is model
    assert model.index(0, LEFT).data() == "专利  (2)"
    assert model.index(1, MATCH).data() == "平台"
    assert model.index(1, LEFT).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.index(1, RIGHT).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_each_side_counts_its_own(view):
    assert [count.text() for count in view.counts] == ["2022 · 2 hits", "2026 · 2 hits"]
    assert [sum(line.hit is not None for line in side.lines.lines) for side in view.sides] == [2, 2]


def test_enter_asks_for_the_place(qtbot, view, hits):
    view.orders.setCurrentIndex(view.orders.findData("right"))
    side = view.sides[1]
    side.selectRow(0)
    with qtbot.waitSignal(view.place_requested) as asked:
        qtbot.keyClick(side, Qt.Key.Key_Return)
    assert asked.args[0] == "b"
    assert Span(*asked.args[1:]) in [hit.span for hit in hits if hit.document == 1]


def test_heading_leads_nowhere(qtbot, view):
    with qtbot.assertNotEmitted(view.place_requested):
        view.sides[0].doubleClicked.emit(view.sides[0].lines.index(0, 0))
    assert view.sides[0].lines.lines[0].hit is None


def test_copy_has_a_line_for_each_hit(view):
    view.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 4
    assert lines[0].split("\t")[0] == "2022"


def test_no_hits_name_the_query(view, comparison):
    view.show_hits(Query("没有"), (), (comparison.a, comparison.b))
    assert all("没有" in side.empty_text for side in view.sides)
    assert not view.grab().isNull()


def test_new_comparison_forgets_the_look_up(view, comparison):
    view.show_comparison(comparison)
    assert all(not side.lines.lines for side in view.sides)
    assert view.title.text() == ""


def test_language_and_theme_change_keep_the_lines(view):
    before = [side.lines.lines for side in view.sides]
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    view.set_theme(DARK)
    assert [side.lines.lines for side in view.sides] == before


def test_the_strip_shows_which_sections_hold_it(qtbot, view, comparison, hits):
    strip = view.heats[0]
    parts = parts_of(comparison.a, [hit for hit in hits if hit.document == 0])
    assert strip.parts == parts
    assert sum(part.hits for part in parts) == 2
    assert [part.start for part in parts[1:]] == [part.end for part in parts[:-1]]
    at = next(part for part in parts if part.hits)
    with qtbot.waitSignal(view.place_requested) as asked:
        middle = round((strip._x(at.start) + strip._x(at.end)) / 2)
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(middle, 7))
    assert asked.args == ["a", at.start, at.start]
    assert not strip.grab().isNull()
    view.show_hits(Query("没有"), (), (comparison.a, comparison.b))
    assert not strip.isVisible()

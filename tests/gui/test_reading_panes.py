"""The panes: both sides in step, places kept and found, text selected, keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

from kwaicompare.gui.fonts import reading_font
from kwaicompare.gui.models.compared import laid_out
from kwaicompare.gui.models.rows import Arrangement
from kwaicompare.gui.theme import DARK, LIGHT
from kwaicompare.gui.views.cells import DocumentText, Mark, Style, lay_out
from kwaicompare.gui.views.compare_page import ComparePage
from kwaicompare.model.alignment import Alignment, Link
from kwaicompare.model.comparison import Comparison
from kwaicompare.model.keyword import Hit
from kwaicompare.model.span import Span
from tests.gui.conftest import Told


@pytest.fixture
def page(qtbot, comparison: Comparison) -> ComparePage:
    page = ComparePage(Style(LIGHT, reading_font(15)))
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    qtbot.waitExposed(page)
    page.show_comparison(laid_out(comparison))
    return page


@pytest.fixture
def tall(qtbot, telling) -> ComparePage:
    """Return a page of many paragraphs, the 60th of which is edited."""
    words = [f"第{at}段讲河边的第{at}棵树，写得很长，好让一行放不下，必须折行。" for at in range(100)]
    story = tuple(
        Told(one, one + "改" if at == 60 else one, "edited" if at == 60 else "same") for at, one in enumerate(words)
    )
    comparison = telling(tuple(story), tuple(range(100)))
    page = ComparePage(Style(LIGHT, reading_font(15)))
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    qtbot.waitExposed(page)
    page.show_comparison(laid_out(comparison))
    return page


def style() -> Style:
    return Style(LIGHT, reading_font(15))


def test_first_change_is_current_at_once(page: ComparePage):
    row = page.current_row()
    assert row is not None
    assert row.kind == "edited"
    assert page.change_number() == (1, len(page.panes.sheet.changes))


def test_painting_fills_the_viewport_with_the_theme_s_paper(page: ComparePage):
    page.panes.set_style(Style(DARK, reading_font(15)))
    picture = page.panes.viewport().grab().toImage()
    assert picture.pixelColor(2, picture.height() - 2) == DARK.background


def test_walking_with_n_and_p(qtbot, page: ComparePage):
    before = page.panes.current
    qtbot.keyClick(page.panes, Qt.Key.Key_N)
    after = page.panes.current
    qtbot.keyClick(page.panes, Qt.Key.Key_P)
    assert after > before
    assert page.panes.current == before


def test_enter_follows_a_move_and_back(qtbot, page: ComparePage):
    ghost = next(at for at, row in enumerate(page.panes.sheet.shown) if row.kind == "ghost")
    page.panes.go_to_row(ghost)
    qtbot.keyClick(page.panes, Qt.Key.Key_Return)
    row = page.current_row()
    assert row is not None
    assert row.kind == "moved"
    qtbot.keyClick(page.panes, Qt.Key.Key_Return)
    assert page.panes.current == ghost


def test_stepping_through_edits_selects_the_words_of_the_active_side(page: ComparePage):
    page.panes.go_to_row(2)
    assert page.step_edit(1)
    assert page.panes.selected().text == "20"
    page.panes.switch_side()
    assert page.step_edit(1)
    assert page.panes.selected().text == "35"


def test_copy_takes_the_source_text(page: ComparePage, comparison: Comparison):
    page.panes.go_to_place("b", 0, len(comparison.b.text))
    page.panes.copy()
    shown = page.current_row()
    assert shown is not None
    assert shown.b is not None
    assert QGuiApplication.clipboard().text() == shown.b.of(comparison.b.text)


def test_dragging_over_rows_selects_one_side_only(qtbot, page: ComparePage, comparison: Comparison):
    panes, viewport = page.panes, page.panes.viewport()
    tops = dict(panes._flow.visible(panes._anchor, viewport.height()))
    bottom = QPoint(viewport.width() // 2 - 45, viewport.height() - 3)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(1, tops[1] + 14))
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, QPointF(bottom), viewport.mapToGlobal(QPointF(bottom)), left, left,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    panes.mouseMoveEvent(event)
    selected = panes.selected().text
    assert "全长120公里。" in selected
    assert "135" not in selected
    assert all(line in comparison.a.text for line in selected.splitlines())


def test_scroll_bar_moves_both_sides_together(tall: ComparePage):
    bar = tall.panes.verticalScrollBar()
    bar.setValue(bar.maximum())
    first, last = tall.panes.visible_weights()
    assert last == pytest.approx(tall.panes.sheet.total)
    assert first == pytest.approx(bar.value(), abs=1)


def test_change_is_put_at_reading_height(tall: ComparePage):
    assert tall.panes.step_change(1) or tall.panes.current == 60
    tall.panes.go_to_row(60)
    top, bottom = tall.panes.visible_weights()
    start = tall.panes.sheet.start_of(60)
    assert 0.25 < (start - top) / (bottom - top) < 0.55


@pytest.mark.parametrize("what", ["width", "font", "theme", "order"])
def test_place_survives(tall: ComparePage, what: str):
    tall.panes.go_to_row(60, 0.0)
    if what == "width":
        tall.resize(640, 600)
    elif what == "font":
        tall.set_style(Style(LIGHT, reading_font(24)))
    elif what == "theme":
        tall.set_style(Style(DARK, reading_font(15)))
    else:
        assert tall.comparison is not None
        tall.show_order(laid_out(tall.comparison, Arrangement("new")))
    top, _ = tall.panes.visible_weights()
    assert tall.panes.sheet.row_of_weight(top + 1) == 60


def test_folding_hides_what_is_far_from_changes(tall: ComparePage):
    tall.set_folded(True)
    kinds = [row.kind for row in tall.panes.sheet.shown]
    assert kinds.count("fold") == 2
    tall.panes.go_to_place("a", 0, 3)
    assert tall.panes.sheet.shown[0].kind == "same"
    tall.set_folded(False)
    assert len(tall.panes.sheet.shown) == 101


def test_hits_are_walked_in_a_circle(page: ComparePage, comparison: Comparison):
    def hit(document: int, text: str, word: str) -> Hit:
        at = text.index(word)
        return Hit(document, Span(at, at + len(word)), "", word, "", "")

    hits = [hit(0, comparison.a.text, "尾声"), hit(0, comparison.a.text, "河水"), hit(1, comparison.b.text, "夜游")]
    page.show_hits(hits)
    assert len(page.overview._hits) == 3
    seen = []
    for _ in range(4):
        assert page.step_hit(1)
        seen.append(page.panes.current)
    assert seen[3] == seen[0]
    assert len(set(seen)) == 3
    page.show_hits([])
    assert not page.step_hit(1)


def test_clicking_the_overview_goes_there(qtbot, tall: ComparePage):
    strip = tall.overview
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, strip.height() * 6 // 10))
    top, bottom = tall.panes.visible_weights()
    assert top < 0.6 * tall.panes.sheet.total < bottom


def test_details_of_the_current_passage(page: ComparePage):
    assert "Δ 120公里 → 135公里 +12.5 %" in page.detail.facts.text()
    assert "河水 两岸" in page.detail.reasons.text()


def test_shown_text_has_one_character_for_each_of_the_source(comparison: Comparison):
    shown = DocumentText(comparison.a.document).shown(Span(0, len(comparison.a.text)))
    assert len(shown) == len(comparison.a.text)
    assert "#" not in shown
    assert "\n" not in shown


@pytest.mark.parametrize("words", ["", "\x00\x01坏\t字", "𠮷" * 50, "word " * 200, "甲" * 4000])
def test_any_text_can_be_laid_out(qapp, telling, words: str):
    comparison = telling((Told("始" + words, None, "dropped"),), ())
    span = comparison.passages[0].a
    assert span is not None
    marks = [Mark(Span(span.start, span.end), "delete"), Mark(Span(span.start, span.start + 1), "figure")]
    cell = lay_out(DocumentText(comparison.a.document), span, "text", 0, marks, 300, style())
    assert cell.height >= cell.step
    assert span.start <= cell.offset_at(QPointF(150, cell.height - 2)) <= span.end
    assert cell.offset_at(QPointF(-5, -5)) == span.start


def test_change_out_of_sight_is_left_for_the_first_step(tall: ComparePage):
    assert tall.panes.current == -1
    assert tall.change_number()[0] == 0
    assert tall.panes.step_change(1)
    assert tall.panes.current == 60


def test_tags_take_no_room(telling):
    comparison = telling((Told("<p>河水清澈</p>", None, "dropped"),), ())
    span = comparison.passages[0].a
    assert span is not None
    shown = DocumentText(comparison.a.document).shown(span)
    assert (len(shown), shown.replace("\u200b", "")) == (len(span), "河水清澈")


@pytest.fixture
def split(qtbot, telling) -> ComparePage:
    """Return a page on which a contents table is folded and a heading names a counterpart elsewhere."""
    story = (
        Told("目录", None, "dropped", "furniture"),
        Told("河流……1", None, "dropped", "furniture"),
        Told("# 河", "# 河", "same", "heading", ("a1", "b1")),
        Told("# 桥", None, "dropped", "heading", ("a2", "")),
    )
    comparison = telling(story, (2,))
    links = (Link("a1", "b1", 0.9, "edited"), Link("a2", "b1", 0.5, "edited"))
    comparison = replace(comparison, alignment=Alignment(links))
    page = ComparePage(Style(LIGHT, reading_font(15)))
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    qtbot.waitExposed(page)
    page.show_comparison(laid_out(comparison))
    return page


def kinds(page: ComparePage) -> list[str]:
    return [row.kind for row in page.panes.sheet.shown]


def test_enter_opens_furniture_and_follows_a_way_to_a_counterpart(qtbot, split: ComparePage):
    panes = split.panes
    assert kinds(split)[:4] == ["fold", "same", "see", "dropped"]
    panes.go_to_row(0)
    qtbot.keyClick(panes, Qt.Key.Key_Return)
    assert kinds(split)[:4] == ["dropped", "dropped", "same", "see"]
    for _ in range(3):
        panes.step_row(1)
    assert kinds(split)[panes.current] == "see"
    qtbot.keyClick(panes, Qt.Key.Key_Return)
    assert kinds(split)[panes.current] == "dropped"
    assert panes.sheet.shown[panes.current].role == "heading"


def test_click_opens_furniture_and_follows_a_way_to_a_counterpart(qtbot, split: ComparePage):
    panes, viewport = split.panes, split.panes.viewport()
    tops = dict(panes._flow.visible(panes._anchor, viewport.height()))
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(viewport.width() - 60, tops[2] + 20))
    assert (panes.current, panes.side) == (3, "a")
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(60, tops[0] + 16))
    assert "fold" not in kinds(split)


TABLE = ("| 名次 | 厂商 |", "|---|---|", "| 1 | 某家很长的公司 |", "| 12 | 乙 |")


def test_the_columns_of_a_table_stand_in_line(qapp, open_texts):
    text = "# 榜单\n\n" + "\n".join(TABLE) + "\n"
    panes = open_texts(text, text.replace("乙", "丙")).page.panes
    rows = [at for at, row in enumerate(panes.sheet.shown) if row.role == "table"]
    cells = [panes._layouts.layout(at, panes.style_of_text).a for at in rows]
    assert [len(cell._layout.text()) for cell in cells] == [len(TABLE[at]) for at in (0, 2, 3)]
    edges = {cell._layout.lineAt(0).cursorToX(cell._layout.text().index("\t") + 1)[0] for cell in cells}
    assert len(edges) == 1
    rule = next(at for at, row in enumerate(panes.sheet.shown) if row.kind == "fold")
    assert panes._layouts.layout(rule, panes.style_of_text).height < panes.line / 2


def test_a_table_too_wide_for_its_pane_keeps_its_bars(qapp, open_texts):
    text = "# 榜单\n\n| 名次 | " + "很长的说明" * 30 + " |\n| 1 | 乙 |\n"
    panes = open_texts(text, text).page.panes
    row = next(at for at, row in enumerate(panes.sheet.shown) if row.role == "table")
    assert "|" in panes._layouts.layout(row, panes.style_of_text).a._layout.text()

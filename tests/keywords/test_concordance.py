"""The concordance: equal to a naive scan on folded text, whatever the script, width, case or line breaks."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.errors import BadQuery
from kwaicompare.keywords.concordance import Searcher, find, squeeze
from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Document, Outline, Section, Source
from kwaicompare.model.keyword import Query
from kwaicompare.model.span import Span
from kwaicompare.text.normalize import fold

Make = Callable[..., Edition]
ALPHABET = "知识產权产权專利AＡai ａ\n　㎡m2𠮷①1，、\ufeff"


def plain(text: str) -> Edition:
    return Edition(Document(Source("made.txt", "", "utf-8"), text, ()), Outline(()))


def matches(edition: Edition, text: str) -> list[str]:
    return [hit.match for hit in find(Query(text), [edition])]


@pytest.mark.parametrize("query", ["知识产权", "知識產權", "知识 产权", "知识\n产权", "　知识产权 "])
def test_script_and_white_space_do_not_matter(query: str) -> None:
    text = "保护知识产权，尊重知識產權；知识\n产权与知 识产权。"
    assert matches(plain(text), query) == ["知识产权", "知識產權", "知识\n产权", "知 识产权"]


def test_width_and_case_do_not_matter() -> None:
    assert matches(plain("ＡＩ芯片 AI 与Ai，占78.4％"), "ai") == ["ＡＩ", "AI", "Ai"]
    assert matches(plain("占78.4％"), "78.4%") == ["78.4％"]
    assert matches(plain("机房500㎡"), "500m2") == ["500㎡"]


def test_a_space_between_latin_words_counts_and_a_blank_line_is_a_border() -> None:
    assert matches(plain("data is open"), "ai") == []
    assert matches(plain("a white\npaper"), "white paper") == ["white\npaper"]
    assert matches(plain("可灵 AI和可灵AI"), "可灵ai") == ["可灵 AI", "可灵AI"]
    assert matches(plain("知识\n\n产权"), "知识产权") == []


def test_a_hit_has_its_context_and_innermost_section() -> None:
    text = "总则\n第一节\n" + "前" * 30 + "专利" + "后\n" * 30
    sections = (
        Section("1", None, 1, None, "总则", Span(0, len(text)), Span(0, 2)),
        Section("1.1", "1", 2, None, "第一节", Span(3, len(text)), Span(3, 6)),
    )
    edition = Edition(Document(Source("made.txt", "", "utf-8"), text, ()), Outline(sections))
    (hit,) = find(Query("专利"), [edition])
    assert (hit.left, hit.match, hit.right) == ("前" * 20, "专利", "后 " * 10)
    assert hit.section == "1.1"
    assert hit.span.of(text) == "专利"
    assert find(Query("总"), [edition])[0].section == "1"
    assert find(Query("专"), [plain("专利")])[0].section == ""


def test_hits_come_by_edition_and_can_be_limited(make_edition: Make) -> None:
    editions = [make_edition("专利 专利 专利"), make_edition("没有"), make_edition("专利")]
    assert [hit.document for hit in find(Query("专利"), editions)] == [0, 0, 0, 2]
    assert [hit.document for hit in find(Query("专利"), editions, limit=2)] == [0, 0, 2]


def test_pinyin_finds_across_line_breaks() -> None:
    edition = plain("保护知识\n产权，长期")
    assert [hit.match for hit in find(Query("zscq", "pinyin"), [edition])] == ["知识\n产权"]
    assert [hit.match for hit in find(Query("ＣＨＡＮＧqi", "pinyin"), [edition])] == ["长期"]


def test_a_pattern_matches_folded_text() -> None:
    edition = plain("專利１２件，专利300件。\nAI-IDC")
    assert [hit.match for hit in find(Query(r"專利\d+件", "regex"), [edition])] == ["專利１２件", "专利300件"]
    assert [hit.match for hit in find(Query("[A-Z]+-[A-Z]+", "regex"), [edition])] == ["AI-IDC"]


@pytest.mark.parametrize("mode", ["plain", "regex", "pinyin"])
def test_an_empty_query_is_refused(mode: str) -> None:
    with pytest.raises(BadQuery) as refused:
        find(Query(" \n", mode), [plain("文")])  # type: ignore[arg-type]
    assert refused.value.key == "error.empty_query"


def test_a_prepared_edition_answers_again_and_again() -> None:
    searcher = Searcher(plain("知识产权与知识"))
    assert searcher.spans(Query("知识")) == [Span(0, 2), Span(5, 7)]
    assert searcher.spans(Query("zs", "pinyin")) == [Span(0, 2), Span(5, 7)]
    assert searcher.spans(Query("知.", "regex")) == [Span(0, 2), Span(5, 7)]
    assert searcher.spans(Query("识产")) == [Span(1, 3)]


def naive(text: str, query: str) -> list[tuple[int, int]]:
    """Fold and squeeze character by character, keeping where each one comes from, then compare at every place."""
    wanted = squeeze(fold(query).text.strip())[0]
    folded = [(char, at) for at, original in enumerate(text) for char in fold(original).text]
    kept: list[tuple[str, int]] = []
    at = 0
    while at < len(folded):
        end = at
        while end < len(folded) and folded[end][0].isspace():
            end += 1
        if end == at:
            kept.append(folded[at])
            at += 1
            continue
        breaks = sum(char == "\n" for char, _ in folded[at:end])
        before = folded[at - 1][0] if at else ""
        after = folded[end][0] if end < len(folded) else ""
        if breaks > 1:
            kept.append(("\n", folded[at][1]))
        elif all(char.isalnum() and char < "\u2e80" for char in (before or " ", after or " ")):
            kept.append((" ", folded[at][1]))
        at = end
    places: list[tuple[int, int]] = []
    at = 0
    while wanted and at + len(wanted) <= len(kept):
        if all(kept[at + offset][0] == char for offset, char in enumerate(wanted)):
            places.append((kept[at][1], kept[at + len(wanted) - 1][1] + 1))
            at += len(wanted)
        else:
            at += 1
    return places


@given(st.text(ALPHABET, max_size=40), st.text(ALPHABET, min_size=1, max_size=4))
def test_equals_a_naive_scan(text: str, query: str) -> None:
    if query.strip():
        spans = Searcher(plain(text)).spans(Query(query))
        assert [(span.start, span.end) for span in spans] == naive(text, query)
    else:
        with pytest.raises(BadQuery):
            Searcher(plain(text)).spans(Query(query))


@given(st.text(ALPHABET, min_size=1, max_size=40), st.data())
def test_a_piece_of_the_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : start + 3]
    found = squeeze(fold(piece).text.strip())[0]
    if found and not any(char.isspace() for char in piece):
        assert Searcher(plain(text)).spans(Query(piece)) or " " in squeeze(fold(text).text)[0]


def test_all_of_finds_words_in_one_sentence_in_any_order() -> None:
    edition = plain("專利与标准同行；标准只此。标\n准先于专利！专利池")
    assert [hit.match for hit in find(Query("专利 標準", "all"), [edition])] == ["專利", "标准", "标\n准", "专利"]
    assert [hit.match for hit in find(Query("专利 专利池", "all"), [edition])] == ["专利池"]

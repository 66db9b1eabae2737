"""Passages cover every character once, end at sentence ends, and keep short quotations whole."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.diff.sentences import sentences
from kwaicompare.model.comparison import Edition
from tests.diff.editions import plain


def cut(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in sentences(plain(text))]


def test_sentences_end_after_their_closing_quotes() -> None:
    assert cut("甲走了。“乙！丙？”丁说。戊；己") == ["甲走了。", "“乙！丙？”丁说。", "戊；", "己"]
    assert cut("他说：「好。」她笑了……后来") == ["他说：「好。」她笑了……", "后来"]


def test_english_sentences_end_before_a_capital_and_never_inside_a_figure() -> None:
    assert cut("Growth was 3.5 percent. Next year is v1.2. ok") == ["Growth was 3.5 percent.", "Next year is v1.2. ok"]


def test_an_unclosed_quotation_does_not_swallow_the_text() -> None:
    assert cut("“没有收尾。下一句。") == ["“没有收尾。", "下一句。"]


@given(st.text(alphabet="甲乙。！？；“”（）《》…. \n\u3000Ａa1𠮷|#-", max_size=120))
def test_every_character_stands_in_exactly_one_passage(text: str) -> None:
    seen = [0] * len(text)
    for sentence in sentences(plain(text)):
        for place in range(sentence.span.start, sentence.span.end):
            seen[place] += 1
    assert all(count == 1 for count, character in zip(seen, text, strict=True) if not character.isspace())
    assert max(seen, default=0) <= 1


def test_headings_tables_and_lists_are_told_apart(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of("# 书\n\n## 章\n\n一句。两句。\n\n| 项 | 值 |\n|---|---|\n| 甲。 | 1 |\n\n- 列一。列二。\n")
    roles = [(sentence.role, sentence.span.of(edition.text)) for sentence in sentences(edition)]
    assert ("heading", "## 章") in roles
    assert ("table", "| 甲。 | 1 |") in roles
    assert [text for role, text in roles if role == "list"] == ["- 列一。", "列二。"]

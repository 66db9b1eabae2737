"""Cutting an edition into statements."""

from kwaicompare.check.sentences import statements, years


def test_figures_fall_into_their_sentences(edition):
    text = "甲有3件。乙有5件，丙有6件。"
    found = statements(edition(text, ("3件", "3", {}), ("5件", "5", {}), ("6件", "6", {})))
    assert [[each.quote for each in statement.mentions] for statement in found] == [["3件"], ["5件", "6件"]]


def test_line_broken_by_the_layout_is_one_sentence(edition):
    text = "这是一行由版面断开的正文它足够长以至于显然没有在这里结束而是\n延续到下一行共5件。"
    assert len(statements(edition(text, ("5件", "5", {})))) == 1


def test_short_lines_are_sentences_of_their_own(edition):
    assert [each.text for each in statements(edition("标题\n正文"))] == ["标题\n", "正文"]


def test_year_comes_from_the_period_else_from_the_words_before(edition):
    text = "2020年有3件，2021年有5件。"
    [statement] = statements(edition(text, ("3件", "3", {}), ("5件", "5", {"period": "截至2019年底"})))
    assert [statement.year(each) for each in statement.mentions] == [2020, 2019]


def test_a_number_that_is_no_year():
    assert years("12021件和2021年") == [2021]


def test_endless_line_is_cut(edition):
    found = statements(edition("字" * 5000))
    assert "".join(each.text for each in found) == "字" * 5000
    assert max(len(each.text) for each in found) < 1000

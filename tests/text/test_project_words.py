"""The project's own words: kept whole, taken apart, read and written as jieba's user dictionary."""

import pytest

from kwaicompare.model.keyword import WordRule
from kwaicompare.text.project_words import own_words, read_rules, ruled, write_rules
from kwaicompare.text.segment import segment, segment_together

TEXT = "渡口码头新设夜航专线，渡口码头客流上升。"


def forms(text: str, *rules: WordRule) -> tuple[str, ...]:
    return segment(text, own=own_words(rules)).forms


def test_neighbours_are_made_one_word_and_counted_so() -> None:
    assert "渡口码头" not in forms(TEXT)
    assert forms(TEXT, WordRule(("渡口码头",))).count("渡口码头") == 2


def test_a_word_is_taken_apart_everywhere() -> None:
    assert "客流" in forms(TEXT)
    cut = forms(TEXT, WordRule(("客", "流")))
    assert "客流" not in cut
    assert cut[cut.index("客") + 1] == "流"


def test_a_term_of_the_documents_is_taken_apart_too() -> None:
    text = "岚舟客户端上线。岚舟客户端升级；使用岚舟客户端，岚舟客户端好。新版岚舟客户端发布。"
    own = own_words([WordRule(("岚舟", "客户端"))])
    for words in segment_together([text, text], own=own):
        assert not any("舟客户" in form for form in words.forms)
        assert "".join(words.forms) == "".join(segment(text).forms)


def test_the_last_rule_about_a_word_counts() -> None:
    whole, cut = WordRule(("渡口码头",)), WordRule(("渡口", "码头"))
    assert ruled(ruled((), whole), cut) == (cut,)
    assert own_words([whole, cut]).terms == ()
    assert own_words([cut, whole]).terms == ("渡口码头",)


def test_forms_are_folded() -> None:
    assert own_words([WordRule(("ＡＢ 中心",))]).terms == ("ab中心",)


@pytest.mark.parametrize(
    "text", ["渡口码头 3 n\n夜航专线\n", "\ufeff渡口码头\r\n夜航专线 n\r\n", "渡口码头 100000 n\n\n夜航专线 20"]
)
def test_jiebas_user_dictionary_is_read(text: str) -> None:
    assert read_rules(text) == (WordRule(("渡口码头",)), WordRule(("夜航专线",)))


def test_whole_words_are_written_and_read_back() -> None:
    rules = (WordRule(("渡口码头",)), WordRule(("客", "流")), WordRule(("夜航专线",)))
    assert read_rules(write_rules(rules)) == (rules[0], rules[2])


def test_a_rule_has_parts() -> None:
    for parts in ((), ("",), ("甲", "")):
        with pytest.raises(ValueError, match="word rule"):
            WordRule(parts)

"""Sentences carried over that speak of their own day."""

import pytest

from kwaicompare.check.checked import Checked
from kwaicompare.check.staleness import check_staleness


def _found(read, *texts):
    return check_staleness([Checked.of(read(text), at) for at, text in enumerate(texts)]).findings


def _edition(year, sentence):
    return f"江州书局年度报告\n\n{year}年5月6日\n\n{sentence}\n"


@pytest.mark.parametrize(
    "sentence", ["书局目前正在筹建三个分馆。", "截至2030年底，书局共有分馆七个。", "近三年书局新增读者逾万人。"]
)
def test_sentence_of_its_own_day(read, sentence):
    [finding] = _found(read, _edition(2031, sentence), _edition(2035, sentence))
    assert [each.document for each in finding.evidence] == [1, 0]
    assert all(each.quote == sentence for each in finding.evidence)
    assert dict(finding.values)["year"] == "2031"


def test_order_of_files_does_not_matter(read):
    sentence = "书局目前正在筹建三个分馆。"
    [finding] = _found(read, _edition(2035, sentence), _edition(2031, sentence))
    assert finding.evidence[0].document == 0


@pytest.mark.parametrize(
    ("older", "later"),
    [
        (_edition(2031, "书局坚持为所有读者免费服务。"), _edition(2035, "书局坚持为所有读者免费服务。")),
        (_edition(2031, "书局目前正在筹建分馆。"), _edition(2035, "书局目前已经建成分馆。")),
        (_edition(2031, "书局目前正在筹建分馆。"), _edition(2031, "书局目前正在筹建分馆。")),
        (_edition(2031, "应当弥补以前年度亏损之后再行分配。"), _edition(2035, "应当弥补以前年度亏损之后再行分配。")),
    ],
)
def test_what_may_stay(read, older, later):
    assert _found(read, older, later) == ()


def test_statutes_keep_their_sentences(read):
    articles = "".join(f"第{number}条 书局目前免费开放第{number}类馆藏。\n\n" for number in "一二三四五六七八九十")
    assert _found(read, _edition(2031, articles), _edition(2035, articles)) == ()

"""Words that keep company: values worked out from the published formulas, sentences as their unit."""

import math
from collections.abc import Callable

import pytest

from kwaicompare.keywords.collocation import collocates
from kwaicompare.keywords.keyness import log_likelihood
from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Furniture
from kwaicompare.model.span import Span

BODY = "渡口修缮码头。渡口停靠轮船；码头停靠轮船！渡口开放码头。山上的寺庙完工。渡口清早开放？"


def test_strength_is_log_dice_and_g2_over_sentences(make_edition: Callable[..., Edition]):
    edition = make_edition(BODY)
    found = {each.term: each for each in collocates(edition, "渡口")}
    # 渡口 stands in 4 sentences, 码头 in 3, both in 2; the heading is a seventh sentence.
    assert found["码头"].together == 2
    assert found["码头"].log_dice == pytest.approx(14 + math.log2(4 / 7))
    assert found["码头"].log_likelihood == pytest.approx(log_likelihood(2, 4, 1, 3))
    assert found["开放"].log_dice == pytest.approx(14 + math.log2(4 / 6))
    assert "轮船" not in found  # beside it once only
    assert "渡口" not in found
    assert "的" not in found


def test_the_strongest_come_first_and_never_above_14(make_edition: Callable[..., Edition]):
    found = collocates(make_edition(BODY * 3), "渡口")
    strengths = [each.log_dice for each in found]
    assert strengths == sorted(strengths, reverse=True)
    assert max(strengths) <= 14


def test_furniture_keeps_no_company(make_edition: Callable[..., Edition]):
    body = "渡口码头。\n渡口码头。\n渡口码头。\n"
    plain = make_edition(body)
    start = plain.text.index("渡口码头")
    furnished = make_edition(body, furniture=[Furniture("contents", Span(start, start + 6))])
    assert {each.term: each.together for each in collocates(plain, "渡口")} == {"码头": 3}
    assert {each.term: each.together for each in collocates(furnished, "渡口")} == {"码头": 2}


def test_a_term_that_is_not_there_has_no_company(make_edition: Callable[..., Edition]):
    assert collocates(make_edition(BODY), "飞机") == ()

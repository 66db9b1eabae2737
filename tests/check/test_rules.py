"""All rules together."""

from itertools import pairwise

import pytest

from kwaicompare.check.rules import RULES, RULES_ACROSS, check_editions
from kwaicompare.progress import Cancelled
from kwaicompare.resources import LANGUAGES, messages


def test_each_edition_is_checked_under_its_index(edition):
    sound = edition("中心受理案件40件，其中刑事15件、民事25件。", *(_cases("40", "15", "25")))
    broken = edition("中心共受理案件40件，分别为刑事15件、民事20件。", *(_cases("40", "15", "20")))
    result = check_editions([sound, broken])
    assert {each.document for finding in result.verified for each in finding.evidence} == {0}
    assert {each.document for finding in result.findings for each in finding.evidence} == {1}


def test_gravest_finding_comes_first(edition):
    text = "一是融合编码(XYZQ)。二是评估系统(XYZQ)。中心共受理案件40件，分别为刑事15件、民事20件。"
    result = check_editions([edition(text, *_cases("40", "15", "20"))])
    assert [each.severity for each in result.findings] == ["error", "warning"]


def test_nothing_to_check():
    result = check_editions([])
    assert result.findings == result.verified == ()


def test_long_work_is_reported_inside_the_rules(edition):
    told: list[float] = []
    text = "".join(f"镇里第{number}处水渠已经检修，沿线居民反映良好，记录存档备查。" for number in range(2000))
    check_editions([edition(text), edition(text)], lambda stage, done: told.append(done))
    # A rule may pass over the text more than once, within its own small part of the whole.
    assert all(later > earlier - 0.05 for earlier, later in pairwise(told))
    assert len(told) > 2 * (2 * len(RULES) + len(RULES_ACROSS))


@pytest.mark.parametrize("patience", [0.1, 0.5, 0.9])
def test_checking_ends_at_once_when_it_is_cancelled(edition, patience: float):
    def progress(stage: str, done: float) -> None:
        if done >= patience:
            raise Cancelled

    with pytest.raises(Cancelled):
        check_editions([edition("全镇有桥三座。"), edition("全镇有桥四座。")], progress)


def _cases(*values: str):
    return [(f"{value}件", value, {}) for value in values]


KINDS = ("parts", "shares", "growth", "ratio", "annualised", "restatement", "abbreviation")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_result_has_its_sentence(language):
    words = messages(language)
    keys = [f"check.{kind}_{outcome}" for kind in KINDS for outcome in ("match", "mismatch")]
    assert [key for key in [*keys, "check.restatement_mode"] if key not in words] == []

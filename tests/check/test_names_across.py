"""Names that two documents spell in two ways."""

import pytest

from kwaicompare.check.checked import Checked
from kwaicompare.check.names_across import check_names_across


def _found(edition, *texts):
    return check_names_across([Checked.of(edition(text), at) for at, text in enumerate(texts)]).findings


def test_one_name_in_two_documents(edition):
    [finding] = _found(edition, "书局加入 Cloud Harbor 联盟。", "书局加入CloudHarbor联盟。")
    assert [(each.document, each.quote) for each in finding.evidence] == [(0, "Cloud Harbor"), (1, "CloudHarbor")]


@pytest.mark.parametrize(
    "other", ["书局加入 Cloud Harbor 联盟。", "书局加入 CloudHarbor 联盟，又称 Cloud Harbor 联盟。", "书局加入联盟。"]
)
def test_nothing_new_across(edition, other):
    assert _found(edition, "书局加入 Cloud Harbor 联盟。", other) == ()

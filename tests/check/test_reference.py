"""References inside a document."""

import pytest

from kwaicompare.check.checked import Checked
from kwaicompare.check.reference import check_references

CHAPTERS = "第一章 总则\n\n第二章 借阅\n\n第三章 附则\n\n"


def test_missing_chapter(edition):
    text = CHAPTERS + "办理流程详见第五章。"
    [finding] = check_references(Checked.of(edition(text), 0)).findings
    assert (finding.severity, finding.evidence[0].quote) == ("error", "详见第五章")


def test_missing_figure(edition):
    text = "图1 流程\n图2 分布\n图3 趋势\n变化如图7所示。"
    [finding] = check_references(Checked.of(edition(text), 0)).findings
    assert dict(finding.values) == {"reference": "如图7"}


def test_what_is_there_is_verified_once(edition):
    result = check_references(Checked.of(edition(CHAPTERS + "详见第二章。另参见第三章。"), 0))
    assert result.findings == ()
    assert [dict(each.values) for each in result.verified] == [{"count": "2"}]


@pytest.mark.parametrize(
    "text", ["办理流程详见第五章。", CHAPTERS + "依照《图书馆法》第九十条办理。", CHAPTERS + "罕见第五章。", ""]
)
def test_other_documents_and_extracts(edition, text):
    result = check_references(Checked.of(edition(text), 0))
    assert result.findings == result.verified == ()

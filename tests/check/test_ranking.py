"""Rankings and the rows of their tables."""

from kwaicompare.check.checked import Checked
from kwaicompare.check.ranking import check_rankings


def _table(rows):
    return "\tName\tScore\n" + "".join(f"▶ {at}\tTeam {at}\t{900 - at}\n" for at in range(1, rows + 1))


def test_fewer_rows_than_announced(edition):
    text = "前8名中本社占三席。\n\n" + _table(7) + "\n下一节\n"
    [finding] = check_rankings(Checked.of(edition(text), 0)).findings
    assert dict(finding.values) == {"announced": "8", "rows": "7"}
    assert finding.evidence[0].quote == "前8名"


def test_as_many_rows_as_announced(edition):
    text = "前7名中本社占三席。\n\n| 名次 | 名称 |\n" + "".join(f"| {at} | 队伍 |\n" for at in range(1, 8))
    result = check_rankings(Checked.of(edition(text), 0))
    assert (len(result.findings), len(result.verified)) == (0, 1)


def test_no_table_or_a_longer_one(edition):
    for text in ("前8名中本社占三席。", "前8名中本社占三席。\n\n" + _table(12), ""):
        assert check_rankings(Checked.of(edition(text), 0)).findings == ()

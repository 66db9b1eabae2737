"""Terms that the new edition replaces: told where one was left, verified where none was, silent where both are used."""

from pathlib import Path

import pytest

from kwaicompare import workspace
from kwaicompare.model.finding import CheckResult

PLACES = (
    "渡口的{}由镇里管理。",
    "每日清晨{}开放，船工到岗。",
    "游客在{}购票后登船。",
    "夜间{}关闭，只留值班人员。",
    "汛期{}停用。",
)


@pytest.fixture
def drift(tmp_path: Path):
    """Return a function from the words in each place of two drafts to what is said of terms."""

    def check(old: list[str], new: list[str]) -> CheckResult:
        editions = []
        for name, words in (("a", old), ("b", new)):
            body = "\n\n".join(place.format(word) for place, word in zip(PLACES, words, strict=True))
            (tmp_path / f"{name}.md").write_text(f"# 渡口\n\n{body}\n", encoding="utf-8")
            editions.append(workspace.open_edition(str(tmp_path / f"{name}.md")))
        result = workspace.compare(editions[0], editions[1]).checks
        return CheckResult(
            *(tuple(each for each in some if each.rule == "term_drift") for some in (result.findings, result.verified))
        )

    return check


def test_places_where_the_old_term_was_left_are_quoted(drift) -> None:
    result = drift(["船坞"] * 5, ["码头"] * 4 + ["船坞"])
    (finding,) = result.findings
    assert dict(finding.values) == {"old": "船坞", "new": "码头", "count": "4", "left": "1"}
    assert [(each.document, each.quote) for each in finding.evidence] == [(0, "船坞"), (1, "码头"), (1, "船坞")]


def test_a_term_replaced_everywhere_is_verified(drift) -> None:
    result = drift(["船坞"] * 5, ["码头"] * 5)
    assert result.findings == ()
    assert len(result.verified) == 1


def test_a_term_changed_now_and_then_is_still_in_use(drift) -> None:
    assert drift(["船坞"] * 5, ["码头", "码头", "码头", "船坞", "船坞"]) == CheckResult()
    assert drift(["船坞"] * 5, ["码头", "平台", "栈桥", "岸边", "船坞"]) == CheckResult()


def test_the_old_term_inside_the_new_one_is_not_left(drift) -> None:
    assert drift(["码头"] * 5, ["客运码头"] * 5).findings == ()

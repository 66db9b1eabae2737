"""Words exchanged by paired sentences, and parts of speech."""

from pathlib import Path

import pytest

from kwaicompare import workspace
from kwaicompare.text.substitution import substitutions
from kwaicompare.text.word_class import word_class

PLACES = ("渡口的{}由镇里管理。", "每日清晨{}开放，船工到岗。", "游客在{}购票后登船。", "夜间{}关闭，只留值班人员。")


def exchanged(tmp_path: Path, old: list[str], new: list[str], least: int) -> list[tuple[str, str, int, int]]:
    editions = []
    for name, words in (("a", old), ("b", new)):
        body = "\n\n".join(place.format(word) for place, word in zip(PLACES, words, strict=True))
        (tmp_path / f"{name}.md").write_text(f"# 渡口\n\n{body}\n", encoding="utf-8")
        editions.append(workspace.open_edition(str(tmp_path / f"{name}.md")))
    compared = workspace.compare(*editions)
    found = substitutions(compared.a, compared.b, compared.passages, least)
    assert all(a.of(compared.a.text) == each.old for each in found for a, _ in each.places)
    assert all(b.of(compared.b.text) == each.new for each in found for _, b in each.places)
    return [(each.old, each.new, len(each.places), len(each.left)) for each in found]


def test_exchanges_are_counted_and_what_is_left_too(tmp_path: Path):
    assert exchanged(tmp_path, ["船坞"] * 4, ["码头"] * 3 + ["船坞"], 2) == [("船坞", "码头", 3, 1)]
    assert exchanged(tmp_path, ["船坞"] * 4, ["码头"] * 3 + ["船坞"], 4) == []
    assert exchanged(tmp_path, ["船坞"] * 4, ["码头", "码头", "泊位", "泊位"], 2) == [
        ("船坞", "码头", 2, 0),
        ("船坞", "泊位", 2, 0),
    ]


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("互联网", "noun"), ("移动互联网", "noun"), ("治理", "verb"), ("迁移", "verb"), ("优秀", "adjective"),
        ("ai", "latin"), ("可灵ai", "latin"), ("迅速", "adjective"), ("非常", "other"),
    ],
)  # fmt: skip
def test_parts_of_speech(term: str, expected: str):
    assert word_class(term) == expected

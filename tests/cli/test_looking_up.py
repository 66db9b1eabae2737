"""The commands that look something up, over documents and over the library."""

import json
from pathlib import Path

import pytest

from kwaicompare.cli.main import run
from kwaicompare.cli.parser import parse_command


@pytest.fixture(autouse=True)
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KWAICOMPARE_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.md").write_text("# 年报\n\n借出超1亿册，归还9800万册。渡口有船，船有渡工。\n", encoding="utf-8")
    return folder


def told(capfd: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert run(parse_command([str(argument) for argument in arguments])) == 0
    return capfd.readouterr().out


def test_a_library_is_kept_and_looked_up(reports: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert "library add" in told(capfd, "library", "list")
    assert told(capfd, "library", "add", reports).startswith("1 added")
    assert told(capfd, "library", "list").startswith(str(reports))
    found = json.loads(told(capfd, "find", "渡口", "--library", "--json"))
    (hit,) = found["hits"]
    assert (hit["document"], hit["match"], found["complete"]) == (str(reports / "a.md"), "渡口", True)
    text = (reports / "a.md").read_text(encoding="utf-8")
    assert text[hit["start"] : hit["end"]] == "渡口"
    assert "【船】" in told(capfd, "find", "船", "--library", "--limit", "1")
    for query, how, match in (
        ("> 1亿 册", "--figures", "超1亿册"),
        ("渡.", "--regex", "渡口"),
        ("dugong", "--pinyin", "渡工"),
    ):
        found = json.loads(told(capfd, "find", query, "--library", how, "--json"))
        assert found["hits"][0]["match"] == match
    assert json.loads(told(capfd, "library", "update", "--json"))["added"] == 0
    told(capfd, "library", "remove", reports)
    assert "not found" in told(capfd, "find", "渡口", "--library")


def test_trouble_is_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for arguments in (["library", "add", str(tmp_path / "none")], ["find", "船", "a.md", "--library"]):
        assert run(parse_command(arguments)) == 2
        assert capfd.readouterr().err.count("\n") == 1


def test_figures_and_all_of(reports: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = reports / "a.md"
    figures = json.loads(told(capfd, "find", "> 1亿 册", file, "--figures", "--json"))
    assert [hit["match"] for hit in figures["hits"]] == ["超1亿册"]
    together = json.loads(told(capfd, "find", "渡 船", file, "--all", "--json"))
    assert [hit["match"] for hit in together["hits"]] == ["渡", "船", "船", "渡"]
    assert json.loads(told(capfd, "find", "渡 册", file, "--all", "--json"))["hits"] == []

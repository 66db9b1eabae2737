"""Report files appear whole or not at all."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kwaicompare.errors import BadReport
from kwaicompare.model.comparison import Comparison
from kwaicompare.report.write import write_report

Make = Callable[[], Comparison]


def test_ending_picks_the_kind(make_comparison: Make, tmp_path: Path) -> None:
    comparison = make_comparison()
    write_report(comparison, tmp_path / "a.JSON", "en")
    write_report(comparison, tmp_path / "a.html", "en")
    assert json.loads((tmp_path / "a.JSON").read_text(encoding="utf-8"))["identical"] is False
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_same_comparison_gives_the_same_file(make_comparison: Make, tmp_path: Path) -> None:
    comparison = make_comparison()
    for kind in ("json", "html", "xlsx"):
        for name in ("first", "second"):
            write_report(comparison, tmp_path / f"{name}.{kind}", "zh_CN")
        assert (tmp_path / f"first.{kind}").read_bytes() == (tmp_path / f"second.{kind}").read_bytes()


def test_unknown_ending_is_refused(make_comparison: Make, tmp_path: Path) -> None:
    with pytest.raises(BadReport) as caught:
        write_report(make_comparison(), tmp_path / "a.odt", "en")
    assert caught.value.key == "error.report_format"


def test_failed_writing_keeps_what_was_there(make_comparison: Make, tmp_path: Path) -> None:
    (tmp_path / "taken.html").mkdir()
    with pytest.raises(BadReport) as caught:
        write_report(make_comparison(), tmp_path / "taken.html", "en")
    assert caught.value.key == "error.report_write"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
    with pytest.raises(BadReport):
        write_report(make_comparison(), tmp_path / "nowhere" / "a.html", "en")

"""A report is sound until its sources or its quotations change."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kwaicompare.errors import BadReport
from kwaicompare.model.comparison import Comparison
from kwaicompare.model.document import Document
from kwaicompare.report.evidence import verify_report
from kwaicompare.report.json import verify_json
from kwaicompare.report.write import write_report

Make = Callable[[], Comparison]
Read = Callable[[Path], Document]
KINDS = ["json", "html"]


@pytest.mark.parametrize("kind", KINDS)
def test_untouched_report_is_sound(make_comparison: Make, read_source: Read, tmp_path: Path, kind: str) -> None:
    report = tmp_path / f"report.{kind}"
    write_report(make_comparison(), report, "zh_CN")
    result = verify_report(report, read_source)
    assert result.sound
    assert result.sources == (str(tmp_path / "old.md"), str(tmp_path / "new.md"))
    # 11 sides of passages, 3 figures in the ledger, 2 quotations in the finding and 2 in what was verified
    assert result.checked == 18


@pytest.mark.parametrize("kind", KINDS)
def test_changed_source_breaks_digest_and_quotations(
    make_comparison: Make, read_source: Read, tmp_path: Path, kind: str
) -> None:
    report = tmp_path / f"report.{kind}"
    write_report(make_comparison(), report, "zh_CN")
    source = tmp_path / "old.md"
    source.write_text(source.read_text(encoding="utf-8").replace("120件", "121件"), encoding="utf-8")
    result = verify_report(report, read_source)
    assert result.changed == (str(source),)
    assert {quote.quote for quote in result.broken} == {"120件", "本社拥有 <专利> 120件。"}
    assert {quote.document for quote in result.broken} == {str(source)}
    assert verify_json(result)["sound"] is False


@pytest.mark.parametrize("kind", KINDS)
def test_forged_quotation_is_found(make_comparison: Make, read_source: Read, tmp_path: Path, kind: str) -> None:
    report = tmp_path / f"report.{kind}"
    write_report(make_comparison(), report, "zh_CN")
    report.write_text(report.read_text(encoding="utf-8").replace("30棵。", "90棵。"), encoding="utf-8")
    result = verify_report(report, read_source)
    assert result.changed == ()
    assert [quote.quote for quote in result.broken] == ["新栽树木90棵。"]


def test_offsets_outside_the_source_are_broken(make_comparison: Make, read_source: Read, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    write_report(make_comparison(), report, "zh_CN")
    content = json.loads(report.read_text(encoding="utf-8"))
    content["metrics"]["only_b"][0].update(start=-3, end=10_000)
    report.write_text(json.dumps(content), encoding="utf-8")
    assert [quote.start for quote in verify_report(report, read_source).broken] == [-3]


def test_sources_are_found_beside_a_report_that_moved(make_comparison: Make, read_source: Read, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    write_report(make_comparison(), report, "zh_CN")
    content = report.read_text(encoding="utf-8").replace(json.dumps(str(tmp_path) + "/")[1:-1], "")
    report.write_text(content, encoding="utf-8")
    result = verify_report(report, read_source)
    assert (result.sound, result.sources) == (True, ("old.md", "new.md"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.json", ""),
        ("other.json", '{"format": "something else"}'),
        ("list.json", "[1, 2]"),
        ("torn.json", '{"format": "kwaicompare comparison", "documents": [{}]}'),
        ("page.html", "<p>a page of somebody else's</p>"),
        ("bad.html", '<p data-doc="x" data-start="0" data-end="1">a</p>'),
        ("unbalanced.html", '<p data-doc="0" data-start="0" data-end="1"><i>a</p>'),
        ("binary.html", "\udcff"),
        ("report.docx", ""),
    ],
)
def test_what_is_no_report_is_refused(read_source: Read, tmp_path: Path, name: str, content: str) -> None:
    report = tmp_path / name
    report.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(BadReport) as caught:
        verify_report(report, read_source)
    assert (caught.value.key, caught.value.path) == ("error.report_read", str(report))


def test_missing_report_is_named(read_source: Read, tmp_path: Path) -> None:
    with pytest.raises(BadReport) as caught:
        verify_report(tmp_path / "none.json", read_source)
    assert (caught.value.key, caught.value.path) == ("error.missing", str(tmp_path / "none.json"))

"""The JSON structures are a contract with scripts: field names, numbers, wording of reasons and caveats."""

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from kwaicompare.model.comparison import Comparison
from kwaicompare.model.keyword import Hit
from kwaicompare.model.span import Span
from kwaicompare.report import json as structures

Make = Callable[[], Comparison]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "null"),
        (Decimal("7321"), "7321"),
        (Decimal("7321.0"), "7321"),
        (Decimal("1.66E+8"), "166000000"),
        (Decimal("78.4"), "78.4"),
        (Decimal("0.1"), "0.1"),
        (Decimal("-0.25"), "-0.25"),
    ],
)
def test_numbers_are_written_exactly(value: Decimal | None, written: str) -> None:
    assert json.dumps(structures.number(value)) == written


def test_outline_names_the_document_and_its_sections(make_comparison: Make) -> None:
    edition = make_comparison().a
    outline = structures.outline_json(edition)
    assert set(outline["document"]) >= {"path", "title", "edition", "language", "encoding", "chars", "sha256"}
    assert outline["document"]["chars"] == len(edition.text)
    assert outline["sections"][1] == {
        "id": "s2", "parent": "s1", "level": 2, "number": None, "title": "专利",
        "start": edition.text.index("## 专利"), "end": edition.text.index("## 食堂"),
    }  # fmt: skip
    assert [piece["kind"] for piece in outline["furniture"]] == ["caption", "image"]


def test_alignment_words_its_reasons(make_comparison: Make) -> None:
    alignment = structures.alignment_json(make_comparison().alignment)
    assert alignment["pairs"][1] == {
        "a": "s2", "b": "s2", "score": 0.8765, "relation": "edited", "moved": True,
        "why": ["heading", "terms: 专利 拥有", "pinned"],
    }  # fmt: skip
    assert (alignment["dropped"], alignment["new"], alignment["related"]) == (["s3"], ["s3"], [])


def test_passages_carry_their_edits(make_comparison: Make) -> None:
    comparison = make_comparison()
    passages = list(structures.passages_json(comparison)["passages"])
    edited = passages[2]
    assert [edit["op"] for edit in edited["edits"]] == ["equal", "replace", "equal"]
    assert comparison.b.text[slice(*edited["edits"][1]["b"])] == "超1.4万件"
    assert passages[-1]["a"] is None
    assert passages[-1]["edits"] == []


def test_ledger_keeps_open_bounds_and_words_caveats(make_comparison: Make) -> None:
    ledger = structures.ledger_json(make_comparison().ledger)
    delta = next(ledger["deltas"])
    assert (delta["absolute"], delta["percent"]) == ([13880, None], [11566.6667, None])
    assert delta["caveats"] == ["bound", "cumulative vs per year", "different scope: 国内"]
    assert (delta["b"]["low"], delta["b"]["high"]) == (14000, None)
    assert delta["b"]["canonical"] == {"unit": "件", "low": 14000, "high": None}
    assert [mention["quote"] for mention in ledger["only_b"]] == ["30棵"]


def test_mentions_have_every_field_of_the_contract(make_comparison: Make) -> None:
    edition = make_comparison().b
    mention = next(structures.mentions_json(edition)["mentions"])
    assert set(mention) >= {
        "start", "end", "quote", "kind", "low", "high", "qualifier", "unit", "quantity", "canonical", "currency",
        "direction", "mode", "indicator", "scope", "period", "section", "callout",
    }  # fmt: skip
    assert edition.text[mention["start"] : mention["end"]] == mention["quote"]


def test_keywords_are_rounded_to_six_decimals(make_comparison: Make) -> None:
    term = structures.keywords_json(make_comparison().keywords)["terms"][0]
    assert (term["per_10k_b"], term["status"], term["count_b"]) == (50.123457, "risen", 5)


def test_checks_are_worded_and_name_their_documents(make_comparison: Make) -> None:
    comparison = make_comparison()
    checks = structures.checks_json(comparison.checks, (comparison.a, comparison.b), "en")
    finding = checks["findings"][0]
    assert finding["message"] == "Old: 120, new: 14000."
    assert [piece["document"] for piece in finding["evidence"]] == [
        comparison.a.document.source.path,
        comparison.b.document.source.path,
    ]
    assert len(checks["verified"]) == 1


def test_hits_name_their_document(make_comparison: Make) -> None:
    comparison = make_comparison()
    hit = Hit(1, Span(3, 5), "左", "专利", "右", "s2")
    found = structures.hits_json([hit], (comparison.a, comparison.b))["hits"][0]
    assert found == {
        "document": comparison.b.document.source.path, "start": 3, "end": 5, "left": "左", "match": "专利",
        "right": "右", "section": "s2",
    }  # fmt: skip


def test_comparison_states_what_was_not_compared(make_comparison: Make) -> None:
    report = structures.comparison_json(make_comparison(), "zh_CN")
    gaps = {gap["kind"]: (gap["a"], gap["b"]) for gap in report["not_compared"]}
    assert gaps == {"layout": (0, 0), "pictures": (1, 0), "furniture": (1, 0), "rewritten": (1, 1)}
    assert all(gap["message"] for gap in report["not_compared"])
    assert [document["sha256"] for document in report["documents"]] == [
        report["outline"][side]["document"]["sha256"] for side in "ab"
    ]

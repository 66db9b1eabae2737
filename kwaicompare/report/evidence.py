"""Verifies a report: its sources are read again, each digest and each quotation is checked at its offsets.

Takes the path of a JSON or HTML report and a way to read a document; returns what still stands and what does not.
Leaves out judging the comparison itself: a report is sound when it quotes its sources faithfully.

    report quoting "7321件" at 5..10 of a file where 5..10 now reads "7322件"
    →  VerifyResult(changed=("old.md",), broken=(BrokenQuote("old.md", 5, 10, "7321件"),), …)
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from kwaicompare.errors import BadReport
from kwaicompare.model.document import Document
from kwaicompare.report.json import FORMAT


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation as the report states it; ``document`` is the index of its source."""

    document: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class BrokenQuote:
    """A quotation that does not stand in its source at the stated place; ``document`` is the source's path."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class VerifyResult:
    """What became of a report's evidence: sources whose digest changed, quotations that broke, and how many stood."""

    sources: tuple[str, ...]
    checked: int
    changed: tuple[str, ...] = ()
    broken: tuple[BrokenQuote, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether every digest and every quotation stands."""
        return not self.changed and not self.broken


@dataclass(frozen=True, slots=True)
class _Evidence:
    sources: tuple[tuple[str, str], ...]
    quotations: tuple[Quotation, ...]


def verify_report(path: Path, read: Callable[[Path], Document]) -> VerifyResult:
    """Check a report against its sources, which ``read`` reads. A source that is gone raises what ``read`` raises.

    A relative path is looked for from the working folder first, then from the report's own folder.
    """
    evidence = _read_evidence(path)
    documents = [read(_source_path(name, path)) for name, _ in evidence.sources]
    changed = [
        name for (name, digest), found in zip(evidence.sources, documents, strict=True) if found.source.sha256 != digest
    ]
    broken = [
        BrokenQuote(evidence.sources[quote.document][0], quote.start, quote.end, quote.quote)
        for quote in evidence.quotations
        if not _stands(quote, documents[quote.document].text)
    ]
    names = tuple(name for name, _ in evidence.sources)
    return VerifyResult(names, len(evidence.quotations), tuple(changed), tuple(broken))


def _stands(quote: Quotation, text: str) -> bool:
    return 0 <= quote.start <= quote.end <= len(text) and text[quote.start : quote.end] == quote.quote


def _source_path(name: str, report: Path) -> Path:
    beside = report.parent / name
    return beside if not Path(name).exists() and beside.exists() else Path(name)


def _read_evidence(path: Path) -> _Evidence:
    readers = {".json": _json_evidence, ".html": _html_evidence}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise BadReport("error.report_read", str(path))
    try:
        evidence = reader(path.read_text(encoding="utf-8"))
    except FileNotFoundError as trouble:
        raise BadReport("error.missing", str(path)) from trouble
    except OSError as trouble:
        raise BadReport("error.read", str(path), detail=trouble.strerror or str(trouble)) from trouble
    except (ValueError, KeyError, TypeError, AttributeError) as trouble:
        raise BadReport("error.report_read", str(path)) from trouble
    if not evidence.sources or any(not 0 <= q.document < len(evidence.sources) for q in evidence.quotations):
        raise BadReport("error.report_read", str(path))
    return evidence


def _json_evidence(content: str) -> _Evidence:
    report = json.loads(content)
    if report["format"] != FORMAT:
        raise ValueError("not a comparison report")
    sources = tuple((str(document["path"]), str(document["sha256"])) for document in report["documents"])
    return _Evidence(sources, tuple(_json_quotations(report, [name for name, _ in sources])))


def _json_quotations(report: dict[str, Any], names: list[str]) -> Iterator[Quotation]:
    for passage in (*report["diff"]["passages"], *report.get("opinions", ())):
        for document, side in enumerate("ab"):
            if passage[side] is not None:
                start, end = passage[side]
                yield Quotation(document, int(start), int(end), passage[f"quote_{side}"])
    metrics = report["metrics"]
    for delta in metrics["deltas"]:
        for document, side in enumerate("ab"):
            yield from _mentions([delta[side], *delta[f"also_{side}"]], document)
    yield from _mentions(metrics["only_a"], 0)
    yield from _mentions(metrics["only_b"], 1)
    for finding in (*report["check"]["findings"], *report["check"]["verified"]):
        for piece in finding["evidence"]:
            yield from _mentions([piece], names.index(piece["document"]))


def _mentions(pieces: list[dict[str, Any]], document: int) -> Iterator[Quotation]:
    for piece in pieces:
        yield Quotation(document, int(piece["start"]), int(piece["end"]), piece["quote"])


def _html_evidence(content: str) -> _Evidence:
    page = _MarkedElements()
    page.feed(content)
    page.close()
    return _Evidence(tuple(page.sources), tuple(page.quotations))


class _MarkedElements(HTMLParser):
    """Gathers the elements that name a source (data-sha256) or quote one (data-doc), with the text they show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sources: list[tuple[str, str]] = []
        self.quotations: list[Quotation] = []
        self._open: list[str] = []
        self._place: tuple[int, int, int] = (0, 0, 0)
        self._shown: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if self._open:
            self._open.append(tag)
        elif "data-doc" in named:
            self._open, self._shown = [tag], []
            self._place = (int(named["data-doc"]), int(named["data-start"]), int(named["data-end"]))
        elif "data-sha256" in named:
            self.sources.append((named["data-path"], named["data-sha256"]))

    def handle_endtag(self, tag: str) -> None:
        if not self._open:
            return
        if self._open.pop() != tag:
            raise ValueError(f"unbalanced {tag}")
        if not self._open:
            self.quotations.append(Quotation(*self._place, "".join(self._shown)))

    def handle_data(self, data: str) -> None:
        if self._open:
            self._shown.append(data)

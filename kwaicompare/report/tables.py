"""The counted parts of the HTML report: figures, keywords, checks, sources, and what was not compared.

Takes a comparison, returns markup, one function a part; every figure and quotation carries its place. Leaves out the
running text (see ``panes``).

    Delta(专利申请, 7321件 → 超1.4万件, percent [91.2, null])  →  a row: 专利申请 | 7321件 | 超1.4万件 | 至少 +91.2%
"""

from collections.abc import Iterable, Mapping, Sequence

from kwaicompare.diff.lenses import ignored_places
from kwaicompare.keywords.written import as_written
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.decision import Standing
from kwaicompare.model.finding import Finding
from kwaicompare.model.keyword import Term
from kwaicompare.model.metric import Delta, Entry, Mention
from kwaicompare.report.coverage import Gap, coverage
from kwaicompare.report.markup import element, quotation, text
from kwaicompare.report.wording import change_text
from kwaicompare.resources import Messages

SHOWN_TERMS = 25


def figures(comparison: Comparison, wording: Messages) -> str:
    """Table what moved, then list the figures that only one edition has."""
    ledger = comparison.ledger
    head = ("indicator", "old", "new", "change", "difference", "caveats")
    rows = [_delta(delta, wording) for delta in ledger.deltas]
    table = _table([wording(f"report.{name}") for name in head], rows)
    alone = [
        _alone(wording("report.only_a", count=len(ledger.only_a)), ledger.only_a, 0),
        _alone(wording("report.only_b", count=len(ledger.only_b)), ledger.only_b, 1),
    ]
    return (table if rows else _nothing(wording)) + "".join(alone)


def _delta(delta: Delta, wording: Messages) -> str:
    percent = change_text(delta.percent, "%", wording.language)
    absolute = change_text(delta.absolute, delta.a.canonical.unit or delta.a.unit, wording.language)
    return _row(
        text(delta.indicator),
        _quoted(delta.a, delta.also_a, 0),
        _quoted(delta.b, delta.also_b, 1),
        text(percent or wording("report.not_computable")),
        text(absolute),
        text("；".join(caveat_words(caveat, wording) for caveat in delta.caveats)),
    )


def caveat_words(caveat: tuple[str, str], wording: Messages) -> str:
    """Word why two figures are not quite comparable."""
    key, value = caveat
    name = wording(f"caveat.{key}")
    return f"{name}: {value}" if value else name


def _quoted(mention: Mention, also: Sequence[Mention], document: int) -> str:
    quotes = [quotation(piece.quote, document, piece.span) for piece in (mention, *also)]
    period = element("small", text(mention.period)) if mention.period else ""
    return quotes[0] + period + "".join(element("small", quote) for quote in quotes[1:])


def _alone(title: str, entries: Sequence[Entry], document: int) -> str:
    if not entries:
        return ""
    rows = [_row(text(each.main.indicator), _quoted(each.main, each.others, document)) for each in entries]
    return element("details", element("summary", text(title)) + element("table", "".join(rows)))


def keywords(comparison: Comparison, wording: Messages) -> str:
    """Table the terms that rose and those that fell, most certain first."""
    terms = comparison.keywords
    risen = _by_certainty(term for term in terms if term.status in ("risen", "new"))
    fallen = _by_certainty(term for term in terms if term.status in ("fallen", "gone"))
    written = as_written((comparison.a, comparison.b), (*risen, *fallen))
    tables = [(wording("report.risen"), risen), (wording("report.fallen"), fallen)]
    return element("div", "".join(_terms(title, some, written, wording) for title, some in tables), css="columns")


def _by_certainty(terms: Iterable[Term]) -> list[Term]:
    ranked = sorted(terms, key=lambda term: (-abs(term.log_ratio_bound), -term.log_likelihood, term.term))
    return ranked[:SHOWN_TERMS]


def _terms(title: str, terms: Sequence[Term], written: Mapping[str, str], wording: Messages) -> str:
    heading = element("h3", text(title))
    if not terms:
        return element("div", heading + _nothing(wording))
    top = max(max(term.per_10k_a, term.per_10k_b) for term in terms)
    head = (wording("report.term"), wording("report.rate_old"), wording("report.rate_new"), "")
    rows = [
        _row(
            text(written.get(term.term, term.term)),
            _rate(term.count_a, term.per_10k_a),
            _rate(term.count_b, term.per_10k_b),
            _bars(term, top),
        )
        for term in terms
    ]
    return element("div", heading + _table(head, rows))


def _rate(count: int, per_10k: float) -> str:
    return f"{per_10k:.1f} {element('small', str(count))}"


def _bars(term: Term, top: float) -> str:
    widths = ((term.per_10k_a, "old"), (term.per_10k_b, "new"))
    return "".join(element("i", "", css=f"bar {side}", style=f"width:{100 * rate / top:.1f}%") for rate, side in widths)


def checks(comparison: Comparison, wording: Messages) -> str:
    """List the findings with their quotations, then what was verified."""
    result = comparison.checks
    findings = "".join(_finding(finding, wording) for finding in result.findings)
    verified = "".join(_finding(finding, wording) for finding in result.verified)
    shown = element("ul", findings, css="findings") if findings else _nothing(wording)
    if not verified:
        return shown
    title = text(wording("report.verified", count=len(result.verified)))
    return shown + element("details", element("summary", title) + element("ul", verified, css="findings"))


def _finding(finding: Finding, wording: Messages) -> str:
    severity = element("b", text(wording(f"severity.{finding.severity}")))
    sentence = text(wording(finding.message, **dict(finding.values)))
    quotes = "".join(quotation(piece.quote, piece.document, piece.span) for piece in finding.evidence)
    return element("li", f"{severity} {sentence}{element('small', quotes)}", css=finding.severity)


def opinions(comparison: Comparison, wording: Messages) -> str:
    """Table what the reviewer thinks; "" where nothing was said."""
    rows = []
    for each in comparison.standings:
        places = zip((comparison.a, comparison.b), each.places, (each.opinion.a, each.opinion.b), strict=True)
        quotes = (
            quotation(place.of(edition.text), side, place) if place else text(anchor.quote if anchor else "")
            for side, (edition, place, anchor) in enumerate(places)
        )
        rows.append(_row(text(wording(f"subject.{each.opinion.subject}")), *quotes, *map(text, said(each, wording))))
    head = [wording(f"column.{name}") for name in ("subject", "old", "new", "judgement", "opinion")]
    title = element("h2", text(wording("report.title.opinions")), id="opinions")
    return element("section", title + _table(head, rows)) if rows else ""


def said(standing: Standing | None, wording: Messages) -> tuple[str, str]:
    """Word what the reviewer thinks: the status, and the note with what the text or its place has gone through."""
    if standing is None:
        return "", ""
    given, before = wording(f"opinion.{standing.opinion.status}"), ""
    if standing.state != "holds":
        before = wording(f"opinion.{standing.state}", status=given)
    return wording(f"opinion.{standing.status}"), " · ".join(filter(None, (before, standing.opinion.note)))


def sources(comparison: Comparison, wording: Messages) -> str:
    """Name both sources by digest; these elements are what ``verify`` starts from."""
    return element("dl", "".join(_source(edition, wording) for edition in (comparison.a, comparison.b)), css="sources")


def _source(edition: Edition, wording: Messages) -> str:
    source = edition.document.source
    title = source.title or source.path
    size = wording("report.size", chars=len(edition.text), encoding=source.encoding)
    holding = wording(f"holding.{source.holding}")
    digest = element("code", text(source.sha256), data_path=source.path, data_sha256=source.sha256)
    return element("dt", text(title)) + element(
        "dd", f"{text(holding)} · {text(size)}<br>{text(source.path)}<br>SHA-256 {digest}"
    )


def gap_words(gap: Gap, wording: Messages) -> str:
    """Word what was left out, with its number on each side where it can be counted."""
    count = f" {wording('report.counts', a=gap.a, b=gap.b)}" if gap.a or gap.b else ""
    return wording(f"report.not_compared.{gap.kind}") + count


def not_compared(comparison: Comparison, wording: Messages) -> str:
    """State what was left out, with its number on each side."""
    items = []
    for gap in coverage(comparison):
        listed = _ignored(comparison, wording) if gap.kind == "ignored" else ""
        items.append(element("li", text(gap_words(gap, wording)) + listed))
    return element("ul", "".join(items))


def _ignored(comparison: Comparison, wording: Messages) -> str:
    """List what the lenses hid, each place with the lenses it took and the way to its row."""
    rows = []
    for at, edit in ignored_places(comparison.passages):
        lenses = wording("cli.comma").join(wording(f"lens.{lens}") for lens in edit.lenses)
        quotes = (
            quotation(span.of(edition.text), side, span)
            for side, (span, edition) in enumerate(((edit.a, comparison.a), (edit.b, comparison.b)))
        )
        rows.append(_row(*quotes, element("a", text(lenses), href=f"#r{at}")))
    head = (wording("report.old"), wording("report.new"), wording("report.lens"))
    return element("details", element("summary", text(wording("report.ignored", count=len(rows)))) + _table(head, rows))


def _table(head: Sequence[str], rows: Sequence[str]) -> str:
    titles = element("thead", element("tr", "".join(element("th", text(title)) for title in head)))
    return element("table", titles + element("tbody", "".join(rows)))


def _row(*cells: str) -> str:
    return element("tr", "".join(element("td", cell) for cell in cells))


def _nothing(wording: Messages) -> str:
    return element("p", text(wording("report.nothing")), css="nothing")

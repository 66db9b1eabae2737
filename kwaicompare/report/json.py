"""Model values as the JSON structures that commands print and report files hold.

Takes model values, returns plain dicts and lists ready for `stream.pieces`, with an iterator where a list may be long;
the structures are a contract with scripts: fields may be added, never renamed or removed. Leaves out all wording except
the sentences of findings; reading, comparing and writing files happen elsewhere.

    Bounds(Decimal("14000"), None)  →  [14000, null]
    Reason("terms", 0.4, ("专利", "授权"))  →  "terms: 专利 授权"
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kwaicompare import __version__
from kwaicompare.diff.lenses import ignored_counts
from kwaicompare.model.alignment import Alignment, Link, Reason
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.decision import Standing
from kwaicompare.model.document import Furniture, Section
from kwaicompare.model.edit import LENSES, Passage
from kwaicompare.model.finding import CheckResult, Evidence, Finding
from kwaicompare.model.keyword import Collocate, Hit, Term, Trend
from kwaicompare.model.library import LibraryFound
from kwaicompare.model.metric import Bounds, Delta, Ledger, Mention, Series
from kwaicompare.model.span import Span
from kwaicompare.read.corpus import CorpusEntry, full_text
from kwaicompare.report.coverage import coverage
from kwaicompare.resources import messages
from kwaicompare.text.substitution import substitutions

if TYPE_CHECKING:
    from kwaicompare.report.evidence import VerifyResult

Json = dict[str, Any]

FORMAT = "kwaicompare comparison"
FORMAT_VERSION = 1

_CAVEATS = {
    "scope": "different scope",
    "period": "different period",
    "definition": "different definition",
    "cumulative_vs_per_year": "cumulative vs per year",
}


def number(value: Decimal | None) -> int | float | None:
    """Return an int when ``value`` is integral, else the float whose shortest form is that value."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def document_json(edition: Edition) -> Json:
    """Name a document: where it came from, its digest and its size in code points."""
    source = edition.document.source
    return {
        "path": source.path,
        "title": source.title,
        "edition": source.edition,
        "language": source.language,
        "encoding": source.encoding,
        "chars": len(edition.text),
        "sha256": source.sha256,
        "holding": source.holding,
    }


def outline_json(edition: Edition) -> Json:
    """List the sections in text order, the furniture, and the places where the outline is in doubt."""
    return {
        "document": document_json(edition),
        "sections": [_section(section) for section in edition.sections],
        "furniture": [_furniture(piece) for piece in edition.outline.furniture],
        "doubts": [{"reason": doubt.reason, **_place(doubt.span)} for doubt in edition.outline.doubts],
    }


def alignment_json(alignment: Alignment) -> Json:
    """List counterparts with their reasons, related sections, and the sections without a counterpart."""
    return {
        "pairs": [_link(link) for link in alignment.pairs],
        "related": [_link(link) for link in alignment.related],
        "dropped": list(alignment.dropped),
        "new": list(alignment.new),
    }


def passages_json(comparison: Comparison) -> Json:
    """List the passages in reading order with their edits, the lenses that were on, and how much each one hid."""
    return {**_lenses(comparison), "passages": map(_passage, comparison.passages)}


def _lenses(comparison: Comparison) -> Json:
    active = [lens for lens in LENSES if lens in comparison.lenses]
    return {"lenses": active, "ignored": ignored_counts(comparison.passages)}


def mentions_json(edition: Edition) -> Json:
    """List the figures of one edition in text order."""
    return {"mentions": map(mention_json, edition.mentions)}


def mention_json(mention: Mention) -> Json:
    """Describe one figure."""
    return {
        **_place(mention.span),
        "quote": mention.quote,
        "kind": mention.kind,
        "low": number(mention.bounds.low),
        "high": number(mention.bounds.high),
        "qualifier": mention.qualifier,
        "unit": mention.unit,
        "quantity": mention.quantity,
        "canonical": {
            "unit": mention.canonical.unit,
            "low": number(mention.canonical.bounds.low),
            "high": number(mention.canonical.bounds.high),
        },
        "precision": number(mention.precision),
        "currency": mention.currency,
        "direction": mention.direction,
        "mode": mention.mode,
        "indicator": mention.indicator,
        "scope": mention.scope,
        "period": mention.period,
        "measure": mention.measure,
        "section": mention.section,
        "callout": mention.callout,
    }


def ledger_json(ledger: Ledger) -> Json:
    """List what moved between two editions, and the figures that only one of them has."""
    return {
        "deltas": map(_delta, ledger.deltas),
        "only_a": (mention_json(each) for entry in ledger.only_a for each in entry.mentions),
        "only_b": (mention_json(each) for entry in ledger.only_b for each in entry.mentions),
    }


def series_json(series: Iterable[Series]) -> list[Json]:
    """List indicators through several editions: the figure in each (null: not stated), and what changed to reach it."""
    return [
        {
            "indicator": each.indicator,
            "figures": [None if figure is None else mention_json(figure) for figure in each.figures],
            "steps": [None if step is None else _change(step) for step in each.steps],
        }
        for each in series
    ]


def keywords_json(terms: Iterable[Term]) -> Json:
    """List the terms with their frequencies; statistics are rounded to six decimals to be the same on any machine."""
    return {"terms": [_term(term) for term in terms]}


def collocates_json(found: Iterable[Collocate]) -> list[Json]:
    """List the terms that keep company with another; statistics rounded like those of `keywords_json`."""
    return [
        {
            "term": each.term,
            "together": each.together,
            "log_dice": round(each.log_dice, 6),
            "log_likelihood": round(each.log_likelihood, 6),
        }
        for each in found
    ]


def substitutions_json(comparison: Comparison) -> list[Json]:
    """List the words that paired sentences exchange for others, with their places and those that are left."""
    found = substitutions(comparison.a, comparison.b, comparison.passages)
    return [
        {
            "old": each.old,
            "new": each.new,
            "places": [{"a": [a.start, a.end], "b": [b.start, b.end]} for a, b in each.places],
            "left": [[span.start, span.end] for span in each.left],
        }
        for each in found
    ]


def trends_json(trends: Iterable[Trend]) -> list[Json]:
    """List terms through several editions: counts and rates, rounded like those of `keywords_json`."""
    return [
        {"term": each.term, "counts": list(each.counts), "per_10k": [round(rate, 6) for rate in each.per_10k]}
        for each in trends
    ]


def hits_json(hits: Iterable[Hit], editions: Sequence[Edition]) -> Json:
    """List the lines of a concordance; ``editions`` are the searched ones, in the order the hits count them."""
    return {
        "hits": [
            {
                "document": editions[hit.document].document.source.path,
                **_place(hit.span),
                "left": hit.left,
                "match": hit.match,
                "right": hit.right,
                "section": hit.section,
            }
            for hit in hits
        ]
    }


def library_hits_json(found: LibraryFound) -> Json:
    """List the first places of a query in the library; ``complete``: there are no more."""
    return {
        "hits": [
            {
                "document": hit.path,
                **_place(hit.span),
                "left": hit.left,
                "match": hit.match,
                "right": hit.right,
                "section": "",
            }
            for hit in found.hits
        ],
        "complete": found.complete,
    }


def checks_json(result: CheckResult, editions: Sequence[Edition], language: str = "en") -> Json:
    """List findings and what was verified, worded in ``language``; ``editions`` in the order of the check."""
    return {
        "findings": [_finding(finding, editions, language) for finding in result.findings],
        "verified": [_finding(finding, editions, language) for finding in result.verified],
    }


def comparison_json(comparison: Comparison, language: str = "en") -> Json:
    """Gather everything known of two editions; each part is what the command of that name prints.

    Passages also quote both texts, so that the file can be read without its sources and verified against them.
    """
    a, b = comparison.a, comparison.b
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "program": {"name": "kwaicompare", "version": __version__},
        "documents": [document_json(a), document_json(b)],
        "identical": comparison.identical,
        "outline": {"a": outline_json(a), "b": outline_json(b)},
        "align": alignment_json(comparison.alignment),
        "diff": {
            **_lenses(comparison),
            "passages": (_quoted_passage(passage, a.text, b.text) for passage in comparison.passages),
        },
        "metrics": ledger_json(comparison.ledger),
        "keywords": {**keywords_json(comparison.keywords), "replaced": substitutions_json(comparison)},
        "check": checks_json(comparison.checks, (a, b), language),
        "opinions": [_opinion(each, (a.text, b.text)) for each in comparison.standings],
        "not_compared": coverage_json(comparison, language),
    }


def _opinion(standing: Standing, texts: tuple[str, str]) -> Json:
    """Tell an opinion; quoted is what stands at its places now, or where there is none, what stood there."""
    opinion = standing.opinion
    found: Json = {"subject": opinion.subject, "status": standing.status, "judged": opinion.status}
    found |= {"state": standing.state, "note": opinion.note}
    for side, place, anchor, text in zip("ab", standing.places, (opinion.a, opinion.b), texts, strict=True):
        found[side] = _ends(place)
        found[f"quote_{side}"] = place.of(text) if place is not None else anchor.quote if anchor is not None else None
    return found


def coverage_json(comparison: Comparison, language: str = "en") -> list[Json]:
    """State what was not compared, item by item, with its number on each side."""
    wording = messages(language)
    return [
        {"kind": gap.kind, "a": gap.a, "b": gap.b, "message": wording(f"report.not_compared.{gap.kind}")}
        for gap in coverage(comparison)
    ]


def verify_json(result: "VerifyResult") -> Json:
    """Tell whether a report's evidence stands, and list what does not."""
    return {
        "sound": result.sound,
        "sources": list(result.sources),
        "checked": result.checked,
        "changed": list(result.changed),
        "broken": [
            {"document": quote.document, "start": quote.start, "end": quote.end, "quote": quote.quote}
            for quote in result.broken
        ],
    }


def corpus_entry_json(entry: CorpusEntry) -> Json:
    """Describe a document of the corpus, what is at hand of it (full text or digest edition), and where."""
    full = full_text(entry)
    return {
        "name": entry.name,
        "title": entry.title,
        "edition": entry.edition,
        "publisher": entry.publisher,
        "date": entry.date,
        "language": entry.language,
        "holding": "digest" if full is None else "full",
        "path": str(full or entry.digest_path),
    }


def reason_text(reason: Reason) -> str:
    """Write a reason as its kind, followed by what both sections share."""
    return f"{reason.kind}: {' '.join(reason.shared)}" if reason.shared and reason.kind != "heading" else reason.kind


def caveat_text(caveat: tuple[str, str]) -> str:
    """Write a caveat in the fixed English of the contract."""
    key, value = caveat
    name = _CAVEATS.get(key, key)
    return f"{name}: {value}" if value else name


def _place(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _ends(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _interval(bounds: Bounds | None) -> list[int | float | None] | None:
    return None if bounds is None else [number(bounds.low), number(bounds.high)]


def _section(section: Section) -> Json:
    return {
        "id": section.id,
        "parent": section.parent,
        "level": section.level,
        "number": section.number,
        "title": section.title,
        **_place(section.span),
    }


def _furniture(piece: Furniture) -> Json:
    return {"kind": piece.kind, **_place(piece.span)}


def _link(link: Link) -> Json:
    return {
        "a": link.a,
        "b": link.b,
        "score": round(link.score, 4),
        "relation": link.relation,
        "moved": link.moved,
        "why": [reason_text(reason) for reason in link.why],
    }


def _passage(passage: Passage) -> Json:
    edits: list[Json] = []
    for edit in passage.edits:
        piece: Json = {"op": edit.op, "a": _ends(edit.a), "b": _ends(edit.b)}
        if edit.ignored:
            piece |= {"ignored": True, "lenses": list(edit.lenses)}
        edits.append(piece)
    return {
        "a": _ends(passage.a),
        "b": _ends(passage.b),
        "relation": passage.relation,
        "score": round(passage.score, 4),
        "rewritten": passage.rewritten,
        "limited": passage.limited,
        "role": passage.role,
        "section_a": passage.section_a,
        "section_b": passage.section_b,
        "origins": [_ends(span) for span in passage.origins],
        "destinations": [_ends(span) for span in passage.destinations],
        "edits": edits,
    }


def _quoted_passage(passage: Passage, text_a: str, text_b: str) -> Json:
    return {
        **_passage(passage),
        "quote_a": None if passage.a is None else passage.a.of(text_a),
        "quote_b": None if passage.b is None else passage.b.of(text_b),
    }


def _delta(delta: Delta) -> Json:
    return {
        "indicator": delta.indicator,
        "a": mention_json(delta.a),
        "b": mention_json(delta.b),
        "also_a": [mention_json(mention) for mention in delta.also_a],
        "also_b": [mention_json(mention) for mention in delta.also_b],
        **_change(delta),
    }


def _change(delta: Delta) -> Json:
    return {
        "comparability": delta.comparability,
        "caveats": [caveat_text(caveat) for caveat in delta.caveats],
        "absolute": _interval(delta.absolute),
        "percent": _interval(delta.percent),
        "decided": delta.decided,
    }


def _term(term: Term) -> Json:
    return {
        "term": term.term,
        "count_a": term.count_a,
        "count_b": term.count_b,
        "per_10k_a": round(term.per_10k_a, 6),
        "per_10k_b": round(term.per_10k_b, 6),
        "log_likelihood": round(term.log_likelihood, 6),
        "log_ratio": round(term.log_ratio, 6),
        "log_ratio_bound": round(term.log_ratio_bound, 6),
        "dispersion_a": round(term.dispersion_a, 6),
        "dispersion_b": round(term.dispersion_b, 6),
        "sections_a": term.sections_a,
        "sections_b": term.sections_b,
        "status": term.status,
    }


def _finding(finding: Finding, editions: Sequence[Edition], language: str) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": messages(language)(finding.message, **dict(finding.values)),
        "evidence": [_evidence(piece, editions) for piece in finding.evidence],
    }


def _evidence(piece: Evidence, editions: Sequence[Edition]) -> Json:
    path = editions[piece.document].document.source.path
    return {"document": path, **_place(piece.span), "quote": piece.quote}

"""The comparison as a workbook for review: 审读意见表, one sheet a subject.

Takes a comparison and a language, returns the file's bytes. Every change of wording, section and figure has columns
for what the reviewer thinks of it, filled as far as that is known; figures stand as numbers, with both bounds. Leaves
out unchanged text.

    two editions  →  概览 | 审读意见 | 章节对照 | 数字变化 | 关键词 | 核查
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kwaicompare.keywords.written import as_written
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.edit import Operation, Passage
from kwaicompare.model.metric import Delta, Mention
from kwaicompare.model.span import Side
from kwaicompare.model.standings import Standings, Target
from kwaicompare.report.coverage import coverage
from kwaicompare.report.markup import MARKS
from kwaicompare.report.section_map import section_label
from kwaicompare.report.summary import summary_lines
from kwaicompare.report.tables import caveat_words, gap_words, said
from kwaicompare.report.wording import change_text
from kwaicompare.report.workbook import Run, Sheet, Value, workbook
from kwaicompare.resources import Messages, messages

Rows = Iterator[Sequence[Value]]
FigurePair = Delta | tuple[Mention | None, Mention | None]


_COLUMNS: dict[str, dict[str, int]] = {
    "overview": {"subject": 18, "statement": 110},
    "opinions": {
        "number": 7, "relation": 12, "section_old": 22, "old": 60, "section_new": 22, "new": 60, "judgement": 10,
        "opinion": 36,
    },
    "map": {
        "section_old": 44, "relation": 14, "section_new": 44, "score": 8, "reasons": 40, "judgement": 10, "opinion": 36,
    },
    "figures": {
        "indicator": 30, "scope": 18, "old": 16, "low_old": 14, "high_old": 14, "new": 16, "low_new": 14,
        "high_new": 14, "unit": 8, "change": 20, "difference": 20, "caveats": 36, "period_old": 18, "period_new": 18,
        "section_old": 24, "section_new": 24, "judgement": 10, "opinion": 36,
    },
    "keywords": {
        "term": 20, "count_old": 10, "count_new": 10, "rate_old": 12, "rate_new": 12, "log_ratio_bound": 16,
        "log_likelihood": 12, "status": 12,
    },
    "checks": {"severity": 10, "statement": 70, "quotations": 70},
}  # fmt: skip
"""The sheets with their columns, each with its width in characters."""


def xlsx_report(comparison: Comparison, language: str) -> bytes:
    """Return the workbook."""
    return workbook(report_sheets(comparison, language))


def report_sheets(comparison: Comparison, language: str) -> tuple[Sheet, ...]:
    """Return the sheets of the report."""
    say = messages(language)
    return (
        _sheet("overview", _overview(comparison, say), say),
        _sheet("opinions", _opinions(comparison, say), say),
        _sheet("map", _map(comparison, say), say),
        figures_sheet(_figures(comparison), comparison, say),
        _sheet("keywords", _keywords(comparison, say), say),
        _sheet("checks", _checks(comparison, say), say),
    )


def _sheet(name: str, rows: Rows, say: Messages) -> Sheet:
    widths = _COLUMNS[name]
    return Sheet(say(f"sheet.{name}"), [say(f"column.{each}") for each in widths], rows, [*widths.values()])


def _overview(comparison: Comparison, say: Messages) -> Rows:
    for name, edition in (("old", comparison.a), ("new", comparison.b)):
        source = edition.document.source
        yield (
            say(f"column.{name}"),
            f"{source.title or source.path} {source.edition} · {say(f'holding.{source.holding}')}",
        )
        yield say(f"column.{name}"), f"{source.path} · SHA-256 {source.sha256}"
    for line in summary_lines(comparison, say.language):
        yield say("report.title.overview"), line
    for gap in coverage(comparison):
        yield say("report.title.not_compared"), gap_words(gap, say)


def _opinions(comparison: Comparison, say: Messages) -> Rows:
    titles, standings = (_titles(comparison.a), _titles(comparison.b)), Standings(comparison.standings)
    changed = (each for each in comparison.passages if each.relation != "same" and each.role != "furniture")
    for number, passage in enumerate(changed, 1):
        relation = "rewritten" if passage.rewritten else passage.relation
        yield (
            number,
            say(f"relation.{relation}"),
            titles[0].get(passage.section_a, ""),
            _marked(passage, comparison.a.text, "a"),
            titles[1].get(passage.section_b, ""),
            _marked(passage, comparison.b.text, "b"),
            *said(standings.of(Target("change", passage.a, passage.b)), say),
        )
    for lost in (each for each in comparison.standings if each.state == "lost"):
        old, new = (place.quote if place is not None else "" for place in (lost.opinion.a, lost.opinion.b))
        yield None, say(f"subject.{lost.opinion.subject}"), "", old, "", new, *said(lost, say)


def _marked(passage: Passage, text: str, side: Side) -> Sequence[Run]:
    """Return one side of a passage with what the other side does not have marked."""
    span = passage.a if side == "a" else passage.b
    mark: Operation = "delete" if side == "a" else "insert"
    if span is None:
        return ()
    if not passage.edits or passage.rewritten:
        return (Run("equal", MARKS.sub("", span.of(text))),)
    return [
        Run("equal" if edit.op == "equal" else mark, MARKS.sub("", (edit.a if side == "a" else edit.b).of(text)))
        for edit in passage.edits
    ]


def _map(comparison: Comparison, say: Messages) -> Rows:
    old, new, alignment = _titles(comparison.a), _titles(comparison.b), comparison.alignment
    standings = Standings(comparison.standings)
    heads_a = {section.id: section.heading for section in comparison.a.sections}
    heads_b = {section.id: section.heading for section in comparison.b.sections}

    def thought(a: str | None, b: str | None) -> tuple[str, str]:
        target = Target("section", heads_a[a] if a else None, heads_b[b] if b else None)
        return said(standings.of(target), say)

    dropped, links = set(alignment.dropped), defaultdict(list)
    for link in alignment.pairs:
        links[link.a].append(link)
    for section in comparison.a.sections:
        for link in links.get(section.id, ()):
            moved = f" {say('relation.moved')}" if link.moved else ""
            reasons = say("cli.comma").join(say(f"reason.{reason.kind}") for reason in link.why)
            relation = say(f"relation.{link.relation}") + moved
            yield old[link.a], relation, new[link.b], round(link.score, 2), reasons, *thought(link.a, link.b)
        if section.id in dropped:
            yield old[section.id], say("relation.dropped"), "", None, "", *thought(section.id, None)
    for name in alignment.new:
        yield "", say("relation.new"), new[name], None, "", *thought(None, name)


def figures_sheet(pairs: Iterable[FigurePair], comparison: Comparison, say: Messages) -> Sheet:
    """Return a sheet of figures: deltas, and figures of one edition beside None."""
    titles, standings = (_titles(comparison.a), _titles(comparison.b)), Standings(comparison.standings)
    return _sheet("figures", (_figure(pair, titles, standings, say) for pair in pairs), say)


def _figures(comparison: Comparison) -> Iterator[FigurePair]:
    yield from comparison.ledger.deltas
    yield from ((entry.main, None) for entry in comparison.ledger.only_a)
    yield from ((None, entry.main) for entry in comparison.ledger.only_b)


def _figure(
    pair: FigurePair, titles: tuple[dict[str, str], dict[str, str]], standings: Standings, say: Messages
) -> Sequence[Value]:
    old, new = (pair.a, pair.b) if isinstance(pair, Delta) else pair
    thought = said(standings.of(Target("figure", old and old.span, new and new.span)), say)
    known = [each for each in (new, old) if each is not None]
    indicator = pair.indicator if isinstance(pair, Delta) else known[0].indicator
    scope = next((each.scope for each in known if each.scope), "")
    sections = [names.get(each.section, "") if each else "" for each, names in zip((old, new), titles, strict=True)]
    periods = [each.period if each else "" for each in (old, new)]
    change = _change(pair, say) if isinstance(pair, Delta) else ("", "", say(f"relation.{'new' if new else 'dropped'}"))
    return (indicator, scope, *_bounded(old), *_bounded(new), known[0].unit, *change, *periods, *sections, *thought)


def _bounded(mention: Mention | None) -> tuple[str, Decimal | None, Decimal | None]:
    return ("", None, None) if mention is None else (mention.quote, mention.bounds.low, mention.bounds.high)


def _change(delta: Delta, say: Messages) -> tuple[str, str, str]:
    percent = change_text(delta.percent, "%", say.language) or say("report.not_computable")
    absolute = change_text(delta.absolute, delta.a.canonical.unit or delta.a.unit, say.language)
    decided = [say(f"verdict.{delta.decided}")] if delta.decided else []
    return percent, absolute, "；".join([*decided, *(caveat_words(each, say) for each in delta.caveats)])


def _keywords(comparison: Comparison, say: Messages) -> Rows:
    terms = sorted(comparison.keywords, key=lambda term: (-abs(term.log_ratio_bound), term.term))
    written = as_written((comparison.a, comparison.b), terms)
    for term in terms:
        yield (
            written.get(term.term, term.term),
            term.count_a,
            term.count_b,
            round(term.per_10k_a, 2),
            round(term.per_10k_b, 2),
            round(term.log_ratio_bound, 3),
            round(term.log_likelihood, 2),
            say(f"status.{term.status}"),
        )


def _checks(comparison: Comparison, say: Messages) -> Rows:
    for found, severity in ((comparison.checks.findings, None), (comparison.checks.verified, "verified")):
        for finding in found:
            quotes = "\n".join(piece.quote for piece in finding.evidence)
            yield say(f"severity.{severity or finding.severity}"), say(finding.message, **dict(finding.values)), quotes


def _titles(edition: Edition) -> dict[str, str]:
    return {each.id: section_label(each) for each in edition.sections}

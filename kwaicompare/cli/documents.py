"""Commands about one document, and the corpus: text, outline, corpus, metrics and keywords of one or two, check.

Each takes the parsed arguments, writes to stdout and returns the exit status.
"""

from argparse import Namespace

from kwaicompare import workspace
from kwaicompare.cli.console import language, words, write, write_json, write_line
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.finding import Finding
from kwaicompare.model.keyword import WordRule
from kwaicompare.model.metric import Bounds, Delta, Mention
from kwaicompare.report import json as structures
from kwaicompare.report.json import number
from kwaicompare.report.wording import change_text

_TERMS_SHOWN = 40


def text(arguments: Namespace) -> int:
    """Print the plain text itself."""
    write(workspace.open_document(arguments.file).text)
    return 0


def outline(arguments: Namespace) -> int:
    """List the sections as a tree."""
    edition = workspace.open_outline(arguments.file)
    if arguments.json:
        write_json(structures.outline_json(edition))
        return 0
    for section in edition.sections:
        number_ = f"{section.number} " if section.number else ""
        write_line(f"{section.id:<10}{'  ' * (section.level - 1)}{number_}{section.title}")
    if not edition.sections:
        write_line(words()("cli.no_headings", path=arguments.file))
    return 0


def corpus(arguments: Namespace) -> int:
    """List the documents of the corpus and what is at hand of each."""
    documents = [structures.corpus_entry_json(entry) for entry in workspace.corpus()]
    if arguments.json:
        write_json({"documents": documents})
        return 0
    for found in documents:
        holding = words()(f"holding.{found['holding']}")
        write_line("\t".join((found["name"], found["title"], holding, found["path"])))
    return 0


def metrics(arguments: Namespace) -> int:
    """List the figures of one document, or what moved between two."""
    a = workspace.open_edition(arguments.file)
    if arguments.b is None:
        if arguments.json:
            write_json(structures.mentions_json(a))
        else:
            for mention in a.mentions:
                write_line(f"{mention.quote}\t{bounds_text(mention.bounds)} {mention.unit}\t{_subject(mention)}")
        return 0
    b = workspace.open_edition(arguments.b)
    if arguments.later:
        return _series([a, b, *map(workspace.open_edition, arguments.later)], arguments.json)
    ledger = workspace.ledger(a, b)
    if arguments.json:
        write_json(structures.ledger_json(ledger))
        return 0
    for delta in ledger.deltas:
        row = (delta.indicator, delta.a.quote, delta.b.quote, percent_text(delta.percent), caveats_text(delta))
        write_line("\t".join(row))
    write_line(words()("cli.figures", deltas=len(ledger.deltas), only_a=len(ledger.only_a), only_b=len(ledger.only_b)))
    return 0


def _series(editions: list[Edition], json: bool) -> int:
    """List each indicator through several editions; as JSON with the ledger of the first and the last."""
    ledger, series = workspace.series(editions)
    if json:
        write_json({**structures.ledger_json(ledger), "series": structures.series_json(series)})
        return 0
    for each in series:
        quotes = ("—" if figure is None else figure.quote for figure in each.figures)
        changes = ("—" if step is None else percent_text(step.percent) for step in each.steps)
        write_line("\t".join((each.indicator, *quotes, *changes)))
    return 0


def check(arguments: Namespace) -> int:
    """Recompute what the documents claim; 1 when something was found."""
    editions = [workspace.open_edition(name) for name in arguments.files]
    result = workspace.check(editions)
    if arguments.json:
        write_json(structures.checks_json(result, editions, language()))
    else:
        for finding in result.findings:
            _write_finding(finding, editions)
        if not result.findings:
            write_line(words()("cli.no_findings"))
        write_line(words()("cli.checks", findings=len(result.findings), verified=len(result.verified)))
    return 1 if result.findings else 0


def keywords(arguments: Namespace) -> int:
    """Count the terms of one document, or compare those of two."""
    a = workspace.open_edition(arguments.file)
    b = None if arguments.b is None else workspace.open_edition(arguments.b)
    rules = () if arguments.words is None else workspace.read_words(arguments.words)
    if arguments.beside is not None:
        return _collocates([a] if b is None else [a, b], rules, arguments.beside, arguments.json)
    if b is not None and arguments.later:
        return _trends([a, b, *map(workspace.open_edition, arguments.later)], rules, arguments.json)
    terms = workspace.keywords(a, b, rules=rules)
    if arguments.json:
        write_json(structures.keywords_json(terms))
        return 0
    for term in terms[:_TERMS_SHOWN]:
        write_line(f"{term.term}\t{term.count_a}\t{term.count_b}\t{term.log_ratio:+.2f}\t{term.status}")
    if len(terms) > _TERMS_SHOWN:
        write_line(words()("cli.more", count=len(terms) - _TERMS_SHOWN))
    return 0


def _collocates(editions: list[Edition], rules: tuple[WordRule, ...], term: str, json: bool) -> int:
    """List the terms in the same sentences as a term, edition by edition."""
    found = workspace.collocates(editions, term, rules)
    if json:
        write_json({"collocates": [structures.collocates_json(each) for each in found]})
        return 0
    for edition, beside in zip(editions, found, strict=True):
        write_line(edition.document.source.edition or edition.document.source.path)
        for each in beside[:_TERMS_SHOWN]:
            write_line(f"  {each.term}\t{each.together}\t{each.log_dice:.2f}")
    return 0


def _trends(editions: list[Edition], rules: tuple[WordRule, ...], json: bool) -> int:
    """List terms through several editions; as JSON with the comparison of the first and the last."""
    terms, trends = workspace.trends(editions, rules)
    if json:
        write_json({**structures.keywords_json(terms), "trends": structures.trends_json(trends)})
        return 0
    for each in trends[:_TERMS_SHOWN]:
        write_line("\t".join((each.term, *map(str, each.counts), *(f"{rate:.1f}" for rate in each.per_10k))))
    return 0


def bounds_text(bounds: Bounds) -> str:
    """Write an interval: ``≥ 14000``, ``≤ 8000``, ``15–30`` or the value."""
    low, high = number(bounds.low), number(bounds.high)
    if low is None:
        return f"≤ {high}"
    if high is None:
        return f"≥ {low}"
    return f"{low}" if low == high else f"{low}–{high}"


def percent_text(percent: Bounds | None) -> str:
    """Write a relative change with its bounds; a dash when it cannot be computed."""
    return change_text(percent, "%", language()) or "—"


def caveats_text(delta: Delta) -> str:
    """Name what keeps a delta from being plainly comparable."""
    return "; ".join(words()(f"caveat.{key}") for key, _ in delta.caveats)


def top_terms(comparison: Comparison, statuses: tuple[str, ...], count: int) -> str:
    """Name the first terms that have one of the statuses, as the texts write them."""
    from kwaicompare.keywords.written import as_written

    terms = [term for term in comparison.keywords if term.status in statuses][:count]
    written = as_written((comparison.a, comparison.b), terms)
    return "、".join(written.get(term.term, term.term) for term in terms)


def _subject(mention: Mention) -> str:
    return " · ".join(part for part in (mention.scope, mention.indicator, mention.period) if part)


def _write_finding(finding: Finding, editions: list[Edition]) -> None:
    sentence = words()(finding.message, **dict(finding.values))
    write_line(f"[{words()('severity.' + finding.severity)}] {sentence}")
    for piece in finding.evidence:
        title = editions[piece.document].document.source.title
        write_line(f"    {title} {piece.span.start}–{piece.span.end}: {piece.quote}")

"""Commands about two editions: align, diff, compare, and verify of a report.

Each takes the parsed arguments, writes to stdout and returns the exit status.
"""

from argparse import Namespace

from kwaicompare import workspace
from kwaicompare.cli.console import language, words, write_json, write_line
from kwaicompare.cli.documents import caveats_text, percent_text, top_terms
from kwaicompare.compare import CompareOptions
from kwaicompare.diff.options import DiffOptions
from kwaicompare.model.alignment import Alignment, Link
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.report import json as structures
from kwaicompare.report.summary import ignored_line, summary_lines

_LINES_SHOWN = 10


def align(arguments: Namespace) -> int:
    """List the counterpart sections."""
    a, b = workspace.open_edition(arguments.a), workspace.open_edition(arguments.b)
    alignment = workspace.align(a, b)
    if arguments.json:
        write_json(structures.alignment_json(alignment))
        return 0
    _write_links(alignment, a, b, len(alignment.pairs))
    titles_a, titles_b = _titles(a), _titles(b)
    for name in alignment.dropped:
        write_line(f"− {titles_a[name]}")
    for name in alignment.new:
        write_line(f"+ {titles_b[name]}")
    return 0


def diff(arguments: Namespace) -> int:
    """List the passages with their edits."""
    comparison = _compare(arguments)
    if arguments.json:
        write_json(structures.passages_json(comparison))
        return 0
    signs = {"edited": "≈", "moved": "⇄", "moved-edited": "⇄"}
    for passage in comparison.passages:
        if passage.relation == "same":
            continue
        sign = signs.get(passage.relation, "")
        if passage.a is not None:
            write_line(f"{sign or '−'} {passage.a.of(comparison.a.text)}")
        if passage.b is not None:
            write_line(f"{sign or '+'} {passage.b.of(comparison.b.text)}")
    write_line(ignored_line(comparison, language()))
    return 0


def compare(arguments: Namespace) -> int:
    """Compare in every respect: a one-screen summary, and a report if asked for; 1 when anything differs."""
    comparison = _compare(arguments)
    if arguments.output is not None:
        workspace.save_report(comparison, arguments.output, language())
    if arguments.json:
        write_json(structures.comparison_json(comparison, language()))
    else:
        _write_summary(comparison)
        if arguments.output is not None:
            write_line(words()("cli.written", path=arguments.output))
    return 0 if comparison.identical else 1


def verify(arguments: Namespace) -> int:
    """Check the quotes of a report against its sources; 1 when one is broken."""
    result = workspace.verify(arguments.report)
    if arguments.json:
        write_json(structures.verify_json(result))
        return 0 if result.sound else 1
    for path in result.changed:
        write_line(words()("cli.source_changed", path=arguments.report, document=path))
    for quote in result.broken:
        write_line(
            words()(
                "cli.broken",
                path=arguments.report,
                quote=quote.quote,
                document=quote.document,
                start=quote.start,
                end=quote.end,
            )
        )
    if result.sound:
        write_line(words()("cli.verified", path=arguments.report, count=result.checked))
    return 0 if result.sound else 1


def _compare(arguments: Namespace) -> Comparison:
    a, b = workspace.open_edition(arguments.a), workspace.open_edition(arguments.b)
    return workspace.compare(a, b, CompareOptions(diff=DiffOptions(arguments.ignore, anyway=arguments.anyway)))


def _write_summary(comparison: Comparison) -> None:
    say = words()
    a, b = comparison.a, comparison.b
    write_line(say("cli.compared", a=_name(a), b=_name(b)))
    for side, edition in (("A", a), ("B", b)):
        write_line(
            say(
                "cli.document",
                side=side,
                title=edition.document.source.title,
                holding=say("holding." + edition.document.source.holding),
                chars=len(edition.text),
                sections=len(edition.sections),
            )
        )
        if not edition.sections:
            write_line("  " + say("cli.no_headings", path=edition.document.source.path))
    if comparison.identical:
        write_line(say("cli.identical"))
        return
    for line in summary_lines(comparison, language()):
        write_line(line)
    write_line(say("cli.risen", terms=top_terms(comparison, ("risen", "new"), _LINES_SHOWN)))
    write_line(say("cli.fallen", terms=top_terms(comparison, ("fallen", "gone"), _LINES_SHOWN)))
    write_line(f"\n{say('cli.heading_moved')}")
    _write_links(comparison.alignment, a, b, _LINES_SHOWN)
    _write_figures(comparison)


def _write_figures(comparison: Comparison) -> None:
    say = words()
    if not comparison.ledger.deltas:
        return
    write_line(f"\n{say('cli.heading_figures')}")
    for delta in comparison.ledger.deltas[:_LINES_SHOWN]:
        caveats = caveats_text(delta)
        note = f" ({caveats})" if caveats else ""
        write_line(f"  {delta.indicator}: {delta.a.quote} → {delta.b.quote}  {percent_text(delta.percent)}{note}")
    if len(comparison.ledger.deltas) > _LINES_SHOWN:
        write_line("  " + say("cli.more", count=len(comparison.ledger.deltas) - _LINES_SHOWN))


def _write_links(alignment: Alignment, a: Edition, b: Edition, count: int) -> None:
    titles_a, titles_b = _titles(a), _titles(b)
    changed = [link for link in alignment.pairs if link.relation != "same" or link.moved]
    for link in changed[:count]:
        write_line(f"  {_sign(link)} {titles_a[link.a]} → {titles_b[link.b]}  {link.score:.2f}")
    if len(changed) > count:
        write_line("  " + words()("cli.more", count=len(changed) - count))


def _sign(link: Link) -> str:
    return "⇄" if link.moved else "≈"


def _titles(edition: Edition) -> dict[str, str]:
    return {section.id: section.title for section in edition.sections}


def _name(edition: Edition) -> str:
    source = edition.document.source
    return source.edition or source.title

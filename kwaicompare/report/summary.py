"""The comparison in numbers: what became of sections, passages, figures and checks.

Takes a comparison, returns the lines that commands and reports print. Leaves out names and quotations.

    two editions  →  ["章节：对应 38（未变 4，…）", "句段：…", "数字：…", "核查：…"]
"""

from collections import Counter

from kwaicompare.diff.lenses import ignored_places
from kwaicompare.model.comparison import Comparison
from kwaicompare.model.edit import LENSES
from kwaicompare.resources import messages


def summary_lines(comparison: Comparison, language: str) -> list[str]:
    """Word the counts, one line a subject."""
    say = messages(language)
    ledger, checks = comparison.ledger, comparison.checks
    return [
        say("cli.sections", **_sections(comparison)),
        say("cli.passages", **_passages(comparison)),
        ignored_line(comparison, language),
        say("cli.figures", deltas=len(ledger.deltas), only_a=len(ledger.only_a), only_b=len(ledger.only_b)),
        say("cli.checks", findings=len(checks.findings), verified=len(checks.verified)),
    ]


def _sections(comparison: Comparison) -> dict[str, int]:
    alignment = comparison.alignment
    relations = Counter(link.relation for link in alignment.pairs)
    return {
        "pairs": len(alignment.pairs),
        "same": relations["same"],
        "edited": relations["edited"],
        "rewritten": relations["rewritten"],
        "moved": sum(link.moved for link in alignment.pairs),
        "dropped": len(alignment.dropped),
        "new": len(alignment.new),
    }


def _passages(comparison: Comparison) -> dict[str, int]:
    """Count every passage once; one that moved and was rewritten counts as moved."""
    kinds = Counter(passage.relation for passage in comparison.passages)
    rewritten = sum(passage.rewritten and passage.relation == "edited" for passage in comparison.passages)
    return {
        "same": kinds["same"],
        "edited": kinds["edited"] - rewritten,
        "rewritten": rewritten,
        "moved": kinds["moved"] + kinds["moved-edited"],
        "dropped": kinds["dropped"],
        "new": kinds["new"],
    }


def ignored_line(comparison: Comparison, language: str) -> str:
    """Name the lenses that were on, and how many differences they hid."""
    say = messages(language)
    if not comparison.lenses:
        return say("cli.no_lenses")
    active = (say(f"lens.{lens}") for lens in LENSES if lens in comparison.lenses)
    return say("cli.ignored", count=len(ignored_places(comparison.passages)), lenses=say("cli.comma").join(active))

"""What the window and the commands both call: open, compare, search, check, save, verify.

Each function takes names or values and returns values; no state is kept here.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kwaicompare import compare as pipeline
from kwaicompare.check.rules import check_editions
from kwaicompare.keywords.concordance import find
from kwaicompare.keywords.keyness import KeywordOptions, compare_keywords
from kwaicompare.metrics.changes import compare_metrics
from kwaicompare.model.alignment import Alignment
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.finding import CheckResult
from kwaicompare.model.keyword import Hit, Query, Term
from kwaicompare.model.metric import Ledger
from kwaicompare.progress import Progress, silent
from kwaicompare.read.corpus import CorpusEntry, corpus_entries, resolve
from kwaicompare.read.document import read_document

if TYPE_CHECKING:
    from kwaicompare.report.evidence import VerifyResult

CompareOptions = pipeline.CompareOptions


def corpus() -> tuple[CorpusEntry, ...]:
    """Return the documents the corpus knows."""
    return corpus_entries()


def default_pair() -> tuple[str, str]:
    """Return the names of the two editions shown when none are asked for: the corpus's oldest and newest."""
    names = [entry.name for entry in corpus_entries()]
    return names[0], names[-1]


def open_edition(name: str, progress: Progress = silent) -> Edition:
    """Open a path or the name of a document in the corpus. Raises UnknownDocument, UnreadableDocument."""
    return pipeline.read_edition(resolve(name), progress)


def compare(a: Edition, b: Edition, options: CompareOptions | None = None, progress: Progress = silent) -> Comparison:
    """Compare two editions in every respect."""
    return pipeline.compare_editions(a, b, options, progress)


def align(a: Edition, b: Edition) -> Alignment:
    """Find the counterpart sections alone."""
    return pipeline.align_editions(a, b)[2]


def ledger(a: Edition, b: Edition) -> Ledger:
    """Pair the figures of two editions."""
    a, b, alignment = pipeline.align_editions(a, b)
    return compare_metrics(a, b, alignment)


def keywords(a: Edition, b: Edition | None = None, options: KeywordOptions | None = None) -> tuple[Term, ...]:
    """Count the terms of one edition, or compare those of two."""
    editions = pipeline.cut_words((a,) if b is None else (a, b))
    return compare_keywords(editions[0], None if b is None else editions[1], options or KeywordOptions())


def search(query: Query, editions: Sequence[Edition], limit: int | None = None) -> tuple[Hit, ...]:
    """Look a query up in the editions. Raises BadQuery."""
    return find(query, editions, limit)


def check(editions: Sequence[Edition]) -> CheckResult:
    """Recompute what the editions claim."""
    return check_editions(editions)


def save_report(comparison: Comparison, path: Path, language: str) -> None:
    """Write a report; the file's ending picks the kind. Raises BadReport."""
    from kwaicompare.report.write import write_report

    write_report(comparison, path, language)


def verify(path: Path) -> "VerifyResult":
    """Read the sources named in a report again and check each digest and quote. Raises BadReport."""
    from kwaicompare.report.evidence import verify_report

    return verify_report(path, read_document)

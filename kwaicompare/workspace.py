"""What the window and the commands both call: open, compare, search, check, save, verify.

Each function takes names or values and returns values; no state is kept here.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kwaicompare.model.alignment import Alignment
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.document import Document, Source
from kwaicompare.model.edit import DEFAULT_LENSES, Lens, Passage
from kwaicompare.model.finding import CheckResult
from kwaicompare.model.keyword import Collocate, Hit, Query, Term, Trend, WordRule
from kwaicompare.model.metric import Ledger, Series
from kwaicompare.model.review import NO_REVIEW, Review
from kwaicompare.model.span import Span
from kwaicompare.progress import Progress, reported, silent
from kwaicompare.read.corpus import CorpusEntry, corpus_entries, resolve
from kwaicompare.read.document import read_document

# Stages are imported where they are called: a command that prints a text needs none of them.
if TYPE_CHECKING:
    from kwaicompare.compare import CompareOptions
    from kwaicompare.keywords.concordance import Searcher
    from kwaicompare.keywords.keyness import KeywordOptions
    from kwaicompare.report.evidence import VerifyResult
    from kwaicompare.store.library import Library
    from kwaicompare.store.project import Pair

# Larger pairs take longer to store and load than is won: bytes of both files, characters of both texts.
_MOST_KEPT = 4_000_000


def corpus() -> tuple[CorpusEntry, ...]:
    """Return the documents the corpus knows."""
    return corpus_entries()


def default_pair() -> tuple[str, str]:
    """Return the names of the two editions shown when none are asked for: the corpus's oldest and newest."""
    names = [entry.name for entry in corpus_entries()]
    return names[0], names[-1]


def open_document(name: str, progress: Progress = silent) -> Document:
    """Read a path or a document of the corpus as text alone. Raises UnknownDocument, UnreadableDocument."""
    return read_document(resolve(name), progress)


def open_outline(name: str, progress: Progress = silent) -> Edition:
    """Read a path or a document of the corpus and find its outline alone."""
    from kwaicompare.structure.section_tree import build_outline

    document = open_document(name, progress)
    return Edition(document, build_outline(document, progress))


def open_edition(name: str, progress: Progress = silent) -> Edition:
    """Open a path or the name of a document in the corpus. Raises UnknownDocument, UnreadableDocument."""
    from kwaicompare.compare import read_edition

    return read_edition(resolve(name), progress)


def compare(a: Edition, b: Edition, options: "CompareOptions | None" = None, progress: Progress = silent) -> Comparison:
    """Compare two editions, as `open_edition` gave them, in every respect."""
    from kwaicompare.compare import compare_editions

    return compare_editions(a, b, options, progress)


def diff_anyway(comparison: Comparison, passage: Passage, progress: Progress = silent) -> Comparison:
    """Return the comparison with one of its pairs diffed word by word, however long or different the two are."""
    from kwaicompare.diff.options import DiffOptions
    from kwaicompare.diff.passages import diff_pair

    anew = diff_pair(comparison.a, comparison.b, passage, DiffOptions(comparison.lenses, anyway=True), progress)
    return replace(comparison, passages=tuple(anew if each is passage else each for each in comparison.passages))


def load_review(a: Source, b: Source, file: Path) -> Review:
    """Return what the editor decided about two documents. Raises BadReview."""
    from kwaicompare.store.project import ProjectStore

    return ProjectStore(file).load(_pair(a, b))


def save_review(a: Source, b: Source, review: Review, file: Path) -> None:
    """Keep what the editor decided about two documents. Raises BadReview."""
    from kwaicompare.store.project import ProjectStore

    ProjectStore(file).save(_pair(a, b), review)


def _pair(a: Source, b: Source) -> "Pair":
    from kwaicompare.store.project import Pair

    return Pair(_name(a), _name(b))


def _name(source: Source) -> str:
    """Name a document so that its reviews find it: one of the corpus in whatever form, any other by its file."""
    return str(Path(source.path).resolve()) if source.holding == "file" else f"{source.title} {source.edition}"


def stored(
    a: str, b: str, folder: Path, review: Review = NO_REVIEW, lenses: frozenset[Lens] = DEFAULT_LENSES
) -> Comparison | None:
    """Return the comparison that `keep` kept of two documents; None when there is none or a file changed."""
    import hashlib

    from kwaicompare.store.results import ResultStore, result_key

    paths = [resolve(name) for name in (a, b)]
    if not all(path.is_file() for path in paths) or sum(path.stat().st_size for path in paths) > _MOST_KEPT:
        return None
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    return ResultStore(folder).load(result_key(digests, map(str, paths), (review, sorted(lenses))))


def keep(comparison: Comparison, folder: Path, review: Review = NO_REVIEW) -> None:
    """Keep a comparison made with a review and lenses, else default options, unless it is large. Raises OSError."""
    from kwaicompare.store.results import ResultStore, result_key

    sources = [edition.document.source for edition in (comparison.a, comparison.b)]
    if len(comparison.a.text) + len(comparison.b.text) <= _MOST_KEPT:
        key = result_key(
            (source.sha256 for source in sources),
            (source.path for source in sources),
            (review, sorted(comparison.lenses)),
        )
        ResultStore(folder).save(key, comparison)


def align(a: Edition, b: Edition) -> Alignment:
    """Find the counterpart sections alone."""
    from kwaicompare.compare import align_editions

    return align_editions(a, b).alignment


def ledger(a: Edition, b: Edition) -> Ledger:
    """Pair the figures of two editions."""
    from kwaicompare.compare import align_editions
    from kwaicompare.metrics.changes import compare_metrics

    a, b, alignment, _ = align_editions(a, b)
    return compare_metrics(a, b, alignment)


def series(editions: Sequence[Edition], progress: Progress = silent) -> tuple[Ledger, tuple[Series, ...]]:
    """Pair the figures of the first and the last edition, and follow each indicator through all of them, in order."""
    from itertools import combinations

    from kwaicompare.metrics.series import series_of

    pairs = reported(list(combinations(range(len(editions)), 2)), "metrics", progress, every=1)
    ledgers = {(i, j): ledger(editions[i], editions[j]) for i, j in pairs}
    return ledgers[0, len(editions) - 1], series_of(ledgers, len(editions))


def keywords(
    a: Edition, b: Edition | None = None, options: "KeywordOptions | None" = None, rules: Sequence[WordRule] = ()
) -> tuple[Term, ...]:
    """Count the terms of one edition, or compare those of two."""
    from kwaicompare.compare import cut_words
    from kwaicompare.keywords.keyness import compare_keywords

    editions = cut_words((a,) if b is None else (a, b), rules=rules)
    return compare_keywords(editions[0], None if b is None else editions[1], options)


def keywords_within(
    comparison: Comparison, within: tuple[Sequence[Span], Sequence[Span]], minimum: int, review: Review = NO_REVIEW
) -> tuple[Term, ...]:
    """Compare the terms of some places of both editions, sorted and disjoint."""
    from kwaicompare.keywords.keyness import KeywordOptions, compare_keywords
    from kwaicompare.text.lexicon import left_out

    excluded = left_out(review.stop_words, review.counted)
    options = KeywordOptions(minimum, stop_words=excluded, within=within)
    return compare_keywords(comparison.a, comparison.b, options)


def collocates(
    editions: Sequence[Edition], term: str, rules: Sequence[WordRule] = ()
) -> tuple[tuple[Collocate, ...], ...]:
    """Return for each edition the terms that stand in the same sentences as a term."""
    from kwaicompare.compare import cut_words
    from kwaicompare.keywords.collocation import collocates
    from kwaicompare.text.lexicon import term_form

    return tuple(collocates(each, term_form(term)) for each in cut_words(editions, rules=rules))


def trends(
    editions: Sequence[Edition], rules: Sequence[WordRule] = (), terms: Sequence[Term] = ()
) -> tuple[tuple[Term, ...], tuple[Trend, ...]]:
    """Follow terms through editions: those given, else all that the first and the last edition are compared by."""
    from kwaicompare.compare import cut_words
    from kwaicompare.keywords.keyness import compare_keywords
    from kwaicompare.keywords.trend import trends

    cut = cut_words(editions, rules=rules)
    followed = tuple(terms) or compare_keywords(cut[0], cut[-1])
    return followed, trends(cut, (term.term for term in followed))


def read_words(path: Path) -> tuple[WordRule, ...]:
    """Read a user dictionary in jieba's format. Raises UnreadableDocument."""
    from kwaicompare.text.project_words import read_rules

    return read_rules(open_document(str(path)).text)


def prepare(editions: Sequence[Edition]) -> "tuple[Searcher, ...]":
    """Make editions ready to be searched again and again."""
    from kwaicompare.keywords.concordance import Searcher

    return tuple(map(Searcher, editions))


def search(query: Query, editions: "Sequence[Edition | Searcher]", limit: int | None = None) -> tuple[Hit, ...]:
    """Look a query up in editions, prepared or not; at most ``limit`` hits in each. Raises BadQuery."""
    from kwaicompare.keywords.concordance import find, found_at

    if query.mode != "figure":
        return find(query, editions, limit)
    from kwaicompare.metrics.look_up import find_figures_like

    return found_at(
        [[mention.span for mention in find_figures_like(query.text, edition.mentions)][:limit] for edition in editions],
        editions,
    )


def open_library(folder: Path | None = None) -> "Library":
    """Open the library kept in ``folder``, the user's own without one."""
    from kwaicompare.store.library import Library, library_folder

    return Library(folder or library_folder())


def check(editions: Sequence[Edition]) -> CheckResult:
    """Recompute what the editions claim."""
    from kwaicompare.check.rules import check_editions

    return check_editions(editions)


def save_report(comparison: Comparison, path: Path, language: str) -> None:
    """Write a report; the file's ending picks the kind. Raises BadReport."""
    from kwaicompare.report.write import write_report

    write_report(comparison, path, language)


def verify(path: Path) -> "VerifyResult":
    """Read the sources named in a report again and check each digest and quote. Raises BadReport."""
    from kwaicompare.report.evidence import verify_report

    return verify_report(path, read_document)

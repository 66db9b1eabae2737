"""The pipeline: the only place that knows the order of the stages.

read → structure → figures give an `Edition`; words → align → diff → deltas → keywords → checks give a `Comparison`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kwaicompare.align.options import AlignOptions
from kwaicompare.align.sections import align_sections
from kwaicompare.check.rules import check_editions
from kwaicompare.diff.options import DiffOptions
from kwaicompare.diff.passages import diff_passages
from kwaicompare.keywords.keyness import KeywordOptions, compare_keywords
from kwaicompare.metrics.changes import compare_metrics
from kwaicompare.metrics.quantities import find_mentions
from kwaicompare.model.alignment import Alignment, Pin
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.progress import Progress, part, silent
from kwaicompare.read.document import read_document
from kwaicompare.structure.section_tree import build_outline
from kwaicompare.text.segment import segment_together


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """The options of every stage, and the editor's pins."""

    align: AlignOptions = field(default_factory=AlignOptions)
    diff: DiffOptions = field(default_factory=DiffOptions)
    keywords: KeywordOptions = field(default_factory=KeywordOptions)
    pins: tuple[Pin, ...] = ()


def read_edition(path: Path, progress: Progress = silent) -> Edition:
    """Read a file, find its outline and its figures. Words are cut later, when both editions are known."""
    document = read_document(path, part(progress, 0.0, 0.5))
    outline = build_outline(document, part(progress, 0.5, 0.6))
    mentions = find_mentions(document, outline, part(progress, 0.6, 1.0))
    progress("metrics", 1.0)
    return Edition(document, outline, mentions=mentions)


def cut_words(editions: Sequence[Edition], progress: Progress = silent) -> tuple[Edition, ...]:
    """Cut each edition into words, with the terms that the editions together show to be terms."""
    progress("segment", 0.0)
    words = segment_together([edition.text for edition in editions], progress=progress)
    progress("segment", 1.0)
    return tuple(replace(edition, words=own) for edition, own in zip(editions, words, strict=True))


def align_editions(
    a: Edition, b: Edition, options: CompareOptions | None = None, progress: Progress = silent
) -> tuple[Edition, Edition, Alignment]:
    """Cut both editions into words and find the counterpart sections."""
    options = options or CompareOptions()
    a, b = cut_words((a, b), part(progress, 0.0, 0.4))
    return a, b, align_sections(a, b, options.pins, options.align, part(progress, 0.4, 1.0))


def compare_editions(
    a: Edition, b: Edition, options: CompareOptions | None = None, progress: Progress = silent
) -> Comparison:
    """Run every stage on two editions."""
    options = options or CompareOptions()
    a, b, alignment = align_editions(a, b, options, part(progress, 0.0, 0.4))
    passages = diff_passages(a, b, alignment, options.diff, part(progress, 0.4, 0.6))
    ledger = compare_metrics(a, b, alignment, part(progress, 0.6, 0.8))
    keywords = compare_keywords(a, b, options.keywords, part(progress, 0.8, 0.9))
    checks = check_editions((a, b), part(progress, 0.9, 1.0))
    progress("check", 1.0)
    return Comparison(a, b, alignment, passages, ledger, keywords, checks, options.diff.lenses)

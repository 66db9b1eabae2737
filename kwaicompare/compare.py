"""The pipeline: the only place that knows the order of the stages.

read → structure → figures give an `Edition`; words → align → diff → deltas → keywords → checks give a `Comparison`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from kwaicompare.align.options import AlignOptions
from kwaicompare.align.pins import pins_of
from kwaicompare.align.sections import align_sections
from kwaicompare.check.rules import check_editions
from kwaicompare.diff.options import DiffOptions
from kwaicompare.diff.passages import diff_passages
from kwaicompare.keywords.keyness import KeywordOptions, compare_keywords
from kwaicompare.metrics.changes import compare_metrics
from kwaicompare.metrics.decided import correct_figures, rulings_of
from kwaicompare.metrics.quantities import find_mentions
from kwaicompare.model.alignment import Alignment
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.decision import Decision, HeadingDecision
from kwaicompare.model.document import Document, HeadingCorrection
from kwaicompare.model.keyword import WordRule
from kwaicompare.model.review import NO_REVIEW, Review
from kwaicompare.model.span import SIDES
from kwaicompare.progress import Progress, part, silent
from kwaicompare.read.document import read_document
from kwaicompare.structure.corrections import corrections_of
from kwaicompare.structure.section_tree import build_outline
from kwaicompare.text.lexicon import left_out
from kwaicompare.text.project_words import own_words
from kwaicompare.text.segment import segment_together


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """The options of every stage, and what the editor decided."""

    align: AlignOptions = field(default_factory=AlignOptions)
    diff: DiffOptions = field(default_factory=DiffOptions)
    keywords: KeywordOptions = field(default_factory=KeywordOptions)
    review: Review = NO_REVIEW


def read_edition(path: Path, progress: Progress = silent) -> Edition:
    """Read a file, find its outline and its figures. Words are cut later, when both editions are known."""
    document = read_document(path, part(progress, 0.0, 0.5))
    return _edition(document, (), part(progress, 0.5, 1.0))


def _edition(document: Document, corrections: Sequence[HeadingCorrection], progress: Progress) -> Edition:
    outline = build_outline(document, part(progress, 0.0, 0.2), corrections)
    mentions = find_mentions(document, outline, part(progress, 0.2, 1.0))
    progress("metrics", 1.0)
    return Edition(document, outline, mentions=mentions)


def correct_outlines(
    a: Edition, b: Edition, review: Review, progress: Progress = silent
) -> tuple[Edition, Edition, tuple[HeadingDecision, ...]]:
    """Return the editions with the editor's headings, and the decisions that found no line."""
    corrected, lost = [], []
    for side, edition in zip(SIDES, (a, b), strict=True):
        corrections, unplaced = corrections_of(review.headings, side, edition.document)
        corrected.append(_edition(edition.document, corrections, progress) if corrections else edition)
        lost.extend(unplaced)
    return corrected[0], corrected[1], tuple(lost)


def cut_words(
    editions: Sequence[Edition], progress: Progress = silent, rules: Sequence[WordRule] = ()
) -> tuple[Edition, ...]:
    """Cut each edition into words, with the terms that the editions together show to be terms, and by ``rules``."""
    progress("segment", 0.0)
    words = segment_together([edition.text for edition in editions], progress=progress, own=own_words(rules))
    progress("segment", 1.0)
    return tuple(replace(edition, words=own) for edition, own in zip(editions, words, strict=True))


class Aligned(NamedTuple):
    """Two editions cut into words, their counterparts, and the decisions of the review that found no place."""

    a: Edition
    b: Edition
    alignment: Alignment
    lost: tuple[Decision, ...] = ()


def align_editions(
    a: Edition, b: Edition, options: CompareOptions | None = None, progress: Progress = silent
) -> Aligned:
    """Correct outlines and figures, cut both editions into words and find the counterpart sections."""
    options = options or CompareOptions()
    a, b, lost = correct_outlines(a, b, options.review, part(progress, 0.0, 0.1))
    a, b, unfound = correct_figures(a, b, options.review.figures)
    a, b = cut_words((a, b), part(progress, 0.1, 0.4), options.review.words)
    pins, unplaced = pins_of(options.review.sections, a, b)
    alignment = align_sections(a, b, pins, options.align, part(progress, 0.4, 1.0))
    return Aligned(a, b, alignment, (*lost, *unfound, *unplaced))


def compare_editions(
    a: Edition, b: Edition, options: CompareOptions | None = None, progress: Progress = silent
) -> Comparison:
    """Run every stage on two editions as read; what the editor decided is applied on the way."""
    options = options or CompareOptions()
    a, b, alignment, lost = align_editions(a, b, options, part(progress, 0.0, 0.4))
    passages = diff_passages(a, b, alignment, options.diff, part(progress, 0.4, 0.6))
    rulings, unfound = rulings_of(options.review.pairings, a, b)
    ledger = compare_metrics(a, b, alignment, rulings, part(progress, 0.6, 0.8))
    keywords = compare_keywords(a, b, _keyword_options(options), part(progress, 0.8, 0.9))
    checks = check_editions((a, b), part(progress, 0.9, 1.0), passages)
    progress("check", 1.0)
    return Comparison(a, b, alignment, passages, ledger, keywords, checks, options.diff.lenses, (*lost, *unfound))


def _keyword_options(options: CompareOptions) -> KeywordOptions:
    """Return the options of the count, with what the editor wants counted, or no longer; options may name their own."""
    review, own = options.review, options.keywords.stop_words
    if own is not None or not (review.stop_words or review.counted):
        return options.keywords
    return replace(options.keywords, stop_words=left_out(review.stop_words, review.counted))

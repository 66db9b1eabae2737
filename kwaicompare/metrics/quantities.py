"""Find every figure of a document, with bounds, unit and what it measures.

Takes a document and its outline; returns mentions in text order, none overlapping, each quoting the source. Parts of
the page that are not content (contents table, page numbers, navigation …) yield none; call-outs are marked.

    "截至2021年12月31日，共申请7321件专利" → 7321 件, period 截至2021年12月31日; the date is none
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from sys import intern

from kwaicompare.metrics.context import Role, role_in_gloss, role_of
from kwaicompare.metrics.figure import Figure
from kwaicompare.metrics.figures import find_figures
from kwaicompare.metrics.flow import measure_of
from kwaicompare.metrics.indicators import Subject, subject_of, subject_of_gloss
from kwaicompare.metrics.layout import cell_of, gloss_of, under_header, vouched
from kwaicompare.metrics.view import reading_view
from kwaicompare.model.document import Document, Furniture, Outline
from kwaicompare.model.metric import Measure, Mention
from kwaicompare.model.span import Span
from kwaicompare.progress import Progress, part, silent

_SILENT = {"contents", "page_number", "running_head", "navigation", "front_matter", "image"}
_CARRY = 60
_FIGURES = 200  # between two reports of progress
_END = re.compile("[。！？；!?\n]")


def find_mentions(document: Document, outline: Outline, progress: Progress = silent) -> tuple[Mention, ...]:
    """Return the figures of ``document`` in text order."""
    view = reading_view(document.text, part(progress, 0.0, 0.1))
    furniture = (*document.furniture, *outline.furniture)
    silent = _Places([each for each in furniture if each.kind in _SILENT])
    callouts = _Places([each for each in furniture if each.kind == "callout"])
    sections = _Sections(outline)
    found: list[Mention] = []
    carried = _Carried()
    for figure, role, start, end, stop in _in_sentences(view.text, part(progress, 0.1, 1.0)):
        span = Span(view.source(figure.start), view.source_end(figure.end))
        in_callout = callouts.hold(span.start)
        cell = cell_of(view.text, figure)
        if silent.hold(span.start) or (figure.bare and not vouched(view.text, figure, cell, in_callout)):
            continue
        if cell is not None:
            figure = under_header(figure, cell)
        gloss = cell.header if cell is not None else gloss_of(view.text, figure)
        if gloss:
            subject = subject_of_gloss(gloss, figure.written)
            role = role_in_gloss(gloss, figure, role)
        else:
            subject = subject_of(view.text, figure, start, end, stop, carried.indicator(view.text, figure, start))
        if cell is not None and cell.label and cell.label != gloss:
            subject = replace(subject, scope=cell.label[:24])
        carried.note(figure, subject.indicator)
        quote = span.of(document.text)
        said = measure_of(view.text, figure.start, figure.end)
        place = sections.at(span.start)
        found.append(_mention(figure, role, subject, said and said.measure, span, quote, place, in_callout))
    return tuple(found)


@dataclass(slots=True)
class _Carried:
    """The figure before, what it measures, and what the last figure of each unit measures."""

    figure: Figure | None = None
    subject: str = ""
    by_unit: dict[tuple[str, str], tuple[Figure, str]] = field(default_factory=dict)

    def note(self, figure: Figure, subject: str) -> None:
        """Carry on behind ``figure``."""
        self.figure, self.subject = figure, subject
        self.by_unit[figure.unit.canonical, figure.form] = figure, subject

    def indicator(self, text: str, figure: Figure, start: int) -> str:
        """Return what the figure before measures, where this one may speak of the same."""
        relative = figure.form in ("percent", "ratio") or figure.unit.quantity == "multiple"
        if relative and self.figure is not None and self.figure.start >= start and _near(text, self.figure, figure):
            return self.subject
        before, subject = self.by_unit.get((figure.unit.canonical, figure.form), (None, ""))
        return subject if before is not None and _near(text, before, figure) else ""


def _near(text: str, before: Figure, figure: Figure) -> bool:
    return 0 <= figure.start - before.end <= _CARRY and "\n" not in text[before.end : figure.start]


def _mention(
    figure: Figure,
    role: Role,
    subject: Subject,
    measure: Measure | None,
    span: Span,
    quote: str,
    section: str,
    in_callout: bool,
) -> Mention:
    # Words that many figures share are one string: a long text states tens of thousands.
    return Mention(
        span=span,
        quote=quote,
        kind=role.kind,
        bounds=figure.bounds,
        qualifier=intern(figure.qualifier),
        unit=intern(figure.written_unit),
        quantity="rank" if figure.form == "rank" else figure.unit.quantity,
        canonical=figure.unit.convert(figure.bounds),
        precision=figure.step,
        currency=figure.unit.currency,
        direction=role.direction,
        mode=role.mode,
        indicator=intern(subject.indicator),
        scope=intern(subject.scope),
        period=intern(subject.period),
        measure=measure,
        section=section,
        callout=in_callout,
    )


def _in_sentences(text: str, progress: Progress) -> Iterator[tuple[Figure, Role, int, int, int]]:
    """Yield each figure with its role, its sentence's bounds, and where the figure before it in there ends."""
    ends = [match.start() for match in _END.finditer(text)]
    previous: tuple[Figure, Role] | None = None
    for count, figure in enumerate(find_figures(text)):
        if count % _FIGURES == 0:
            progress("metrics", figure.start / len(text))
        place = bisect_left(ends, figure.start)
        start = ends[place - 1] + 1 if place else 0
        end = ends[place] if place < len(ends) else len(text)
        if previous is not None and previous[0].start < start:
            previous = None
        role = role_of(text, figure, start, max(end, figure.end), previous)
        yield figure, role, start, max(end, figure.end), previous[0].end if previous else start
        previous = figure, role


class _Places:
    """Answers whether an offset lies inside one of some spans, which may nest."""

    def __init__(self, furniture: list[Furniture]) -> None:
        merged: list[list[int]] = []
        for each in sorted(furniture, key=lambda one: one.span):
            if merged and each.span.start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], each.span.end)
            else:
                merged.append([each.span.start, each.span.end])
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def hold(self, offset: int) -> bool:
        place = bisect_right(self._starts, offset) - 1
        return place >= 0 and offset < self._ends[place]


class _Sections:
    """Answers which section is the innermost one at an offset."""

    def __init__(self, outline: Outline) -> None:
        self._sections = outline.sections
        self._starts = [section.span.start for section in outline.sections]
        self._parents = {section.id: section for section in outline.sections}

    def at(self, offset: int) -> str:
        place = bisect_right(self._starts, offset) - 1
        section = self._sections[place] if place >= 0 else None
        while section is not None and offset >= section.span.end:
            section = self._parents.get(section.parent) if section.parent else None
        return section.id if section else ""

"""Both editions as one text with revisions: rejecting all of them gives the old edition, accepting all the new one.

Takes a comparison, returns paragraphs of runs. What stands in the same order in both editions stands once, with its
word edits; what moved stands at both places, named alike. Leaves out the file's form (`docx.py`).

    old 甲。乙。丙。   new 丙。甲。丁。   →   +丙(moved) 甲 −乙 −丙(moved) +丁
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from kwaicompare.model.comparison import Comparison
from kwaicompare.model.decision import Standing
from kwaicompare.model.edit import Passage
from kwaicompare.model.span import Span, meeting
from kwaicompare.text.sequence import heaviest_chain

Revision = Literal["", "delete", "insert"]


class Run(NamedTuple):
    """A stretch of text: in both editions, or revised; ``move`` is the number of the move it is half of, 0 for none.

    ``thought`` is what the reviewer thinks of what begins here, and ends with the run of which it is ``ended``.
    """

    revision: Revision
    text: str
    move: int = 0
    thought: tuple[Standing, ...] = ()
    ended: bool = False


@dataclass(slots=True)
class Paragraph:
    """Runs on a line of their own; ``level`` of a heading, else 0; ``end`` says which editions break the line there."""

    runs: list[Run] = field(default_factory=list)
    level: int = 0
    end: Revision = ""


class _Unit(NamedTuple):
    """A passage at one place of the merged text: with both sides, or the half that stands there."""

    passage: Passage
    a: Span | None
    b: Span | None
    move: int


def revised(comparison: Comparison) -> Iterator[Paragraph]:
    """Yield the paragraphs of both editions in one order."""
    texts = comparison.a.text, comparison.b.text
    levels = [{section.id: section.level for section in edition.sections} for edition in (comparison.a, comparison.b)]
    units = list(_merged(comparison.passages))
    gaps = _gaps(texts[0], [unit.a for unit in units]), _gaps(texts[1], [unit.b for unit in units])
    thoughts = _thoughts(comparison.standings, units)
    paragraph = Paragraph()
    for at, unit in enumerate(units):
        runs = list(_runs(unit, texts))
        if at in thoughts:
            runs[0] = runs[0]._replace(thought=tuple(thoughts[at]))
            runs[-1] = runs[-1]._replace(ended=True)
        paragraph.runs += runs
        if unit.passage.role == "heading":
            paragraph.level = levels[0].get(unit.passage.section_a) or levels[1].get(unit.passage.section_b) or 1
        old, new = gaps[0].get(at), gaps[1].get(at)
        paragraph.runs += _blank(old, new)
        broken = (old is not None and "\n" in old, new is not None and "\n" in new)
        if any(broken):
            paragraph.end = "" if all(broken) else "delete" if broken[0] else "insert"
            yield paragraph
            paragraph = Paragraph()
    if paragraph.runs:
        yield paragraph


def _merged(passages: Sequence[Passage]) -> Iterator[_Unit]:
    """Put the passages of both editions into one order that is each edition's own where the other is left out."""
    old = sorted((each for each in passages if each.a is not None), key=lambda each: each.a or Span(0, 0))
    new = sorted((each for each in passages if each.b is not None), key=lambda each: each.b or Span(0, 0))
    ranks = {id(each): rank for rank, each in enumerate(new)}
    pairs = [each for each in old if each.b is not None]
    kept = heaviest_chain([ranks[id(each)] for each in pairs], [len(each.a or ()) + 1 for each in pairs])
    fixed = {id(pairs[at]) for at in kept}
    moves = {id(each): number for number, each in enumerate((each for each in pairs if id(each) not in fixed), 1)}
    told = 0
    for each in old:
        if id(each) in fixed:
            while new[told] is not each:
                yield _Unit(new[told], None, new[told].b, moves.get(id(new[told]), 0))
                told += 1
            told += 1
            yield _Unit(each, each.a, each.b, 0)
        else:
            yield _Unit(each, each.a, None, moves.get(id(each), 0))
    for each in new[told:]:
        yield _Unit(each, None, each.b, moves.get(id(each), 0))


def _thoughts(standings: Sequence[Standing], units: Sequence[_Unit]) -> dict[int, list[Standing]]:
    """Return what is thought of each unit, by its place in the merged text; of what both editions have, in the new."""
    found: defaultdict[int, list[Standing]] = defaultdict(list)
    old = sorted((unit.a, at) for at, unit in enumerate(units) if unit.a is not None)
    new = sorted((unit.b, at) for at, unit in enumerate(units) if unit.b is not None)
    spans = [span for span, _ in old], [span for span, _ in new]
    for each in standings:
        side, place = (1, each.b) if each.b is not None else (0, each.a)
        if place is not None and each.state != "lost":
            for _, at in (old, new)[side][meeting(spans[side], place)][:1]:
                found[at].append(each)
    return found


def _gaps(text: str, spans: Iterable[Span | None]) -> dict[int, str]:
    """Return what stands between each passage of an edition and its next one there, by its place in the merged text."""
    held = [(at, span) for at, span in enumerate(spans) if span is not None]
    starts = [span.start for _, span in held[1:]] + [len(text)]
    ends = zip(held, starts, strict=True) if held else ()
    return {at: text[span.end : start] or ("\n" if start == len(text) else "") for (at, span), start in ends}


def _runs(unit: _Unit, texts: tuple[str, str]) -> Iterator[Run]:
    old = unit.a.of(texts[0]) if unit.a is not None else ""
    new = unit.b.of(texts[1]) if unit.b is not None else ""
    if unit.b is None:
        yield Run("delete", old, unit.move)
    elif unit.a is None:
        yield Run("insert", new, unit.move)
    elif not unit.passage.edits:
        yield from _replaced(old, new)
    else:
        for edit in unit.passage.edits:
            yield from _replaced(edit.a.of(texts[0]), edit.b.of(texts[1]))


def _replaced(old: str, new: str) -> Iterator[Run]:
    """Yield what both say once; what lenses take as equal is revised all the same, so that nothing is lost."""
    if old == new:
        yield Run("", old)
        return
    if old:
        yield Run("delete", old)
    if new:
        yield Run("insert", new)


def _blank(old: str | None, new: str | None) -> Iterator[Run]:
    """Yield the white space within a line; where a line ends, its end says it all."""
    inline = ["" if each is None or "\n" in each else each for each in (old, new)]
    if old is not None and new is not None:
        yield from (run for run in _replaced(*inline) if run.text)
    elif old is not None and inline[0]:
        yield Run("delete", inline[0])
    elif inline[1]:
        yield Run("insert", inline[1])

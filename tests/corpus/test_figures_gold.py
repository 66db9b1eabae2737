"""Every figure of the two papers against a reading of them that was made before the program was run on them.

``figures_gold_*.tsv``: line (from 1) | as printed | low | high | kind | sure or doubtful; ``non_figures_*.tsv``: line |
as printed | what it is. Doubtful figures may be found or not. `python -m tests.corpus.test_figures_gold` lists what
differs.
"""

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from kwaicompare.compare import read_edition
from kwaicompare.model.comparison import Edition
from kwaicompare.model.span import Span

_FOLDER = Path(__file__).parent
_ENOUGH, _FEW = 0.92, 0.02


class Row(NamedTuple):
    """A figure of the gold at its place."""

    span: Span
    low: Decimal | None
    high: Decimal | None
    kind: str
    sure: bool


class Judged(NamedTuple):
    """How the program's figures fare: rows of the gold missed or read otherwise, mentions without a row."""

    right: int
    missed: list[Row]
    wrong: list[Row]
    unasked: list[Span]

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, value and bounds exact."""
        return 2 * self.right / (2 * self.right + len(self.missed) + 2 * len(self.wrong) + len(self.unasked))


def rows_of(name: str, kind: str, text: str) -> list[tuple[Span, list[str]]]:
    """Return the lines of a table of the gold, each with its place in ``text``."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found, last = [], {}
    with (_FOLDER / f"{kind}_{name}.tsv").open(encoding="utf-8") as file:
        for line, quote, *rest in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            printed = quote.replace("\\n", "\n")
            at = text.find(printed, last.get(line, starts[int(line) - 1]))
            assert 0 <= at < starts[int(line)], f"{quote} is not on line {line}"
            last[line] = at + len(printed)
            found.append((Span(at, at + len(printed)), rest))
    return found


def figures_of(name: str, text: str) -> list[Row]:
    """Return the figures of the gold."""
    return [
        Row(span, *(Decimal(each) if each else None for each in (low, high)), kind, trust == "sure")
        for span, (low, high, kind, trust) in rows_of(name, "figures_gold", text)
    ]


def judge(edition: Edition, rows: list[Row]) -> Judged:
    """Hold the mentions of an edition against the gold; each pairs with the rows it overlaps."""
    right, missed, wrong, taken = 0, [], [], set()
    for row in rows:
        mention = next((each for each in edition.mentions if each.span.meets(row.span)), None)
        if mention is not None:
            taken.add(mention.span)
        if mention is None:
            missed += [row] if row.sure else []
        elif (mention.bounds.low, mention.bounds.high) == (row.low, row.high):
            right += 1
        elif row.sure:
            wrong.append(row)
    return Judged(right, missed, wrong, [each.span for each in edition.mentions if each.span not in taken])


@pytest.fixture(scope="module", params=["2022", "2026"])
def paper(request: pytest.FixtureRequest, full_paper: Callable[[str], Path]) -> tuple[str, Edition]:
    """Return a paper as read, with its name."""
    return request.param, read_edition(full_paper(request.param))


def test_figures_are_found_with_their_bounds(paper: tuple[str, Edition]) -> None:
    name, edition = paper
    judged = judge(edition, figures_of(name, edition.text))
    assert judged.f1 >= _ENOUGH, [row.span.of(edition.text) for row in (*judged.missed, *judged.wrong)]


def test_what_is_no_figure_is_left_alone(paper: tuple[str, Edition]) -> None:
    name, edition = paper
    others = [span for span, _ in rows_of(name, "non_figures", edition.text)]
    figures = [row.span for row in figures_of(name, edition.text)]
    alone = [span for span in others if not any(span.meets(figure) for figure in figures)]
    taken = [span.of(edition.text) for span in alone if any(each.span.meets(span) for each in edition.mentions)]
    assert len(taken) <= _FEW * len(alone), taken


if __name__ == "__main__":
    from kwaicompare.workspace import open_edition

    for year in ("2022", "2026"):
        opened = open_edition(year)
        found = judge(opened, figures_of(year, opened.text))
        kinds = [
            (row.kind, each.kind)
            for row in figures_of(year, opened.text)
            if row.sure
            for each in opened.mentions
            if each.span.meets(row.span)
        ]
        print(
            year,
            f"F1 {found.f1:.3f}",
            found.right,
            "right; kind as read:",
            sum(a == b for a, b in kinds),
            "of",
            len(kinds),
        )
        print(
            "  kinds",
            sorted(
                {
                    (row.span.of(opened.text), row.kind, each.kind)
                    for row in figures_of(year, opened.text)
                    if row.sure
                    for each in opened.mentions
                    if each.span.meets(row.span) and each.kind != row.kind
                }
            ),
        )
        for what, places in (("missed", found.missed), ("otherwise", found.wrong)):
            print(" ", what, [(row.span.of(opened.text), row.kind) for row in places])
        print("  unasked", [span.of(opened.text) for span in found.unasked])

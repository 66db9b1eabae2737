"""The counts of a summary add up to what was compared."""

import re
from collections.abc import Callable
from dataclasses import replace

from kwaicompare.model.comparison import Comparison
from kwaicompare.report.summary import summary_lines


def test_every_passage_is_counted_once(make_comparison: Callable[[], Comparison]) -> None:
    comparison = make_comparison()
    rewritten = comparison.passages[1]
    moved = replace(rewritten, relation="moved-edited")
    with_move = replace(comparison, passages=(*comparison.passages, moved))
    line = summary_lines(with_move, "en")[1]
    assert line == "Passages: 1 same, 1 edited, 1 rewritten, 1 moved, 3 dropped, 2 new"
    assert sum(map(int, re.findall(r"\d+", line))) == len(with_move.passages)


def test_sections_figures_and_checks_are_counted(make_comparison: Callable[[], Comparison]) -> None:
    sections, _, ignored, figures, checks = summary_lines(make_comparison(), "en")
    assert sections == "Sections: 2 counterparts (1 same, 1 edited, 0 rewritten; 1 moved), 1 only old, 1 new"
    assert ignored == "Ignored: white space; 0 places"
    assert figures == "Figures: 1 comparable, 0 only old, 1 only new"
    assert checks == "Checks: 1 findings, 1 verified"

"""Costs as ratios, measured side by side in one run: absolute times mean little on a machine that others use too.

Usage: python -m tests.benchmarks [--rounds N] [--skip-large] [--only NAME]

Prints a table and writes out/bench.json. Each row alternates the program and its yardstick, and compares medians.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.frozen import package
from tests.benchmarks.large import many_sections, ten_to_one
from tests.benchmarks.library import library
from tests.benchmarks.measuring import (
    PROGRAM,
    REPOSITORY,
    NotMeasured,
    Outcome,
    Row,
    cost,
    environment,
    side_by_side,
    timed,
)
from tests.benchmarks.starting import offscreen, on_a_display
from tests.benchmarks.using import keyword_view, scrolling

JIEBA = """
import sys, jieba
for path in sys.argv[1:]:
    jieba.lcut(open(path, encoding="utf-8").read())
"""


def whole_process(rounds: int, folder: Path) -> Outcome:
    """Compare the two white papers in a new process, against a process that cuts them with jieba."""
    from kwaicompare.read.corpus import resolve

    report, texts = folder / "report.json", [resolve("2022"), resolve("2026")]
    measured = side_by_side(
        lambda: cost([PROGRAM, "compare", "2022", "2026", "-o", report])[0],
        lambda: cost([sys.executable, "-c", JIEBA, *texts])[0],
        rounds,
    )
    return [Row("compare 2022 2026, cold process / jieba process", *measured, bar=0.8)]


def warm_pipeline(rounds: int, _: Path) -> Outcome:
    """Compare inside a warm process, against rjieba cutting the two texts."""
    import rjieba

    from kwaicompare import workspace

    a, b = workspace.open_edition("2022"), workspace.open_edition("2026")
    names = (a.document.source.path, b.document.source.path)

    def compare() -> None:
        old, new = (workspace.open_edition(name) for name in names)
        workspace.compare(old, new)

    measured = side_by_side(
        lambda: timed(compare),
        lambda: timed(lambda: [rjieba.cut(edition.text) for edition in (a, b)]),
        3 * rounds,
    )
    return [Row("pipeline, warm / rjieba cutting both texts", *measured, bar=40)]


def outline_and_alignment(rounds: int, _: Path) -> Outcome:
    """Find the outlines and the counterparts of the two white papers, against rjieba cutting the two texts."""
    import rjieba

    from kwaicompare.align.sections import align_sections
    from kwaicompare.compare import cut_words
    from kwaicompare.structure.section_tree import build_outline
    from kwaicompare.workspace import open_edition

    editions = cut_words([open_edition("2022"), open_edition("2026")])

    def outline_and_align() -> None:
        for edition in editions:
            build_outline(edition.document)
        align_sections(editions[0], editions[1])

    measured = side_by_side(
        lambda: timed(outline_and_align),
        lambda: timed(lambda: [rjieba.cut(each.text) for each in editions]),
        3 * rounds,
    )
    return [Row("outline and alignment / rjieba cutting both texts", *measured, bar=25)]


MEASUREMENTS: dict[str, Callable[[int, Path], Outcome]] = {
    "process": whole_process,
    "pipeline": warm_pipeline,
    "outline": outline_and_alignment,
    "sections": many_sections,
    "start": offscreen,
    "display": on_a_display,
    "keywords": keyword_view,
    "package": package,
    "library": library,
    "large": ten_to_one,
    "scroll": scrolling,
}
LARGE = ("large", "scroll", "library")


def line(outcome: Row | NotMeasured) -> str:
    """Return a line of the table."""
    if isinstance(outcome, NotMeasured):
        return f"{outcome.name:<52} not measured: {outcome.reason}"
    bar = "" if outcome.bar is None else f"bar {outcome.bar:<5g} {outcome.verdict}"
    return f"{outcome.name:<52} {outcome.ratio:8.2f}  {bar}".rstrip()


def record(outcome: Row | NotMeasured) -> dict[str, object]:
    """Return what is written of an outcome."""
    ratio = {"ratio": outcome.ratio, "verdict": outcome.verdict} if isinstance(outcome, Row) else {}
    return asdict(outcome) | ratio


def main() -> int:
    """Measure, print the table, write the JSON."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--skip-large", action="store_true", help="leave out what takes minutes")
    parser.add_argument("--only", choices=MEASUREMENTS, action="append")
    arguments = parser.parse_args()
    os.environ.update(environment())  # the full papers, in this process as in the measured ones
    names = arguments.only or [name for name in MEASUREMENTS if name not in LARGE or not arguments.skip_large]
    outcomes: list[Row | NotMeasured] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            for outcome in MEASUREMENTS[name](arguments.rounds, Path(folder)):
                outcomes.append(outcome)
                print(line(outcome), flush=True)
    target = REPOSITORY / "out" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps([record(outcome) for outcome in outcomes], indent=1) + "\n", encoding="utf-8")
    print(target.relative_to(REPOSITORY))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What ten megabytes cost, against one: time and memory."""

import subprocess
from pathlib import Path

from tests.benchmarks.generated import pair
from tests.benchmarks.measuring import PROGRAM, Outcome, Row, cost, side_by_side, timed

MEGABYTE = 1_000_000
_BAR = 12.0
_THREE_THOUSAND = 4_000_000  # bytes of a document with about as many sections


def ten_to_one(_: int, folder: Path) -> Outcome:
    """Compare 10 MB with its revision, against 1 MB with its own; once each, and no longer than twice the bar."""
    small, _memory = _cost(folder, MEGABYTE, None)
    limit = 2 * _BAR * small
    try:
        took, peak = _cost(folder, 10 * MEGABYTE, limit)
    except subprocess.TimeoutExpired:
        return [Row("10 MB with its revision / 1 MB, time", limit, small, _BAR, stopped=True)]
    return [
        Row("10 MB with its revision / 1 MB, time", took, small, _BAR),
        Row("10 MB with its revision, peak memory / 1.5 GB", peak, 1.5e9, 1),
    ]


def many_sections(rounds: int, folder: Path) -> Outcome:
    """Align two documents of 3,000 sections, against jieba cutting their texts; without reading and loading."""
    import jieba

    from kwaicompare.align.sections import align_sections
    from kwaicompare.compare import cut_words, read_edition

    jieba.initialize()
    editions = cut_words([read_edition(path) for path in large_pair(folder, _THREE_THOUSAND)])
    measured = side_by_side(
        lambda: timed(lambda: align_sections(editions[0], editions[1])),
        lambda: timed(lambda: [jieba.lcut(edition.text) for edition in editions]),
        rounds,
    )
    return [Row(f"aligning {len(editions[0].sections)} sections / jieba cutting both texts", *measured, bar=1)]


def large_pair(folder: Path, size: int) -> list[Path]:
    """Return a text of this size in bytes and its revision, made once."""
    paths = [folder / f"{size}-{side}.md" for side in ("old", "new")]
    if not paths[0].exists():
        for path, text in zip(paths, pair(size, seed=7), strict=True):
            path.write_text(text, encoding="utf-8")
    return paths


def _cost(folder: Path, size: int, limit: float | None) -> tuple[float, int]:
    """Return processor seconds and bytes of one comparison and its JSON report in a new process."""
    return cost([PROGRAM, "compare", *large_pair(folder, size), "-o", folder / "report.json"], limit)

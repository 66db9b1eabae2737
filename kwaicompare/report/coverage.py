"""What a comparison did not compare: the statement every report carries.

Takes a comparison, returns the gaps that apply, each counted on both sides. Leaves out the wording (message keys
``report.not_compared.<kind>``).

    a paper read from text whose contents table was set apart  →  Gap("pictures", 0, 3), Gap("furniture", 12, 9)
"""

from dataclasses import dataclass
from typing import Literal

from kwaicompare.diff.lenses import ignored_places
from kwaicompare.model.comparison import Comparison, Edition

GapKind = Literal["layout", "digest", "pictures", "furniture", "doubts", "rewritten", "limited", "ignored"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something left out, and how often on either side (0 on both where it cannot be counted)."""

    kind: GapKind
    a: int = 0
    b: int = 0


def coverage(comparison: Comparison) -> tuple[Gap, ...]:
    """List what was not compared: layout always, the others where they occur."""
    pairs = [passage for passage in comparison.passages if passage.a is not None and passage.b is not None]
    rewritten = sum(passage.rewritten for passage in pairs)
    limited = sum(passage.limited for passage in pairs)
    ignored = len(ignored_places(comparison.passages))
    counted = (
        Gap("digest", *(int(edition.document.source.holding == "digest") for edition in _both(comparison))),
        Gap("pictures", *(_pictures(edition) for edition in _both(comparison))),
        Gap("furniture", *(len(edition.outline.furniture) - _pictures(edition) for edition in _both(comparison))),
        Gap("doubts", *(len(edition.outline.doubts) for edition in _both(comparison))),
        Gap("rewritten", rewritten, rewritten),
        Gap("limited", limited, limited),
        Gap("ignored", ignored, ignored),
    )
    return (Gap("layout"), *(gap for gap in counted if gap.a or gap.b))


def _both(comparison: Comparison) -> tuple[Edition, Edition]:
    return comparison.a, comparison.b


def _pictures(edition: Edition) -> int:
    return sum(piece.kind == "image" for piece in edition.outline.furniture)

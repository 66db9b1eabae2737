"""One pair of counterpart sections alone, so that both stand side by side wherever the texts have them.

Takes: a `Comparison` and a `Link` of it. Returns: a comparison with the passages of the two sections, subsections
included; a passage whose other half stands elsewhere keeps it. Leaves out: rows (`rows.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kwaicompare.model.alignment import Alignment, Link
from kwaicompare.model.comparison import Comparison
from kwaicompare.model.document import Section


def focused(comparison: Comparison, link: Link) -> Comparison:
    """Return the part of the comparison that is about the two sections of ``link``."""
    inside_a, inside_b = _subtree(comparison.a.sections, link.a), _subtree(comparison.b.sections, link.b)
    within = [each for each in comparison.alignment.pairs if each.a in inside_a and each.b in inside_b]
    passages = tuple(
        passage
        for passage in comparison.passages
        if (passage.a is not None and passage.section_a in inside_a)
        or (passage.b is not None and passage.section_b in inside_b)
    )
    return replace(comparison, alignment=Alignment(tuple(within)), passages=passages)


def _subtree(sections: Sequence[Section], top: str) -> set[str]:
    """Return the section with all below it; parents stand before their children."""
    inside = {top}
    for section in sections:
        if section.parent in inside:
            inside.add(section.id)
    return inside

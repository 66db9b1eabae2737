"""The lines of the library's concordance: places in many documents, each document under its own heading.

Takes hits in library order, returns lines for `views/kwic_view.py`. Leaves out looking up, and Qt.

    3 hits in 年报2021.md, 1 in 年报2022.md    → heading, three lines, heading, one line
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING

from kwaicompare.gui.models.concordance import KwicLine
from kwaicompare.gui.models.quotation import unmarked

if TYPE_CHECKING:
    from kwaicompare.model.library import LibraryHit


def library_lines(hits: Sequence[LibraryHit]) -> tuple[KwicLine, ...]:
    """Arrange the hits by document."""
    lines: list[KwicLine] = []
    for path, group in groupby(hits, key=lambda hit: hit.path):
        held = list(group)
        name = PurePath(path).name
        heading = f"{held[0].title} · {name}" if held[0].title else name
        lines.append(KwicLine("", "", "", heading, None, len(held)))
        lines.extend(
            KwicLine(unmarked(hit.left), unmarked(hit.match), unmarked(hit.right), heading, hit) for hit in held
        )
    return tuple(lines)

"""Call-outs and legends of a designed page: what stands beside the text and repeats or labels, but is not the text.

Takes a draft with all headings; returns kinds by row. Leaves out captions that say so themselves (`furniture`).

    "3500+", "已有3500多家机构参与" → callout; a short line alone beside the hole of a picture → caption
"""

import re

from kwaicompare.model.document import FurnitureKind
from kwaicompare.structure.draft import Draft
from kwaicompare.structure.rows import HOLE, Row

_FIGURE = re.compile(
    r"(?:\*\*)?(?:[超近约达逾]|提升|增长|下降|降低|突破|高达|累计)?\s?\d[\d,.]*(?:\*\*)?\s?[+＋%％‰]?\s?"
    r"(?:余|多|[十百千万亿]{1,3}){0,2}\s?[㐀-鿿A-Za-z]{0,4}[+＋]?(?:\*\*)?\Z"
)
_ENDS = "。！？；，、：:;,"
_LONGEST_FIGURE = 24
_LONGEST_WORD = 10
_GLOSS = range(6, 51)
_LONGEST_LEGEND = 30


def find_callouts(draft: Draft) -> dict[int, FurnitureKind]:
    """Return the rows that are call-outs or legends."""
    found: dict[int, FurnitureKind] = {}
    rows = draft.rows
    designed = draft.lies or bool(draft.contents.entries)
    for row in rows:
        if row.index in draft.taken or row.index in found or row.role != "text" or row.length > _LONGEST_LEGEND:
            continue
        if gloss := _gloss_of(draft, row, designed):
            found.update((index, "callout") for index in range(row.index, gloss + 1))
        elif designed and max(row.before, row.after) >= HOLE and row.text[-1] not in _ENDS:
            found[row.index] = "caption"
    return found


def _gloss_of(draft: Draft, row: Row, designed: bool) -> int | None:
    """Return the last row of the gloss below a bare figure, or below a single word of a designed page."""
    index = row.index + 1
    if index >= len(draft.rows) or not row.before or not row.after or row.after >= HOLE:
        return None
    gloss = draft.rows[index]
    if index in draft.taken or gloss.role != "text" or gloss.length not in _GLOSS or gloss.text[-1] in "。！？；":
        return None
    last = index
    if index + 1 < len(draft.rows) and draft.rows[index + 1].before == 0 and draft.rows[index + 1].length in _GLOSS:
        last = index + 1
    if row.length <= _LONGEST_FIGURE and all(_FIGURE.match(part) for part in _figures(row.text)):
        return last
    word = designed and row.length <= _LONGEST_WORD and row.text[-1] not in _ENDS and draft.numbers[row.index] is None
    return last if word and gloss.text[-1] not in _ENDS and _stands_in_text(draft, row.index, last) else None


def _figures(text: str) -> list[str]:
    """Split "170 个 2500 余个" into its figures."""
    return re.split(r"(?<=[㐀-鿿])\s+(?=\*{0,2}\d)", text)


def _stands_in_text(draft: Draft, first: int, last: int) -> bool:
    above = draft.rows[first - 1] if first else None
    below = draft.rows[last + 1] if last + 1 < len(draft.rows) else None
    beside_text = (above is not None and above.prose) or (below is not None and below.prose)
    return beside_text and (above is None or above.prose or above.index in draft.taken)

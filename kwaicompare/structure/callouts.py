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
_GLOSS = range(6, 61)
_LONGEST_LEGEND = 30


def find_callouts(draft: Draft) -> dict[int, FurnitureKind]:
    """Return the rows that are call-outs or legends."""
    designed = draft.lies or bool(draft.contents.entries)
    found: dict[int, FurnitureKind] = {}
    free = [row for row in draft.rows if row.index not in draft.taken and row.role == "text"]
    short = [row for row in free if row.length <= _LONGEST_LEGEND]
    for row in short:
        if row.index in found:
            continue
        if _is_figure(row) and (last := _end_of_gloss(draft, row)):
            found.update((index, "callout") for index in range(row.index, last + 1))
        elif designed and row.before >= HOLE and row.text[-1] not in _ENDS and draft.numbers[row.index] is None:
            found[row.index] = "callout" if _is_figure(row) else "caption"
    if designed:
        _add_words(draft, short, found)
        opening = min([*draft.by_start, *(start for start, _ in draft.contents.ranges)], default=0)
        found.update((row.index, "front_matter") for row in short if row.index < opening)
    return found


def _end_of_gloss(draft: Draft, row: Row) -> int | None:
    """Return the last row of the gloss right below a bare figure or word."""
    index = row.index + 1
    if index >= len(draft.rows) or not row.before or not row.after or row.after >= HOLE:
        return None
    gloss, following = draft.rows[index], draft.rows[index + 1 : index + 2]
    if index in draft.taken or gloss.role != "text" or gloss.length not in _GLOSS or gloss.text[-1] in "。！？；":
        return None
    broken = bool(following) and following[0].before == 0 and following[0].length in _GLOSS
    return index + 1 if broken else index


def _add_words(draft: Draft, short: list[Row], found: dict[int, FurnitureKind]) -> None:
    """Add words with their gloss: a run of such pairs interrupts the text, it heads nothing."""
    pairs: dict[int, int] = {}
    for row in short:
        word = row.length <= _LONGEST_WORD and row.text[-1] not in _ENDS and draft.numbers[row.index] is None
        last = _end_of_gloss(draft, row) if word and row.index not in found else None
        if last is not None and draft.rows[last].text[-1] not in _ENDS:
            pairs[row.index] = last
    ends = set(pairs.values())

    def is_settled(index: int) -> bool:
        outside = not 0 <= index < len(draft.rows)
        return outside or index in draft.taken or index in found or draft.rows[index].prose

    for first, last in pairs.items():
        if (is_settled(first - 1) or first - 1 in ends) and (is_settled(last + 1) or last + 1 in pairs):
            found.update((index, "callout") for index in range(first, last + 1))


def _is_figure(row: Row) -> bool:
    return row.length <= _LONGEST_FIGURE and all(_FIGURE.match(part) for part in _figures(row.text))


def _figures(text: str) -> list[str]:
    """Split "170 个 2500 余个" into its figures."""
    return re.split(r"(?<=[㐀-鿿])\s+(?=\*{0,2}\d)", text)

"""Rows → headings: each with its number, its title (however many rows the layout gave it) and the evidence for it.

Takes rows, the kinds of those that are furniture, the contents table and the document's title; returns a `Draft` with
all headings, further furniture and doubts. Leaves out the nesting (`section_tree`).

    "# 1", "## 内容生产", "# 从素材到成片" → Heading(number "1", title "内容生产 从素材到成片")
"""

from itertools import pairwise

from kwaicompare.model.document import FurnitureKind
from kwaicompare.progress import Progress, silent
from kwaicompare.structure.callouts import find_callouts
from kwaicompare.structure.contents import Contents
from kwaicompare.structure.draft import Draft, Heading
from kwaicompare.structure.evidence import THRESHOLD, Series, Weigher, find_series
from kwaicompare.structure.lone_numbers import attach_numbers, is_lone
from kwaicompare.structure.numbering import Number, parse_number
from kwaicompare.structure.rows import Row, letters
from kwaicompare.structure.siblings import add_siblings
from kwaicompare.structure.titles import join_titles
from kwaicompare.structure.witness import match_contents

_NUMBERED_BEGINNINGS = "第一二三四五六七八九十（"  # of paragraphs that may be an article or begin with a title
_TITLE_ROWS = 6
_GUESS = 2.0
_FEWEST_LABELS = 3
_LONGEST_LABEL = 8
_LABEL_GAP = 12


def find_headings(
    rows: list[Row], furniture: dict[int, FurnitureKind], contents: Contents, title: str, progress: Progress = silent
) -> Draft:
    """Return the headings among ``rows``."""
    draft = _begin(rows, furniture, contents, title)
    progress("structure", 0.3)
    match_contents(draft)
    weights = _weigh(draft)
    progress("structure", 0.6)
    for index, weight in weights.items():
        if weight >= THRESHOLD:
            _add_row(draft, index, weight)
    if not draft.by_start:
        _add_guesses(draft, weights)
    join_titles(draft)
    add_siblings(draft)
    attach_numbers(draft)
    draft.furniture.update(find_callouts(draft))
    return draft


def _begin(rows: list[Row], furniture: dict[int, FurnitureKind], contents: Contents, title: str) -> Draft:
    taken = set(furniture)
    taken.update(index for start, end in contents.ranges for index in range(start, end))
    numbers = [
        parse_number(row.text)
        if row.index not in taken and (row.short or row.text[0] in _NUMBERED_BEGINNINGS)
        else None
        for row in rows
    ]
    series = find_series(numbers)
    return Draft(rows, numbers, series, contents, letters(title), taken, lies=marks_lie(rows, numbers, series))


def marks_lie(rows: list[Row], numbers: list[Number | None], series: dict[int, Series]) -> bool:
    """Tell whether the depth of heading marks cannot be trusted.

    It cannot where marks stand before nothing but a number, where a heading stands directly above one of a higher
    rank, or where numbers of one series stand at different depths.
    """
    marked = faults = 0
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        if row.level is None:
            continue
        number = numbers[row.index]
        marked += 1
        faults += number is not None and number.lone
        faults += below is not None and below.level is not None and below.level < row.level
    for group in {id(found): found for found in series.values()}.values():
        levels = [rows[index].level for index in group.members if rows[index].level is not None]
        faults += sum(a != b for a, b in pairwise(levels))
    return faults >= 3 and 8 * faults > marked


def _weigh(draft: Draft) -> dict[int, float]:
    """Return the weight of every row that could be a heading."""
    labels = _field_labels(draft)
    weigher = Weigher(draft.rows, draft.numbers, draft.series, bool(draft.contents.entries))
    first = min(draft.by_start, default=len(draft.rows))
    weights: dict[int, float] = {}
    for row in draft.rows:
        number = draft.numbers[row.index]
        article = number is not None and number.family == "article"
        if row.index in draft.taken or not (row.short or article) or is_lone(draft, row.index):
            continue
        if number is None and row.level is None and row.prose:
            continue
        named = row.index < min(first, _TITLE_ROWS) and letters(row.text) == draft.title_key
        if not named and letters(row.text) not in labels:
            weights[row.index] = weigher.weigh(row.index)
    return weights


def _field_labels(draft: Draft) -> set[str]:
    """Return rows that come back so often, so close together, that they label fields: 名称, 简介.

    Where the depth of marks can be trusted, a marked row is a heading however often it comes back.
    """
    places: dict[str, list[int]] = {}
    for row in draft.rows:
        candidate = row.length <= _LONGEST_LABEL and (draft.lies or row.level is None)
        if candidate and draft.numbers[row.index] is None and row.index not in draft.taken:
            places.setdefault(letters(row.text), []).append(row.index)
    return {key for key, at in places.items() if len(at) >= _FEWEST_LABELS and at[-1] - at[0] <= _LABEL_GAP * len(at)}


def _add_row(draft: Draft, index: int, weight: float) -> None:
    row, number = draft.rows[index], draft.numbers[index]
    heading = Heading([index], row.text, weight=weight)
    if number is not None and number.family == "article":
        heading.number, heading.title = number, _article_title(number)
    draft.add(heading)


def _article_title(number: Number) -> str:
    """Return an article's printed title, or else how its text begins."""
    rest = number.rest
    if rest[:1] and rest[0] in "【[（(":
        end = min((at for sign in "】]）)" if (at := rest.find(sign)) > 0), default=0)
        if end:
            return rest[1:end]
    cut = min((at for sign in "，。；：,;:" if (at := rest.find(sign)) > 0), default=len(rest))
    return rest[: min(cut, 24)]


def _add_guesses(draft: Draft, weights: dict[int, float]) -> None:
    """Take short lines above paragraphs for headings, in a text that shows nothing better, if there are several."""
    likely = [index for index, weight in weights.items() if index and weight >= _GUESS]
    if len(likely) > 1:
        for index in likely:
            _add_row(draft, index, weights[index])
            draft.doubt(index, "title_guess")

"""Plain rows that are headings because of their siblings: group titles in parallel wording, titles of the same build.

Takes a draft with the headings that speak for themselves; adds those that only their likeness gives away. Leaves out
rows that merely look alike but have no text of their own: those are labels of a figure.

    "国家规范" (a list), "行业规范" (a list), "企业规范" (a list) → three headings
"""

import re
from itertools import pairwise

from kwaicompare.structure.draft import Draft, Heading
from kwaicompare.structure.rows import HOLE, Row

_LONGEST_GROUP = 16
_LONGEST_TITLE = 30
_FEWEST = 3
_TAIL = re.compile(r"\s?[（(][^（()）]{1,20}[)）]\Z")
_NAMED = re.compile(r"[^：:，。、]{1,14}[：:]\s?[^：:。]{6,40}\Z")
_WEIGHT = 3.0


def add_siblings(draft: Draft) -> None:
    """Add the headings that their siblings give away."""
    if not draft.contents.entries:
        _add_two_parts(draft)
    _add_parallel(draft)
    if draft.lies:
        _add_same_build(draft)
    else:
        _add_named(draft)


def _is_free(draft: Draft, row: Row) -> bool:
    plain = row.role == "text" and row.level is None and draft.numbers[row.index] is None
    return plain and row.index not in draft.taken and bool(row.before and row.after)


def _add_parallel(draft: Draft) -> None:
    """Add rows of one section that end in the same word, each with rows of its own, most of them lists."""
    groups: dict[tuple[int, str], list[int]] = {}
    owner = -1
    for row in draft.rows:
        if row.index in draft.by_start:
            owner = row.index
        if row.length <= _LONGEST_GROUP and _is_free(draft, row):
            ending = _TAIL.sub("", row.text)[-2:]
            if len(ending) == 2 and all("㐀" <= char <= "鿿" for char in ending):
                groups.setdefault((owner, ending), []).append(row.index)
    for members in groups.values():
        apart = all(b - a > 1 for a, b in pairwise(members))
        listed = sum(_heads_list(draft, index) for index in members)
        if len(members) >= _FEWEST and apart and 2 * listed > len(members):
            for index in members:
                draft.add(Heading([index], draft.rows[index].text, weight=_WEIGHT, parallel=True))
                draft.doubt(index, "title_guess")


def _heads_list(draft: Draft, index: int) -> bool:
    if index + 1 >= len(draft.rows):
        return False
    number = draft.numbers[index + 1]
    return draft.rows[index + 1].role == "list" or (number is not None and not number.lone)


def _add_same_build(draft: Draft) -> None:
    """Add a plain ``name：tagline`` row that follows two marked headings of just this build, with text in between."""
    run = 0
    text_since = False
    for row in draft.rows:
        heading = draft.by_start.get(row.index)
        if heading is not None:
            named = heading.number is None and len(heading.rows) == 1 and bool(_NAMED.match(heading.title))
            run, text_since = (run + 1 if named else 0), False
        elif run >= 2 and text_since and _is_free(draft, row) and _NAMED.match(row.text):
            draft.add(Heading([row.index], row.text, weight=_WEIGHT, parallel=False))
            draft.doubt(row.index, "title_guess")
            text_since = False
        elif row.prose:
            text_since = True


def _add_named(draft: Draft) -> None:
    """Add plain ``name：tagline`` rows, where several stand right above paragraphs."""
    likely = [
        row.index
        for row in draft.rows[:-1]
        if _is_free(draft, row)
        and _NAMED.match(row.text)
        and row.after < HOLE
        and draft.rows[row.index + 1].prose
        and row.text[-1] not in "，；？！、"
    ]
    if len(likely) >= _FEWEST:
        for index in likely:
            draft.add(Heading([index], draft.rows[index].text, weight=_WEIGHT))
            draft.doubt(index, "title_guess")


def _add_two_parts(draft: Draft) -> None:
    """Add plain rows of name and tagline, where several such rows have proved to be headings."""
    proved = sum(draft.rows[start].two_parts for start in draft.by_start)
    if proved < _FEWEST:
        return
    likely = [row for row in draft.rows if row.two_parts and _is_free(draft, row) and row.length <= _LONGEST_TITLE]
    indices = {row.index for row in likely}
    for row in likely:
        listed = row.index - 1 in indices or row.index + 1 in indices
        if not listed and row.text[-1].isalnum():
            draft.add(Heading([row.index], row.text, weight=_WEIGHT))
            draft.doubt(row.index, "title_guess")

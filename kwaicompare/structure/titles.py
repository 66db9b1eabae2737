"""Titles of several rows, and titles that head no section.

Takes a draft with headings found row by row; joins name and tagline, a title and its translation; sets aside what is
the title of a picture. Leaves out titles the contents table already joined.

    "## 产品演进", "### 快速迭代" → "产品演进 快速迭代"; "引言", "Introduction" → "引言 Introduction"
"""

from kwaicompare.structure.draft import Draft, Heading
from kwaicompare.structure.rows import HOLE, is_english_title, is_latin

_LONGEST_TAGLINE = 30
_LONGEST_NAME = 6  # of the name in a plain name-and-tagline title
_REACH = 40  # how many rows below a title its text may begin


def join_titles(draft: Draft) -> None:
    """Join titles of several rows; drop what heads no text but a picture."""
    for start in sorted(draft.by_start):
        heading = draft.by_start.get(start)
        if heading is None or heading.is_article:
            continue
        if heading.entry is None:
            _absorb_tagline(draft, heading)
            _absorb_plain_tagline(draft, heading)
        _absorb_translation(draft, heading)
        if draft.lies and _is_figure_title(draft, heading):
            del draft.by_start[start]
            draft.furnish(heading.rows, "caption")
            draft.doubt(start, "figure_title")


def _absorb_tagline(draft: Draft, heading: Heading) -> None:
    """Join the heading right below, where it cannot be a section of its own.

    Where the depth of marks lies that is any unnumbered one; else only one of the same depth below a numbered one.
    """
    below = heading.rows[-1] + 1
    other = draft.by_start.get(below)
    if other is None or len(heading.rows) > 1 or len(other.rows) > 1:
        return
    if draft.rows[below].before >= HOLE and not _is_lone_number(draft, heading.rows[0] - 1):
        return
    if other.number is not None or other.entry is not None or other.role:
        return
    if draft.lies or (heading.number is not None and heading.level is not None and heading.level == other.level):
        del draft.by_start[below]
        heading.rows += other.rows
        heading.title = f"{heading.title} {other.title}"


def _absorb_plain_tagline(draft: Draft, heading: Heading) -> None:
    """Join a short plain row below a name whose number stands above or below the two."""
    below = heading.rows[-1] + 1
    if len(heading.rows) > 1 or heading.number or below >= len(draft.rows) or below in draft.taken:
        return
    row = draft.rows[below]
    if not draft.lies and (len(heading.title) > _LONGEST_NAME or row.length <= len(heading.title) or row.two_parts):
        return
    titled = row.role == "text" and row.length <= _LONGEST_TAGLINE and row.text[-1] not in "。！？；，：:;,"
    numbered = _is_lone_number(draft, heading.rows[0] - 1) or _is_lone_number(draft, below + 1)
    if titled and numbered and 0 < row.before < HOLE and row.after and draft.numbers[below] is None:
        draft.taken.add(below)
        heading.rows.append(below)
        heading.title = f"{heading.title} {row.text}"


def _absorb_translation(draft: Draft, heading: Heading) -> None:
    below = heading.rows[-1] + 1
    if below >= len(draft.rows) or is_latin(heading.title):
        return
    row = draft.rows[below]
    free = below not in draft.taken or below in draft.by_start
    near = row.before < HOLE and (row.before or row.short)
    if free and near and is_english_title(row):
        draft.by_start.pop(below, None)
        draft.taken.add(below)
        heading.rows.append(below)
        heading.title = f"{heading.title} {row.text}"


def _is_figure_title(draft: Draft, heading: Heading) -> bool:
    """Tell the title of a picture or box: unnumbered, not in the contents table, and no sentence right below."""
    if (
        heading.number
        or heading.entry
        or len(heading.rows) > 1
        or heading.role
        or _is_lone_number(draft, heading.rows[0] - 1)
    ):
        return False
    last = heading.rows[-1]
    if draft.rows[last].after >= HOLE:
        return True
    for row in draft.rows[last + 1 : last + _REACH]:
        if row.index in draft.by_start:
            return True
        if row.prose and row.before < HOLE:
            return False
    return True


def _is_lone_number(draft: Draft, index: int) -> bool:
    number = draft.numbers[index] if 0 <= index < len(draft.rows) else None
    return number is not None and number.lone

"""Numbers printed in a row of their own: before their title, after it, or away from it.

Takes a draft with its headings; gives each lone number to the title the contents table names, else to an unnumbered
one right above (of two titles in a row the higher has the number), else to the one right below. Leaves out bare
figures without a mark that the contents table does not vouch for: those are call-outs.

    "营造良好环境", "（a paragraph）", "07", with "07 营造良好环境" in the contents table → number "07"
"""

from kwaicompare.structure.draft import Draft, Heading
from kwaicompare.structure.numbering import Number
from kwaicompare.structure.rows import HOLE

FAMILIES = frozenset({"part", "chapter", "section", "padded2", "padded3", "plain", "appendix", "roman"})
_REACH = 6  # how many rows a number may stand away from the title the contents table gives it to


def is_lone(draft: Draft, index: int) -> bool:
    """Tell whether row ``index`` is nothing but a number of a heading."""
    number = draft.numbers[index]
    if number is None or not number.lone or number.family not in FAMILIES:
        return False
    return number.family != "plain" or draft.rows[index].level is not None


def attach_numbers(draft: Draft) -> None:
    """Give each lone number to its title."""
    ends = {heading.rows[-1]: heading for heading in draft.by_start.values()}
    for row in draft.rows:
        number = draft.numbers[row.index]
        if number is None or row.index in draft.taken or not number.lone or number.family not in FAMILIES:
            continue
        sure = is_lone(draft, row.index)
        heading = _named_owner(draft, row.index, number, _REACH if sure else 1)
        if heading is None and sure:
            heading = _owner_beside(draft, row.index, ends)
        if heading is not None:
            heading.number, heading.number_row = number, row.index
            draft.taken.add(row.index)
            if row.index not in heading.printed_rows:
                draft.furnish([row.index], "page_number")


def _named_owner(draft: Draft, index: int, number: Number, reach: int) -> Heading | None:
    """Return the nearest title to which the contents table gives this number."""
    for distance in range(1, reach + 1):
        for start in (index + distance, index - distance):
            heading = draft.by_start.get(start)
            if heading is None or heading.number is not None or heading.entry is None or heading.entry.number is None:
                continue
            if heading.entry.number.value == number.value and _is_next(draft, heading, index):
                return heading
    return None


def _owner_beside(draft: Draft, index: int, ends: dict[int, Heading]) -> Heading | None:
    below = index + 1
    if below < len(draft.rows) and below not in draft.taken and is_lone(draft, below):
        below += 1  # PART 01 above 第一部分
    above = ends.get(index - 1) or _cover_above(draft, index, ends)
    for heading in (above, draft.by_start.get(below)):
        if heading is not None and heading.number is None and heading.role is None:
            return heading
    return None


def _cover_above(draft: Draft, index: int, ends: dict[int, Heading]) -> Heading | None:
    """Return the title of a cover page, which has a hole and a paragraph between itself and its number."""
    heading = ends.get(index - 2)
    return heading if heading is not None and draft.rows[index - 2].after >= HOLE else None


def _is_next(draft: Draft, heading: Heading, index: int) -> bool:
    """Tell whether no other heading stands between a title and a number."""
    between = range(index + 1, heading.rows[0]) if index < heading.rows[0] else range(heading.rows[-1] + 1, index)
    return not any(other in draft.by_start for other in between)

"""The contents table as witness: each of its entries is sought in the body, printed in one row or in up to four.

Takes a draft; fills in the headings found, and sets aside lists of chapters on a part's cover and repeated page heads.
Leaves out everything the contents table does not list.

    entry "06 构建保护体系", body "构建", "保护体系", "06" → Heading("构建 保护体系")
"""

from dataclasses import dataclass

from kwaicompare.structure.contents import Entry
from kwaicompare.structure.draft import Draft, Heading
from kwaicompare.structure.rows import letters

_MOST_ROWS = 4


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    entry: Entry


def match_contents(draft: Draft) -> None:
    """Fill in the headings the contents table lists."""
    entries = draft.contents.by_key()
    if not entries:
        return
    prefixes = {key[:length] for key in entries for length in range(1, len(key) + 1)}
    matches: list[_Match] = []
    index = 0
    while index < len(draft.rows):
        match = _match_at(draft, index, entries, prefixes)
        if match:
            matches.append(match)
        index = match.end if match else index + 1
    _accept(draft, matches)


def _match_at(draft: Draft, start: int, entries: dict[str, Entry], prefixes: set[str]) -> _Match | None:
    key, best = "", None
    for end in range(start, min(start + _MOST_ROWS, len(draft.rows))):
        row, number = draft.rows[end], draft.numbers[end]
        if end in draft.taken or not row.short or row.role == "table":
            break
        key += letters(number.rest if end == start and number and number.rest else row.text)
        if key not in prefixes:
            break
        if key in entries:
            best = _Match(start, end + 1, entries[key])
    return best


def _accept(draft: Draft, matches: list[_Match]) -> None:
    seen: set[str] = set()
    for position, match in enumerate(matches):
        indices = list(range(match.start, match.end))
        if _is_listed(matches, position):
            draft.furnish(indices, "contents")
        elif match.entry.key not in seen:
            seen.add(match.entry.key)
            title = " ".join(draft.rows[index].text for index in indices)
            draft.add(Heading(indices, title, entry=match.entry, weight=6.0))
        elif draft.rows[match.start].level is None:
            draft.furnish(indices, "running_head")
    if any(entry.key not in seen for entry in draft.contents.entries):
        draft.doubt(draft.contents.ranges[0][0], "contents_missing")


def _is_listed(matches: list[_Match], position: int) -> bool:
    """Tell a line of a list of titles from a title: another entry of the same depth stands right beside it."""
    match = matches[position]
    for other in matches[max(0, position - 1) : position + 2]:
        touching = other.end == match.start or other.start == match.end
        if touching and other.entry.depth == match.entry.depth and other.entry.key != match.entry.key:
            return True
    return False

"""The printed contents table: not body, but the best witness of titles and of their nesting.

Takes the rows of a document; returns where its contents tables stand and what they list. A table is known by its
heading (目录, Contents) or by its page references (dots, tabs, ``p.042``). Leaves out the search for the titles in
the body.

    "目录", "01 概况……3", "总体情况\\t3", "02 展望……9" → entries (概况, 0), (总体情况, 1), (展望, 0)
"""

import re
from dataclasses import dataclass, field

from kwaicompare.structure.numbering import Number, parse_number
from kwaicompare.structure.rows import Row, letters

_HEADINGS = frozenset({"目录", "目次", "目录contents", "contents", "tableofcontents", "contents目录"})
_PAGE = re.compile(
    r"(?:[.…·．]{3,}\s?\d{1,4}|[.…·．]{2,}\s?[（(]?\d{1,4}[）)]?|\s[pP]{1,2}\.?\s?\d{1,4}|\s\d{1,3}|[（(]\d{1,3}[）)])\Z"
)
_STRONG_PAGE = re.compile(r"(?:[.…·．]{2,}\s?\d{1,4}|\s[pP]{1,2}\.?\s?\d{1,4})\Z")
_LINK = re.compile(r"\[([^\[\]]{1,100})\]\([^()]{0,200}\)")
_MARKS = "●◆■▪•◎○ \t|·—-"
_LONGEST_ENTRY = 70
_FEWEST = 4
_FOREWORDS = "引言 前言 序 序言 导言 导语 绪论 绪言 摘要 卷首语 致辞 introduction foreword preface abstract"
_CONCLUSIONS = "结语 结束语 结论 后记 跋 尾声 总结 总结与展望 编后语 写在最后 conclusion conclusions"
_APPENDICES = "附录 附件 附 附表 参考文献 致谢 附则 appendix annex references acknowledgements"
ROLES = {
    title: role
    for role, titles in (("foreword", _FOREWORDS), ("conclusion", _CONCLUSIONS), ("appendix", _APPENDICES))
    for title in titles.split()
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a contents table: its number, its title, and its depth in the table (0 = highest)."""

    number: Number | None
    title: str
    key: str
    depth: int


@dataclass(slots=True)
class Contents:
    """The contents tables of a document: the rows they take, as half-open ranges, and their entries."""

    ranges: list[tuple[int, int]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def by_key(self) -> dict[str, Entry]:
        """Return the entries by the letters of their titles; the first of equal ones."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            if len(entry.key) > 1:
                found.setdefault(entry.key, entry)
        return found


def role_of(text: str) -> str | None:
    """Return the role a title names by itself: foreword, conclusion, appendix."""
    return ROLES.get(letters(text))


def find_contents(rows: list[Row]) -> Contents:
    """Find the contents tables among ``rows``."""
    contents = Contents()
    index = 0
    while index < len(rows):
        end = _headed_end(rows, index) or _paged_end(rows, index)
        if end:
            contents.ranges.append((index, end))
            contents.entries += _entries(rows[index:end])
            index = end
        else:
            index += 1
    return contents


def _headed_end(rows: list[Row], start: int) -> int | None:
    """Return the end of the table whose heading is row ``start``: where a title is printed again, or text begins."""
    if not rows[start].short or letters(rows[start].text) not in _HEADINGS:
        return None
    seen: set[str] = set()
    index = start + 1
    paged = marked = 0
    while index < len(rows):
        row = rows[index]
        key = letters(_bare_title(row.text))
        listed = len(seen) >= 2 and not marked and row.level is not None
        if row.length > _longest(row) or row.prose or key in seen or listed:
            break
        marked += row.level is not None
        if key not in _HEADINGS:
            seen.add(key)
        paged += bool(_PAGE.search(row.text))
        index += 1
    if paged:
        while index > start + 1 and not _PAGE.search(rows[index - 1].text):
            index -= 1
    return index if len(seen) >= 2 and index > start + 1 else None


def _longest(row: Row) -> int:
    """Return how long an entry may be; a link's target does not count."""
    return _LONGEST_ENTRY * 3 if "](" in row.text else _LONGEST_ENTRY


def _paged_end(rows: list[Row], start: int) -> int | None:
    """Return the end of a table without heading that begins at ``start``: short rows, most with a page reference."""
    ahead = rows[start : start + 2]
    if not any(_STRONG_PAGE.search(row.text) for row in ahead if row.length <= _LONGEST_ENTRY):
        return None
    last = start
    paged = 0
    for index in range(start, len(rows)):
        row = rows[index]
        if row.length > _LONGEST_ENTRY or row.prose or index - last > 2:
            break
        if _STRONG_PAGE.search(row.text):
            paged += 1
            last = index
    return last + 1 if paged >= _FEWEST else None


def _bare_title(text: str) -> str:
    """Strip bullets, number, leader and page reference from an entry."""
    text = _PAGE.sub("", _unlinked(text).strip(_MARKS)).strip(_MARKS)
    number = parse_number(text)
    return number.rest if number and number.rest else text


def _unlinked(text: str) -> str:
    """Replace a Markdown link by its words."""
    return _LINK.sub(r"\1", text)


def _entries(rows: list[Row]) -> list[Entry]:
    """Return the entries of a table's rows, with depths by their build: mark, number, or neither."""
    found: list[tuple[tuple[int, int], Entry]] = []
    groups = _groups(rows)
    for row in rows:
        text = _unlinked(row.text).strip(_MARKS)
        if letters(text) in _HEADINGS:
            continue
        number = parse_number(_PAGE.sub("", text))
        title = _bare_title(row.text)
        key = letters(title)
        if key and not key.isdecimal():
            found.append((_build(row, number, row.index in groups), Entry(number, title, key, 0)))
    highest = min((build for build, entry in found if not role_of(entry.title)), default=(0, 0))
    found = [(highest if role_of(entry.title) else build, entry) for build, entry in found]
    ranks = sorted({build for build, _ in found})
    return [Entry(entry.number, entry.title, entry.key, ranks.index(build)) for build, entry in found]


def _groups(rows: list[Row]) -> set[int]:
    """Return entries without number that group numbered ones: the numbers begin again below them.

    Among unmarked rows only those without a page are meant, where most of the others have one.
    """
    numbers = {row.index: parse_number(row.text.strip(_MARKS)) for row in rows}
    begun = sum(number is not None and number.value == (1,) for number in numbers.values())
    if begun < 2:
        return set()
    paged = 2 * sum(bool(_PAGE.search(row.text)) for row in rows) > len(rows)
    plain = [row for row in rows if numbers[row.index] is None]
    return {row.index for row in plain if row.level is not None or (paged and not _PAGE.search(row.text))}


def _build(row: Row, number: Number | None, groups: bool) -> tuple[int, int]:
    """Return a sort key of an entry's build: what is printed higher in the hierarchy comes first."""
    if row.level is not None:
        return (0, 10 * row.level - groups)
    if number is not None:
        return (0, _depth(number))
    return (0, -1) if groups else (1, 90)


def _depth(number: Number) -> int:
    """Return the usual depth of a number's family in a contents table."""
    usual = {"part": 0, "chapter": 1, "appendix": 1, "section": 3, "cn": 2, "cn_paren": 4, "arabic": 5}
    return 5 + len(number.value) if number.family == "decimal" else usual.get(number.family, 2)

"""Rows → headings: each with its number, its title (however many rows the layout gave it) and the evidence for it.

Takes rows, their furniture and the contents table; returns the headings in order, further furniture (figure titles,
lists of chapters on a cover) and doubts. Leaves out the nesting (`section_tree`).

    "# 1", "## 内容生产", "# 从素材到成片" → Heading(number "1", title "内容生产 从素材到成片")
"""

from dataclasses import dataclass, field

from kwaicompare.model.document import FurnitureKind
from kwaicompare.structure.contents import Contents, Entry, role_of
from kwaicompare.structure.evidence import THRESHOLD, Series, Weigher, find_series
from kwaicompare.structure.numbering import Number, parse_number
from kwaicompare.structure.rows import HOLE, SHORT, Row, is_latin, letters

_LONGEST_TWIN = 160
_STRUCTURAL = frozenset({"part", "chapter", "section", "appendix", "padded2", "padded3", "plain", "roman", "decimal"})
_LONE = frozenset({"part", "chapter", "section", "padded2", "padded3", "plain", "appendix", "roman"})
_REACH = 6  # how many rows a number may stand away from the title the contents table gives it to
_GUESS = 2.0


@dataclass(slots=True)
class Heading:
    """A heading: its rows (without a number row elsewhere), its number, and what is known of it."""

    rows: list[int]
    title: str
    number: Number | None = None
    number_row: int | None = None
    entry: Entry | None = None
    level: int | None = None
    weight: float = 0.0
    kind: str = "row"

    @property
    def parts(self) -> int:
        """How many rows the title itself takes."""
        return len(self.rows)

    @property
    def role(self) -> str | None:
        """Foreword, conclusion or appendix, if the title says so."""
        return role_of(self.title.split(" ")[0]) or role_of(self.title)


@dataclass(slots=True)
class Headings:
    """All headings of a document in order, with furniture and doubts (by row) found on the way."""

    headings: list[Heading]
    furniture: dict[int, FurnitureKind] = field(default_factory=dict)
    doubts: list[tuple[int, str]] = field(default_factory=list)
    depth_lies: bool = False


def marks_lie(rows: list[Row], numbers: list[Number | None], series: dict[int, Series]) -> bool:
    """Tell whether the depth of heading marks cannot be trusted.

    It cannot where numbers of one series stand at different depths, where headings stand directly above others of
    the same or a higher rank, or where marks stand before nothing but a number.
    """
    marked = [row for row in rows if row.level is not None]
    faults = 0
    for row in marked:
        number = numbers[row.index]
        if number is not None and number.lone:
            faults += 1
        following = rows[row.index + 1] if row.index + 1 < len(rows) else None
        if following and following.level is not None and row.level is not None and following.level < row.level:
            faults += 1
    for group in {id(found): found for found in series.values()}.values():
        levels = [rows[index].level for index in group.members if rows[index].level is not None]
        faults += sum(a != b for a, b in zip(levels, levels[1:], strict=False))
    return faults >= 3 and 8 * faults > len(marked)


class Finder:
    """Finds the headings of one document."""

    def __init__(self, rows: list[Row], furniture: dict[int, FurnitureKind], contents: Contents, title: str) -> None:
        self.rows = rows
        self.contents = contents
        self.title_key = letters(title)
        inside = {index for start, end in contents.ranges for index in range(start, end)}
        self.taken: set[int] = set(furniture) | inside
        self.numbers = [
            parse_number(row.text) if row.index not in self.taken and (row.short or row.text[0] in "第一二三四五六七八九十（") else None
            for row in rows
        ]
        self.series = find_series(self.numbers)
        self.marked = sum(row.level is not None for row in rows if row.index not in self.taken)
        self.lies = marks_lie(rows, self.numbers, self.series)
        self.found = Headings([], depth_lies=self.lies)
        self.by_start: dict[int, Heading] = {}

    def run(self) -> Headings:
        self._match_contents()
        self._weigh_rows()
        self._join_titles()
        self._attach_numbers()
        self.found.headings = sorted(self.by_start.values(), key=lambda heading: heading.rows[0])
        return self.found

    # contents table as witness

    def _match_contents(self) -> None:
        """Find each entry of the contents table in the body, printed in one row or in up to four."""
        entries = self.contents.by_key()
        if not entries:
            return
        prefixes = {key[:length] for key in entries for length in range(1, len(key) + 1)}
        matches: list[tuple[int, int, Entry]] = []
        index = 0
        while index < len(self.rows):
            match = self._match_at(index, entries, prefixes)
            if match:
                matches.append(match)
            index = match[1] if match else index + 1
        self._accept_matches(matches)

    def _match_at(self, start: int, entries: dict[str, Entry], prefixes: set[str]) -> tuple[int, int, Entry] | None:
        key, best = "", None
        for end in range(start, min(start + 4, len(self.rows))):
            row = self.rows[end]
            if end in self.taken or not row.short or row.role == "table":
                break
            number = self.numbers[end]
            numbered = end == start and number is not None and number.rest
            key += letters(number.rest if numbered and number else row.text)
            if key not in prefixes:
                break
            if key in entries:
                best = (start, end + 1, entries[key])
        return best

    def _accept_matches(self, matches: list[tuple[int, int, Entry]]) -> None:
        seen: set[str] = set()
        for position, (start, end, entry) in enumerate(matches):
            if self._in_cover_list(matches, position):
                self._furnish(range(start, end), "contents")
            elif entry.key in seen:
                if self.rows[start].level is None:
                    self._furnish(range(start, end), "running_head")
            else:
                seen.add(entry.key)
                self._add(Heading(list(range(start, end)), self._title(start, end), entry=entry, weight=6.0, kind="contents"))
        for entry in self.contents.entries:
            if entry.key not in seen and self.contents.ranges:
                self.found.doubts.append((self.contents.ranges[0][0], "contents_missing"))
                break

    def _in_cover_list(self, matches: list[tuple[int, int, Entry]], position: int) -> bool:
        """Tell a line in a list of titles from a title: the next or the last one of its rank stands right beside it."""
        start, end, entry = matches[position]
        beside = []
        if position + 1 < len(matches):
            beside.append((matches[position + 1], end))
        if position:
            beside.append((matches[position - 1], start))
        for (other_start, other_end, other), edge in beside:
            if edge in (other_start, other_end) and other.depth == entry.depth and other.key != entry.key:
                return True
        return False

    # row by row

    def _weigh_rows(self) -> None:
        labels = self._labels()
        weigher = Weigher(
            self.rows, self.numbers, self.series, frozenset(self.taken), bool(self.marked), bool(self.contents.entries)
        )
        for row in self.rows:
            if row.index in self.taken or (not row.short and not self._is_article(row.index)):
                continue
            number = self.numbers[row.index]
            if number is not None and number.lone and number.family in _LONE:
                continue
            if letters(row.text) in labels or self._is_document_title(row):
                continue
            weight = weigher.weigh(row.index)
            if weight >= THRESHOLD:
                self._add_row(row, weight, weigher)

    def _is_article(self, index: int) -> bool:
        number = self.numbers[index]
        return number is not None and number.family == "article"

    def _labels(self) -> set[str]:
        """Return titles that come back so often, so close, that they label fields: 名称, 简介."""
        places: dict[str, list[int]] = {}
        for row in self.rows:
            if row.level is not None and row.index not in self.taken:
                places.setdefault(letters(row.text), []).append(row.index)
        return {
            key for key, at in places.items() if self.lies and len(at) >= 3 and len(key) <= 8 and at[-1] - at[0] <= 12 * len(at)
        }

    def _is_document_title(self, row: Row) -> bool:
        return letters(row.text) == self.title_key and not self.by_start

    def _add_row(self, row: Row, weight: float, weigher: Weigher) -> None:
        number = self.numbers[row.index]
        heading = Heading([row.index], row.text, level=row.level, weight=weight)
        if number is not None:
            heading.number = number
            heading.title = self._article_title(row, number) if number.family == "article" else number.rest.strip("：: ")
        self._add(heading)

    def _article_title(self, row: Row, number: Number) -> str:
        """Return an article's printed title, or else how its text begins."""
        rest = number.rest
        if rest[:1] in "【[（(" and (end := min((rest.find(sign) for sign in "】]）)" if sign in rest), default=-1)) > 0:
            return rest[1:end]
        cut = min((at for at in (rest.find(sign) for sign in "，。；：,;:") if at > 0), default=len(rest))
        return rest[: min(cut, 24)]

    def _add(self, heading: Heading) -> None:
        if heading.number is None and heading.entry is not None:
            number = self.numbers[heading.rows[0]]
            if number is not None and number.rest:
                heading.number = number
                heading.title = " ".join([number.rest, *(self.rows[index].text for index in heading.rows[1:])])
        if heading.level is None:
            heading.level = self.rows[heading.rows[0]].level
        self.by_start[heading.rows[0]] = heading
        self.taken.update(heading.rows)

    def _title(self, start: int, end: int) -> str:
        return " ".join(row.text for row in self.rows[start:end]).strip("：: ")

    def _furnish(self, indices: range, kind: FurnitureKind) -> None:
        self.taken.update(indices)
        self.found.furniture.update((index, kind) for index in indices)

    # titles of several rows

    def _join_titles(self) -> None:
        """Join name and tagline, a title and its translation; drop what heads no text but a picture."""
        for start in sorted(self.by_start):
            if start not in self.by_start:
                continue
            heading = self.by_start[start]
            if heading.number is not None and heading.number.family == "article":
                continue
            if self.lies and heading.entry is None:
                self._absorb_tagline(heading)
            self._absorb_translation(heading)
            if self.lies and self._is_figure_title(heading):
                del self.by_start[start]
                self._furnish(range(start, start + heading.parts), "caption")
                self.found.doubts.append((start, "figure_title"))

    def _absorb_tagline(self, heading: Heading) -> None:
        below = heading.rows[-1] + 1
        if heading.parts > 1 or below not in self.by_start:
            return
        other = self.by_start[below]
        if other.number is None and other.entry is None and other.parts == 1 and self.rows[below].before < HOLE:
            del self.by_start[below]
            heading.rows += other.rows
            heading.title = f"{heading.title} {other.title}"

    def _absorb_translation(self, heading: Heading) -> None:
        below = heading.rows[-1] + 1
        if below >= len(self.rows) or is_latin(heading.title) or self.rows[below].before >= HOLE:
            return
        row = self.rows[below]
        taken = below in self.taken and below not in self.by_start
        if taken or row.length > _LONGEST_TWIN or not is_latin(row.text) or row.text[-1] in ".:;,":
            return
        if row.role not in ("text", "heading") or (row.length > SHORT and not row.before):
            return
        self.by_start.pop(below, None)
        heading.rows.append(below)
        heading.title = f"{heading.title} {row.text}"
        self.taken.add(below)

    def _is_figure_title(self, heading: Heading) -> bool:
        """Tell the title of a picture or box: unnumbered, not in the contents table, and no sentence right below."""
        if heading.number or heading.entry or heading.parts > 1 or heading.role or self._numbered_beside(heading):
            return False
        last = heading.rows[-1]
        if last + 1 >= len(self.rows) or self.rows[last].after >= HOLE:
            return True
        for row in self.rows[last + 1 : last + 40]:
            if row.index in self.by_start:
                return True
            if row.prose and not row.before >= HOLE:
                return False
        return True

    def _numbered_beside(self, heading: Heading) -> bool:
        above = heading.rows[0] - 1
        return above >= 0 and (number := self.numbers[above]) is not None and number.lone

    # numbers that stand by themselves

    def _attach_numbers(self) -> None:
        """Give each lone number to its title: the one the contents table names, the one below, the one above."""
        starts = sorted(self.by_start)
        ends = {heading.rows[-1]: heading for heading in self.by_start.values()}
        for row in self.rows:
            number = self.numbers[row.index]
            if number is None or not number.lone or number.family not in _LONE or row.index in self.taken:
                continue
            if number.family == "plain" and row.level is None:
                continue
            heading = self._owner(row.index, number, starts, ends)
            if heading is not None:
                heading.number, heading.number_row = number, row.index
                self.taken.add(row.index)

    def _owner(self, index: int, number: Number, starts: list[int], ends: dict[int, Heading]) -> Heading | None:
        for distance in range(1, _REACH + 1):
            for start in (index + distance, index - distance):
                heading = self.by_start.get(start)
                if heading and heading.entry and heading.entry.number and heading.number is None:
                    if heading.entry.number.value == number.value and self._close(heading, index):
                        return heading
        below = index + 1
        while below < len(self.rows) and (other := self.numbers[below]) is not None and other.lone and below not in self.taken:
            below += 1  # PART 01 above 第一部分
        heading = self.by_start.get(below)
        if heading is not None and heading.number is None and heading.role is None:
            return heading
        heading = ends.get(index - 1)
        if heading is not None and heading.number is None and heading.role is None:
            return heading
        return None

    def _close(self, heading: Heading, index: int) -> bool:
        """Tell whether no other heading stands between a title and a number."""
        low, high = sorted((heading.rows[-1], index))
        return not any(other in self.by_start for other in range(low + 1, high))


def find_headings(rows: list[Row], furniture: dict[int, FurnitureKind], contents: Contents, title: str) -> Headings:
    """Return the headings among ``rows``."""
    return Finder(rows, furniture, contents, title).run()

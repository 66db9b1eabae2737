"""The outline while it is being found: headings by their first row, rows already spoken for, furniture, doubts.

Takes nothing and decides nothing: the other modules of this package read and fill it, in the order `headings` sets.
"""

from dataclasses import dataclass, field

from kwaicompare.model.document import FurnitureKind
from kwaicompare.structure.contents import Contents, Entry, role_of
from kwaicompare.structure.evidence import Series
from kwaicompare.structure.numbering import Number
from kwaicompare.structure.rows import Row


@dataclass(slots=True)
class Heading:
    """A heading: the rows of its title, its number (``number_row``: printed in a row of its own), the evidence for it.

    ``entry`` is its line in the contents table, ``level`` the depth its mark claims.
    """

    rows: list[int]
    title: str
    number: Number | None = None
    number_row: int | None = None
    entry: Entry | None = None
    level: int | None = None
    weight: float = 0.0
    parallel: bool = False

    @property
    def role(self) -> str | None:
        """Foreword, conclusion or appendix, if the title says so."""
        return role_of(self.title) or role_of(self.title.split(" ")[0])

    @property
    def is_article(self) -> bool:
        """Whether this is an article of a statute."""
        return self.number is not None and self.number.family == "article"

    @property
    def printed_rows(self) -> list[int]:
        """The rows of the title, with that of the number where it stands right beside."""
        near = self.number_row is not None and self.rows[0] - 3 <= self.number_row <= self.rows[-1] + 1
        return sorted([*self.rows, self.number_row]) if near and self.number_row is not None else self.rows


@dataclass(slots=True)
class Draft:
    """What is known of one document so far. ``lies``: the depth of its heading marks cannot be trusted."""

    rows: list[Row]
    numbers: list[Number | None]
    series: dict[int, Series]
    contents: Contents
    title_key: str
    taken: set[int]
    lies: bool = False
    by_start: dict[int, Heading] = field(default_factory=dict)
    furniture: dict[int, FurnitureKind] = field(default_factory=dict)
    doubts: list[tuple[int, str]] = field(default_factory=list)

    @property
    def headings(self) -> list[Heading]:
        """The headings in text order."""
        return [self.by_start[start] for start in sorted(self.by_start)]

    def add(self, heading: Heading) -> None:
        """Take a heading in, with the number its first row begins with."""
        first = heading.rows[0]
        number = self.numbers[first]
        if heading.number is None and number is not None and number.rest:
            heading.number = number
            heading.title = " ".join([number.rest, *(self.rows[index].text for index in heading.rows[1:])])
        heading.title = heading.title.strip("：:。 ")
        heading.level = self.rows[first].level
        self.by_start[first] = heading
        self.taken.update(heading.rows)

    def furnish(self, indices: range | list[int], kind: FurnitureKind) -> None:
        """Set rows aside as furniture."""
        self.taken.update(indices)
        self.furniture.update((index, kind) for index in indices)

    def doubt(self, index: int, reason: str) -> None:
        """Note that row ``index`` could be read otherwise."""
        self.doubts.append((index, reason))

"""What laid-out documents have in common: blocks, each of which becomes one line of the text.

Takes the words of blocks with their roles; returns text, lines and furniture. Leaves out the formats (`html`, `docx`).

    "概况" (heading 2), then "全年平稳。"  →  "概况\n全年平稳。"
"""

from dataclasses import dataclass

from kwaicompare.model.document import Furniture, FurnitureKind, Line, LineRole
from kwaicompare.model.span import Span


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page with its lines, what is furniture, and the title its head gives."""

    text: str
    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...]
    title: str


@dataclass(slots=True)
class Block:
    """What a block is: its role, a heading's level, and the kind of furniture, if it is any."""

    role: LineRole = "text"
    level: int | None = None
    kind: FurnitureKind | None = None


class PageWriter:
    """Collects blocks as lines of a text."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._lines: list[Line] = []
        self._furniture: list[Furniture] = []
        self._length = 0
        self._words: list[str] = []
        self._block: Block | None = None

    def add(self, words: str, block: Block) -> None:
        """Go on with a block."""
        self._words.append(words)
        self._block = self._block or block

    def add_cell(self) -> None:
        """Begin another cell of a table row."""
        if self._words:
            self._words.append("\t")

    def end_block(self) -> None:
        """Write the block as a line, unless it is empty."""
        cells = (" ".join(cell.split()) for cell in "".join(self._words).split("\t"))
        opened, self._words, self._block = self._block, [], None
        text = ("\t" if opened and opened.role == "table" else " ").join(cells).strip()
        if not text or opened is None:
            return
        span = Span(self._length, self._length + len(text))
        self._lines.append(Line(span, opened.role, span, opened.level))
        if opened.kind:
            self._furniture.append(Furniture(opened.kind, span))
        self._pieces.append(text)
        self._length += len(text) + 1

    def page(self, title: str) -> Page:
        """Return what was written."""
        self.end_block()
        return Page("\n".join(self._pieces), tuple(self._lines), tuple(self._furniture), title)

"""A text → its lines, with the roles that marks at either end of a line give away.

Takes decoded text (LF line breaks); returns one `Line` per line, in order. Marks are Markdown's (`#`, `-`, `|`, `**`),
bullets of designed pages (● ◎ ◆) and tabs of tables. Leaves out what needs more than the line itself: front matter
and HTML (`markdown`, `html`) and every judgement about structure.

    "## 一、概况" → Line(role="heading", level=2, content → "一、概况")
"""

import re
from collections.abc import Iterator

from kwaicompare.model.document import Line, LineRole
from kwaicompare.model.span import Span

BULLETS = "-*+•●◎○◆◇■□▪►‣·–"
_RULE = re.compile(r"[-=_*|:\s]{3,}\Z")
_ORDERED = re.compile(r"\d{1,3}[.)]\s")
_IMAGE = re.compile(r"!\[[^\]\n]{0,400}\]\([^)\n]{0,2000}\)\Z")
_RULE_LENGTH = 400  # a longer line is no rule, however uniform


def iter_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the text of every line, without its line break."""
    start = 0
    for piece in text.split("\n"):
        yield start, piece
        start += len(piece) + 1


def plain_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of ``text`` with their roles."""
    return tuple(read_line(start, piece) for start, piece in iter_lines(text))


def read_line(start: int, piece: str) -> Line:
    """Return the line that begins at ``start``."""
    span = Span(start, start + len(piece))
    body = piece.strip()
    if not body:
        return Line(span, "blank", Span(span.start, span.start))
    role, level, skip = _role(body)
    if role == "text" and "\t" in body:
        role = "table"
    left = piece.index(body[0]) + skip
    right = len(piece.rstrip())
    return Line(span, role, _trim(piece, start, left, right, role), level)


def _role(body: str) -> tuple[LineRole, int | None, int]:
    """Return role, level and the length of the opening mark."""
    first = body[0]
    if first == "#":
        return _heading(body)
    if first in "-=_*|:" and len(body) <= _RULE_LENGTH and _RULE.match(body):
        return "markup", None, 0
    if first == "|" and body.count("|") > 1:
        return "table", None, 1
    if first in BULLETS and begins_item(body):
        return "list", None, 1
    if first == ">":
        return "text", None, 1
    if first == "!" and len(body) <= 2 * _RULE_LENGTH and _IMAGE.match(body):
        return "image", None, 0
    if body.startswith(("```", "~~~")):
        return "markup", None, 0
    if begins_item(body):
        return "list", None, 0
    return "text", None, 0


def begins_item(words: str) -> bool:
    """Tell whether words begin with a bullet or an Arabic number, as items of lists do."""
    return words[1:2].isspace() if words[:1] in BULLETS else _ORDERED.match(words) is not None


def _heading(body: str) -> tuple[LineRole, int | None, int]:
    level = len(body) - len(body.lstrip("#"))
    following = body[level : level + 1]
    if level > 6 or not following:
        return "text", None, 0
    if following.isspace() or (not following.isascii() and "#" not in body[level:]):
        return "heading", level, level
    return "text", None, 0


def _trim(piece: str, start: int, left: int, right: int, role: LineRole) -> Span:
    """Return the span of what stands between the marks."""
    marks = {"heading": "#", "table": "|"}.get(role, "")
    while right > left and (piece[right - 1].isspace() or piece[right - 1] in marks):
        right -= 1
    while left < right and piece[left].isspace():
        left += 1
    while right - left > 4 and piece.startswith("**", left) and piece.endswith("**", left, right):
        if piece.find("**", left + 2, right - 2) != -1:
            break
        left, right = left + 2, right - 2
    return Span(start + left, start + right)

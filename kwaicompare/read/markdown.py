"""A text with Markdown, HTML or front matter in it → its lines, and the furniture these marks give away.

Adds to `plain_text` what needs neighbouring lines: front matter, fenced code, underlined headings, HTML tags.
The text itself is never changed; an HTML tag is a span of furniture, a line of nothing but tags has role "markup".

    "---\\ntitle: 年报\\n---\\n<p>正文</p>" → front matter 0..17; line 4 with content "正文"
"""

import re
from dataclasses import dataclass, replace

from kwaicompare.model.document import Furniture, Line
from kwaicompare.model.span import Span
from kwaicompare.read.html import tag_spans
from kwaicompare.read.plain_text import plain_lines

_FIELD = re.compile(r"[ \t-]|[A-Za-z_][\w .-]{0,60}:|#|\Z")
_TITLE = re.compile(r"^title:[ \t]*(.+?)[ \t]*$", re.M)
_HEADING_TAG = re.compile(r"<h([1-6])\b", re.I)
_LONGEST_FRONT_MATTER = 200


@dataclass(frozen=True, slots=True)
class Marked:
    """Lines, furniture, and the title that front matter gives ("" without)."""

    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...]
    title: str = ""


def marked_lines(text: str) -> Marked:
    """Return the lines of ``text`` with the roles their marks give them."""
    lines = list(plain_lines(text))
    furniture: list[Furniture] = []
    body = _front_matter_length(text, lines)
    if body:
        furniture.append(Furniture("front_matter", Span(0, lines[body - 1].span.end)))
        lines[:body] = [replace(line, role="markup", level=None) for line in lines[:body]]
    _mark_fences(text, lines, body)
    _mark_underlined(text, lines, body)
    if "<" in text:
        furniture += _mark_tags(text, lines, body)
    title = _TITLE.search(text, 0, furniture[0].span.end) if body else None
    return Marked(tuple(lines), tuple(furniture), title.group(1).strip("\"'") if title else "")


def _front_matter_length(text: str, lines: list[Line]) -> int:
    """Return how many lines the front matter takes, fences included; 0 without."""
    if lines[0].span.of(text).rstrip() != "---":
        return 0
    for index, line in enumerate(lines[1:_LONGEST_FRONT_MATTER], start=1):
        content = line.span.of(text)
        if content.rstrip() in ("---", "..."):
            return index + 1 if index > 1 else 0
        if not _FIELD.match(content):
            return 0
    return 0


def _mark_fences(text: str, lines: list[Line], body: int) -> None:
    """Make everything between code fences markup, so that nothing in it passes for a heading."""
    opened = -1
    for index in range(body, len(lines)):
        if lines[index].role == "markup" and lines[index].span.of(text).lstrip().startswith(("```", "~~~")):
            if opened >= 0:
                for inner in range(opened + 1, index):
                    lines[inner] = replace(lines[inner], role="markup", level=None)
                opened = -1
            else:
                opened = index


def _mark_underlined(text: str, lines: list[Line], body: int) -> None:
    """Make a line above ``====`` a heading of depth 1 (a line above ``----`` is as often a table's head)."""
    for index in range(body + 1, len(lines)):
        below, line = lines[index], lines[index - 1]
        if below.role == "markup" and line.role == "text" and set(below.span.of(text).strip()) == {"="}:
            lines[index - 1] = replace(line, role="heading", level=1)


def _mark_tags(text: str, lines: list[Line], body: int) -> list[Furniture]:
    found: list[Furniture] = []
    for index in range(body, len(lines)):
        line = lines[index]
        if line.role == "blank" or text.find("<", line.span.start, line.span.end) < 0:
            continue
        tags = list(tag_spans(text, line.span.start, line.span.end))
        if tags:
            found += tags
            lines[index] = _between_tags(text, line, tags)
    return found


def _between_tags(text: str, line: Line, tags: list[Furniture]) -> Line:
    """Shrink a line's content to what the tags at either end enclose."""
    start, end = line.content.start, line.content.end
    for tag in tags:
        if text[start : tag.span.start].strip():
            break
        start = tag.span.end
    for tag in reversed(tags):
        if tag.span.end <= start or text[tag.span.end : end].strip():
            break
        end = tag.span.start
    content = text[start:end] if start < end else ""
    if not content.strip():
        return replace(line, role="markup", content=Span(line.span.start, line.span.start))
    start += len(content) - len(content.lstrip())
    end -= len(content) - len(content.rstrip())
    opening = _HEADING_TAG.search(text, line.span.start, start) if line.role == "text" else None
    role, level = ("heading", int(opening.group(1))) if opening else (line.role, line.level)
    return replace(line, role=role, level=level, content=Span(start, end))

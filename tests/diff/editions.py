"""Editions of a plain text, made without reading a file: every line is text, nothing is a heading."""

from kwaicompare.diff.options import DiffOptions
from kwaicompare.diff.passages import diff_passages
from kwaicompare.model.alignment import Alignment
from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Document, Line, Outline, Source
from kwaicompare.model.edit import Passage
from kwaicompare.model.span import Span
from kwaicompare.text.segment import segment


def plain(text: str) -> Edition:
    """Return the edition of a text, words cut."""
    lines, at = [], 0
    for line in text.split("\n"):
        span = Span(at, at + len(line))
        lines.append(Line(span, "text" if line.strip() else "blank", span))
        at += len(line) + 1
    return Edition(Document(Source("x", "", "utf-8"), text, tuple(lines)), Outline(()), segment(text))


def compare(a: str, b: str, options: DiffOptions | None = None) -> tuple[Passage, ...]:
    """Diff two plain texts."""
    return diff_passages(plain(a), plain(b), Alignment(()), options)


def mark(passage: Passage, a: str, b: str) -> str:
    """Write a passage as an editor would: [-old-] and {+new+} inside the unchanged words."""
    if passage.a is None or passage.b is None:
        return f"{{+{passage.b.of(b)}+}}" if passage.b is not None else f"[-{passage.a.of(a)}-]"  # type: ignore[union-attr]
    shown = []
    for edit in passage.edits:
        old, new = edit.a.of(a), edit.b.of(b)
        shown.append(new if edit.op == "equal" else (f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else ""))
    return "".join(shown)


def marked(a: str, b: str, options: DiffOptions | None = None) -> list[str]:
    """Return every passage of two plain texts as `mark` writes it."""
    return [mark(passage, a, b) for passage in compare(a, b, options)]

"""Character edits inside a word edit, for the reader who asks what exactly changed in a word.

Takes a place of both texts, returns edits that cover it on both sides. Figures stay whole: 7321 → 14000 is one change,
never a shared 1. Leaves out lenses.

    知识产权局 → 知识产权署  →  =知识产权 −局 +署
"""

import re

from kwaicompare.model.edit import Edit
from kwaicompare.model.span import Span
from kwaicompare.text.sequence import opcodes

_ATOM = re.compile(r"\d+(?:[,.]\d+)*|.", re.DOTALL)


def character_edits(text_a: str, span_a: Span, text_b: str, span_b: Span) -> tuple[Edit, ...]:
    """Compare two places character by character."""
    atoms_a, starts_a = _atoms(text_a, span_a)
    atoms_b, starts_b = _atoms(text_b, span_b)
    return tuple(
        Edit(op, Span(starts_a[a1], starts_a[a2]), Span(starts_b[b1], starts_b[b2]))
        for op, a1, a2, b1, b2 in opcodes(atoms_a, atoms_b)
    )


def _atoms(text: str, span: Span) -> tuple[list[str], list[int]]:
    found = list(_ATOM.finditer(text, span.start, span.end))
    return [match[0] for match in found], [*(match.start() for match in found), span.end]

"""JSON text piece by piece, so that a large report never stands in memory as a whole.

Takes what ``json.dumps`` takes, and iterators: each is written as an array, a few items at a time. Returns the pieces
of one document. Leaves out writing them.

    {"terms": iter([1, 2])}  →  '{', '"terms": ', '[', '1, 2', ']', '}'
"""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

_BATCH = 256
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def pieces(value: Any) -> Iterator[str]:
    """Yield the JSON text of a value; iterators are looked for in dicts and below them in dicts alone."""
    if isinstance(value, dict):
        yield "{"
        for at, (name, part) in enumerate(value.items()):
            yield f"{', ' if at else ''}{_encode(name)}: "
            yield from pieces(part)
        yield "}"
    elif isinstance(value, Iterator):
        yield "["
        between = ""
        while batch := list(islice(value, _BATCH)):
            yield between + _encode(batch)[1:-1]
            between = ", "
        yield "]"
    else:
        yield _encode(value)

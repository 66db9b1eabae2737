"""Editions made from a text in which figures are marked by hand, so that rules are tested without the other stages."""

from array import array
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kwaicompare.compare import read_edition
from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Document, Line, Outline, Source
from kwaicompare.model.keyword import Words
from kwaicompare.model.metric import Bounds, Canonical, Mention
from kwaicompare.model.span import Span

Make = Callable[..., Edition]


def _mention(text: str, at: int, quote: str, value: str, fields: dict[str, Any]) -> Mention:
    span = Span(text.index(quote, at), text.index(quote, at) + len(quote))
    low, high = fields.pop("bounds", (value, value))
    bounds = Bounds(None if low is None else Decimal(low), None if high is None else Decimal(high))
    precision = fields.pop("precision", None)
    unit = fields.pop("unit", "件")
    return Mention(
        span=span,
        quote=quote,
        kind=fields.pop("kind", "metric"),
        bounds=bounds,
        unit=unit,
        quantity=fields.pop("quantity", "share" if unit == "%" else "count"),
        canonical=Canonical(unit, bounds),
        precision=Decimal(precision) if precision else None,
        **fields,
    )


@pytest.fixture
def edition() -> Make:
    """Return a maker: ``edition(text, (quote, value, {fields}), …)`` with the quotes in text order."""

    def make(text: str, *figures: tuple[str, str, dict[str, Any]]) -> Edition:
        at = 0
        mentions = []
        for quote, value, fields in figures:
            mention = _mention(text, at, quote, value, dict(fields))
            at = mention.span.end
            mentions.append(mention)
        span = Span(0, len(text))
        document = Document(Source("a.txt", "0" * 64, "utf-8"), text, (Line(span, "text", span),))
        words = Words(array("L", [0] if text else []), (text,) if text else (), len(text))
        return Edition(document, Outline(()), words, tuple(mentions))

    return make


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Edition]:
    """Return a reader of a text as of a file: with the lines, outline and figures that the other stages find."""

    def make(text: str) -> Edition:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.txt"
        path.write_text(text, encoding="utf-8")
        return read_edition(path)

    return make

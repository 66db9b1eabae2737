"""The review projects: what the editor decided about each pair of documents, in one SQLite file.

Takes reviews under the names of two documents; gives them back whichever of the two is named first. A review is
written whole or not at all, and a file written by a newer program is left alone. Leaves out what decisions mean.

    ProjectStore(file).save(pair, review); ProjectStore(file).load(pair) == review
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from kwaicompare.errors import BadReview
from kwaicompare.model.decision import (
    Anchor,
    FigureDecision,
    HeadingDecision,
    Opinion,
    PairingDecision,
    SectionDecision,
)
from kwaicompare.model.keyword import WordRule
from kwaicompare.model.review import NO_REVIEW, Review

_VERSION = 3
_TABLE = """
CREATE TABLE IF NOT EXISTS review (
    first TEXT NOT NULL, second TEXT NOT NULL, content TEXT NOT NULL, changed TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (first, second)
) WITHOUT ROWID
"""


class Pair(NamedTuple):
    """The names under which two documents are known, old edition first."""

    a: str
    b: str


class ProjectStore:
    """The reviews kept in one file. Every method raises `BadReview` where the file cannot be used."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self, pair: Pair) -> Review:
        """Return the review of a pair, empty where none was kept."""
        if not self._file.exists():
            return NO_REVIEW
        with self._open() as connection:
            row = connection.execute("SELECT content FROM review WHERE (first, second) = (?, ?)", sorted(pair))
            found = row.fetchone()
        try:
            review = review_from_json(json.loads(found[0])) if found else NO_REVIEW
        except (ValueError, KeyError, TypeError) as error:
            raise BadReview("error.review", str(self._file), detail=error) from error
        return review if pair.a <= pair.b else review.mirrored()

    def save(self, pair: Pair, review: Review) -> None:
        """Keep the review of a pair in place of the one before."""
        kept = review if pair.a <= pair.b else review.mirrored()
        content = json.dumps(review_to_json(kept), ensure_ascii=False)
        with self._open() as connection:
            connection.execute(
                "INSERT INTO review (first, second, content) VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
                "SET content = excluded.content, changed = CURRENT_TIMESTAMP",
                (*sorted(pair), content),
            )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._file)) as connection:
                if connection.execute("PRAGMA user_version").fetchone()[0] > _VERSION:
                    raise BadReview("error.review_newer", str(self._file))
                with connection:
                    connection.execute(_TABLE)
                    connection.execute(f"PRAGMA user_version = {_VERSION}")
                    yield connection
        except (sqlite3.Error, OSError) as error:
            raise BadReview("error.review", str(self._file), detail=error) from error


def review_to_json(review: Review) -> dict[str, Any]:
    """Return a review as plain values."""
    return asdict(review)


def review_from_json(stored: dict[str, Any]) -> Review:
    """Return the review of plain values. Raises KeyError, TypeError, ValueError."""
    return Review(
        tuple(
            SectionDecision(_anchor(each["a"]), _anchor(each["b"]), each["linked"])
            for each in stored.get("sections", ())
        ),
        tuple(
            HeadingDecision(each["side"], Anchor(**each["place"]), each["level"]) for each in stored.get("headings", ())
        ),
        tuple(
            FigureDecision(each["side"], Anchor(**each["place"]), each["indicator"])
            for each in stored.get("figures", ())
        ),
        tuple(
            PairingDecision(Anchor(**each["a"]), Anchor(**each["b"]), each["verdict"])
            for each in stored.get("pairings", ())
        ),
        tuple(WordRule(tuple(each["parts"])) for each in stored.get("words", ())),
        tuple(stored.get("stop_words", ())),
        tuple(stored.get("counted", ())),
        tuple(
            Opinion(**each | {"a": _anchor(each["a"]), "b": _anchor(each["b"])}) for each in stored.get("opinions", ())
        ),
    )


def _anchor(stored: dict[str, Any] | None) -> Anchor | None:
    return None if stored is None else Anchor(**stored)

"""What the reviewer thinks of sections, changes and figures: saying so, and finding their places again.

Takes a review and places as shown, returns the review with that opinion; takes opinions and editions as they are now,
returns where each subject stands and whether its text is still the one that was judged. Leaves out who is asked.

    opine(review, "change", a, b, (old, new), status="passed")  →  standings(…): holds, until a word of it changes
"""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from kwaicompare.model.comparison import Edition
from kwaicompare.model.decision import Anchor, Opinion, ReviewStatus, Standing, Subject
from kwaicompare.model.review import Review
from kwaicompare.model.span import Span
from kwaicompare.progress import Progress, silent
from kwaicompare.text.anchors import anchor, locate

Places = tuple[Span | None, Span | None]
_DIGITS = 16


def standings(opinions: Iterable[Opinion], a: Edition, b: Edition, progress: Progress = silent) -> tuple[Standing, ...]:
    """Return where the subjects of opinions stand now; of a section, where its heading does."""
    found = []
    for opinion in opinions:
        progress("review", 0.0)
        places = _located(opinion, a, b)
        lost = any(place is None and given for place, given in zip(places, (opinion.a, opinion.b), strict=True))
        kept = not lost and opinion.digest == _digest(opinion.subject, a, b, places)
        found.append(Standing(opinion, *places, "holds" if kept else "lost" if lost else "changed"))
    return tuple(found)


def opine(
    review: Review,
    subject: Subject,
    a: Edition,
    b: Edition,
    places: Places,
    status: ReviewStatus | None = None,
    note: str | None = None,
) -> Review:
    """Say what is thought of a subject; None leaves what was said. Nothing said any more is no opinion."""
    before = [each for each in standings(review.opinions, a, b) if each.opinion.subject == subject]
    known = next((each for each in before if each.places == places and each.state != "lost"), None)
    status = status or (known.status if known else "open")
    note = note if note is not None else known.opinion.note if known else ""
    opinion = _given(subject, a, b, places, status, note.strip())
    return _replaced(review, known.opinion if known else None, opinion if opinion.says_something else None)


def attach(review: Review, opinion: Opinion, a: Edition, b: Edition, places: Places) -> Review:
    """Give an opinion another place; it is to be judged anew there, its note stays."""
    return _replaced(review, opinion, _given(opinion.subject, a, b, places, "open", opinion.note))


def withdraw(review: Review, opinion: Opinion) -> Review:
    """Return the review without an opinion."""
    return _replaced(review, opinion, None)


def _replaced(review: Review, before: Opinion | None, after: Opinion | None) -> Review:
    kept = [each for each in review.opinions if each != before]
    return replace(review, opinions=(*kept, *([] if after is None else [after])))


def _given(subject: Subject, a: Edition, b: Edition, places: Places, status: ReviewStatus, note: str) -> Opinion:
    digest = _digest(subject, a, b, places)
    return Opinion(subject, _anchored(a, places[0]), _anchored(b, places[1]), status, note, digest)


def _anchored(edition: Edition, place: Span | None) -> Anchor | None:
    return None if place is None else anchor(edition.text, place)


def _located(opinion: Opinion, a: Edition, b: Edition) -> Places:
    old, new = (
        None if place is None else locate(edition.text, place)
        for edition, place in zip((a, b), (opinion.a, opinion.b), strict=True)
    )
    return old, new


def _digest(subject: Subject, a: Edition, b: Edition, places: Places) -> str:
    """Return a digest of the texts that are judged, the same whichever edition is named first."""
    texts = sorted(_judged(subject, edition, place) for edition, place in zip((a, b), places, strict=True))
    return sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _judged(subject: Subject, edition: Edition, place: Span | None) -> str:
    """Return what is judged at a place: its words, or of a section, all that stands in it."""
    if place is None:
        return ""
    if subject == "section":
        place = next((each.span for each in edition.sections if each.heading.meets(place)), place)
    return place.of(edition.text)

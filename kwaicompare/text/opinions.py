"""What the reviewer thinks of sections, changes and figures: saying so, and finding their places again.

Takes a review and places as shown, returns the review with that opinion; takes opinions and editions as they are now,
returns where each subject stands and whether its text is still the one that was judged. Leaves out who is asked.

    opine(review, Target("change", old, new), a, b, status="passed")  →  standings(…): holds, until a word of it changes
"""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from kwaicompare.model.comparison import Edition
from kwaicompare.model.decision import Anchor, Opinion, ReviewStatus, Standing, Subject
from kwaicompare.model.review import Review
from kwaicompare.model.span import Span
from kwaicompare.model.standings import Target
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
    target: Target,
    a: Edition,
    b: Edition,
    status: ReviewStatus | None = None,
    note: str | None = None,
    known: Standing | None = None,
) -> Review:
    """Say what is thought of a subject; None leaves what was said. Nothing said any more is no opinion.

    ``known`` is what was thought of it so far, where its text or what stands around it has changed since.
    """
    bare = _given(target, a, b, "open", "")
    twin = next((each for each in review.opinions if each.place == bare.place), None)
    before = twin or (known.opinion if known is not None else None)
    if status is None and twin is not None:
        status = twin.status if twin.digest == bare.digest else "open"
    status = status or (known.status if known is not None else "open")
    note = note if note is not None else before.note if before is not None else ""
    opinion = replace(bare, status=status, note=note.strip())
    return _replaced(review, before, opinion if opinion.says_something else None)


def attach(review: Review, opinion: Opinion, target: Target, a: Edition, b: Edition) -> Review:
    """Give an opinion another subject; it is to be judged anew there, its note stays."""
    return _replaced(review, opinion, _given(target, a, b, "open", opinion.note))


def withdraw(review: Review, opinion: Opinion) -> Review:
    """Return the review without an opinion."""
    return _replaced(review, opinion, None)


def _replaced(review: Review, before: Opinion | None, after: Opinion | None) -> Review:
    kept = [each for each in review.opinions if each != before]
    return replace(review, opinions=(*kept, *([] if after is None else [after])))


def _given(target: Target, a: Edition, b: Edition, status: ReviewStatus, note: str) -> Opinion:
    anchors = _anchored(a, target.a), _anchored(b, target.b)
    return Opinion(target.subject, *anchors, status, note, _digest(target.subject, a, b, target.places))


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

"""Places that survive a change of the text: anchored by quote and context, found again in another state of it.

Takes a text and a span, returns an `Anchor`; takes a text and an anchor, returns the span where it stands now, or None.
A quote counts 50, what stands before and after it 20 each, as in Hypothesis' anchoring; a short quote needs its
surroundings. A place that cannot be told from another is none: a decision is lost visibly rather than put elsewhere
silently.

    anchor("…开渡口。渡船六班。…", 渡船六班)  →  in "…渡船六班…" of the next draft, wherever it went
"""

from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein, Opcodes

from kwaicompare.model.decision import Anchor
from kwaicompare.model.span import Span

_CONTEXT = 32
_QUOTE, _AROUND = 50, 40
_ACCEPTED = 0.7
_SURROUNDED = 0.6  # of its surroundings, for a quote too short to speak for itself
_ALIKE = 70.0  # per cent of the quote with what stands beside it, to be a candidate at all
_SPEAKING = 6  # characters: a quote as long as this that stands only once stands for itself
_CANDIDATES = 200


def anchor(text: str, span: Span) -> Anchor:
    """Anchor a place of ``text``."""
    before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
    return Anchor(span.of(text), before, after, span.start)


def locate(text: str, anchor: Anchor) -> Span | None:
    """Return where the anchored place stands in ``text`` now; None where nothing is like it, or two places are."""
    unmoved = Span(anchor.start, anchor.start + len(anchor.quote))
    if unmoved.of(text) == anchor.quote and _around(text, anchor, unmoved) == 1.0:
        return unmoved
    exact = list(_occurrences(text, anchor.quote))
    if len(exact) == 1 and len(anchor.quote) >= _SPEAKING:
        return exact[0]
    rated = sorted(((_likeness(text, anchor, span), span) for span in {*exact, *_similar(text, anchor)}), reverse=True)
    if not rated or rated[0][0] < _ACCEPTED or (len(rated) > 1 and rated[1][0] == rated[0][0]):
        return None
    return rated[0][1]


def _occurrences(text: str, quote: str) -> Iterator[Span]:
    at = text.find(quote) if quote else -1
    for _ in range(_CANDIDATES):
        if at < 0:
            return
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1)


def _similar(text: str, anchor: Anchor) -> Iterator[Span]:
    """Yield the places most like the quote with what stands before it, and with what stands after."""
    for before, after in ((anchor.before, ""), ("", anchor.after)):
        sought = before + anchor.quote + after
        # Where the text is the shorter of the two, it would be the part that is looked for.
        if len(text) < len(sought):
            continue
        found = fuzz.partial_ratio_alignment(sought, text, score_cutoff=_ALIKE)
        if found is None:
            continue
        script = Levenshtein.opcodes(sought, text[found.dest_start : found.dest_end])
        bounds = len(before), len(before) + len(anchor.quote)
        start, end = (found.dest_start + _followed(script, bound) for bound in bounds)
        if start < end:
            yield Span(start, end)


def _followed(script: Opcodes, offset: int) -> int:
    """Return where an offset of the old text lies in the new one."""
    for edit in script:
        if edit.src_start <= offset < edit.src_end:
            return min(edit.dest_start + offset - edit.src_start, edit.dest_end)
    return script.dest_len


def _likeness(text: str, anchor: Anchor, span: Span) -> float:
    quote = fuzz.ratio(anchor.quote, span.of(text)) / 100
    around = _around(text, anchor, span)
    if len(anchor.quote) < _SPEAKING and around < _SURROUNDED:
        return 0.0
    return (_QUOTE * quote + _AROUND * around) / (_QUOTE + _AROUND)


def _around(text: str, anchor: Anchor, span: Span) -> float:
    """Return how like the surroundings are, 0..1."""
    before = fuzz.ratio(anchor.before, text[max(0, span.start - len(anchor.before)) : span.start])
    after = fuzz.ratio(anchor.after, text[span.end : span.end + len(anchor.after)])
    return (before + after) / 200

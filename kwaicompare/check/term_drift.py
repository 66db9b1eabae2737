"""A term that the new edition replaces: 股东大会 has become 股东会, and where it was left standing.

Takes two editions and their passages, returns a note for every term that was replaced by the same other one again and
again, with the places where it still stands; verified where it stands nowhere any more. Looks at word edits in paired
sentences only. Leaves out words that were changed here and there but are still in use.

    船坞 → 码头 in five sentences, 船坞 left in one    → note: 5 places, still in 1
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from kwaicompare.model.comparison import Edition
from kwaicompare.model.edit import Passage
from kwaicompare.model.finding import CheckResult, Evidence, Finding
from kwaicompare.model.span import Span
from kwaicompare.text.lexicon import term_form

_RULE = "term_drift"
_OFTEN = 3  # replacements in as many sentences, before a change of a word is one of the term
_LONGEST = 12
_LEFT = 0.25  # of the old edition's places: a term that stands more often is still in use
_MOST_QUOTED = 12

Change = tuple[str, str]


def check_term_drift(a: Edition, b: Edition, passages: Sequence[Passage]) -> CheckResult:
    """Return what became of the terms that ``b`` replaces."""
    places: dict[Change, list[tuple[Span, Span]]] = defaultdict(list)
    for change, place in _changes(a, b, passages):
        places[change].append(place)
    often = sorted((each for each in places if len(places[each]) >= _OFTEN), key=lambda each: places[each][0])
    counts = Counter(a.words.forms) if often else Counter()
    findings, verified = [], []
    for old, new in often:
        form = term_form(old)
        left = _left(b, form, term_form(new))
        if counts[form] < _OFTEN or len(left) > _LEFT * counts[form]:
            continue
        values = (("old", old), ("new", new), ("count", str(len(places[old, new]))), ("left", str(len(left))))
        evidence = _evidence(a, b, places[old, new][0], left)
        if left:
            findings.append(Finding(_RULE, "note", "check.term_drift", values, evidence))
        else:
            verified.append(Finding(_RULE, "note", "check.term_drift_complete", values, evidence))
    return CheckResult(tuple(findings), tuple(verified))


def _changes(a: Edition, b: Edition, passages: Sequence[Passage]) -> Iterator[tuple[Change, tuple[Span, Span]]]:
    """Yield the words that stand for each other in edited sentences, with their places."""
    for passage in passages:
        for edit in () if passage.rewritten or passage.a is None or passage.b is None else passage.edits:
            if edit.op == "replace":
                old, new = edit.a.of(a.text), edit.b.of(b.text)
                if _is_term(old) and _is_term(new):
                    yield (old, new), (edit.a, edit.b)


def _is_term(words: str) -> bool:
    return 2 <= len(words) <= _LONGEST and words.isalpha()


def _left(edition: Edition, old: str, new: str) -> list[Span]:
    """Return where the old term still stands, but for places where it is part of the new one."""
    words = edition.words
    found = [words.span(at) for at, form in enumerate(words.forms) if form == old]
    inside = new.find(old)
    if inside < 0:
        return found
    text = edition.text.casefold()
    return [each for each in found if not text.startswith(new, max(0, each.start - inside))]


def _evidence(a: Edition, b: Edition, example: tuple[Span, Span], left: Sequence[Span]) -> tuple[Evidence, ...]:
    """Quote one replacement in both editions, then the places that are left."""
    old, new = example
    quoted = [Evidence(1, span, span.of(b.text)) for span in (new, *left[:_MOST_QUOTED])]
    return (Evidence(0, old, old.of(a.text)), *quoted)

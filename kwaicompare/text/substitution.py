"""Words that paired sentences exchange for others: 股东大会 for 股东会, again and again.

Takes two editions and their passages; returns every exchange of one word for one other that several sentences make,
with the places where the old word is left in the new edition. Leaves out what such an exchange means
(`check/term_drift.py`), and changes of more than a word.

    船坞 → 码头 in five sentences, 船坞 left in one    → Substitution("船坞", "码头", five places, one left)
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kwaicompare.model.comparison import Edition
from kwaicompare.model.edit import Passage
from kwaicompare.model.keyword import Substitution
from kwaicompare.model.span import Span
from kwaicompare.text.lexicon import term_form

_LONGEST = 12
_Change = tuple[str, str]
_Place = tuple[Span, Span]


def substitutions(a: Edition, b: Edition, passages: Sequence[Passage], least: int = 3) -> tuple[Substitution, ...]:
    """Return what at least ``least`` sentences exchange, in the order of the text."""
    places: dict[_Change, list[_Place]] = defaultdict(list)
    for change, place in _changes(a, b, passages):
        places[change].append(place)
    often = sorted((each for each in places if len(places[each]) >= least), key=lambda each: places[each][0])
    return tuple(
        Substitution(old, new, tuple(places[old, new]), tuple(_left(b, term_form(old), term_form(new))))
        for old, new in often
    )


def _changes(a: Edition, b: Edition, passages: Sequence[Passage]) -> Iterator[tuple[_Change, _Place]]:
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

"""A term that the new edition replaces: 股东大会 has become 股东会, and where it was left standing.

Takes two editions and their passages, returns a note for every term that was replaced by the same other one again and
again, with the places where it still stands; verified where it stands nowhere any more. Leaves out which words are
exchanged (`text/substitution.py`), and those that were changed here and there but are still in use.

    船坞 → 码头 in five sentences, 船坞 left in one    → note: 5 places, still in 1
"""

from collections import Counter
from collections.abc import Sequence

from kwaicompare.model.comparison import Edition
from kwaicompare.model.edit import Passage
from kwaicompare.model.finding import CheckResult, Evidence, Finding
from kwaicompare.model.keyword import Substitution
from kwaicompare.text.lexicon import term_form
from kwaicompare.text.substitution import substitutions

_RULE = "term_drift"
_OFTEN = 3  # replacements in as many sentences, before a change of a word is one of the term
_LEFT = 0.25  # of the old edition's places: a term that stands more often is still in use
_MOST_QUOTED = 12


def check_term_drift(a: Edition, b: Edition, passages: Sequence[Passage]) -> CheckResult:
    """Return what became of the terms that ``b`` replaces."""
    replaced = substitutions(a, b, passages, _OFTEN)
    counts = Counter(a.words.forms) if replaced else Counter()
    findings, verified = [], []
    for each in replaced:
        count = counts[term_form(each.old)]
        if count < _OFTEN or len(each.left) > _LEFT * count:
            continue
        found = (("old", each.old), ("new", each.new), ("count", str(len(each.places))), ("left", str(len(each.left))))
        evidence = _evidence(a, b, each)
        if each.left:
            findings.append(Finding(_RULE, "note", "check.term_drift", found, evidence))
        else:
            verified.append(Finding(_RULE, "note", "check.term_drift_complete", found, evidence))
    return CheckResult(tuple(findings), tuple(verified))


def _evidence(a: Edition, b: Edition, replaced: Substitution) -> tuple[Evidence, ...]:
    """Quote one replacement in both editions, then the places that are left."""
    old, new = replaced.places[0]
    quoted = [Evidence(1, span, span.of(b.text)) for span in (new, *replaced.left[:_MOST_QUOTED])]
    return (Evidence(0, old, old.of(a.text)), *quoted)

"""Say which terms keep company with a chosen one.

Takes an edition cut into words and a term; returns the terms that stand in the same sentences, the strongest first. It
leaves out word order and distance: Chinese puts what belongs together at either end of a clause.

    生成 in 44 sentences, 视频 in 24, both in 12    → Collocate("视频", together=12, log_dice=12.5, …)

Formulas. f_x, f_y are the sentences that hold either term, f_xy those that hold both, n all sentences of content:
  log-Dice = 14 + log2(2 f_xy / (f_x + f_y))  (Rychlý, P. 2008, A lexicographer-friendly association score, RASLAN)
  G² as in `keyness.py`, of f_xy in f_x sentences against f_y - f_xy in n - f_x
"""

import math
from collections import Counter
from collections.abc import Collection, Iterator

from kwaicompare.keywords.frequency import content_ranges, is_term
from kwaicompare.keywords.keyness import log_likelihood
from kwaicompare.model.comparison import Edition
from kwaicompare.model.keyword import Collocate
from kwaicompare.text.lexicon import stop_words

_ENDS = frozenset("。！？!?；;…\n")
_LEAST = 2


def collocates(edition: Edition, term: str, excluded: Collection[str] | None = None) -> tuple[Collocate, ...]:
    """Return the terms beside ``term`` (its folded form) in at least two sentences; ``excluded`` None: stop words."""
    left_out = stop_words() if excluded is None else excluded
    total, with_term = 0, 0
    everywhere: Counter[str] = Counter()
    together: Counter[str] = Counter()
    for sentence in _sentences(edition):
        total += 1
        everywhere.update(sentence)
        if term in sentence:
            with_term += 1
            together.update(sentence)
    del together[term]
    found = []
    for other, both in together.items():
        if both >= _LEAST and is_term(other, left_out):
            dice = 14 + math.log2(2 * both / (with_term + everywhere[other]))
            apart = everywhere[other] - both
            found.append(Collocate(other, both, dice, log_likelihood(both, with_term, apart, total - with_term)))
    return tuple(sorted(found, key=lambda each: (-each.log_dice, -each.together, each.term)))


def _sentences(edition: Edition) -> Iterator[set[str]]:
    """Yield the words of each sentence of the content."""
    for first, end in content_ranges(edition):
        held: set[str] = set()
        for form in edition.words.forms[first:end]:
            if form[:1] in _ENDS:
                if held:
                    yield held
                held = set()
            elif form[:1].isalnum():
                held.add(form)
        if held:
            yield held

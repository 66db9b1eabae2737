"""The project's own words: what the editor wants kept whole or taken apart, beside the shipped lexicon.

Takes rules; returns terms and splits in folded form, as `segment` takes them. Reads and writes jieba's user dictionary,
which knows whole words only. Leaves out who decides and where it is kept.

    own_words([WordRule(("新质生产力",)), WordRule(("双", "赛道"))])
    →  terms ("新质生产力",), splits {"双赛道": ("双", "赛道")}
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kwaicompare.model.keyword import WordRule
from kwaicompare.text.lexicon import read_terms, term_form


class OwnWords(NamedTuple):
    """Terms to keep whole, and words to take apart with their parts; all in folded form."""

    terms: tuple[str, ...] = ()
    splits: Mapping[str, tuple[str, ...]] = {}


NO_OWN_WORDS = OwnWords()


def own_words(rules: Iterable[WordRule]) -> OwnWords:
    """Return what the rules say; of two about one word the later counts."""
    latest = {term_form(rule.word): tuple(map(term_form, rule.parts)) for rule in rules}
    terms = tuple(word for word, parts in latest.items() if len(parts) == 1)
    return OwnWords(terms, {word: parts for word, parts in latest.items() if len(parts) > 1})


def ruled(rules: Iterable[WordRule], rule: WordRule) -> tuple[WordRule, ...]:
    """Return the rules with one more, in place of what was said of the same word."""
    return (*(each for each in rules if term_form(each.word) != term_form(rule.word)), rule)


def read_rules(text: str) -> tuple[WordRule, ...]:
    """Read a dictionary in jieba's format: every entry is one word."""
    return tuple(WordRule((term,)) for term in read_terms(text))


def write_rules(rules: Iterable[WordRule]) -> str:
    """Write the whole words in jieba's format, each with the frequency that makes jieba keep it whole."""
    return "".join(f"{rule.word} 100000 n\n" for rule in rules if len(rule.parts) == 1)

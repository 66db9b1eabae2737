"""Keep terms whole: merge the tokens that make up a term.

Takes the tokens of folded text and a `Dictionary`; returns the forms of the words and their lengths. A term is matched
from token to token, so 强大|模型 does not yield 大模型. White space inside a term counts only between Latin words. It
leaves out where terms come from.

    merge_terms(["可", "灵", " ", "ai", "好"], Dictionary.of(["可灵ai"])) == (["可灵ai", "好"], [4, 1])
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress, count

from kwaicompare.text.cutting import cut, is_han, join


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Terms in folded form, every beginning of one that is shorter than it, and both together."""

    terms: frozenset[str]
    beginnings: frozenset[str]
    prefixes: frozenset[str]

    @staticmethod
    def of(forms: Iterable[str]) -> "Dictionary":
        """Make a dictionary of terms as `lexicon.term_form` gives them."""
        terms = frozenset(filter(None, forms))
        beginnings = frozenset([term[:end] for term in terms for end in range(1, len(term))])
        return Dictionary(terms, beginnings, beginnings | terms)

    def goes_on(self, token: str, following: str) -> bool:
        """Tell whether a term may begin with ``token`` and go on in the next one."""
        return token + following[0] in self.prefixes or following.isspace()


def merge_terms(tokens: list[str], dictionary: Dictionary) -> tuple[list[str], list[int]]:
    """Return the forms of the words and how many characters of the folded text each one takes.

    ``tokens`` is used up: where a term ends inside a token, the tokens there are replaced.
    """
    forms: list[str] = []
    lengths: list[int] = []
    done = 0
    beginnings = dictionary.beginnings
    for at in compress(count(), map(beginnings.__contains__, tokens)):  # sees what is replaced further on
        if at >= done and at + 1 < len(tokens) and dictionary.goes_on(tokens[at], tokens[at + 1]):
            term, length, following = _longest_term(tokens, at, dictionary)
            if length > len(tokens[at]):
                forms += tokens[done:at]
                lengths += map(len, tokens[done:at])
                forms.append(term)
                lengths.append(length)
                done = following
    return forms + tokens[done:], lengths + [len(token) for token in tokens[done:]]


def _longest_term(tokens: list[str], at: int, dictionary: Dictionary) -> tuple[str, int, int]:
    """Return the longest term from ``at``, the characters it takes, and the token it ends before; else the token."""
    joined, length, following = tokens[at], len(tokens[at]), at + 1
    best = joined, length, following
    while following < len(tokens) and joined in dictionary.beginnings:
        before = joined
        length += len(tokens[following])
        if tokens[following].isspace() and tokens[following] != "\n" and following + 1 < len(tokens):
            following += 1
            length += len(tokens[following])
            joined = join([joined, tokens[following]])
        else:
            joined += tokens[following]
        following += 1
        if joined in dictionary.terms:
            best = joined, length, following
        elif joined not in dictionary.beginnings and is_han(tokens[following - 1]):
            return _cut_anew(tokens, at, following, before, dictionary) or best
    return best


def _cut_anew(
    tokens: list[str], at: int, following: int, before: str, dictionary: Dictionary
) -> tuple[str, int, int] | None:
    """Let a term end inside the token before ``following`` if that makes fewer words, or fewer single characters.

    快|手电|商 becomes 快手|电商 once 快手 is a term, while 强大|模型 stays what it is though 大模型 is one.
    """
    last, terms = tokens[following - 1], dictionary.terms
    if before + last[0] not in dictionary.prefixes:
        return None
    end = next((end for end in range(len(last) - 1, 0, -1) if before + last[:end] in terms), 0)
    if not end:
        return None
    if following < len(tokens) and is_han(tokens[following]):
        following += 1
    old = tokens[at:following]
    term = before + last[:end]
    rest = cut("".join(old)[len(term) :])
    if "".join([term, *rest]) != "".join(old) or _untidiness([term, *rest]) >= _untidiness(old):
        return None
    tokens[following - len(rest) : following] = rest
    return term, len(term), following - len(rest)


def _untidiness(words: list[str]) -> tuple[int, int]:
    return len(words), sum(len(word) == 1 for word in words)

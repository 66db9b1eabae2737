"""Keep terms whole: merge the tokens that make up a term.

Takes the tokens of folded text and a `Dictionary`; returns the forms of the words and their lengths. A term is matched
from token to token, so 强大|模型 does not yield 大模型. White space inside a term counts only between Latin words. It
leaves out where terms come from.

    merge_terms(["可", "灵", " ", "ai", "好"], Dictionary.of(["可灵ai"])) == (["可灵ai", "好"], [4, 1])
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kwaicompare.text.cutting import cut, is_han, join


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Terms in folded form, and every beginning of one."""

    terms: frozenset[str]
    beginnings: frozenset[str]

    @staticmethod
    def of(forms: Iterable[str]) -> "Dictionary":
        """Make a dictionary of terms as `lexicon.term_form` gives them."""
        terms = frozenset(filter(None, forms))
        return Dictionary(terms, frozenset(term[:end] for term in terms for end in range(1, len(term) + 1)))


def merge_terms(tokens: list[str], dictionary: Dictionary) -> tuple[list[str], list[int]]:
    """Return the forms of the words and how many characters of the folded text each one takes."""
    forms: list[str] = []
    lengths: list[int] = []
    rest = tokens[::-1]
    beginnings = dictionary.beginnings
    while rest:
        form, used = _longest_term(rest, dictionary) if rest[-1] in beginnings else (rest[-1], 1)
        forms.append(form)
        lengths.append(len(form) if used == 1 else sum(map(len, rest[-used:])))
        del rest[-used:]
    return forms, lengths


def _longest_term(rest: list[str], dictionary: Dictionary) -> tuple[str, int]:
    """Return the longest term at the end of ``rest`` (tokens in reverse) and how many tokens it takes; else the token.

    A term that ends inside a token may replace the last tokens of ``rest`` by a better cut.
    """
    joined = rest[-1]
    best, used, taken = joined, 1, 1
    while taken < len(rest):
        before = joined
        if rest[-taken - 1] != "\n" and rest[-taken - 1].isspace() and taken + 1 < len(rest):
            taken += 1
            joined = join([joined, rest[-taken - 1]])
        else:
            joined += rest[-taken - 1]
        taken += 1
        if joined not in dictionary.beginnings:
            return _cut_anew(rest, taken, before, dictionary.terms) or (best, used)
        if joined in dictionary.terms:
            best, used = joined, taken
    return best, used


def _cut_anew(rest: list[str], taken: int, before: str, terms: frozenset[str]) -> tuple[str, int] | None:
    """Let a term end inside the last of ``taken`` tokens where that makes fewer words, or fewer single characters.

    快|手电|商 becomes 快手|电商 once 快手 is a term, while 强大|模型 stays what it is though 大模型 is one.
    """
    old = rest[: -taken - 1 : -1]
    if not is_han(old[-1]):
        return None
    end = next((end for end in range(len(old[-1]) - 1, 0, -1) if before + old[-1][:end] in terms), 0)
    if not end:
        return None
    term = before + old[-1][:end]
    if len(rest) > taken and is_han(rest[-taken - 1]):
        old.append(rest[-taken - 1])
    new = [term, *cut("".join(old)[len(term) :])]
    if "".join(old) != "".join(new) or _untidiness(new) >= _untidiness(old):
        return None
    rest[-len(old) :] = new[::-1]
    return term, 1


def _untidiness(words: list[str]) -> tuple[int, int]:
    return len(words), sum(len(word) == 1 for word in words)

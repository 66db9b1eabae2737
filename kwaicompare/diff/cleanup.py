"""Turn a raw edit script into one that reads well.

Takes opcodes over tokens, returns opcodes that rebuild the same texts. Between two changes a match that carries no
matter (punctuation, a function word, one stray character) is given up: readers see one change instead of confetti.
Then neighbouring changes are joined. Figures are never given up: a figure that stands in both texts is news.

    [−甲 =的 −乙]  →  [−甲的乙]
"""

from collections.abc import Sequence

from kwaicompare.diff.tokens import is_word
from kwaicompare.text.sequence import Opcode

# Structural words of Chinese: particles, conjunctions, prepositions; they stand in any two sentences.
_FUNCTION_WORDS = frozenset("的了和与及或在是为对将把被等也都并而从到以于其之中上下这那有个为了以及通过进行")


def readable(script: Sequence[Opcode], keys_a: Sequence[str]) -> list[Opcode]:
    """Give up matches that carry nothing, and join the changes on both sides of them."""
    kept: list[Opcode] = []
    for index, code in enumerate(script):
        inner = 0 < index < len(script) - 1
        if code[0] == "equal" and inner and not _carries(keys_a[code[1] : code[2]]):
            code = ("replace", *code[1:])
        if code[0] != "equal" and kept and kept[-1][0] != "equal":
            kept[-1] = _joined(kept[-1], code)
        else:
            kept.append(code)
    return kept


def _carries(keys: Sequence[str]) -> bool:
    """Tell whether a match is worth showing: a figure, a Latin name, or two characters of content."""
    content = [key for key in keys if is_word(key) and key not in _FUNCTION_WORDS]
    if any(character.isdigit() for key in content for character in key):
        return True
    return sum(len(key) for key in content) > 1


def _joined(left: Opcode, right: Opcode) -> Opcode:
    a1, a2, b1, b2 = left[1], right[2], left[3], right[4]
    if a1 == a2:
        return ("insert", a1, a2, b1, b2)
    if b1 == b2:
        return ("delete", a1, a2, b1, b2)
    return ("replace", a1, a2, b1, b2)

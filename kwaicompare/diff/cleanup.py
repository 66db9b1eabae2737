"""Turn a raw edit script into one that reads well.

Takes opcodes over tokens, returns opcodes that rebuild the same texts. Between two changes a match that carries no
matter (punctuation, a function word, one stray character) is given up: readers see one change instead of confetti.
Figures are never given up: a figure that stands in both texts is news. Then neighbouring changes are joined, and an
insertion or deletion that could stand in several places is slid to where it reads as a phrase (after the lossless
cleanup of Fraser's diff-match-patch).

    [−甲 =的 −乙]  →  [−甲的乙]          甲、[+乙、]丙  →  甲[+、乙]、丙
"""

from collections.abc import Sequence

from kwaicompare.diff.tokens import is_content, is_word
from kwaicompare.text.sequence import Opcode

_JOINS = frozenset("，、；：,;:和与及或并")
_TRAILS = frozenset("的地得了着过，、；：。,;:")


def readable(script: Sequence[Opcode], keys_a: Sequence[str], keys_b: Sequence[str]) -> list[Opcode]:
    """Give up matches that carry nothing, join the changes beside them, and slide what can be slid."""
    kept: list[Opcode] = []
    for index, code in enumerate(script):
        inner = 0 < index < len(script) - 1
        if code[0] == "equal" and inner and _idle(script[index - 1], keys_a[code[1] : code[2]], script[index + 1]):
            code = ("replace", *code[1:])
        if code[0] != "equal" and kept and kept[-1][0] != "equal":
            kept[-1] = _joined(kept[-1], code)
        else:
            kept.append(code)
    return [code for code in _slid(kept, keys_a, keys_b) if code[1] < code[2] or code[3] < code[4]]


def _idle(before: Opcode, keys: Sequence[str], after: Opcode) -> bool:
    """Tell whether a match is not worth showing: no figure, no name, less than two characters of content.

    A mark between two insertions, or two deletions, is where one clause ends: it stays.
    """
    if before[0] == after[0] != "replace" and not any(map(is_word, keys)):
        return False
    content = [key for key in keys if is_content(key)]
    if any(character.isdigit() for key in content for character in key):
        return False
    return sum(len(key) for key in content) < 2


def _joined(left: Opcode, right: Opcode) -> Opcode:
    a1, a2, b1, b2 = left[1], right[2], left[3], right[4]
    if a1 == a2:
        return ("insert", a1, a2, b1, b2)
    if b1 == b2:
        return ("delete", a1, a2, b1, b2)
    return ("replace", a1, a2, b1, b2)


def _slid(script: list[Opcode], keys_a: Sequence[str], keys_b: Sequence[str]) -> list[Opcode]:
    """Slide each insertion and deletion between two matches to its best place; no match is used up."""
    for at in range(1, len(script) - 1):
        before, code, after = script[at - 1 : at + 2]
        if code[0] not in ("insert", "delete") or not all(_in_step(match, keys_a, keys_b) for match in (before, after)):
            continue
        keys, first, last = (keys_b, *code[3:]) if code[0] == "insert" else (keys_a, *code[1:3])
        back, ahead = before[2] - before[1] - (at > 1), after[2] - after[1] - (at + 2 < len(script))
        script[at - 1 : at + 2] = _moved(before, code, after, _best_step(keys, first, last, back, ahead))
    return script


def _in_step(match: Opcode, keys_a: Sequence[str], keys_b: Sequence[str]) -> bool:
    return match[0] == "equal" and keys_a[match[1] : match[2]] == keys_b[match[3] : match[4]]


def _best_step(keys: Sequence[str], first: int, last: int, back: int, ahead: int) -> int:
    """Return by how many tokens to slide ``keys[first:last]``; ``back`` and ``ahead`` are the matches beside it."""
    low = high = 0
    while -low < back and keys[first + low - 1] == keys[last + low - 1]:
        low -= 1
    while high < ahead and keys[first + high] == keys[last + high]:
        high += 1
    return max(range(low, high + 1), key=lambda step: (_phrase(keys, first + step, last + step), -abs(step)))


def _phrase(keys: Sequence[str], first: int, last: int) -> int:
    """Say how well tokens read as a phrase: opened by a mark or conjunction, closed by a particle or a mark."""
    opens, closes = keys[first], keys[last - 1]
    return 2 * (opens in _JOINS) + (closes in _TRAILS and opens not in _JOINS) - 2 * (opens in _TRAILS - _JOINS)


def _moved(before: Opcode, code: Opcode, after: Opcode, step: int) -> list[Opcode]:
    op, a1, a2, b1, b2 = code
    return [
        ("equal", before[1], before[2] + step, before[3], before[4] + step),
        (op, a1 + step, a2 + step, b1 + step, b2 + step),
        ("equal", after[1] + step, after[2], after[3] + step, after[4]),
    ]

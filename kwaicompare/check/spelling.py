"""One name spelled in two ways, a traditional character among simplified ones, an English "and" left in Chinese.

Takes one edition, returns findings. Foreign names are compared without spaces, hyphens and case (DataCloud, Data
Cloud; G-PU, GPU; App, APP), where they stand among Chinese: English prose capitalises by position. Leaves out web
addresses, and texts in traditional characters, where a single simplified one is the exception.

    星媧平台 … 星娲平台    → one word in two scripts: warning
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from kwaicompare.check.checked import Checked
from kwaicompare.check.letters import HAN
from kwaicompare.check.sentences import evidence
from kwaicompare.model.finding import CheckResult, Finding
from kwaicompare.model.span import Span
from kwaicompare.text.normalize import fold_character
from kwaicompare.text.scanning import characters, matches

_LEFT_OVER = re.compile(r" (?:and|or) +")
_BEFORE_IT = re.compile(r"(?: *\*\*)? *$")
_PARTS = re.compile(r"[ -]")
_LONG_NAME = 6
_RARE = 50  # one traditional character in so many Chinese ones is a slip, more is a way of writing
_CONTEXT = 1
_NEAR = 12


def check_spelling(checked: Checked) -> CheckResult:
    """Find names in two spellings and what does not belong into the script."""
    return CheckResult((*_names(checked), *_traditional(checked), *_left_over(checked)))


def _names(checked: Checked) -> Iterator[Finding]:
    forms: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for name in checked.names:
        forms[name.key][name.written].append(name.span)
    alone = {name.written for name in checked.names if name.alone}
    for spellings in forms.values():
        for one, other in _different(spellings, alone):
            yield _finding(checked, "warning", "spelling_name", one, other, spellings[one][0], spellings[other][0])


def _different(spellings: dict[str, list[Span]], alone: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the usual spelling with each that differs from it in a way that is no mere style."""
    usual = max(spellings, key=lambda form: (len(spellings[form]), -spellings[form][0].start))
    for other in spellings:
        if other != usual and is_slip(usual, other, alone):
            yield usual, other


def is_slip(usual: str, other: str, alone: set[str]) -> bool:
    """Tell whether two spellings of a name differ by more than style; ``alone`` are words seen without others."""
    joined = _PARTS.sub("", usual), _PARTS.sub("", other)
    if joined[0] != joined[1]:  # in English phrases case follows position: only a word that stands alone tells
        return {usual, other} <= alone and (usual + other).isalpha() and not (usual.islower() or other.islower())
    if "-" in other or "-" in usual:
        return usual.replace("-", " ") != other.replace("-", " ")
    return len(joined[0]) >= _LONG_NAME


def _traditional(checked: Checked) -> Iterator[Finding]:
    """Find characters that are traditional in a simplified text, by their own word where it stands in both scripts."""
    text = checked.edition.text
    strange = {
        char: fold_character(char) for char in characters(text) if "㐀" <= char <= "鿿" and fold_character(char) != char
    }
    if not strange:
        return
    places = [(match.start(), match[0]) for match in matches(re.compile(f"[{''.join(strange)}]"), text)]
    if len(places) * _RARE > sum(len(match[0]) for match in matches(HAN, text)):
        return
    told = set()
    for at, char in places:
        if char in told:
            continue
        told.add(char)
        twin = _twin(text, at, strange[char])
        if twin is not None:
            here = Span(max(0, at - _CONTEXT), at + 1) if twin.start < twin.end - 1 else Span(at, at + 1)
            yield _finding(checked, "warning", "spelling_script", char, strange[char], here, twin)
        else:
            yield _finding(checked, "note", "spelling_traditional", char, strange[char], Span(at, at + 1))


def _twin(text: str, at: int, simplified: str) -> Span | None:
    """Return where the same word stands in simplified characters, judged by the two characters on a side."""
    letters = [index for index in range(max(0, at - 8), min(len(text), at + 9)) if HAN.match(text[index])]
    place = letters.index(at)
    before = "".join(text[index] for index in letters[max(0, place - 1) : place])
    after = "".join(text[index] for index in letters[place + 1 : place + 3])
    for left, right in ((before, after), (before, ""), ("", after)):
        found = text.find(left + simplified + right) if len(left + right) >= 1 else -1
        if found >= 0:
            return Span(found, found + len(left) + 1)
    return None


def _left_over(checked: Checked) -> Iterator[Finding]:
    text = checked.edition.text
    for match in matches(_LEFT_OVER, text):
        before = _BEFORE_IT.search(text, max(0, match.start() - _NEAR), match.start())
        if before and HAN.match(text, before.start() - 1) and HAN.match(text, match.end()):
            span = Span(before.start(), match.end())
            yield _finding(checked, "warning", "spelling_foreign_word", match[0].strip(), "", span)


def _finding(checked: Checked, severity, message: str, one: str, other: str, *spans: Span) -> Finding:
    edition, document = checked.source
    values = (("first", one), ("second", other)) if other else (("first", one),)
    return Finding("spelling", severity, f"check.{message}", values, evidence(document, edition, *spans))

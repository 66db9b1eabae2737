"""Read the marked sentence pairs, mark them with the program and with others, and count.

python -m tests.diff.gold            what is marked otherwise than wanted
python -m tests.diff.gold --others   beside it what difflib and a line diff mark on the same
"""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from tests.diff.editions import compare, mark

SETS = {name: Path(__file__).parent / f"{name}.txt" for name in ("sentence_pairs", "blind_pairs")}
_MARK = re.compile(r"\[-(?P<old>.*?)-\]|\{\+(?P<new>.*?)\+\}|\[~(?P<whole_old>.*?)~\]|\{~(?P<whole_new>.*?)~\}")
_OLD, _NEW = ("old", "whole_old"), ("new", "whole_new")


@dataclass(frozen=True, slots=True)
class Pair:
    """An old and a new sentence, the marking wanted, and the kind of change."""

    kind: str
    old: str
    new: str
    wanted: str


def pairs(name: str) -> list[Pair]:
    """Read a set of marked pairs."""
    kind, found = "", []
    for line in SETS[name].read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind = line.removeprefix("## ")
        elif line and not line.startswith("#"):
            found.append(Pair(kind, _side(line, _OLD), _side(line, _NEW), line))
    return found


def _side(marked: str, names: tuple[str, str]) -> str:
    return _MARK.sub(lambda match: match[names[0]] or match[names[1]] or "", marked)


def marked(old: str, new: str) -> str:
    """Mark a pair as the program does; sentences without a counterpart are whole, like rewritten ones."""
    shown, old_alone, new_alone = [], "", ""
    for passage in compare(old, new):
        if passage.a is not None and passage.b is not None and not passage.rewritten:
            shown.append(mark(passage, old, new))
        else:
            old_alone += passage.a.of(old) if passage.a else ""
            new_alone += passage.b.of(new) if passage.b else ""
    return "".join([f"[~{old_alone}~]" if old_alone else "", f"{{~{new_alone}~}}" if new_alone else "", *shown])


def by_character(old: str, new: str) -> str:
    """Mark a pair with difflib on characters."""
    return _with_difflib(old, new)


def by_word(old: str, new: str) -> str:
    """Mark a pair with difflib on runs of letters, as most programs for code do."""
    return _with_difflib(re.findall(r"\w+|\W", old), re.findall(r"\w+|\W", new))


def by_line(old: str, new: str) -> str:
    """Mark a pair as a line diff does: both lines whole."""
    return f"[-{old}-]{{+{new}+}}"


def _with_difflib(old: str | list[str], new: str | list[str]) -> str:
    shown = []
    for op, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left, right = "".join(old[a1:a2]), "".join(new[b1:b2])
        shown.append(right if op == "equal" else (f"[-{left}-]" if left else "") + (f"{{+{right}+}}" if right else ""))
    return "".join(shown)


OTHERS: dict[str, Callable[[str, str], str]] = {
    "difflib, characters": by_character,
    "difflib, \\w+": by_word,
    "line diff": by_line,
}


def missed(name: str, how: Callable[[str, str], str] = marked) -> list[tuple[Pair, str]]:
    """Return the pairs of a set that are marked otherwise than wanted, with what is marked."""
    return [(pair, found) for pair in pairs(name) if (found := how(pair.old, pair.new)) != pair.wanted]


def main() -> None:
    """Print what is marked otherwise than wanted, and the count for each way of marking."""
    for name in SETS:
        total = len(pairs(name))
        for pair, found in missed(name):
            print(f"{pair.kind}\n  wanted  {pair.wanted}\n  marked  {found}")
        if "--others" in sys.argv:
            for pair in pairs(name):
                print(f"\n{pair.kind}: wanted  {pair.wanted}")
                for label, how in OTHERS.items():
                    print(f"  {label:20} {how(pair.old, pair.new)}")
        for label, how in {"kwaicompare": marked, **OTHERS}.items():
            print(f"{name}: {label:20} {total - len(missed(name, how))} of {total} exactly as wanted")


if __name__ == "__main__":
    main()

"""The letters that rules compare by: Chinese runs, their pairs of characters, and text without marks and spaces.

Takes texts, returns strings and lists. Leaves out words: pairs are robust against segmentation.

    pairs("侵权链接")           == ["侵权", "权链", "链接"]
    unmarked("已于 5 日、办结。") == "已于5日办结"
"""

import re
from sys import intern

# One pattern for all rules: Python takes a millisecond to compile a range of code points as large as this.
HAN = re.compile("[㐀-鿿]+")
# Inside larger patterns: a letter that is not Latin, which in a Chinese text is a Han character; compiled at once.
HAN_LETTER = r"[^\W\d_A-Za-z]"
_MARKS = re.compile(r"[^\w%.]+|_")


def pairs(text: str) -> list[str]:
    """Return each two neighbouring characters of the Chinese runs in a text; equal pairs are one string."""
    return [intern(run[at : at + 2]) for run in HAN.findall(text) for at in range(len(run) - 1)]


def unmarked(text: str) -> str:
    """Return a text without marks and spaces; what belongs to figures stays."""
    return _MARKS.sub("", text)

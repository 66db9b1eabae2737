"""Make the next draft of a document: figures, rewordings, a moved paragraph and a merged section, all known.

Takes Markdown, returns the new text and what was done to it. Every change is made in a paragraph of its own, so that
each one can be found again.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

_SYNONYMS = (
    ("持续", "不断"), ("推动", "促进"), ("覆盖", "涵盖"), ("提供", "给出"), ("建立", "设立"), ("包括", "包含"),
    ("通过", "借助"), ("帮助", "协助"), ("获得", "取得"), ("提升", "提高"), ("实现", "达成"), ("支持", "扶持"),
    ("形成", "构成"), ("发布", "推出"), ("显著", "明显"), ("用户", "使用者"), ("首次", "第一次"), ("累计", "总共"),
    ("联合", "会同"), ("开展", "举办"), ("成为", "变为"), ("全部", "所有"), ("作品", "作品集"), ("案例", "实例"),
    ("平台", "门户"), ("技术", "工艺"), ("创作", "创制"), ("合作", "协作"), ("国际", "跨国"), ("企业", "公司"),
)  # fmt: skip
_FIGURE = re.compile(r"(?<![\d.])[1-9]\d*(?:\.\d+)?(?= ?[万亿件项家%])")
_LONG_ENOUGH = 60
_PROSE = re.compile(r"[^#|>*\s-].*。")


@dataclass
class Draft:
    """The new text; what changed: old and new sentences, the paragraph that moved, the heading that went."""

    text: str
    reworded: list[tuple[str, str]] = field(default_factory=list)
    moved: str = ""
    heading: str = ""


def next_draft(text: str, figures: int, rewordings: int) -> Draft:
    """Make the changes."""
    lines = text.split("\n")
    draft = Draft("")
    prose = [at for at, line in enumerate(lines) if len(line) > _LONG_ENOUGH and _PROSE.fullmatch(line)]
    free = prose[: len(prose) // 2 - 2] + prose[len(prose) // 2 + 3 :]
    for at in [*free]:
        if len(draft.reworded) == figures:
            break
        if (match := _FIGURE.search(lines[at])) is not None:
            other = str(float(match[0]) + 3) if "." in match[0] else str(int(match[0]) + 3)
            _edit(draft, lines, at, match.start(), match[0], other)
            free.remove(at)
    for at in free:
        if len(draft.reworded) == figures + rewordings:
            break
        for word, synonym in _SYNONYMS[len(draft.reworded) % 7 :]:
            if (place := lines[at].find(word)) >= 0:
                _edit(draft, lines, at, place, word, synonym)
                break
    _merge(draft, lines)
    _move(draft, lines, prose)
    draft.text = "\n".join(lines)
    return draft


def _edit(draft: Draft, lines: list[str], at: int, place: int, word: str, other: str) -> None:
    line = lines[at]
    start = max(line.rfind(mark, 0, place) for mark in "。；！？") + 1
    end = min(found for mark in "。；！？" if (found := line.find(mark, place)) >= 0) + 1
    lines[at] = line[:place] + other + line[place + len(word) :]
    draft.reworded.append((line[start:end], line[start:place] + other + line[place + len(word) : end]))


def _merge(draft: Draft, lines: list[str]) -> None:
    """Take away a heading between two sections of one rank, in the second half of the text."""
    headings = [at for at, line in enumerate(lines) if line.startswith("#")]
    rank = {at: len(lines[at]) - len(lines[at].lstrip("#")) for at in headings}
    deepest = max(rank.values())
    pairs = pairwise(headings)
    at = next(b for a, b in pairs if rank[a] == rank[b] >= deepest - 1 and a > len(lines) * 2 // 3)
    draft.heading = lines[at]
    lines[at] = ""


def _move(draft: Draft, lines: list[str], prose: list[int]) -> None:
    """Move the paragraph in the middle to where the first quarter ends."""
    middle, quarter = prose[len(prose) // 2], prose[len(prose) // 4]
    draft.moved = lines[middle]
    lines[middle] = ""
    lines[quarter] += "\n\n" + draft.moved

"""What a figure does in its sentence: state a value, a change, a share or a rank.

Takes the view text, a figure and the bounds of its sentence; returns kind, direction and mode. Looks only at the words
right beside the figure: a verb of change before it (with 至/到: "to"), 占/比例 before or 的 behind a percentage.

    "同比增长 140.9%" → change, up, by       "降至传统模式的四分之一" → change, down, to       "25% 的用户" → share
"""

import re
from dataclasses import dataclass, replace

from kwaicompare.metrics.figure import Figure
from kwaicompare.model.metric import Direction, MentionKind, Mode

_UP = (
    "增长|增加|提升|提高|上升|上涨|上调|上浮|扩大|攀升|增幅|涨幅|增速|增长率|增至|升至|涨至|高出|高于|多出|"
    "增|升|涨|(?<![最新更超])高(?![达峰于])|翻|拉长|延长|扩展|扩容|增产|增收|超出"
)
_DOWN = (
    "下降|减少|降低|缩短|缩减|下滑|下跌|下调|回落|减轻|压缩|精简|节省|节约|削减|收窄|降幅|跌幅|减幅|降至|减"
    "至|跌至|缩至|低于|少于|下浮|减排|降|减|跌|(?<![最新更超降])低(?!于)"
)
_CHANGE = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?P<to>至|到|为|成)?(?:了|幅度?|率|预期|目标|保持在|稳定在|达到?|均"
    rf"|又|再|累计"
    rf"|[^，。；：、\n]{{0,2}}的)*?$"
)
_TO_OF = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?P<to>至|到|为)(?:仅?为?)?[^，。；：\n0-9]{{1,12}}的$")
_NOT_CHANGE = re.compile(r"(?:新增|提高标准|最高|新高|高达|最低|不低于|不高于|更高|超高|可增|年增|累计增)$")
_NOUN_CHANGE = re.compile(
    r"(?:的)?[\u4e00-\u9fff]{0,3}?(?:(?P<up>增长|提升|提高|上升|增幅|涨幅)|(?P<down>节省|下降|降低|减少|降幅"
    r"|缩减))(?=[，。；、\s)）的]|$)"
)
_SHARE_BEFORE = re.compile(r"(?:占比?|占到|占据|比例|比重|份额|占有率|覆盖|其中|渗透率|百分比)[^，。；：\n0-9]{0,14}$")
_SHARE_AFTER = re.compile(
    r"(?:以上|左右|的)*的(?!增长|提升|提高|降幅|增幅|下降|涨幅|速度|增速)[^\s，。]|[\u4e00-\u9fff]{0,4}(?:企"
    r"业|用户|受访者|商家|人口|地区|家庭|订单|公司|网民"
    r"|流量|收入|市场|份额|员工|人员|品类|资金|时间)"
)
_TIMES = re.compile(r"(?:的|是|为|于|约为|相当于)[^，。；\n0-9]{0,3}$")
_JOINT = re.compile(r"(?:、|和|及|与|以及|或)?(?:分别)?(?:至|到)?")


@dataclass(frozen=True, slots=True)
class Role:
    """Kind of a figure, with the direction and mode of a change."""

    kind: MentionKind
    direction: Direction | None = None
    mode: Mode | None = None


PLAIN = Role("metric")


def role_of(text: str, figure: Figure, start: int, end: int, previous: tuple[Figure, Role] | None) -> Role:
    """Return what ``figure`` does in its sentence ``text[start:end]``; ``previous`` is the figure before it there."""
    if figure.form == "rank":
        return Role("rank")
    if figure.form == "turns":
        return Role("change", "up", "times")
    if previous is not None and _continues(text, previous[0], figure):
        return previous[1]
    return _change(text, figure, start, end) or _share(text, figure, start, end) or PLAIN


_GLOSS_CHANGE = re.compile(r"(?P<up>提升|提高|增长|上升|增加)|(?P<down>降低|下降|减少|缩短)")
_GLOSS_END = re.compile(r"(?:百分比|比例|幅度|倍数|率)$")


def role_in_gloss(gloss: str, figure: Figure, role: Role) -> Role:
    """Return the role the gloss of a call-out gives its figure: "同比降低百分比" is a change."""
    if role is not PLAIN:
        return role
    at = gloss.find(figure.written) if figure.written else -1
    if at >= 0:
        end = at + len(figure.written) + len(figure.written_unit)
        inner = replace(figure, start=at, end=min(end, len(gloss)))
        return role_of(gloss, inner, 0, len(gloss), None)
    match = _GLOSS_CHANGE.search(gloss) if figure.form == "percent" and _GLOSS_END.search(gloss) else None
    return _role(match, figure, to=False) if match else role


def _continues(text: str, before: Figure, figure: Figure) -> bool:
    between = text[before.end : figure.start]
    same = before.unit.quantity == figure.unit.quantity and before.form == figure.form
    return len(between) <= 4 and bool(between) and same and _JOINT.fullmatch(between) is not None


def _change(text: str, figure: Figure, start: int, end: int) -> Role | None:
    left = text[max(start, figure.start - 22) : figure.start].rstrip()
    match = _TO_OF.search(left) or _CHANGE.search(left)
    if match and not _NOT_CHANGE.search(left[: match.end("up") if match["up"] else match.end("down")]):
        return _role(match, figure, bool(match["to"]) or (match["up"] or match["down"])[-1] in "至到")
    if figure.form in ("percent", "ratio") or figure.unit.name == "倍":
        match = _NOUN_CHANGE.match(text, figure.end, min(end, figure.end + 12))
        if match:
            return _role(match, figure, to=False)
    if figure.unit.name == "倍":
        return Role("metric", None, "times") if _TIMES.search(left) else None
    return None


def _role(match: re.Match[str], figure: Figure, to: bool) -> Role:
    direction: Direction = "up" if match["up"] else "down"
    if to:
        return Role("change", direction, "to")
    return Role("change", direction, "times" if figure.unit.quantity == "multiple" else "by")


def _share(text: str, figure: Figure, start: int, end: int) -> Role | None:
    if figure.form not in ("percent", "ratio") or "百分点" in figure.unit.name:
        return None
    left = text[max(start, figure.start - 20) : figure.start]
    if _SHARE_BEFORE.search(left) or _SHARE_AFTER.match(text, figure.end) or figure.form == "ratio":
        return Role("share")
    return None

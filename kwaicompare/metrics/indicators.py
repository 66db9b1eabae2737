"""What a figure measures: indicator, scope and period, from the words of its sentence.

Takes the view text, a figure and the bounds of its sentence; returns the three as written there. Rules only: the noun
phrase before the figure, the noun its measure word counts, the subject of the sentence, the nearest date. Nothing is
inferred that the sentence (or the heading handed in) does not say.

    "截至2021年底，某公司累计申请专利7321件" → indicator 累计申请专利, scope 某公司, period 截至2021年底
"""

import re
from dataclasses import dataclass

from kwaicompare.metrics.figure import Figure

_BREAK = re.compile(r"[，,。；;：:！!？?、（(）)“”\n\t|—]")
_LEAD = re.compile(
    r"^(?:其中|目前|此外|同时|另外|另有|并且?|且|而|还|也|以及|和|及|与|共同|进一步|有效|成功|已经?|均|将|可|可以|能够|从而|使得|使|让|带动了?|实现了?|为|即|更|以|在|对|的|据此|仅|今年|去年|全年|现|现已|约)+"
)
_TRAIL = re.compile(
    r"(?:已经|已|共计|共|总计|合计|一共|累计达|高达|多达|达到|达|约为|约|为|是|有|仅为|仅用|仅|只有|突破|超过|超出|近|分别|预计|大幅|显著|同比|环比|比去年|比上年|较去年|较上年|增长到|增长了|增长|提升至|提升到|提升了|提升|提高到|提高至|提高了|提高|上升到|上升|降至|降到|下降到|下降了|下降|降低了|降低|减少了|减少|缩短了|缩短|增加到|增加了|增加|升至|增至|扩大到|由|从|至|到|了|在|均|再|又|也|就|：|:|用|每|等|的| )+$"
)
_NOUN = re.compile(
    r"(?:余|多)?(?:的)?(?P<noun>[\u4e00-\u9fffA-Za-z0-9/·-]{1,24}?)(?=[，。；：！？、（）()“”《\s|,;.]|$|"
    r"(?:以来|提供|用户在|已|在|将|被|获|是|为|与|和|及|或|并|可|等|进行|实现|通过|提升|下降|增长|达到|覆盖|参与|中|内|上|后|前|时|的(?=[^\u4e00-\u9fff]|$)))"
)
_PERIOD = re.compile(
    r"(?:截至|截止|自|从|到|预计到|力争到)? ?(?:目前|迄今为止|(?:19|20)[0-9]{2} ?(?:年|财年)?(?:[-—–~至](?:(?:19|20)[0-9]{2})?年)?(?:度|底|初|末|上半年|下半年|春节期间|第[一二三四]季度)?(?: ?[0-9]{1,2} ?月(?:底|初|末)?)?(?: ?[0-9]{1,2} ?日)?(?=[^0-9.,万亿%个件]|$)(?:以来|期间|至今)?)"
    r"|(?:过去|近|未来|今后)(?:一|两|三|五|十|[0-9]{1,2})年|去年|今年|上年|明年|全年|当年|上半年|下半年|第[一二三四]季度|冬奥会期间|“?十[二三四五]五”?时期"
)
_FORECAST = re.compile(r"预计|预期|力争|目标|拟|将达|有望|计划|规划")
_RATE = re.compile(r"每年|年均|日均|周均|月均|单日|每日|每月|每周|年产|日产|人均|单月|平均每")
_SUBJECT_END = re.compile(
    r"(?=已|共计|共|累计|目前|正在|在(?!线)|将|通过|为|是|的|达|拥有|获|实现|推出|完成|围绕|自|与|对|于|持续|有|可|，|、|：|\n|[0-9])"
)
_DATE_LEAD = re.compile(
    r"^(?:(?:截至|截止|自|到|在|从)?[^，,]{0,14}?(?:年|月|日|底|初|末|目前|期间|以来|季度|时期)，?)+"
)
_MAX = 24


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured, whose it is, and when."""

    indicator: str
    scope: str = ""
    period: str = ""


def subject_of(text: str, figure: Figure, start: int, end: int, stop: int) -> Subject:
    """Return what ``figure`` measures. ``stop`` is where the figure before it in the sentence ends (or ``start``)."""
    before = _before(text, figure, start, stop)
    after = _after(text, figure, end) if figure.form != "rank" else ""
    indicator = f"{before}{after}" if after and len(before) <= 10 else before or after
    return Subject(indicator[-_MAX:], _scope(text, start, figure.start), _period(text, figure, start, end))


def _before(text: str, figure: Figure, start: int, stop: int) -> str:
    """Return the phrase before the figure, going back over clauses that say nothing but a verb."""
    right = figure.start
    floor = max(start, right - 60)
    while right > floor:
        cut = max((match.end() for match in _BREAK.finditer(text, floor, right)), default=floor)
        cut = max(cut, stop if stop < right else floor)
        phrase = _LEAD.sub("", _TRAIL.sub("", text[cut:right].strip()))
        if len(phrase) >= 2 and not _PERIOD.fullmatch(phrase):
            return phrase[-_MAX:]
        right = cut - 1 if cut > floor else floor
        stop = floor
    return ""


def _after(text: str, figure: Figure, end: int) -> str:
    if figure.unit.quantity not in ("count", "share") or figure.end >= end:
        return ""
    match = _NOUN.match(text, figure.end, min(end, figure.end + 30))
    return match["noun"] if match and not _TRAIL.fullmatch(match["noun"]) else ""


def _scope(text: str, start: int, until: int) -> str:
    sentence = _DATE_LEAD.sub("", text[start:until].lstrip("#>*-•◎● \t·"))
    match = _SUBJECT_END.search(sentence)
    subject = sentence[: match.start()] if match else ""
    return subject.strip("“”《》 ") if 2 <= len(subject) <= 20 else ""


def _period(text: str, figure: Figure, start: int, end: int) -> str:
    found = None
    for match in _PERIOD.finditer(text, start, end):
        if match.start() < figure.start or found is None:
            found = match
    when = found[0].strip() if found else ""
    marks = [
        mark[0]
        for pattern in (_FORECAST, _RATE)
        for mark in pattern.finditer(text, max(start, figure.start - 24), figure.start)
    ][-2:]
    return " ".join((*marks, when)).strip()

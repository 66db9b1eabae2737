"""What a figure measures: indicator, scope and period, from the words of its sentence.

Takes the view text, a figure and the bounds of its sentence; returns the three as written there. Rules only: the noun
its measure word counts, with the verb before it; else the noun phrase before the figure; the subject of the sentence;
the nearest date. Nothing is inferred that the sentence, the gloss or the header does not say.

    "截至2021年底，某公司累计申请专利7321件" → indicator 累计申请专利, scope 某公司, period 截至2021年底
"""

import re
from dataclasses import dataclass
from itertools import accumulate

import rjieba

from kwaicompare.metrics.figure import Figure
from kwaicompare.metrics.figures import find_figures

_BREAK = re.compile(r"[，,。；;：:！!？?、（）()“”\n\t|—]")
_LEAD = re.compile(
    r"^(?:其中|目前|此外|同时|另外|另有|并且?|且|而|还|也|以及|和|及|与|共同|进一步|有效|成功|已经?|均|将|可"
    r"以|能够|从而|使得|使|让"
    r"|带动了?|实现了?|为|即|更|以|在|对|的|据此|仅|今年|去年末?|上年末?|全年|现已|约|平台|公司)+"
)
_TRAIL = re.compile(
    r"(?:已经|已|共计|共|总计|合计|一共|累计达|高达|多达|达到|达|约为|约|为|是|有|仅为|仅用|仅|只有|突破|超过"
    r"|超出|近|分别|预计|大幅|具有|拥有|具备"
    r"|显著|同比|环比|相?比去年|相?比上年|相?较去年|相?较上年|增长到|增长了|增长|提升至|提升到|提升了|提升|提高到|提高至"
    r"|提高了|提高|上升到|上升"
    r"|降至|降到|下降到|下降了|下降|降低了|降低|减少了|减少|缩短了|缩短|增加到|增加了|增加|升至|增至|扩大到|"
    r"由|从|至|到|了|在|再"
    r"|又|也|就|:|用|每|等|的|可|高出|省|降幅|增幅| "
    r"|均|都|才能|才|便|则|却|仍|相比|相较|连续|再次|多次|整体|通常|往往|动辄|需要|需|位居|位列|稳居|跻身|便?以)+$"
)
_BASE = re.compile(r"(?:相|对)?(?:(?<![占同环类对])比(?![例重率])|(?<!比)较)[^，。；、]{1,14}$")
_NOUN_LEAD = re.compile(r"(?:余|多|级)?(?:的|[（(][^）)\n]{1,12}[）)])?")
_NOUN_STOP = re.compile(
    r"[^\u4e00-\u9fffA-Za-z0-9/·-]|$|以来|提供|已经?|在|将|被|获|是|为|与|和|及|或|并|等|进行|实现|通过|提升|下降"
    r"|增长|达到|覆盖|参与|涉及|包括|来自|用于|高达|就|即|便|则|也|均|都|超过|突破|以上|左右|中(?=[，。、]|位居|位列|名列|排名)|内(?=[，。、])|上(?=[，。、])|组成|完成|共同|的"
)
_NO_NOUN = re.compile(r"[至到和与及或并也从由比较于][^a-zA-Z]*|.*[0-9](?:年|月|%)|[0-9.]+")
_LONGEST_NOUN = 20
_INSIDE = re.compile(r"^[上内中里的之]")
_REST = re.compile(r"[\u4e00-\u9fffA-Za-z]{0,14}")
_PERIOD = re.compile(
    r"(?:截至|截止|自|从|到|预计到|力争到)? ?(?:目前|迄今为止|(?:19|20)[0-9]{2} ?(?:年|财年)(?:[-—–~至](?:"
    r"(?:19|20)[0-9]{2})?年)?"
    r"(?:度|底|初|末|上半年|下半年|春节期间|第[一二三四]季度)?(?: ?[0-9]{1,2} ?月(?:底|初|末)?)?(?: ?"
    r"[0-9]{1,2} ?日)?(?:以来|期间|至今)?)"
    r"|(?:过去|近|未来|今后)(?:一|两|三|五|十|[0-9]{1,2})年|去年|今年|上年|明年|全年|当年|上半年|下半年|第["
    r"一二三四]季度"
    r"|[\u4e00-\u9fff]{1,4}会期间|“?十[二三四五]五”?时期"
)
_FORECAST = re.compile(r"预计|预期|力争|目标|拟|将达|有望|计划|规划")
_RATE = re.compile(r"每年|年均|日均|周均|月均|单日|每日|每月|每周|年产|日产|人均|单月|平均每")
_CLAUSE = re.compile(r"[^，,；;：:\n]+")
_PREPOSITION = re.compile(
    r"其中|目前|此外|同时|根据|随着|伴随|凭借|基于|为了?|通过|除|围绕|针对|依托|在|于|从|自|到|截至|截止|对于"
    r"|由于|作为|经过|以|按照"
    r"|近年来|近两年|借助|得益于|迄今|数据显示|与此同时|另外|另一方面|一方面|例如|比如|[一二三四五]是|(?:19"
    r"|20)[0-9]{2}|[0-9]"
)
_SUBJECT_STOPS = ("v", "p", "d", "c", "u", "m", "r", "x", "f", "t", "q")
_TIDY = re.compile(r"^[\s#>*•◎●·▶“《-]+|[\s”》*]+$")
_FROM = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:从|由)(?:[0-9].*|人均|每人每年|(?:19|20)[0-9]{2}.*)?$")
_BRACKET = re.compile(r"[（(][^（）()\n]{1,13}[）)]$")
_GENERIC = frozenset(
    ["同比", "环比", "均值", "相关", "累计", "整体", "总体", "数据", "其中", "全年", "情况", "结果", "方面"]
)
_LEAD_PERIOD = re.compile(
    r"^(?:(?:截至|截止|自|从|到|在)?[^，,]{0,10}?(?:(?:19|20)[0-9]{2} ?年(?:[0-9]{1,2} ?月)?(?:[0-9]{1,2} ?"
    r"日)?(?:底|末|初)?"
    r"|近[一两三五十0-9]+年来?"
    r"|目前|[去今全]年[末底初]?|以来))+"
)
_TAG = re.compile(r"<[^<>\n]{0,300}>")
_MAX, _SENTENCE = 24, 200


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured, whose it is, and when."""

    indicator: str
    scope: str = ""
    period: str = ""


def subject_of(text: str, figure: Figure, start: int, end: int, stop: int, inherited: str = "") -> Subject:
    """Return what ``figure`` measures.

    ``stop`` is where the figure before it in the sentence ends (or ``start``); ``inherited`` what that one measures,
    for a figure whose own clause says nothing ("…达10亿元，增长5%") or a verb only ("申请…件，授权…件").
    """
    relative = figure.form in ("percent", "ratio", "rank") or figure.unit.quantity == "multiple"
    counted = figure.unit.quantity in ("count", "share") and figure.form != "rank" and "百分点" not in figure.unit.name
    noun = _noun(text, figure.end, end) if counted or not relative else ""
    after, beyond = noun if counted else "", "" if relative else noun
    own = _before(text, figure, start, stop, reach=not inherited and not beyond)
    scope = _scope(text, start, figure.start, own)
    before = _INSIDE.sub("", own.removeprefix(scope)) if scope and own.startswith(scope) else own
    indicator = f"{_verb(before)}{after}" if after else _tidy(before)
    if not indicator and own:
        indicator, scope = own, ""
    indicator = indicator or beyond
    if not indicator and not inherited:
        indicator = _rest(text, figure.end, end)
    if inherited and 0 < len(indicator) <= 3 and not after and _verb(indicator) == indicator:
        indicator = f"{inherited} {indicator}"
    return Subject((indicator or inherited)[-_MAX:], scope, period_of(text, figure, start, end))


def subject_of_gloss(gloss: str, written: str) -> Subject:
    """Return what the gloss of a call-out or the header of a cell says of its figure."""
    for figure in find_figures(gloss):
        if figure.written == written:
            return subject_of(gloss, figure, 0, len(gloss), 0)
    found = _PERIOD.search(gloss)
    return Subject(_tidy(_TRAIL.sub("", gloss))[:_MAX], _scope(gloss, 0, len(gloss), ""), found[0] if found else "")


def _tidy(phrase: str) -> str:
    return _TIDY.sub("", _LEAD.sub("", phrase))


def _verb(before: str) -> str:
    """Return the verb that ends the phrase before a counted noun: 发表, 累计获得."""
    words = rjieba.tag(before[-8:], False) if before else []
    kept = ""
    for word, tag in reversed(words):
        if len(word) < 2 or not tag.startswith("v"):
            break
        kept = word + kept
    return kept


def _before(text: str, figure: Figure, start: int, stop: int, reach: bool) -> str:
    """Return the phrase before the figure; with ``reach`` going back over clauses that say nothing but a verb."""
    right = figure.start
    bracket = _BRACKET.search(text, max(start, right - 16), right)
    right = bracket.start() if bracket else right
    floor = max(start, right - 60)
    while right > floor and (right > stop or right == figure.start):
        cut = max((match.end() for match in _BREAK.finditer(text, floor, right)), default=floor)
        cut = max(cut, stop if stop < right else floor)
        phrase = _LEAD.sub("", _LEAD_PERIOD.sub("", _FROM.sub("", _trimmed(text[cut:right].strip()))))
        if len(phrase) >= 2 and not _PERIOD.fullmatch(phrase):
            return phrase[-_MAX:]
        if not reach:
            return ""
        right = cut - 1 if cut > floor else floor
    return ""


def _noun(text: str, at: int, end: int) -> str:
    """Return the noun phrase at ``at``, up to the first word that begins something else."""
    end = min(end, at + _LONGEST_NOUN + 8)
    lead = _NOUN_LEAD.match(text, at, end)
    start = lead.end() if lead else at
    bounds = _word_ends(text[start:end])
    for match in _NOUN_STOP.finditer(text, start, end):
        length = match.start() - start
        if not length and len(match[0]) > 1:
            continue
        if not length or length > _LONGEST_NOUN:
            break
        if length in bounds or match[0] == "":
            noun = text[start : match.start()]
            return "" if length < 2 or _TRAIL.fullmatch(noun) or _NO_NOUN.fullmatch(noun) else noun
    return ""


def _rest(text: str, at: int, end: int) -> str:
    """Return how the clause of a figure goes on, for one that has nothing before it: …万人|通过平台获得收入."""
    match = _REST.match(text, at, end)
    return "" if match is None or _NO_NOUN.fullmatch(match[0]) else match[0]


def _word_ends(phrase: str) -> set[int]:
    return {0, *accumulate(len(word) for word in rjieba.cut(phrase, False))}


def _trimmed(phrase: str) -> str:
    """Return the phrase without the words before a figure that say nothing of it, never cut inside a word."""
    base = _BASE.sub("", _TRAIL.sub("", phrase))
    short = _TRAIL.sub("", base)
    return short if short == phrase else phrase[: min(each for each in _word_ends(phrase) if each >= len(short))]


def _scope(text: str, start: int, until: int, own: str) -> str:
    """Return the subject of the figure's own clause, else of the first clause with one; never what is measured."""
    clauses = [match[0] for match in _CLAUSE.finditer(text, max(start, until - 160), until)]
    for clause in (*clauses[-1:], *clauses[:-1]):
        clause = _LEAD_PERIOD.sub("", _TAG.sub("", clause).lstrip(" #>*-•◎●·▶"))
        if _PREPOSITION.match(clause):
            continue
        subject = _subject(clause[:30])
        if (
            2 <= len(subject) <= 16
            and subject not in _GENERIC
            and subject[0] not in "和与及或并等的地得"
            and not _is_own(subject, own)
        ):
            return subject
    return ""


def _is_own(subject: str, own: str) -> bool:
    return own.startswith(subject) and len(own) - len(subject) < 3


def _subject(clause: str) -> str:
    """Return the words before the first verb, if they end in a noun.

    A first word of one character may be anything: names are cut into such pieces.
    """
    taken, last = "", ""
    for place, (word, tag) in enumerate(rjieba.tag(clause, False)):
        stops = tag in _SUBJECT_STOPS or (tag.startswith(("v", "u", "m")) and tag != "vn")
        if word != " " and stops and (place or len(word) > 1):
            break
        taken, last = taken + word, tag if word != " " else last
    else:
        return ""
    return taken.strip(" “”《》(（") if last.startswith(("n", "e", "j", "l", "i")) else ""


def period_of(text: str, figure: Figure, start: int, end: int) -> str:
    """Return the nearest date before the figure (or the first in the sentence), with 预计, 每年 … before it."""
    found = None
    for match in _PERIOD.finditer(text, max(start, figure.start - _SENTENCE), min(end, figure.end + _SENTENCE)):
        if match.start() < figure.start or found is None:
            found = match
    when = found[0].strip() if found else ""
    window = max(start, figure.start - 24)
    marks = [match[0] for pattern in (_FORECAST, _RATE) for match in pattern.finditer(text, window, figure.start)]
    return " ".join((*marks[-2:], when)).strip()

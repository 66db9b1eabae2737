"""One figure restated of fewer things: goods and videos in the text, videos in the call-out.

Takes one edition, returns findings. Two places that state the same figure (see restated_bounds) are compared in what
they count: where the text lists several things before the figure and the call-out names one of them only, the figure
cannot be right in both. Leaves out lists before the verb, which say who did it, not what was counted.

    下架图书、音像总量达700多件 … (call-out) 下架音像达700多件    → 图书 is missing: warning
"""

import re
from collections.abc import Iterator

from kwaicompare.check.checked import Checked
from kwaicompare.check.letters import HAN_LETTER
from kwaicompare.check.restated_bounds import NEARBY, stated_again
from kwaicompare.check.sentences import evidence
from kwaicompare.check.stated import Stated
from kwaicompare.model.finding import CheckResult, Finding

_LISTED = re.compile(
    rf"({HAN_LETTER}{{2}})、({HAN_LETTER}{{2,4}}?)(?:等)?(?:总量|总数|数量|总计|合计|共计|共)?(?:高?达到?|为|有)?$"
)
_WIDEST = 24


def check_restated_objects(checked: Checked) -> CheckResult:
    """Compare what restated figures count."""
    findings = []
    told: set[int] = set()
    for one, other in stated_again(checked.figures):
        if one.bound != other.bound or one.display == other.display or {id(one), id(other)} & told:
            continue
        for missing in _missing(*((other, one) if one.display else (one, other))):
            told.update((id(one), id(other)))
            first, second = one.mention, other.mention
            values = (("first", first.quote), ("second", second.quote), ("missing", missing))
            quotes = evidence(checked.document, checked.edition, first.span, second.span)
            findings.append(Finding("restated_object", "warning", "check.restated_object", values, quotes))
    return CheckResult((*findings, *_other_shares(checked)))


def _other_shares(checked: Checked) -> Iterator[Finding]:
    """Find qualified percentages of a cell that the text nearby gives in words of which none is the cell's."""
    bounded = [each for each in checked.figures if each.bound not in ("exact", "about")]
    shares = [each for each in bounded if "%" in each.mention.unit]
    for at, one in enumerate(shares):
        for other in shares[at + 1 : at + 1 + _WIDEST]:
            first, second = one.mention, other.mention
            if second.span.start - first.span.end > NEARBY:
                break
            same = first.bounds == second.bounds and one.bound == other.bound and first.mode == second.mode
            if same and one.display != other.display and one.words and other.words and not one.words & other.words:
                values = (("first", first.indicator or first.quote), ("second", second.indicator or second.quote))
                quotes = evidence(checked.document, checked.edition, first.span, second.span)
                yield Finding("restated_object", "note", "check.restated_share", values, quotes)


def _missing(body: Stated, display: Stated) -> Iterator[str]:
    """Yield what the text counts and the call-out leaves out while it names the rest of the list."""
    listed = _LISTED.search(body.text)
    if listed is None:
        return
    first, second = listed[1], listed[2]
    if second[:2] in display.text and first not in display.text:
        yield first
    elif first in display.text and second[:2] not in display.text:
        yield second

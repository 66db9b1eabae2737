"""A foreign name that one edition spells otherwise than another.

Takes editions, returns findings. Compares like `spelling` does inside an edition; what an edition spells in two ways
itself is told there. Leaves out names that either edition spells in both ways.

    (report) Cloud Harbor … (press article) CloudHarbor    → note
"""

from collections import defaultdict
from collections.abc import Sequence

from kwaicompare.check.checked import Checked
from kwaicompare.check.spelling import is_slip
from kwaicompare.model.finding import CheckResult, Evidence, Finding
from kwaicompare.model.span import Span


def check_names_across(editions: Sequence[Checked]) -> CheckResult:
    """Compare the spellings of names between editions."""
    findings = []
    known: dict[str, tuple[str, Checked, Span]] = {}
    alone: set[str] = set()
    for checked in editions:
        spellings: dict[str, dict[str, Span]] = defaultdict(dict)
        for name in checked.names:
            spellings[name.key].setdefault(name.written, name.span)
            if name.alone:
                alone.add(name.written)
        for key, forms in spellings.items():
            if len(forms) > 1:
                continue
            [(written, span)] = forms.items()
            first = known.setdefault(key, (written, checked, span))
            if first[0] != written and is_slip(first[0], written, alone):
                findings.append(_finding(first, written, checked, span))
    return CheckResult(tuple(findings))


def _finding(first: tuple[str, Checked, Span], written: str, checked: Checked, span: Span) -> Finding:
    usual, older, place = first
    quotes = (Evidence(older.document, place, usual), Evidence(checked.document, span, written))
    return Finding("spelling", "note", "check.spelling_name", (("first", usual), ("second", written)), quotes)

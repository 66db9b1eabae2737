"""What a check found, and what it verified."""

from dataclasses import dataclass
from typing import Literal

from kwaicompare.model.span import Span

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation: ``document`` is the index of the checked document, ``span`` its place there."""

    document: int
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's result. ``message`` is a key of the message table, ``values`` fill its sentence."""

    rule: str
    severity: Severity
    message: str
    values: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Findings, and what checked out."""

    findings: tuple[Finding, ...] = ()
    verified: tuple[Finding, ...] = ()

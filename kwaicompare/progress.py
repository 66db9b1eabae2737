"""Progress reports, which are also the points where work can be cancelled.

A stage takes ``progress: Progress = silent`` and calls it with its own name and the share done (0..1).
The callable may raise `Cancelled`; a stage never catches it.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Progress = Callable[[str, float], None]
Item = TypeVar("Item")


class Cancelled(BaseException):
    """The user stopped the work. A BaseException, so that no ``except Exception`` swallows it."""


def silent(stage: str, done: float) -> None:
    """Report to nobody."""


def part(progress: Progress, start: float, end: float) -> Progress:
    """Map a stage's own 0..1 onto the piece ``start..end`` of a longer job."""

    def report(stage: str, done: float) -> None:
        progress(stage, start + (end - start) * min(1.0, max(0.0, done)))

    return report


def reported(items: Sequence[Item], stage: str, progress: Progress, every: int = 256) -> Iterator[Item]:
    """Yield ``items`` and report before every so many of them."""
    for start in range(0, len(items), every):
        progress(stage, start / len(items))
        yield from items[start : start + every]

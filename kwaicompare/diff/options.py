"""The options of the diff."""

from dataclasses import dataclass

from kwaicompare.model.edit import DEFAULT_LENSES, Lens


@dataclass(frozen=True, slots=True)
class DiffOptions:
    """What counts as a difference, and what is diffed word by word.

    ``lenses``: kinds of difference that are hidden, counted and listed (see `diff.lenses`). ``honest``: below this
    share of equal characters a pair is shown as rewritten instead of diffed word by word. ``anyway``: diff also pairs
    that are below it, or too large to be diffed quickly.
    """

    lenses: frozenset[Lens] = DEFAULT_LENSES
    honest: float = 0.4
    anyway: bool = False

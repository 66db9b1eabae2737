"""An indicator through three and more editions: deltas of pairs of editions joined into series.

Takes the ledger of every pair of editions, in their order; returns one series an indicator that at least two editions
state, each figure compared with the last one stated before it. Leaves out pairing figures (`changes.py`).

    2022: 7321件, 2024: 1.1万件, 2026: 超1.4万件  →  Series("专利申请", (7321件, 1.1万件, 超1.4万件), two steps)
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kwaicompare.model.metric import Delta, Ledger, Mention, Series
from kwaicompare.model.span import Span

Place = tuple[int, Span]


@dataclass(slots=True)
class _Chain:
    """Figures of one indicator by edition, the delta that led to each but the first, and all their places."""

    figures: dict[int, Mention]
    steps: dict[int, Delta] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)


def series_of(ledgers: Mapping[tuple[int, int], Ledger], editions: int) -> tuple[Series, ...]:
    """Join the deltas of ``ledgers``, keyed by the places of two editions; neighbours before those further apart."""
    chains: dict[Place, _Chain] = {}
    for i, j in sorted(ledgers, key=lambda pair: (pair[1] - pair[0], pair)):
        for delta in ledgers[i, j].deltas:
            _join(chains, i, j, delta)
    found = {id(chain): chain for chain in chains.values()}.values()
    ordered = sorted(found, key=lambda chain: min((at, each.span) for at, each in chain.figures.items()))
    return tuple(_series(chain, editions) for chain in ordered)


def _join(chains: dict[Place, _Chain], i: int, j: int, delta: Delta) -> None:
    """Put a delta into its chain, where nothing that is already there stands in the way."""
    old = _chain_at(chains, i, (delta.a, *delta.also_a)) or _Chain({i: delta.a})
    new = _chain_at(chains, j, (delta.b, *delta.also_b)) or _Chain({j: delta.b})
    if old is new or max(old.figures) != i or min(new.figures) != j:
        return
    old.figures.update(new.figures)
    old.steps.update({**new.steps, j: delta})
    old.places += new.places
    old.places += [(i, each.span) for each in (delta.a, *delta.also_a)]
    old.places += [(j, each.span) for each in (delta.b, *delta.also_b)]
    chains.update(dict.fromkeys(old.places, old))


def _chain_at(chains: dict[Place, _Chain], edition: int, mentions: tuple[Mention, ...]) -> _Chain | None:
    return next((chains[edition, each.span] for each in mentions if (edition, each.span) in chains), None)


def _series(chain: _Chain, editions: int) -> Series:
    last = chain.steps[max(chain.steps)]
    figures = tuple(chain.figures.get(at) for at in range(editions))
    return Series(last.indicator, figures, tuple(chain.steps.get(at) for at in range(1, editions)))

"""How high each heading stands, as a number to compare: smaller is higher.

Takes the headings in order; returns their ranks. Where heading marks can be trusted their depth decides, refined by
number families that share a depth; else the usual order of families (第一部分 > 第一章 > 001 > （一） > 1、) with the
contents table's depth for headings without number. Leaves out the nesting itself.

    [PART 01, "1", "001", "专利导航：…"] → [10, 22, 32, 90]
"""

from kwaicompare.structure.draft import Heading

_FAMILY_RANKS = {
    "part": 10.0, "chapter": 20.0, "roman": 21.0, "plain": 22.0, "padded2": 23.0, "section": 30.0, "padded3": 32.0,
    "cn": 34.0, "cn_paren": 44.0, "item": 46.0, "letter": 50.0, "arabic": 54.0, "article": 60.0, "arabic_paren": 64.0,
    "circled": 74.0,
}  # fmt: skip
_INNERMOST = 90.0
_PARALLEL = 85.0
_TWO_PART_ROW = 48.0
_TWINS = 0.6
_SERIES = 3


def rank_headings(headings: list[Heading], depth_lies: bool) -> list[float]:
    """Return the rank of each heading, in order."""
    marked = sum(heading.level is not None for heading in headings)
    if marked and not depth_lies:
        return _ranks_by_marks(headings)
    return _ranks_by_family(headings)


def _family_rank(heading: Heading, decimals: bool) -> float | None:
    number = heading.number
    if number is None or number.family == "appendix":
        return None
    if number.family == "decimal":
        return 25.0 + len(number.value)
    if number.family == "arabic" and decimals:
        return 26.0
    return _FAMILY_RANKS[number.family]


def _ranks_by_marks(headings: list[Heading]) -> list[float]:
    decimals = any(heading.number and heading.number.family == "decimal" for heading in headings)
    families: dict[int, set[float]] = {}
    for heading in headings:
        rank = _family_rank(heading, decimals)
        if heading.level is not None and rank is not None:
            families.setdefault(heading.level, set()).add(rank)
    below_flat = _below_flat_numbers(headings)
    ranks = []
    for index, heading in enumerate(headings):
        rank = _family_rank(heading, decimals)
        if heading.level is None:
            ranks.append(1000.0 + (rank if rank is not None else _INNERMOST))
            continue
        if rank is None:
            rank = _INNERMOST if index in below_flat else min(families.get(heading.level, {0.0}))
        ranks.append(100.0 * heading.level + rank)
    return ranks


def _below_flat_numbers(headings: list[Heading]) -> set[int]:
    """Return the unnumbered headings inside numbered ones where every mark has the same depth and says nothing."""
    numbered = [index for index, heading in enumerate(headings) if heading.level is not None and heading.number]
    if len({heading.level for heading in headings if heading.level is not None}) > 1 or len(numbered) < _SERIES:
        return set()
    return {
        index
        for index, heading in enumerate(headings)
        if heading.number is None and heading.role is None and numbered[0] < index < numbered[-1]
    }


def _ranks_by_family(headings: list[Heading]) -> list[float]:
    decimals = any(heading.number and heading.number.family == "decimal" for heading in headings)
    ranks: list[float | None] = [_family_rank(heading, decimals) for heading in headings]
    _rank_witnessed(headings, ranks)
    twin_rank = _rank_of_twins(headings, ranks)
    for index, heading in enumerate(headings):
        if ranks[index] is None and heading.role is None and heading.number is None:
            if twin_rank is not None and len(heading.rows) > 1:
                ranks[index] = twin_rank
            else:
                ranks[index] = _rank_of_plain(heading)
    top = min((rank for rank in ranks if rank is not None), default=_INNERMOST)
    return [top if rank is None else rank for rank in ranks]


def _rank_of_plain(heading: Heading) -> float:
    """Return the rank of a heading without number: name and tagline in one plain row stand above list-like numbers."""
    if heading.parallel:
        return _PARALLEL
    return _TWO_PART_ROW if heading.level is None and " " in heading.title else _INNERMOST


def _rank_witnessed(headings: list[Heading], ranks: list[float | None]) -> None:
    """Give unnumbered titles of the contents table the rank of their depth there."""
    by_depth: dict[int, float] = {}
    for heading, rank in zip(headings, ranks, strict=True):
        if heading.entry is not None and rank is not None:
            by_depth[heading.entry.depth] = min(rank, by_depth.get(heading.entry.depth, rank))
    for index, heading in enumerate(headings):
        if ranks[index] is None and heading.entry is not None and heading.role is None:
            depth = heading.entry.depth
            if depth not in by_depth:
                above = [rank for other, rank in by_depth.items() if other < depth]
                by_depth[depth] = max(above, default=21.0) + 1.0
            ranks[index] = by_depth[depth]


def _rank_of_twins(headings: list[Heading], ranks: list[float | None]) -> float | None:
    """Return the rank at which numbered headings are printed as name and tagline, the deepest if several are."""
    twins: dict[float, list[bool]] = {}
    for heading, rank in zip(headings, ranks, strict=True):
        if heading.number is not None and rank is not None:
            twins.setdefault(rank, []).append(len(heading.rows) > 1)
    usual = [rank for rank, seen in twins.items() if sum(seen) >= max(2, _TWINS * len(seen))]
    return max(usual, default=None)

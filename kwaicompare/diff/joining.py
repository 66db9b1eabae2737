"""Find where one sentence became two, or two became one.

Takes the passages of both texts and their pairing, returns them with such neighbours joined: a sentence without a
counterpart that stands beside a paired one in the same line and whose words are, for the greater part, in what the pair
leaves over on the other side. Leaves out sentences that were cut in another paragraph.

    甲做了，乙也好。 | 甲做了。乙也好。  →  one pair whose side of B covers both sentences
"""

from collections.abc import Sequence

from kwaicompare.diff.pairing import Pairing
from kwaicompare.diff.reading import Reading
from kwaicompare.progress import Progress, part, reported
from kwaicompare.text.sequence import common

# So much of the sentence has to be found in the rest of the other side.
_FOUND = 0.5
_FEWEST = 2
# What has more words than this is no sentence.
_SENTENCE = 2000


def join_parts(pairing: Pairing, a: Reading, b: Reading, progress: Progress) -> tuple[Reading, Reading, Pairing]:
    """Return the passages with parts of one sentence joined, and the pairing of these."""
    into_a: dict[int, int] = {}
    into_b: dict[int, int] = {}
    changed = [match for match in pairing.matches() if match.alike < 1]
    for match in reported(changed, "diff", part(progress, 0.0, 0.8)):
        if a.sentences[match.a].role == "heading":
            continue
        whole_a, whole_b = a.content(match.a), b.content(match.b)
        part_a = _part(a, match.a, pairing.b_of, into_a, whole_a, whole_b)
        part_b = _part(b, match.b, pairing.a_of, into_b, whole_b, whole_a)
        if part_a is not None and part_b is None:
            into_a[part_a] = match.a
        elif part_b is not None and part_a is None:
            into_b[part_b] = match.b
    (side_a, place_a), (side_b, place_b) = a.joined(into_a), b.joined(into_b)
    joined = Pairing(len(side_a.sentences), len(side_b.sentences))
    for match in reported(pairing.matches(), "diff", part(progress, 0.8, 1.0), every=10_000):
        joined.add(place_a[match.a], place_b[match.b], match.alike)
    return side_a, side_b, joined


def _part(
    side: Reading, index: int, partners: Sequence[int | None], taken: dict[int, int], own: list[str], other: list[str]
) -> int | None:
    """Return the neighbour of a paired passage that belongs to the same sentence of the other side."""
    if max(len(own), len(other)) > _SENTENCE:
        return None
    kept = common(own, other)
    for near in side.beside(index):
        if partners[near] is not None or near in taken or side.sentences[near].role != side.sentences[index].role:
            continue
        words = side.content(near)
        found = common([*own, *words] if near > index else [*words, *own], other) - kept
        if found >= max(_FEWEST, _FOUND * len(words)):
            return near
    return None

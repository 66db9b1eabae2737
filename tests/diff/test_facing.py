"""Every passage stands in one stretch; what counterpart sections have alone faces each other."""

from kwaicompare.diff.facing import Facing, facing
from kwaicompare.model.alignment import Alignment, Link
from kwaicompare.model.edit import Edit, Passage
from kwaicompare.model.span import Span

ALIGNMENT = Alignment((Link("1", "2", 0.7, "rewritten"),))


def old(section: str) -> Passage:
    return Passage(Span(0, 1), None, "dropped", 0.0, section_a=section)


def new(section: str) -> Passage:
    return Passage(None, Span(0, 1), "new", 0.0, section_b=section)


def pair(section_a: str, section_b: str) -> Passage:
    edits = (Edit("equal", Span(0, 1), Span(0, 1)),)
    return Passage(Span(0, 1), Span(0, 1), "same", 1.0, edits, section_a=section_a, section_b=section_b)


def test_counterparts_face_each_other_whichever_comes_first() -> None:
    passages = [pair("1", "2"), new("2"), new("2"), old("1")]
    assert list(facing(passages, ALIGNMENT)) == [Facing((0,), (0,)), Facing((3,), (1, 2))]


def test_other_sections_stand_alone_and_keep_their_order() -> None:
    passages = [old("9"), new("8"), old("1"), new("2")]
    assert list(facing(passages, ALIGNMENT)) == [Facing((0,), ()), Facing((), (1,)), Facing((2,), (3,))]


def test_a_pair_ends_the_stretch() -> None:
    passages = [old("1"), pair("1", "2"), new("2")]
    assert list(facing(passages, ALIGNMENT)) == [Facing((0,), ()), Facing((1,), (1,)), Facing((), (2,))]

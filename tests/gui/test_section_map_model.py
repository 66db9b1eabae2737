"""The section map: every section once, at its place, and a well-behaved item model."""

from array import array

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from kwaicompare.gui.models.section_map import SectionMapFilter, SectionMapModel, badge_of
from kwaicompare.gui.models.section_nodes import MapNode, build_section_map, joined
from kwaicompare.model.alignment import Alignment, Link
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.document import Document, Outline, Section, Source
from kwaicompare.model.keyword import Words
from kwaicompare.model.metric import Ledger
from kwaicompare.model.span import Span


def section(name: str, parent: str | None, level: int, start: int) -> Section:
    return Section(name, parent, level, None, name, Span(start, start + 5), Span(start, start + 1))


def edition(*sections: Section) -> Edition:
    source = Source("x.md", "0" * 64, "utf-8")
    return Edition(Document(source, "字" * 100, ()), Outline(sections), Words(array("L"), (), 100))


@pytest.fixture
def nested() -> Comparison:
    """Chapter 甲 with 一 and 二; the new edition splits 二, adds 新 to 甲, and a chapter 乙."""
    a = edition(section("甲", None, 1, 0), section("一", "甲", 2, 10), section("二", "甲", 2, 20))
    b = edition(
        section("B甲", None, 1, 0),
        section("B一", "B甲", 2, 10),
        section("新", "B甲", 2, 20),
        section("二之上", "B甲", 2, 30),
        section("二之下", "B甲", 2, 40),
        section("乙", None, 1, 50),
        section("乙一", "乙", 2, 60),
    )
    links = (
        Link("甲", "B甲", 0.9, "edited"),
        Link("一", "B一", 1.0, "same"),
        Link("二", "二之上", 0.8, "edited"),
        Link("二", "二之下", 0.7, "rewritten", moved=True),
    )
    return Comparison(a, b, Alignment(links, new=("新", "乙", "乙一")), (), Ledger(), ())


def outline(node: MapNode) -> list:
    return [(child.kind, child.title, child.counterpart, outline(child)) for child in node.children]


def test_map_of_nested_sections(nested: Comparison):
    assert outline(build_section_map(nested)) == [
        (
            "edited",
            "甲",
            "B甲",
            [
                ("same", "一", "B一", []),
                ("new", "新", "", []),
                ("edited", "二", "二之上", []),
                ("moved", "二", "二之下", []),
            ],
        ),
        ("group", "", "", [("new", "乙", "", [("new", "乙一", "", [])])]),
    ]


def test_map_in_the_order_of_the_new_edition(nested: Comparison):
    assert outline(build_section_map(nested, "new")) == [
        (
            "edited",
            "B甲",
            "甲",
            [
                ("same", "B一", "一", []),
                ("new", "新", "", []),
                ("edited", "二之上", "二", []),
                ("moved", "二之下", "二", []),
            ],
        ),
        ("new", "乙", "", [("new", "乙一", "", [])]),
    ]


def test_in_the_new_order_what_was_dropped_stands_where_it_would_be(comparison: Comparison):
    *sections, group = build_section_map(comparison, "new").children
    assert [node.title for node in sections] == ["桥梁", "河流", "夜游"]
    assert (group.kind, [node.title for node in group.children]) == ("group", ["渔业"])
    assert badge_of(group) == "−"


def test_by_weight_what_changed_most_stands_first(comparison: Comparison):
    nodes = build_section_map(comparison, "weight").children
    weights = [node.weight for node in nodes if node.kind != "group"]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 0
    assert nodes[-1].kind == "group"


def test_split_sections_and_moved_figures_are_told(nested: Comparison, comparison: Comparison):
    split = [node.counterpart for node in build_section_map(nested).below() if node.is_a("split")]
    assert split == ["二之上", "二之下"]
    assert not any(node.is_a("merged") for node in build_section_map(nested).below())
    assert not any(node.is_a("figures") or node.is_a("decided") for node in build_section_map(nested).below())


def test_a_line_put_on_another_joins_old_and_new(nested: Comparison):
    chapter, group = build_section_map(nested).children
    kept, added, first, second = chapter.children
    assert joined(kept, added) == ("一", "新")
    assert joined(added, kept) == ("一", "新")
    assert joined(first, second) == ("二", "二之下")
    assert joined(first, first) is None
    assert joined(added, group.children[0]) is None


def test_old_section_without_link_is_dropped(comparison: Comparison):
    kinds = {node.title: node.kind for node in build_section_map(comparison).children}
    assert kinds == {"河流": "edited", "桥梁": "moved", "渔业": "dropped", "": "group"}


def test_model_keeps_qt_s_rules(qapp, nested: Comparison, comparison: Comparison):
    model = SectionMapModel(str)
    proxy = SectionMapFilter()
    proxy.setSourceModel(model)
    testers = [
        QAbstractItemModelTester(tested, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for tested in (model, proxy)
    ]
    for shown in (nested, comparison, nested):
        model.set_root(build_section_map(shown))
        proxy.narrow("二", None)
        proxy.narrow("", "new")
        proxy.narrow("", None)
    assert len(testers) == 2
    assert model.rowCount() == proxy.rowCount() == 2


def test_section_is_found_by_id_of_either_edition(qapp, nested: Comparison):
    model = SectionMapModel(str)
    model.set_root(build_section_map(nested))
    assert model.node(model.find("二之下", "b")).counterpart == "二之下"
    assert model.node(model.find("二", "a")).counterpart == "二之上"
    assert not model.find("无此节", "a").isValid()


@pytest.mark.parametrize(
    ("text", "kind", "titles"),
    [("", "new", ["甲", "新", "乙", "乙一"]), ("二之", None, ["甲", "二", "二"]), ("乙一", None, ["乙", "乙一"])],
)
def test_filter_keeps_lines_and_what_is_above_them(qapp, nested: Comparison, text, kind, titles):
    model, proxy = SectionMapModel(str), SectionMapFilter()
    model.set_root(build_section_map(nested))
    proxy.setSourceModel(model)
    proxy.narrow(text, kind)
    found: list[str] = []

    def walk(parent: QModelIndex) -> None:
        for at in range(proxy.rowCount(parent)):
            index = proxy.index(at, 0, parent)
            found.append(model.node(proxy.mapToSource(index)).title)
            walk(index)

    walk(QModelIndex())
    assert [title for title in found if title] == titles


def test_place_leads_to_the_heading(nested: Comparison):
    chapter = build_section_map(nested).children[0]
    assert chapter.places() == ("a", 0, 1)
    assert chapter.children[1].places() == ("b", 20, 21)
    assert chapter.children[3].places() == ("b", 40, 41)

"""The section map of the HTML report: both outlines as one list.

Takes a comparison, returns markup: the sections of A with what became of each, then those only B has; each leads to
its first row. Leaves out the rows themselves (see ``panes``).

    A "专利", B "发明与专利", linked and moved  →  ⇄ 专利 → 发明与专利
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kwaicompare.model.comparison import Comparison
from kwaicompare.model.document import Section
from kwaicompare.report.markup import SIGNS, element, text
from kwaicompare.resources import Messages

Partners = Mapping[str, Sequence[tuple[Section, str]]]


def section_map(comparison: Comparison, wording: Messages) -> str:
    """List the sections of A with their counterparts, then the new ones of B."""
    rows = _first_rows(comparison)
    partners = _partners(comparison)
    dropped, new = set(comparison.alignment.dropped), set(comparison.alignment.new)
    items = [
        _item(section, "dropped", rows.get((0, section.id)), (), wording)
        if section.id in dropped
        else _linked(section, partners, rows, wording)
        for section in comparison.a.sections
    ]
    only_b = [
        _item(section, "new", rows.get((1, section.id)), (), wording)
        for section in comparison.b.sections
        if section.id in new
    ]
    heading = element("h3", text(wording("report.new_sections", count=len(only_b))))
    return element("ol", "".join(items)) + (heading + element("ol", "".join(only_b)) if only_b else "")


def section_label(section: Section) -> str:
    """Return a section's number and title."""
    return " ".join(part for part in (section.number, section.title) if part)


def _partners(comparison: Comparison) -> Partners:
    sections = comparison.b.outline.by_id()
    found: dict[str, list[tuple[Section, str]]] = defaultdict(list)
    for link in comparison.alignment.pairs:
        found[link.a].append((sections[link.b], "moved" if link.moved else link.relation))
    return found


def _linked(section: Section, partners: Partners, rows: dict[tuple[int, str], int], wording: Messages) -> str:
    own = partners.get(section.id, ())
    relation = own[0][1] if own else "same"
    renamed = [partner.title for partner, _ in own if partner.title != section.title]
    return _item(section, relation, rows.get((0, section.id)), renamed, wording)


def _item(section: Section, relation: str, row: int | None, renamed: Sequence[str], wording: Messages) -> str:
    sign = element("b", SIGNS[relation], title=wording(f"relation.{relation}")) if SIGNS[relation] else ""
    arrow = element("small", text("→ " + "；".join(renamed))) if renamed else ""
    target = {} if row is None else {"href": f"#r{row}"}
    link = element("a", sign + text(section_label(section)) + arrow, **target)
    return element("li", link, css=relation, style=f"--level:{section.level}")


def _first_rows(comparison: Comparison) -> dict[tuple[int, str], int]:
    """Map (side, section) to the first row that shows the section or one below it."""
    first: dict[tuple[int, str], int] = {}
    parents = [{section.id: section.parent for section in edition.sections} for edition in (comparison.a, comparison.b)]
    for row, passage in enumerate(comparison.passages):
        for side, innermost in enumerate((passage.section_a, passage.section_b)):
            section: str | None = innermost or None
            while section is not None and (side, section) not in first:
                first[side, section] = row
                section = parents[side].get(section)
    return first

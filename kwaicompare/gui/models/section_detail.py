"""What the panel and the tips of the section map say of a line: what became of the section, and why.

Takes: a comparison and a `MapNode`. Returns: lines of text in the language spoken now. Leaves out: widgets.

    rewritten · moved · split · 62 % · Δ 3 | headings alike: 专利; shared terms: 授权 申请 | numbering has a gap
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kwaicompare.gui.models.passage_detail import describe_reasons
from kwaicompare.gui.models.rows import FIGURE_SIGN
from kwaicompare.gui.models.vocabulary import vocabulary

if TYPE_CHECKING:
    from kwaicompare.gui.models.section_nodes import MapNode
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.resources import Messages


def describe_node(comparison: Comparison, node: MapNode) -> list[str]:
    """Return a line of facts, and where there are any: reasons, decision, doubt."""
    words = vocabulary()
    lines = ["  ·  ".join(_facts(node, words))]
    if node.link is not None and node.link.why:
        lines.append(describe_reasons(node.link, words))
    if any((pin.a, pin.b) in _absent(node) for pin in comparison.alignment.pins):
        lines.append(words("decision.absent"))
    if node.doubt:
        lines.append(f"? {words('doubt.' + node.doubt)}")
    return [line for line in lines if line]


def _facts(node: MapNode, words: Messages) -> list[str]:
    facts = [] if node.kind in ("parent", "group") else [words("relation." + node.kind)]
    if node.link is not None:
        if node.kind == "moved":
            facts.append(words("relation." + node.link.relation))
        facts.extend(words("relation." + kind) for kind in ("split", "merged") if node.is_a(kind))
        facts.append(f"{round(node.link.score * 100)} %")
    if node.figures:
        facts.append(f"{FIGURE_SIGN} {node.figures}")
    return facts


def _absent(node: MapNode) -> set[tuple[str | None, str | None]]:
    """Return what a decision that the line's section has no counterpart would look like."""
    return {(node.a.id, None)} if node.a is not None else {(None, node.b.id)} if node.b is not None else set()

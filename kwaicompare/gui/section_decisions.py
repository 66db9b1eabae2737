"""What the editor decides about sections and headings in the window: from an action to the next review.

Takes: actions, the section map, the reading page and the session. Returns: reviews, handed to the session's history.
Leaves out: what a decision is (`align/pins.py`, `structure/corrections.py`) and what follows from it (`session.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from kwaicompare.gui.models.rows import sections_of

if TYPE_CHECKING:
    from kwaicompare.gui.models.section_nodes import MapNode
    from kwaicompare.gui.session import Session
    from kwaicompare.gui.views.compare_page import ComparePage
    from kwaicompare.gui.views.section_map import SectionMapView
    from kwaicompare.model.comparison import Comparison
    from kwaicompare.model.document import Section
    from kwaicompare.model.review import Review
    from kwaicompare.model.span import Side

LINKING = ("link_sections", "unlink_sections", "pin_absent", "link_further", "release_sections")
HEADINGS = ("promote", "demote", "no_heading")


class SectionDecisions(QObject):
    """Connects the actions with what they decide. The core is loaded with the first decision, not before."""

    def __init__(
        self, actions: dict[str, QAction], session: Session, section_map: SectionMapView, page: ComparePage
    ) -> None:
        super().__init__(session)
        self._actions, self._session, self._map, self._page = actions, session, section_map, page
        doings: dict[str, Callable[[], None]] = {
            "undo": session.history.undo,
            "redo": session.history.redo,
            "link_sections": lambda: self._link_chosen(further=False),
            "link_further": lambda: self._link_chosen(further=True),
            "unlink_sections": self._unlink,
            "pin_absent": self._pin_absent,
            "release_sections": self._release,
            "promote": lambda: self._shift(-1),
            "demote": lambda: self._shift(1),
            "no_heading": lambda: self._shift(None),
            "heading_here": self._head,
        }
        for name, do in doings.items():
            actions[name].triggered.connect(lambda _=False, do=do: do())
        section_map.link_wanted.connect(lambda a, b: self._link(a, b, further=False))
        section_map.node_chosen.connect(lambda _: self.refresh())
        session.history.changed.connect(self.refresh)
        session.history.begun.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Offer what can be decided about the current section, undone and done again."""
        self._actions["undo"].setEnabled(self._session.history.can_undo)
        self._actions["redo"].setEnabled(self._session.history.can_redo)
        node, comparison = self._map.node, self._session.comparison
        section = None if node is None or comparison is None else node.a or node.b
        for name in (*LINKING, *HEADINGS):
            self._actions[name].setEnabled(section is not None)
        self._actions["heading_here"].setEnabled(comparison is not None)
        if section is not None and node is not None and comparison is not None:
            pins = comparison.alignment.pins
            self._actions["unlink_sections"].setEnabled(node.link is not None)
            self._actions["pin_absent"].setEnabled(not any(pin.about(*_ids(node)) and pin.absent for pin in pins))
            self._actions["release_sections"].setEnabled(any(pin.about(*_ids(node)) for pin in pins))

    def _link_chosen(self, further: bool) -> None:
        pair = self._map.chosen_pair()
        if pair is not None:
            self._link(*pair, further)

    def _link(self, a: str, b: str, further: bool) -> None:
        from kwaicompare.align.pins import link

        self._session.decide(lambda review, comparison: link(review, comparison, a, b, further))

    def _unlink(self) -> None:
        from kwaicompare.align.pins import unlink

        node = self._map.node
        if node is not None and node.link is not None:
            a, b = node.link.a, node.link.b
            self._session.decide(lambda review, comparison: unlink(review, comparison, a, b))

    def _pin_absent(self) -> None:
        from kwaicompare.align.pins import pin_absent

        node = self._map.node
        if node is not None:
            a, b = _ids(node)
            lone = (a, None) if a is not None and (node.lead == "a" or b is None) else (None, b)
            self._session.decide(lambda review, comparison: pin_absent(review, comparison, *lone))

    def _release(self) -> None:
        from kwaicompare.align.pins import release

        node = self._map.node
        if node is not None:
            self._session.decide(lambda review, comparison: release(
                review, comparison,
                [(pin.a, pin.b) for pin in comparison.alignment.pins if pin.about(*_ids(node))],
            ))  # fmt: skip

    def _shift(self, step: int | None) -> None:
        """Raise or lower the current section's heading, or make it none."""
        node = self._map.node
        section = None if node is None else node.on(node.lead) or node.a or node.b
        if node is None or section is None:
            return
        side: Side = "a" if section is node.a else "b"
        level = None if step is None else max(1, section.level + step)
        if level != section.level:
            self._set_level(side, section, level)

    def _set_level(self, side: Side, section: Section, level: int | None) -> None:
        from kwaicompare.structure.corrections import set_level

        def decide(review: Review, comparison: Comparison) -> Review:
            document = (comparison.a if side == "a" else comparison.b).document
            return set_level(review, side, document, section.heading, level)

        self._session.decide(decide)

    def _head(self) -> None:
        """Make the current passage a heading below the section it stands in."""
        from kwaicompare.structure.corrections import set_level

        row, side = self._page.current_row(), self._page.panes.side
        span = None if row is None else row.on(side)
        if row is None or span is None:
            return

        def decide(review: Review, comparison: Comparison) -> Review:
            edition = comparison.a if side == "a" else comparison.b
            around = edition.outline.by_id().get(sections_of(comparison, row)[0 if side == "a" else 1])
            return set_level(review, side, edition.document, span, around.level + 1 if around else 1)

        self._session.decide(decide)


def _ids(node: MapNode) -> tuple[str | None, str | None]:
    return node.a.id if node.a else None, node.b.id if node.b else None

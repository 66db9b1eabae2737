"""Fixtures of the window's tests: an invented comparison, and proof that no test leaves windows or threads behind."""

import gc
import os
from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from kwaicompare.gui.language import Translators
from kwaicompare.gui.main_window import MainWindow
from kwaicompare.gui.session import NO_PLACES, Places
from kwaicompare.gui.settings import Settings
from kwaicompare.gui.tasks import Worker
from kwaicompare.model.alignment import Alignment, Link, Reason
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.model.document import Document, Line, Outline, Section, Source
from kwaicompare.model.edit import Edit, Passage, PassageRelation, PassageRole
from kwaicompare.model.keyword import Words
from kwaicompare.model.metric import Bounds, Delta, Ledger, Mention
from kwaicompare.model.span import Span

# The offscreen platform says this of every window shown; it is no news.
_OFFSCREEN = "This plugin does not support propagateSizeHints"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform's own remark pass; every other Qt warning fails its test."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN))


@pytest.fixture(autouse=True)
def _own_library(tmp_path_factory, monkeypatch):
    """Keep the tests away from the library of whoever runs them."""
    monkeypatch.setenv("KWAICOMPARE_LIBRARY", str(tmp_path_factory.mktemp("library")))


class Told(NamedTuple):
    """A passage as a test tells it; ``None`` is a missing side."""

    a: str | None
    b: str | None
    relation: PassageRelation
    role: PassageRole = "text"
    sections: tuple[str, str] = ("", "")
    rewritten: bool = False


STORY = (
    Told("# 河流", "# 河流", "same", "heading", ("a1", "b1")),
    Told("河水清澈。", "河水清澈。", "same", "text", ("a1", "b1")),
    Told("全长120公里。", "全长135公里。", "edited", "text", ("a1", "b1")),
    Told("两岸种柳。", None, "dropped", "text", ("a1", "")),
    Told(None, "两岸建了步道。", "new", "text", ("", "b1")),
    Told("# 桥梁", "# 桥梁", "moved", "heading", ("a2", "b2")),
    Told("老桥三座。", "老桥三座。", "moved", "text", ("a2", "b2")),
    Told("渡口已停用。", "渡口改作码头博物馆。", "edited", "text", ("a2", "b2"), True),
    Told("# 渔业", None, "dropped", "heading", ("a3", "")),
    Told(None, "# 夜游", "new", "heading", ("", "b3")),
    Told("尾声。", "尾声。", "same", "text", ("a3", "b3")),
    Told("灯塔在北岸。", "灯塔在北岸。", "moved", "text", ("a3", "b2")),
)
# Where the new edition has the passages: the bridges come first, and the lighthouse with them.
NEW_ORDER = (5, 6, 7, 11, 0, 1, 2, 4, 9, 10)


def tell(story: tuple[Told, ...], new_order: tuple[int, ...]) -> Comparison:
    """Build the comparison of a story; ``new_order`` lists the passages that the new edition has, in its order."""
    text_a, spans_a = _joined(story, "a", range(len(story)))
    text_b, spans_b = _joined(story, "b", new_order)
    passages = tuple(_passage(told, spans_a.get(at), spans_b.get(at)) for at, told in enumerate(story))
    a = _edition(text_a, "甲", "2022", _sections(story, spans_a, "a", len(text_a)))
    b = _edition(text_b, "乙", "2026", _sections(story, spans_b, "b", len(text_b)))
    return Comparison(a, b, _alignment(), passages, _ledger(text_a, text_b), ())


def _joined(story: tuple[Told, ...], side: str, order: tuple[int, ...] | range) -> tuple[str, dict[int, Span]]:
    text, spans = "", {}
    for at in order:
        words = story[at].a if side == "a" else story[at].b
        if words is not None:
            spans[at] = Span(len(text), len(text) + len(words))
            text += words + "\n"
    return text, spans


def _passage(told: Told, a: Span | None, b: Span | None) -> Passage:
    edits: tuple[Edit, ...] = ()
    if a is not None and b is not None:
        if told.rewritten or told.relation in ("same", "moved"):
            edits = (Edit("replace" if told.rewritten else "equal", a, b),)
        else:
            edits = _word_edits(told, a, b)
    role, (section_a, section_b) = told.role, told.sections
    score = 1.0 if told.relation in ("same", "moved") else 0.6
    return Passage(a, b, told.relation, score, edits, told.rewritten, False, role, section_a, section_b)


def _word_edits(told: Told, a: Span, b: Span) -> tuple[Edit, ...]:
    """Mark the middle: everything between the common beginning and the common end."""
    assert told.a is not None
    assert told.b is not None
    head = _common(told.a, told.b)
    tail = min(_common(told.a[::-1], told.b[::-1]), min(len(told.a), len(told.b)) - head)
    cuts_a = (a.start, a.start + head, a.end - tail, a.end)
    cuts_b = (b.start, b.start + head, b.end - tail, b.end)
    operations = ("equal", "replace", "equal")
    return tuple(
        Edit(operations[at], Span(*cuts_a[at : at + 2]), Span(*cuts_b[at : at + 2]))
        for at in range(3)
        if cuts_a[at] < cuts_a[at + 1] or cuts_b[at] < cuts_b[at + 1]
    )


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


def _sections(story: tuple[Told, ...], spans: dict[int, Span], side: str, length: int) -> tuple[Section, ...]:
    """Make a section of each run of headings told of the same section."""
    at_side = 0 if side == "a" else 1
    places = sorted((span.start, at) for at, span in spans.items() if story[at].role == "heading")
    sections: list[Section] = []
    for name, group in groupby((at for _, at in places), key=lambda at: story[at].sections[at_side]):
        lines = list(group)
        words = [((story[at].a, story[at].b)[at_side] or "").lstrip("# ") for at in lines]
        number = words.pop(0) if words[0].isdigit() else None
        heading = Span(spans[lines[0]].start, spans[lines[-1]].end)
        sections.append(Section(name, None, 1, number, " ".join(words), Span(heading.start, length), heading))
    ends = [*(section.span.start for section in sections[1:]), length][: len(sections)]
    return tuple(
        replace(section, span=Span(section.span.start, end)) for section, end in zip(sections, ends, strict=True)
    )


def _edition(text: str, title: str, edition: str, sections: tuple[Section, ...]) -> Edition:
    lines, at = [], 0
    for words in text.splitlines():
        heading = words.startswith("# ")
        span = Span(at, at + len(words))
        content = Span(at + 2 if heading else at, span.end)
        lines.append(Line(span, "heading" if heading else "text", content, 1 if heading else None))
        at = span.end + 1
    source = Source(f"{title}.md", "0" * 64, "utf-8", title, edition)
    return Edition(Document(source, text, tuple(lines)), Outline(sections), Words(array("L"), (), len(text)))


def _alignment() -> Alignment:
    why = (Reason("heading", 0.6), Reason("terms", 0.4, ("河水", "两岸")))
    links = (Link("a1", "b1", 0.9, "edited", why=why), Link("a2", "b2", 0.8, "rewritten", moved=True, why=why))
    return Alignment(links, dropped=("a3",), new=("b3",))


def _ledger(text_a: str, text_b: str) -> Ledger:
    mentions = []
    for text, quote, value in ((text_a, "120公里", 120), (text_b, "135公里", 135)):
        at = text.find(quote)
        bounds = Bounds(Decimal(value), Decimal(value))
        mentions.append(Mention(Span(at, at + len(quote)), quote, "metric", bounds, indicator="全长"))
    fifteen, percent = Decimal(15), Decimal("12.5")
    delta = Delta("全长", *mentions, absolute=Bounds(fifteen, fifteen), percent=Bounds(percent, percent))
    return Ledger((delta,))


@pytest.fixture
def comparison() -> Comparison:
    """Return an invented comparison with passages of every relation, linked sections and a figure that moved."""
    return tell(STORY, NEW_ORDER)


@pytest.fixture
def telling() -> Callable[..., Comparison]:
    """Return `tell`, for a story of the test's own; the figure of the common story may be missing from it."""

    def build(story: tuple[Told, ...], new_order: tuple[int, ...]) -> Comparison:
        figures = Told("全长120公里。", "全长135公里。", "edited")
        return tell((*story, figures), (*new_order, len(story)))

    return build


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window or a busy worker thread, and restore what is global: locale and font."""
    if "qapp" not in request.fixturenames and "qtbot" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    before, locale, font = set(QApplication.topLevelWidgets()), QLocale(), QApplication.font()
    yield
    QLocale.setDefault(locale)
    QApplication.setFont(font)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    left = [widget for widget in QApplication.topLevelWidgets() if widget not in before and widget.isVisible()]
    workers = [found for found in gc.get_objects() if type(found) is Worker and isValid(found)]
    busy = [worker for worker in workers if worker.busy]
    assert not left, f"windows left open: {left}"
    assert not busy, "a worker thread is still busy"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings in a file of the test's own."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def open_window(qtbot, settings: Settings) -> Callable[..., MainWindow]:
    """Return a function that shows the main window in a language; it is closed with its worker after the test."""

    def build(language: str = "en", places: Places = NO_PLACES) -> MainWindow:
        translators = Translators()
        translators.speak(language)
        window = MainWindow(settings, translators, "light", places)
        qtbot.addWidget(window, before_close_func=lambda window: (window.worker.close(), translators.speak("en")))
        window.resize(1280, 720)
        window.show()
        qtbot.waitExposed(window)
        return window

    return build


@pytest.fixture
def open_texts(qtbot, open_window: Callable[..., MainWindow], tmp_path: Path) -> Callable[..., MainWindow]:
    """Return a function that opens two texts as a.md and b.md in a window and waits for their comparison."""

    def build(old: str, new: str, places: Places = NO_PLACES) -> MainWindow:
        for name, text in (("a.md", old), ("b.md", new)):
            (tmp_path / name).write_text(text, encoding="utf-8")
        window = open_window(places=places)
        with qtbot.waitSignal(window.comparison_shown, timeout=20_000):
            window.open(str(tmp_path / "a.md"), str(tmp_path / "b.md"))
        return window

    return build

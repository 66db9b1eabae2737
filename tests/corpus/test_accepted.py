"""The comparison of the two digest editions, as a text to be read: what changes in it is a change for the user.

``make accept`` rewrites ``accepted/digests.txt``; review its difference before committing.
"""

import os
from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest

from kwaicompare import workspace
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.read.corpus import corpus_entries
from kwaicompare.report.json import caveat_text
from kwaicompare.report.summary import summary_lines
from kwaicompare.report.wording import change_text

ACCEPTED = Path(__file__).parent / "accepted" / "digests.txt"
KEYWORDS = 20


@pytest.fixture(scope="module")
def digests() -> Comparison:
    """Compare the digest editions that ship with the program."""
    old, new = (workspace.open_edition(str(entry.digest_path)) for entry in corpus_entries())
    return workspace.compare(old, new)


def _dump(comparison: Comparison) -> Iterator[str]:
    yield from summary_lines(comparison, "zh_CN")
    for name, edition in (("旧版", comparison.a), ("新版", comparison.b)):
        yield f"\n== 章节树 {name}"
        yield from _outline(edition)
    yield "\n== 章节对应"
    yield from _section_map(comparison)
    yield "\n== 数字变化"
    yield from _ledger(comparison)
    yield "\n== 关键词"
    yield from _keywords(comparison)


def _outline(edition: Edition) -> Iterator[str]:
    figures = Counter(mention.section for mention in edition.mentions)
    for section in edition.sections:
        size = f"{len(section.span)} 字，本节数字 {figures[section.id]} 处"
        yield f"{'  ' * section.level}{section.number or '·'} {section.title}（{size}）"


def _section_map(comparison: Comparison) -> Iterator[str]:
    titles_a = {section.id: section.title for section in comparison.a.sections}
    titles_b = {section.id: section.title for section in comparison.b.sections}
    for link in comparison.alignment.pairs:
        moved = " moved" if link.moved else ""
        yield f"  {titles_a[link.a]} → {titles_b[link.b]} [{link.relation}{moved} {link.score:.1f}]"
    for name in comparison.alignment.dropped:
        yield f"  − {titles_a[name]}（旧版独有）"
    for name in comparison.alignment.new:
        yield f"  + {titles_b[name]}（新增）"


def _ledger(comparison: Comparison) -> Iterator[str]:
    for delta in comparison.ledger.deltas:
        percent = change_text(delta.percent, "%", "zh_CN") or "?"
        caveats = "; ".join(map(caveat_text, delta.caveats))
        yield f"  {delta.indicator}: {delta.a.quote} → {delta.b.quote}  {percent}  {caveats}".rstrip()


def _keywords(comparison: Comparison) -> Iterator[str]:
    for statuses in (("risen", "new"), ("fallen", "gone")):
        terms = [term for term in comparison.keywords if term.status in statuses]
        yield f"  {'/'.join(statuses)}: " + "、".join(f"{t.term} {t.count_a}→{t.count_b}" for t in terms[:KEYWORDS])


def test_comparison_of_the_digests_reads_as_accepted(digests: Comparison) -> None:
    dump = "\n".join(_dump(digests)) + "\n"
    if os.environ.get("ACCEPT") == "1":
        ACCEPTED.parent.mkdir(exist_ok=True)
        ACCEPTED.write_text(dump, encoding="utf-8", newline="\n")
    accepted = ACCEPTED.read_text(encoding="utf-8")
    changes = unified_diff(accepted.splitlines(), dump.splitlines(), "accepted", "now", lineterm="", n=1)
    assert dump == accepted, "\n".join(["run make accept if this is wanted:", *changes])


def test_every_section_of_the_digests_is_accounted_for(digests: Comparison) -> None:
    alignment = digests.alignment
    parents_a = {section.parent for section in digests.a.sections}
    leaves = [section.id for section in digests.a.sections if section.id not in parents_a]
    known = {link.a for link in alignment.pairs} | set(alignment.dropped)
    assert [name for name in leaves if name not in known] == []

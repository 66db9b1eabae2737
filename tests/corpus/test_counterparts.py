"""Counterpart sections against readings (``*sections_gold.txt``), real statutes, and real texts cut up at run time.

``python tests/corpus/test_counterparts.py [-v]`` prints precision, recall and F1 of every set, with -v what was missed.
A predicted section counts as the gold section it is or lies in; a chapter that is merely related stands for itself.
"""

import json
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from kwaicompare.align.evidence import own_spans
from kwaicompare.align.sections import align_sections
from kwaicompare.compare import cut_words, read_edition
from kwaicompare.model.comparison import Edition
from kwaicompare.model.document import Section
from kwaicompare.structure.rows import letters

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
FULL = ("corpus/001_23c2df0eac8db2d4.txt", "corpus/002_d74c0810d055dd35.txt")
DIGESTS = (HERE.parents[1] / "corpus/kuaishou-2022.md", HERE.parents[1] / "corpus/kuaishou-2026.md")
REPORTS = ("eval/bilingual/gwr-2015.txt", "eval/bilingual/gwr-2016.txt")
PAPERS_GOLD, REPORTS_GOLD = HERE / "sections_gold.txt", HERE / "gwr_sections_gold.txt"


class Score(NamedTuple):
    """What was found, and by name what was not and what should not have been."""

    found: int
    precision: float
    recall: float
    f1: float
    missed: list[str]
    false: list[str]


def at_hand(name: str) -> Path:
    folders = [SHARED, *map(Path, filter(None, os.environ.get("KWAICOMPARE_CORPUS", "").split(os.pathsep)))]
    for folder in folders:
        for path in (folder / name, folder / Path(name).name):
            if path.is_file():
                return path
    pytest.skip(f"{name} is not at hand")


def aligned(left: Path, right: Path) -> tuple[Edition, Edition, list[tuple[Section, Section]]]:
    a, b = cut_words([read_edition(left), read_edition(right)])
    from_a, from_b = a.outline.by_id(), b.outline.by_id()
    return a, b, [(from_a[link.a], from_b[link.b]) for link in align_sections(a, b).pairs]


def score(tp: int, missed: Iterable[str], false: Iterable[str]) -> Score:
    missed, false = sorted(missed), sorted(false)
    precision, recall = tp / max(1, tp + len(false)), tp / max(1, tp + len(missed))
    return Score(tp, precision, recall, 2 * precision * recall / max(1e-9, precision + recall), missed, false)


def gold_lines(path: Path, column: int = -1) -> list[tuple[int, str, str]]:
    """Read (grade, beginning of a heading, beginning of a heading); the columns of grades end with the settled one."""
    rows = [line.split("|") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    graded = [(int(row[0].split()[column]), letters(row[1]), letters(row[2])) for row in rows]
    return [row for row in graded if row[0]]


def under(edition: Edition, beginning: str, grade: int) -> set[str]:
    """Return the sections a beginning of a heading names, with what lies below (a merely related chapter without)."""
    named = {section.id for section in edition.sections if letters(section.title).startswith(beginning)}
    assert named, beginning
    found = set(named)
    for section in edition.sections:
        if section.parent in found and (grade == 2 or edition.outline.by_id()[section.parent].level > 1):
            found.add(section.id)
    return found


def by_reading(left: Path, right: Path, gold: Path, column: int = -1) -> Score:
    a, b, pairs = aligned(left, right)
    lines = gold_lines(gold, column)
    covered = [(line, under(a, line[1], line[0]), under(b, line[2], line[0])) for line in lines]
    core = {line for line in lines if line[0] == 2}
    found, false = set(), []
    for one, other in pairs:
        hits = [line for line, ids, others in covered if one.id in ids and other.id in others]
        found.update(core.intersection(hits))
        if not hits:
            false.append(f"{one.title} ~ {other.title}")
    return score(len(found), (f"{left} ~ {right}" for _, left, right in core - found), false)


def by_articles(name: str) -> Score:
    folder = at_hand(f"eval/statutes/{name}.json").parent
    truth = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    _, _, pairs = aligned(folder / f"{name}-old.md", folder / f"{name}-new.md")
    places = [{unit["number"]: at for at, unit in enumerate(truth[side])} for side in "ab"]
    articles = [(a.number, b.number) for a, b in pairs]
    found = {(places[0][one], places[1][two]) for one, two in articles if one in places[0] and two in places[1]}
    core, optional = {(i, j) for i, j, _ in truth["pairs"]}, {tuple(pair) for pair in truth["optional"]}

    def named(pair: tuple[int, int]) -> str:
        return f"{truth['a'][pair[0]]['number']} ~ {truth['b'][pair[1]]['number']}"

    return score(len(found & core), map(named, core - found), map(named, found - core - optional))


Paper = list[tuple[str, str]]
"""Titles and texts."""


def sections_of(path: Path, least: int = 120) -> Paper:
    """Cut a document into its sections' own texts, each as one paragraph."""
    (edition,) = cut_words([read_edition(path)])
    found = []
    for section, own in zip(edition.sections, own_spans(edition.sections), strict=True):
        text = "".join(edition.text[section.heading.end : own.end].translate({35: " ", 124: " "}).split())
        if len(text) >= least:
            found.append((section.title, text))
    return found


def sentences(text: str) -> list[str]:
    return [part + "。" for part in text.replace("\n", "").split("。") if part.strip()]


def thinned(text: str, keep: float, chance: random.Random) -> str:
    """Keep some of the sentences, and of those some of the clauses."""
    kept = [sentence for sentence in sentences(text) if chance.random() < 0.6]
    thin = ["，".join(clause for clause in one.split("，") if chance.random() < keep) for one in kept]
    return "。".join(filter(None, thin)) or text[:60]


def written(paper: Paper, path: Path, titled: bool = True) -> Path:
    rows = [f"## {title if titled else f'第{at}号'}\n\n{text}\n" for at, (title, text) in enumerate(paper, 1)]
    path.write_text("# 汇编\n\n" + "\n".join(rows), encoding="utf-8")
    return path


def by_places(a: Paper, b: Paper, gold: set[tuple[int, int]], titled: bool = True) -> Score:
    with tempfile.TemporaryDirectory() as folder:
        left = written(a, Path(folder) / "a.md")
        ed_a, ed_b, pairs = aligned(left, written(b, Path(folder) / "b.md", titled))
    place = [{section.id: at for at, section in enumerate(edition.sections)} for edition in (ed_a, ed_b)]
    assert [len(ids) for ids in place] == [len(a), len(b)]
    found = {(place[0][x.id], place[1][y.id]) for x, y in pairs}

    def named(pair: tuple[int, int]) -> str:
        return f"{a[pair[0]][0]} ~ {b[pair[1]][0]}"

    return score(len(found & gold), map(named, gold - found), map(named, found - gold))


def pooled(scores: list[Score]) -> Score:
    """Take several runs as one; a name missed twice counts twice."""
    missed = [row for one in scores for row in one.missed]
    false = [row for one in scores for row in one.false]
    return score(sum(one.found for one in scores), missed, false)


def shuffled(source: str, keep: float, titled: bool, runs: int = 4) -> Score:
    """Leave out a quarter of the sections of either side, shuffle and thin one of them, in several ways."""
    paper = sections_of(at_hand(source))
    scores = []
    for run in range(runs):
        chance = random.Random(f"{source} {run}")
        order = list(range(len(paper)))
        chance.shuffle(order)
        quarter = len(paper) // 4
        left, right = sorted(order[quarter:]), [*order[: 2 * quarter], *order[3 * quarter :]]
        chance.shuffle(right)
        b = [(paper[at][0], thinned(paper[at][1], keep, chance)) for at in right]
        gold = {(left.index(at), j) for j, at in enumerate(right) if at in left}
        scores.append(by_places([paper[at] for at in left], b, gold, titled))
    return pooled(scores)


def split_and_merged(source: str) -> Score:
    """Split every third section in the middle, merge every third pair of neighbours; the titles are gone."""
    chance = random.Random(source)
    paper = [(title, text) for title, text in sections_of(at_hand(source), 300) if len(sentences(text)) > 3]
    b: Paper = []
    gold: set[tuple[int, int]] = set()
    at = 0
    while at < len(paper):
        title, text = paper[at]
        kind = at % 4
        if kind == 0:
            parts = sentences(text)
            gold |= {(at, len(b)), (at, len(b) + 1)}
            b += [(f"{title}上", "".join(parts[: len(parts) // 2])), (f"{title}下", "".join(parts[len(parts) // 2 :]))]
        elif kind == 1 and at + 1 < len(paper):
            gold |= {(at, len(b)), (at + 1, len(b))}
            b.append((title, thinned(text, 0.9, chance) + thinned(paper[at + 1][1], 0.9, chance)))
            at += 1
        else:
            gold.add((at, len(b)))
            b.append((title, text))
        at += 1
    return by_places(paper, b, gold, titled=False)


def statute(name: str) -> Callable[[], Score]:
    return lambda: by_articles(name)


SETS: dict[str, tuple[float, Callable[[], Score]]] = {
    "papers": (0.85, lambda: by_reading(at_hand(FULL[0]), at_hand(FULL[1]), PAPERS_GOLD)),
    "papers by annotator 1": (0.75, lambda: by_reading(at_hand(FULL[0]), at_hand(FULL[1]), PAPERS_GOLD, 0)),
    "papers by annotator 2": (0.75, lambda: by_reading(at_hand(FULL[0]), at_hand(FULL[1]), PAPERS_GOLD, 1)),
    "digests": (0.80, lambda: by_reading(*DIGESTS, PAPERS_GOLD)),
    "government reports": (0.80, lambda: by_reading(at_hand(REPORTS[0]), at_hand(REPORTS[1]), REPORTS_GOLD)),
    "charity": (0.98, statute("charity")),
    "company": (0.98, statute("company")),
    "2022 shuffled, thinned": (0.95, lambda: shuffled(FULL[0], 0.6, True)),
    "2022 shuffled, thinned, untitled": (0.9, lambda: shuffled(FULL[0], 0.5, False)),
    "2026 shuffled, thinned": (0.95, lambda: shuffled(FULL[1], 0.6, True)),
    "2026 shuffled, thinned, untitled": (0.85, lambda: shuffled(FULL[1], 0.5, False)),
    "charity shuffled, thinned, untitled": (0.9, lambda: shuffled("eval/statutes/charity-new.md", 0.6, False)),
    "2026 split and merged": (0.9, lambda: split_and_merged(FULL[1])),
    "2022 split and merged": (0.9, lambda: split_and_merged(FULL[0])),
}


@pytest.mark.parametrize("name", list(SETS))
def test_counterparts_reach_their_mark(name: str) -> None:
    wanted, measure = SETS[name]
    result = measure()
    assert result.f1 >= wanted, (result.missed, result.false)


def editions(left: Path, right: Path) -> tuple[Edition, Edition]:
    a, b = cut_words([read_edition(left), read_edition(right)])
    return a, b


def test_swapping_the_papers_mirrors_the_links() -> None:
    a, b = editions(at_hand(FULL[0]), at_hand(FULL[1]))
    there, back = align_sections(a, b), align_sections(b, a)
    assert {(link.a, link.b, link.score) for link in there.pairs} == {
        (link.b, link.a, link.score) for link in back.pairs
    }
    assert {(link.a, link.b) for link in there.related} == {(link.b, link.a) for link in back.related}


@pytest.mark.parametrize("name", [*FULL, REPORTS[1], "eval/statutes/company-new.md"])
def test_a_document_beside_itself_is_the_same(name: str) -> None:
    a, b = editions(at_hand(name), at_hand(name))
    alignment = align_sections(a, b)
    assert {(link.relation, link.moved) for link in alignment.pairs} == {("same", False)}
    assert all(link.a == link.b for link in alignment.pairs)
    assert (alignment.dropped, alignment.new) == ((), ())


def test_documents_of_different_matters_share_next_to_nothing() -> None:
    for left, right in ((FULL[0], REPORTS[0]), (FULL[1], "eval/statutes/company-old.md")):
        a, b = editions(at_hand(left), at_hand(right))
        assert len(align_sections(a, b).pairs) <= 2


def main() -> None:
    for name, (wanted, measure) in SETS.items():
        result = measure()
        print(f"{name:36} P {result.precision:.3f} R {result.recall:.3f} F1 {result.f1:.3f} (to reach {wanted})")
        if "-v" in sys.argv:
            rows = [f"    missed {row}" for row in result.missed] + [f"    false  {row}" for row in result.false]
            print("\n".join(rows))


if __name__ == "__main__":
    main()

"""The digest editions are faithful and their own: every figure of the paper, no other, and no sentence of it.

A figure is a numeral with its magnitude (1.4万, 91.2%), and where a measure word follows, that word too (7321件).
Numbers that only order things are not figures: page numbers, numbers of chapters and of list items.
"""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from kwaicompare.compare import read_edition
from kwaicompare.model.comparison import Edition
from kwaicompare.read.corpus import corpus_entries

ORDINAL = re.compile(
    r"""(?mx)
      ^ .* \t \d+ \s* $               # a line of the contents table
    | ^ .* \b p\.\d+ \s* $            # the same, with p.
    | ^ [#\s]* (?:PART)? \s* \d{1,3} \s* $   # a page or chapter number on its own
    | ^ \#+ [ \t]+ \d{2,3} (?=\s)     # a number before a title
    | ^ \s* 0\d{1,2} (?=\s)           # the same, without marks
    | ^ \s* (?:-\s*)? \d{1,2} [、.] (?!\d)   # a list number
    """
)
MARKS = re.compile(r"<[^>]*>|!\[[^\]]*\]\([^)]*\)|\*\*|(?<!\d)\*|\*(?!\d)|[`|]")
FIGURE = re.compile(
    r"(?<![\d.])(\d+(?:,\d{3})*(?:\.\d+)?)\s*(万亿|[十百千万亿%‰])?"
    r"\+?[余多]?\s*([件项人个名家款条次元篇台年月日亩度吨天倍秒位种部起轮笔户届])?"
)
COPIED = 26
Figures = set[tuple[str, str]]


def _figures(text: str) -> Figures:
    plain = unicodedata.normalize("NFKC", text).replace("\\", " ")
    plain = ORDINAL.sub("", MARKS.sub("", plain))
    return {
        (match[1].replace(",", "") + (match[2] or ""), unit)
        for match in FIGURE.finditer(plain)
        for unit in _units(match)
    }


def _units(match: re.Match[str]) -> set[str]:
    """Return the bare numeral and, where there is one, the numeral with its measure word."""
    return {"", match[3] or ""}


def _han(text: str) -> str:
    return "".join(re.findall(r"[\u3400-\u9fff〇]", text))


def test_extraction_knows_figures_from_order() -> None:
    text = "## 03 灯塔\n3、维修**1,200**余座，占 12.5%\n目录\t17\n\n42\n共投入3.6亿元；规格128*400"
    wanted = {("1200", ""), ("12.5%", ""), ("3.6亿", ""), ("3.6亿", "元"), ("128", ""), ("400", "")}
    assert _figures(text) == wanted


@pytest.fixture(params=[entry.name for entry in corpus_entries()], scope="module")
def editions(request: pytest.FixtureRequest, full_paper: Callable[[str], Path]) -> tuple[Edition, Edition]:
    """Return the full text and the digest edition of one document of the corpus."""
    entry = next(entry for entry in corpus_entries() if entry.name == request.param)
    return read_edition(full_paper(entry.name)), read_edition(entry.digest_path)


@pytest.fixture
def pair(editions: tuple[Edition, Edition]) -> tuple[str, str]:
    """Return the two as plain text."""
    return editions[0].text, editions[1].text


def test_digest_has_every_figure_of_the_paper(pair: tuple[str, str]) -> None:
    paper, digest = pair
    assert sorted(_figures(paper) - _figures(digest)) == []


def test_digest_has_no_figure_that_the_paper_has_not(pair: tuple[str, str]) -> None:
    paper, digest = pair
    assert sorted(_figures(digest) - _figures(paper)) == []


def test_figures_as_the_program_reads_them_agree(editions: tuple[Edition, Edition]) -> None:
    """Each of the digest stands in the paper with its unit; the paper also repeats some in call-outs without theirs."""
    paper, digest = map(_quantities, editions)
    assert digest - paper == set()
    assert {value for value, _ in paper} == {value for value, _ in digest}


def _quantities(edition: Edition) -> set[tuple[Decimal | None, str]]:
    found = [mention.canonical for mention in edition.mentions]
    return {(c.bounds.high if c.bounds.low is None else c.bounds.low, c.unit) for c in found}


def test_digest_copies_no_sentence(pair: tuple[str, str]) -> None:
    paper, digest = map(_han, pair)
    runs = {paper[start : start + COPIED] for start in range(len(paper) - COPIED + 1)}
    copied = [digest[start : start + COPIED] for start in range(len(digest) - COPIED + 1)]
    assert [run for run in copied if run in runs] == []

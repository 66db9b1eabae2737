"""What a rule across editions must know of each: the year it is of, and whether it is a statute.

Takes an edition. The year comes from its known edition, its title, or the first date printed at its head. Leaves out
guessing from the figures: a report of 2031 speaks of 2030 all the time.

    ---\\ndate: 2031-04-02    → 2031
"""

import re

from kwaicompare.model.comparison import Edition

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?(?:年\s?\d{1,2}\s?月|[-/.]\d{1,2}[-/.]\d{1,2})")
_ARTICLE = re.compile(r"^\W*第[零〇一二三四五六七八九十百千]+条", re.MULTILINE)
_HEAD = 600
_FEWEST_ARTICLES = 10


def edition_year(edition: Edition) -> int | None:
    """Return the year an edition is of."""
    source = edition.document.source
    for told in (source.edition, source.title):
        named = _YEAR.search(told)
        if named:
            return int(named[1])
    dated = _DATE.findall(edition.text[:_HEAD])
    return max(map(int, dated)) if dated else None


def is_statute(edition: Edition) -> bool:
    """Tell whether an edition is made of articles, whose sentences and figures are kept on purpose."""
    return len(_ARTICLE.findall(edition.text)) >= _FEWEST_ARTICLES

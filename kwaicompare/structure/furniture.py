"""Rows that are furniture by what they say: captions, notes, page numbers, navigation, copyright, download links.

Takes rows; returns kinds by row index. Leaves out what needs the outline: call-outs, figure titles and running heads
are told apart from headings in `headings`.

    "◀ 两种方案的比较" → caption; "相关阅读" and all below → navigation; "- 12 -" → page_number
"""

import re
from itertools import pairwise

from kwaicompare.model.document import FurnitureKind
from kwaicompare.structure.rows import HOLE, Row, letters

_CAPTION = re.compile(
    r"[◀▶◁▷►◄▲△▼]|(?:图|表|圖|附图|照片|图片|figure|fig\.|table|chart|photo)\s?[0-9一二三四五六七八九十]{0,3}"
    r"(?:[-.．–]\d{1,2})?\s?[:：.、]|(?:图|表)\s?\d{1,2}(?:[-–.]\d{1,2})?\s",
    re.I,
)
_CAPTION_END = re.compile(r"[◀▶◁▷►◄]\Z")
_NOTE = re.compile(r"(?:注|备注|资料来源|数据来源|图源|图片来源|来源|source|note|数据说明)\s?[:：]", re.I)
_BULLET_CAPTION = re.compile(r"[●○■]\s?\S")
_PAGE_NUMBER = re.compile(
    r"[-–—·]\s?\d{1,4}\s?[-–—·]\Z|第\s?\d{1,4}\s?页(?:\s?[/共，,]?\s?共?\s?\d{1,4}\s?页)?\Z"
    r"|page \d+(?: of \d+)?\Z|p\.\s?\d{1,4}\Z",
    re.I,
)
_TEASERS = re.compile(
    r"(?:相关(?:阅读|文章|新闻|推荐|链接|报道)|延伸阅读|推荐阅读|热门(?:推荐|文章)|更多(?:阅读|新闻|推荐)|猜你喜欢|精彩推荐"
    r"|往期(?:回顾|推荐)|最新(?:文章|资讯)|热点新闻|大家都在看|网友评论|发表评论|评论列表"
    r"|related (?:articles|reading|posts|stories)|read more|you may also like|comments)[:：]?\Z",
    re.I,
)
_NAVIGATION = re.compile(
    r"<https?://[^<>\s]*>\Z|https?://\S+\Z|!?\[[^\]]*\]\([^)\s]*\)(?:\s?[｜|/·>»-]\s?!?\[[^\]]*\]\([^)\s]*\))*\Z"
    r"|(?:返回|回到)(?:首页|顶部|列表)|上一篇|下一篇|(?:首页|当前位置|您的位置|您现在的位置)\s?[>»：:]|分享到|打印本页|关闭窗口|扫一扫|扫码"
    r"|(?:previous|next) (?:article|post|page)\b|share (?:on|this)\b|back to top",
    re.I,
)
_DOWNLOAD = re.compile(
    r"\S{0,16}(?:下载链接|下载地址|点击下载|全文下载|附件下载|阅读原文|查看原文|点击查看)\S{0,6}\Z|download\b.{0,30}\Z",
    re.I,
)
_COPYRIGHT = re.compile(
    r"版权(?:所有|归\S{1,12}所有|声明)|未经\S{0,8}(?:许可|允许|授权)|不代表\S{1,10}(?:立场|观点)|侵权责任|转载请|免责声明|信息存储服务"
    r"|文章来源|责任编辑|责编|(?:all rights reserved|copyright ©|©)|如对本稿|ICP备|请联系[:：]|\(?编辑[:：]",
    re.I,
)
_BYLINE = re.compile(
    r"(?:资讯|来源|作者|记者|编辑|发布时间|发布日期|时间|日期)?\s?[:：]?\s?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
    r"(?:\s\d{1,2}:\d{2}(?::\d{2})?)?(?:\s(?:\S{1,4}[:：]\S{1,12}\s?){0,4})?\Z"
)
_LONGEST_CAPTION = 80
_FEWEST_PAGES = 6
_TITLE_ROWS = 12
_LONGEST_NOTICE = 160
_TAIL = 0.34  # teasers stand in the last part of a page


def find_furniture(rows: list[Row]) -> dict[int, FurnitureKind]:
    """Return the kinds of the rows that are furniture by their own words."""
    found: dict[int, FurnitureKind] = {}
    for row in rows:
        if kind := _kind(row):
            found[row.index] = kind
    _mark_tail(rows, found)
    found.update(_bare_page_numbers(rows))
    return found


def _kind(row: Row) -> FurnitureKind | None:
    text = row.text
    if row.role == "table":
        return None
    if row.length <= _LONGEST_CAPTION:
        if _PAGE_NUMBER.match(text):
            return "page_number"
        if _is_caption(row):
            return "caption"
        if _DOWNLOAD.match(text) or (row.index < _TITLE_ROWS and _BYLINE.match(text)):
            return "navigation"
    if row.length <= 600 and _NAVIGATION.match(text):
        return "navigation"
    if row.length <= _LONGEST_NOTICE and _COPYRIGHT.search(text) and _is_notice(row):
        return "navigation"
    return None


def _is_caption(row: Row) -> bool:
    text = row.text
    if _CAPTION.match(text) or _CAPTION_END.search(text) or _NOTE.match(text):
        return True
    if row.role == "heading":
        return bool(_BULLET_CAPTION.match(text))
    return False


def _is_notice(row: Row) -> bool:
    """Tell a notice from a sentence of the article that merely speaks of rights: it opens with them or is numbered."""
    match = _COPYRIGHT.search(row.text)
    return match is not None and (match.start() <= 3 or row.text[:1].isdigit() or row.text[:1] in "（(*※")


def _bare_page_numbers(rows: list[Row]) -> dict[int, FurnitureKind]:
    """Return rows of nothing but a number that count up page by page through the text."""
    runs: list[list[int]] = []
    last = -1
    for row in rows:
        bare = row.level is None and row.role == "text" and row.length <= 4 and row.text.isdecimal()
        if not bare or row.text.startswith("0"):
            continue
        value = int(row.text)
        if runs and last < value <= last + 2 and row.index - runs[-1][-1] > 2:
            runs[-1].append(row.index)
        else:
            runs.append([row.index])
        last = value
    pages = [run for run in runs if len(run) >= _FEWEST_PAGES]
    return dict.fromkeys((index for run in pages for index in run), "page_number")


def _mark_tail(rows: list[Row], found: dict[int, FurnitureKind]) -> None:
    """Mark everything below a teasers' heading in the last part of the text."""
    if not rows:
        return
    total = rows[-1].end
    for row in rows:
        if row.short and row.start >= (1 - _TAIL) * total - 200 and _TEASERS.match(row.text):
            found.update((below.index, "navigation") for below in rows[row.index :])
            return


def list_captions(rows: list[Row]) -> dict[int, FurnitureKind]:
    """Return bulleted rows (``● …``) that are captions: alone beside a hole, not in a row with others like them."""
    found: dict[int, FurnitureKind] = {}
    for row in rows:
        if row.role != "list" or row.length > _LONGEST_CAPTION or row.prose or max(row.before, row.after) < HOLE:
            continue
        above, below = rows[max(0, row.index - 1) : row.index], rows[row.index + 1 : row.index + 2]
        listed = any(other.role == "list" and row.before < HOLE for other in above)
        if not listed and not any(other.role == "list" and other.before < HOLE for other in below):
            found[row.index] = "caption"
    return found


def running_heads(rows: list[Row], taken: set[int]) -> dict[int, FurnitureKind]:
    """Return short rows that come back at least four times, far apart, as the head of a page does."""
    places: dict[str, list[int]] = {}
    for row in rows:
        if row.index not in taken and 4 <= row.length <= 40 and row.role in ("text", "heading") and not row.prose:
            places.setdefault(letters(row.text).strip("0123456789"), []).append(row.index)
    found: dict[int, FurnitureKind] = {}
    for key, indices in places.items():
        if len(key) >= 4 and len(indices) >= 4 and min(b - a for a, b in pairwise(indices)) > 4:
            found.update((index, "running_head") for index in indices[1:])
    return found

"""HTML: a page → its text, one block per line; or a text with tags in it → where the tags are.

`extract` takes a page's source and returns text, lines and furniture (navigation, front matter). `tag_spans` serves
plain-text files that hold HTML: there the text stays the file itself. Leaves out scripts, styles and layout.

    "<h2>概况</h2><p>全年<b>平稳</b>。</p>" → "概况\\n全年平稳。"
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kwaicompare.model.document import Furniture, FurnitureKind, LineRole
from kwaicompare.model.span import Span
from kwaicompare.read.page import Block, Page, PageWriter

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_TAG = re.compile(r"<!--|</?[A-Za-z][A-Za-z0-9]{0,20}(?:\s[^<>]{0,5000})?/?>")
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "form", "button"})
_NAVIGATION = frozenset({"nav", "header", "footer", "aside", "menu"})
_NAVIGATION_NAME = re.compile(
    r"\b(?:nav|navbar|menu|breadcrumbs?|sidebar|footer|related|recommend|share|comments?|advert\w*|copyright)\b", re.I
)
_INLINE = frozenset(
    """a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q ruby s samp small span strong sub sup
    time tt u var wbr""".split()  # noqa: SIM905
)
_HEADING = {f"h{level}": level for level in range(1, 7)}
_ROLES: dict[str, LineRole] = {"li": "list", "tr": "table"}


def tag_spans(text: str, start: int, end: int) -> Iterator[Furniture]:
    """Yield the tags and comments between ``start`` and ``end``; tags that touch are one span."""
    first = last = -1
    kind: FurnitureKind = "navigation"
    for opening, closing in _tags(text, start, end):
        if opening != last:
            if last >= 0:
                yield Furniture(kind, Span(first, last))
            first, kind = opening, "navigation"
        if text[opening : opening + 4].lower() == "<img":
            kind = "image"
        last = closing
    if last >= 0:
        yield Furniture(kind, Span(first, last))


def _tags(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each tag and each closed comment begins and ends."""
    position = start
    while match := _TAG.search(text, position, end):
        position = match.end()
        if match.group() == "<!--":
            closed = text.find("-->", position, end)
            if closed < 0:
                return
            position = closed + 3
        yield match.start(), position


def extract(source: str) -> Page:
    """Return the text of the page ``source``, one block per line."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(source)
    title = tree.css_first("title")
    writer = PageWriter()
    if tree.body is not None:
        _walk(tree.body, writer)
    return writer.page(" ".join(title.text().split()) if title else "")


def _walk(body: "LexborNode", writer: PageWriter) -> None:
    """Visit the nodes in document order, without recursion: pages may be nested deeper than Python's stack."""
    stack: list[tuple[LexborNode | None, Block]] = [(body, Block("text", None, None))]
    while stack:
        node, block = stack.pop()
        if node is None:
            writer.end_block()
            continue
        if node.tag == "-text":
            writer.add(node.text(deep=False) or "", block)
            continue
        if node.tag is None or node.tag in _SILENT or node.tag.startswith("-"):
            continue
        inner = block if node.tag in _INLINE else _block_of(node, block)
        if inner is not block:
            writer.end_block()
            stack.append((None, block))
        if node.tag in ("td", "th"):
            writer.add_cell()
        children = list(node.iter(include_text=True))
        stack.extend((child, inner) for child in reversed(children))


def _block_of(node: "LexborNode", outer: Block) -> Block:
    tag = node.tag or ""
    if tag in ("td", "th"):
        return outer
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    kind = "navigation" if tag in _NAVIGATION or _NAVIGATION_NAME.search(names) else outer.kind
    if tag in ("html", "body", "main", "article"):
        kind = None
    if tag == "figcaption":
        kind = "caption"
    if tag in _HEADING:
        return Block("heading", _HEADING[tag], kind)
    return Block(_ROLES.get(tag, "text"), None, kind)

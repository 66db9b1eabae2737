"""Commands that look something up: find in documents or in the library, and library, which keeps its folders.

Each takes the parsed arguments, writes to stdout and returns the exit status.
"""

from argparse import Namespace
from contextlib import closing
from dataclasses import asdict

from kwaicompare import workspace
from kwaicompare.cli.console import words, write_json, write_line
from kwaicompare.errors import BadQuery
from kwaicompare.model.keyword import Hit, Query, QueryMode
from kwaicompare.model.library import LibraryFolder, LibraryHit, LibraryUpdate
from kwaicompare.report import json as structures

_LIBRARY_HITS = 200
_COUNTS = ("added", "changed", "moved", "removed")


def find(arguments: Namespace) -> int:
    """Print a concordance."""
    if arguments.library:
        return _find_in_library(arguments)
    names = arguments.files or workspace.default_pair()
    editions = [(workspace.open_edition if arguments.figures else workspace.open_outline)(name) for name in names]
    hits = workspace.search(Query(arguments.query, _mode(arguments)), editions, arguments.limit)
    if arguments.json:
        write_json(structures.hits_json(hits, editions))
        return 0
    for index, (edition, name) in enumerate(zip(editions, names, strict=True)):
        own = [hit for hit in hits if hit.document == index]
        write_line(words()("cli.hits", edition=edition.document.source.title or name, count=len(own)))
        for hit in own:
            _write_hit(hit)
    if not hits:
        write_line(words()("cli.no_hits", query=arguments.query))
    return 0


def library(arguments: Namespace) -> int:
    """Add, remove, list or update the folders of the library."""
    with closing(workspace.open_library()) as opened:
        if arguments.doing == "list":
            return _list(opened.holdings(), arguments.json)
        if arguments.doing == "add":
            return _tell(opened.add(arguments.folder), arguments.json)
        if arguments.doing == "remove":
            return _tell(opened.remove(arguments.folder), arguments.json)
        return _tell(opened.update(), arguments.json)


def _mode(arguments: Namespace) -> QueryMode:
    if arguments.regex:
        return "regex"
    if arguments.pinyin:
        return "pinyin"
    return "all" if arguments.all else "figure" if arguments.figures else "plain"


def _find_in_library(arguments: Namespace) -> int:
    if arguments.files:
        raise BadQuery("error.library_files")
    with closing(workspace.open_library()) as opened:
        found = opened.find(Query(arguments.query, _mode(arguments)), arguments.limit or _LIBRARY_HITS)
    if arguments.json:
        write_json(structures.library_hits_json(found))
        return 0
    path = ""
    for hit in found.hits:
        if hit.path != path:
            path = hit.path
            write_line(f"{hit.title}  {path}")
        _write_hit(hit)
    if not found.complete:
        write_line(words()("cli.more_hits"))
    if not found.hits:
        write_line(words()("cli.no_hits", query=arguments.query))
    return 0


def _write_hit(hit: Hit | LibraryHit) -> None:
    write_line(f"  {hit.left}【{hit.match}】{hit.right}")


def _list(folders: tuple[LibraryFolder, ...], json: bool) -> int:
    if json:
        write_json({"folders": [asdict(folder) for folder in folders]})
        return 0
    for folder in folders:
        write_line(words()("cli.library_folder", **asdict(folder)))
    if not folders:
        write_line(words()("cli.library_empty"))
    return 0


def _tell(update: LibraryUpdate, json: bool) -> int:
    """Say what an update found; what could not be read does not make it trouble."""
    if json:
        write_json(asdict(update))
        return 0
    write_line(words()("cli.library_updated", **{name: getattr(update, name) for name in _COUNTS}))
    for file in update.unread:
        write_line(f"  {words()('cli.unread', path=file.path)}")
    return 0

"""The command line's grammar: commands, their arguments, and a parser whose complaints are one line."""

import argparse
from pathlib import Path
from typing import NoReturn

from kwaicompare import __version__
from kwaicompare.model.edit import DEFAULT_LENSES, LENSES, Lens

COMMANDS = (
    "text", "outline", "align", "diff", "metrics", "check", "keywords", "find", "library", "compare", "verify",
    "corpus", "gui",
)  # fmt: skip

_EXAMPLES = """examples:
  kwaicompare                              open the window on the two white papers
  kwaicompare old.txt new.txt              open the window on two files
  kwaicompare compare 2022 2026 -o r.html  write a report
  kwaicompare find zscq 2022 2026 --pinyin look up 知识产权 by its initials
  kwaicompare library add reports          take a folder into the library
  kwaicompare find 知识产权 --library      look something up in the library
exit status: 0 done, nothing differs; 1 differences or findings; 2 trouble"""


class OneLineParser(argparse.ArgumentParser):
    """A parser that reports trouble in one line on stderr and exits 2."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where to find help."""
        self.exit(2, f"{self.prog}: {message}; see '{self.prog} --help'\n")


def window_size(text: str) -> tuple[int, int]:
    """Read ``1440x900``."""
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) and int(height)):
        raise argparse.ArgumentTypeError(f"'{text}' is no size such as 1440x900")
    return int(width), int(height)


def lenses(text: str) -> frozenset[Lens]:
    """Read ``space,width``; ``none`` is no lens."""
    names = set(text.split(",")) - {"none"}
    found: frozenset[Lens] = frozenset(lens for lens in LENSES if lens in names)
    if len(found) < len(names):
        raise argparse.ArgumentTypeError(f"'{text}': choose from {', '.join(LENSES)}, or none")
    return found


def command_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = OneLineParser(
        prog="kwaicompare",
        description="Compare two editions of a Chinese report.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"kwaicompare {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=OneLineParser)
    _add(commands, "text", "print a document's plain text", json=False).add_argument("file")
    _add(commands, "outline", "list a document's sections").add_argument("file")
    for name, purpose in (("align", "list counterpart sections"), ("diff", "list passages and their edits")):
        _pair(_add(commands, name, purpose))
    _diff_options(commands.choices["diff"])
    metrics = _add(commands, "metrics", "list figures, or what moved between two editions or through several")
    metrics.add_argument("file")
    metrics.add_argument("b", nargs="?")
    metrics.add_argument("later", nargs="*", help="further editions, the newest last")
    _add(commands, "check", "recompute what documents claim").add_argument("files", nargs="+", metavar="FILE")
    keywords = _add(commands, "keywords", "count terms, or compare them between two editions or through several")
    keywords.add_argument("file")
    keywords.add_argument("b", nargs="?")
    keywords.add_argument("later", nargs="*", help="further editions, the newest last")
    keywords.add_argument("--words", metavar="FILE", type=Path, help="keep these words whole (jieba's user dictionary)")
    keywords.add_argument("--beside", metavar="TERM", help="list the terms in the same sentences as this one instead")
    _find(_add(commands, "find", "look something up"))
    _library(_add(commands, "library", "keep folders of reports to look up together", json=False))
    compare = _add(commands, "compare", "compare two editions in every respect")
    _pair(compare)
    _diff_options(compare)
    compare.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write a report: .html, .xlsx, .docx, .pdf, .json"
    )
    _add(commands, "verify", "check a report's quotes against its sources").add_argument("report", type=Path)
    _add(commands, "corpus", "list the documents of the corpus")
    add_window_options(_add(commands, "gui", "open the window", json=False))
    return parser


def parse_command(arguments: list[str]) -> argparse.Namespace:
    """Parse a call of a command. Files may stand behind the options of ``find``, where argparse expects none."""
    parser = command_parser()
    parsed, rest = parser.parse_known_args(arguments)
    if rest and (parsed.command != "find" or any(name.startswith("-") for name in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        parsed.files = [*parsed.files, *rest]
    return parsed


def window_parser(prog: str = "kwaicompare") -> argparse.ArgumentParser:
    """Return the parser of a call without a command, ``kwaicompare [A B]``, or of the command that opens the window."""
    parser = OneLineParser(prog=prog)
    add_window_options(parser)
    return parser


def add_window_options(parser: argparse.ArgumentParser) -> None:
    """Add what can be said about the window from outside."""
    parser.add_argument("a", nargs="?", metavar="A")
    parser.add_argument("b", nargs="?", metavar="B")
    parser.add_argument("--screenshot", metavar="OUT.png", help="save a picture of the window and exit")
    parser.add_argument("--size", type=window_size, metavar="1440x900")
    parser.add_argument("--view", choices=("compare", "metrics", "keywords", "find", "check"), default="compare")
    parser.add_argument("--section", metavar="ID", help="show this section of A")
    parser.add_argument("--query", metavar="TEXT", help="look this up")
    parser.add_argument("--theme", choices=("light", "dark", "contrast"))
    parser.add_argument("--trace-startup", metavar="OUT.json", help="write the start-up times")
    parser.add_argument("--quit-when-ready", action="store_true", help="exit when the comparison is shown")


def _add(commands: argparse._SubParsersAction, name: str, purpose: str, json: bool = True) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=purpose, description=purpose[0].upper() + purpose[1:] + ".")
    if json:
        parser.add_argument("--json", action="store_true", help="print one JSON document")
    return parser


def _pair(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("a", metavar="A")
    parser.add_argument("b", metavar="B")


def _diff_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--ignore", type=lenses, default=DEFAULT_LENSES, metavar="LIST",
        help=f"kinds of difference to hide and count: {', '.join(LENSES)}; none (default: space)",
    )  # fmt: skip
    parser.add_argument("--anyway", action="store_true", help="mark words also where too much or too long changed")


def _find(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY")
    parser.add_argument("files", nargs="*", metavar="FILE", help="default: the two white papers")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--regex", action="store_true", help="QUERY is a regular expression")
    how.add_argument("--pinyin", action="store_true", help="QUERY is pinyin, full or initials")
    how.add_argument("--all", action="store_true", help="QUERY is several words, all in one sentence")
    how.add_argument("--figures", action="store_true", help="QUERY is a value: '> 1亿 件', '1000-2000 家'")
    parser.add_argument("--library", action="store_true", help="look in the library instead")
    parser.add_argument("--limit", type=int, metavar="N", help="hits in each file (in the library: in all) at most")


def _library(parser: argparse.ArgumentParser) -> None:
    doings = parser.add_subparsers(dest="doing", metavar="DOING", required=True, parser_class=OneLineParser)
    _add(doings, "add", "take a folder of reports in").add_argument("folder", type=Path)
    _add(doings, "remove", "take a folder out; its files stay").add_argument("folder", type=Path)
    _add(doings, "list", "list the folders")
    _add(doings, "update", "notice changed, moved and new files")

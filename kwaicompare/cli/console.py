"""Where commands write: UTF-8 on stdout whatever the locale, one line of trouble on stderr, words in the user's
language."""

import os
import sys

from kwaicompare.errors import KwaiError
from kwaicompare.resources import Messages, messages


def language() -> str:
    """Return the language of the locale: Chinese for zh, English for anything else."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh_CN" if value.lower().startswith("zh") else "en"
    return "en"


def words() -> Messages:
    """Return the message table of the user's language."""
    return messages(language())


def write(text: str) -> None:
    """Write text to stdout as UTF-8, exactly as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


def write_line(text: str = "") -> None:
    """Write one line to stdout as UTF-8."""
    write(text + "\n")


def write_json(value: object) -> None:
    """Write one JSON document to stdout."""
    from kwaicompare.report.stream import pieces

    for piece in pieces(value):
        sys.stdout.buffer.write(piece.encode("utf-8", "surrogatepass"))
    write_line()


def complain(error: KwaiError) -> None:
    """Write the error's sentence as one line to stderr."""
    sentence = words()(error.key, **error.values)
    sys.stderr.buffer.write(f"kwaicompare: {sentence}\n".encode("utf-8", "backslashreplace"))
    sys.stderr.flush()

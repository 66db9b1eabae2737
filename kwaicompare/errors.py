"""What can be wrong with the user's input, as a tree of exceptions.

    KwaiError                 something the user can mend; one sentence, with a remedy
    ├── UnreadableDocument    a file that cannot be read as text
    ├── UnknownDocument       neither a file nor the name of a document in the corpus
    ├── BadQuery              a search pattern that cannot be understood
    ├── BadLibrary            a library whose files cannot be used, or a folder that is not in it
    ├── BadReport             a report that cannot be verified or written
    └── BadReview             the file of the reviews cannot be read or written

A broken assumption of ours is an ordinary exception and is never caught here.
The sentence itself is worded by the front end from ``key`` and ``values`` (see ``resources.messages``).
"""


class KwaiError(Exception):
    """Trouble the user can mend: a message key, the file it names, and values for the sentence."""

    def __init__(self, key: str, path: str = "", **values: object) -> None:
        super().__init__(f"{key}: {path}" if path else key)
        self.key = key
        self.path = path
        self.values: dict[str, object] = {"path": path, **values}


class UnreadableDocument(KwaiError):
    """A file that cannot be read as text."""


class UnknownDocument(KwaiError):
    """A name that is neither a file nor a document of the corpus."""


class BadQuery(KwaiError):
    """A search pattern that cannot be understood."""


class BadLibrary(KwaiError):
    """A library whose files cannot be used, or a folder that is not in it."""


class BadReport(KwaiError):
    """A report that cannot be verified or written."""


class BadReview(KwaiError):
    """The file of the reviews cannot be read or written."""

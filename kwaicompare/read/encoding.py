"""Bytes of a text file → its text and the name of its encoding.

Takes the whole file; returns text without BOM and with LF line breaks, otherwise unchanged. Leaves out every format
that is not text. Order of trial: BOM, UTF-8, and only then a guess among the Chinese encodings.

    b"\\xff\\xfe\\x2d\\x4e" → ("中", "utf-16")
"""

import codecs

from kwaicompare.errors import UnreadableDocument

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ["gb18030", "big5", "big5hkscs"]
_SAMPLE = 64 * 1024
_DAMAGED = 0.02  # a UTF-8 file with fewer bad characters than this share is damaged, not in another encoding
_CONTROLS = frozenset(map(chr, range(32))) - set("\t\n\r\f\v\x1b")


def decode(data: bytes, path: str = "") -> tuple[str, str]:
    """Return the text and its encoding. Raises UnreadableDocument for binary data and undecodable text."""
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    if encoding is None:
        if b"\0" in data:
            raise UnreadableDocument("error.binary", path)
        encoding = "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        if encoding != "utf-8" or _is_damaged_utf8(data):
            raise UnreadableDocument("error.encoding", path, encoding=encoding, offset=fault.start) from fault
        text, encoding = _decode_legacy(data, path, fault.start)
    _refuse_controls(text, path)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _is_damaged_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    beyond_ascii = sum(1 for c in text if c > "\x7f")
    return text.count("\ufffd") < _DAMAGED * beyond_ascii


def _decode_legacy(data: bytes, path: str, offset: int) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_LEGACY).best()
    guesses = [best.encoding, *_LEGACY] if best else _LEGACY
    for encoding in guesses:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise UnreadableDocument("error.encoding", path, encoding="utf-8", offset=offset)


def _refuse_controls(text: str, path: str) -> None:
    """Refuse text in which control characters show that it is no text at all."""
    sample = text[:_SAMPLE]
    if "\0" in text or sum(map(sample.count, _CONTROLS)) > len(sample) // 100:
        raise UnreadableDocument("error.binary", path)

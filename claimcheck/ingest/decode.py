"""Bytes to text. A byte order mark is no part of the text; nothing else is changed, so offsets hold for the file as it is."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_CONTROLS = frozenset(map(chr, [*range(9), *range(14, 27), *range(28, 32)]))
_SAMPLE = 100_000


class NotTextError(Exception):
    """The bytes are no text. The message is the reason, for a person."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and how it was come by."""

    text: str
    encoding: str
    note: str = ""
    """A sentence where the encoding was guessed, else empty."""


def known_encoding(name: str) -> bool:
    """Whether `name` is an encoding of text that can be decoded."""
    try:
        b" ".decode(name)  # an empty string would not be looked up
    except UnicodeError:
        return True  # one byte is less than a letter of UTF-16
    except (LookupError, ValueError):
        return False
    return True


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of a file: by its byte order mark, as UTF-8, as declared, or as windows-1252, whichever is the first that fits.

    UTF-8 comes before what is declared because other encodings are hardly ever valid UTF-8 by chance, and declarations go stale
    when a file is converted. Raises NotTextError.
    """
    for mark, codec, name in _MARKS:
        if raw.startswith(mark):
            return _text(_strictly(raw, codec, name), name)
    if b"\0" not in raw:
        try:
            return _text(raw.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    if declared:
        try:
            return _text(raw.decode(declared), codecs.lookup(declared).name)
        except UnicodeError:
            pass
    if b"\0" in raw:
        raise NotTextError("it holds NUL bytes, so it is no plain text; save it as UTF-8 text")
    failed = (
        f"it is neither UTF-8 nor {declared}, which was declared" if declared else "it is not valid UTF-8 and declares no encoding"
    )
    try:
        text, name = raw.decode("windows-1252"), "windows-1252"
    except UnicodeDecodeError:
        text, name = raw.decode("latin-1"), "iso-8859-1"
    note = f"It was read as {name}, because {failed}; where letters look wrong, give `encoding:` in sources.yaml."
    return _text(text, name, note)


def _strictly(raw: bytes, codec: str, name: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as error:
        raise NotTextError(f"it begins as {name.upper()} and is damaged at byte {error.start}; save it as UTF-8 text") from None


def _text(text: str, encoding: str, note: str = "") -> Decoded:
    sample = text[:_SAMPLE]
    if "\0" in text or sum(map(sample.count, _CONTROLS)) * 20 > len(sample):
        raise NotTextError("it holds control characters as programs and images do, so it is no plain text; save it as UTF-8 text")
    return Decoded(text, encoding, note)

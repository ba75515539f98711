"""YAML between two lines of `---` at the beginning of a file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.errors import DataFileError, Place
from claimcheck.ingest.metadata import Metadata, read_front_matter
from claimcheck.lexicon.document import parse

_LONGEST = 20_000
_OPEN = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_OWN_KEY = re.compile(r"(?:title|publisher|published|date|author|url|encoding)[ \t]*:", re.IGNORECASE)
_ENCODING = re.compile(rb"^encoding[ \t]*:[ \t]*[\"']?([\w.:\-]{1,40})", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file says of itself."""

    metadata: Metadata
    end: int
    """The first code point behind it; 0 where there is none."""
    notes: tuple[str, ...] = ()


def declared_encoding(raw: bytes) -> str | None:
    """The encoding named in the front matter of a file that is not decoded yet."""
    if not raw.startswith(b"---"):
        return None
    match = _ENCODING.search(raw, 0, _LONGEST)
    return match[1].decode("ascii", "replace") if match else None


def split_front_matter(text: str, path: str) -> FrontMatter:
    """The front matter at the beginning of `text`. Raises DataFileError where it is there and broken."""
    opening = _OPEN.match(text)
    if opening is None:
        return FrontMatter(Metadata(), 0)
    closing = _CLOSE.search(text, opening.end(), opening.end() + _LONGEST)
    if closing is None:
        if _OWN_KEY.match(text, opening.end()):
            raise DataFileError(Place(path, 1, 1), "the front matter that begins here does not end; close it with a line ---")
        return FrontMatter(Metadata(), 0)
    # The line of the opening mark is kept as an empty one, so that complaints name the line of the file.
    document = parse("\n" + text[opening.end() : closing.start()], path)
    if document is None:
        return FrontMatter(Metadata(), closing.end())
    if document.is_text or document.is_list:  # a story between two rules, not front matter
        return FrontMatter(Metadata(), 0)
    metadata, notes = read_front_matter(document)
    return FrontMatter(metadata, closing.end(), tuple(notes))

"""Plain text and Markdown, with or without front matter.

One reader serves both: a story saved as Markdown is paragraphs with a few marks, and these are page furniture.
"""

from __future__ import annotations

from claimcheck.errors import DataFileError
from claimcheck.ingest.build import Source
from claimcheck.ingest.decode import NotTextError, decode, known_encoding
from claimcheck.ingest.frontmatter import declared_encoding, split_front_matter
from claimcheck.ingest.interface import UnreadableError
from claimcheck.ingest.metadata import Metadata


class PlainReader:
    """Reads .txt and .md."""

    suffixes = (".txt", ".md", ".markdown")

    def read(self, raw: bytes, path: str, listed: Metadata) -> list[Source]:
        """The one article that a file is. Raises UnreadableError."""
        declared = listed.encoding or declared_encoding(raw)
        try:
            decoded = decode(raw, declared if declared and known_encoding(declared) else None)
        except NotTextError as error:
            raise UnreadableError(str(error)) from None
        if not decoded.text.strip():
            raise UnreadableError("it is empty; put the article's text into it or remove it")
        try:
            front = split_front_matter(decoded.text, path)
        except DataFileError as error:
            raise UnreadableError(f"its front matter cannot be used: {error}") from None
        if not decoded.text[front.end :].strip():
            raise UnreadableError("it holds front matter and no text; put the article's text below it")
        notes = tuple(note for note in (decoded.note, *front.notes) if note)
        return [Source(path, decoded.text, listed.over(front.metadata), front.end, decoded.encoding, notes)]

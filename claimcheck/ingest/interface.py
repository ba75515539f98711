"""What a reader of one kind of file does. HTML, PDF and JSON lines can be added as further readers, in `readers.py`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from claimcheck.ingest.build import Source
from claimcheck.ingest.metadata import Metadata


class UnreadableError(Exception):
    """A file holds no article that can be read. The message is the reason, for a person."""


class Reader(Protocol):
    """Reads one kind of file."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of the names of its files, in lower case with their dot."""
        ...

    def read(self, raw: bytes, path: str, listed: Metadata) -> Iterable[Source]:
        """The articles that a file holds: one, for most kinds.

        `listed` is what sources.yaml says of the file; it goes before what the file says of itself. Raises UnreadableError.
        """
        ...
